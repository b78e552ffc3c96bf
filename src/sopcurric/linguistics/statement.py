"""A step as a statement: how, what is done, to what, by which measure."""

from dataclasses import dataclass
from functools import lru_cache

from sopcurric.linguistics import statement_en, statement_zh
from sopcurric.linguistics.lexicon import BUILT_IN, Lexicon


@dataclass(frozen=True, slots=True)
class Statement:
    """The parts of one step, in its own words: together they hold every word of the sentence.

    `manner` is when, with what and how (also particles such as 将 and 对), `action` the first verb that is asked for,
    `object` what it is done to, `criterion` the rest: the measure of success and what is done next. Without a verb
    `action` is empty and `object` is the sentence.
    """

    manner: str
    action: str
    object: str
    criterion: str

    @property
    def circumstance(self) -> str:
        """The manner without the particles that only hold a Chinese sentence together (将, 把, 对, 进行, …)."""
        return statement_zh.without_particles(self.manner)

    @property
    def condition(self) -> str:
        """When and with what, out of the manner: no adverbs (立即, slowly), and not who does it."""
        return statement_zh.condition_in(self.manner) or statement_en.condition_in(self.manner)


def parse_statement(sentence: str, language: str, lexicon: Lexicon = BUILT_IN) -> Statement:
    """The parts of a step; `language` is a tag such as `zh`, `zh-CN` or `en`. Never raises."""
    return _parsed(sentence, language, lexicon)


@lru_cache(maxsize=1 << 15)
def _parsed(sentence: str, language: str, lexicon: Lexicon) -> Statement:
    read = statement_zh.read if language.lower().startswith("zh") else statement_en.read
    return Statement(*(read(lexicon, sentence) or ("", "", sentence.strip(), "")))
