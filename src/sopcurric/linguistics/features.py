"""What a procedure is compared by: weighted features in blocks (words or characters of title and body)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sopcurric.linguistics.families import families_of, poles, verbs_in_en, verbs_in_zh
from sopcurric.linguistics.levels import word_set
from sopcurric.linguistics.lexicon import BUILT_IN, HAN, Lexicon
from sopcurric.linguistics.statement import parse_statement

_RUN = re.compile(r"[\u3400-\u9fff]+|[A-Za-z]+|\d+")
_GENERAL = frozenset({"操作", "进行", "做", "开展", "作业", "完成", "执行"})
_VAGUE = re.compile(
    "系统|设备|装置|机组|岗位|作业票?|操作票?|许可证?|(?:开车|停车|启动)?条件|运行|状态|情况|参数|工序|车间|"
    "现场|前|后|的|和|与|及"
)
_STOP = word_set(
    """
    a an the of to and or in on at by for with from as is are be been that this these those which it its their
    they such other using use into onto than then when while so not any all each per during after before through
    within according proper ensure properly prescribed specified required necessary specific various up out off
    eg etc
    """,
)
_LEAD, _OTHER, _PURPOSE, _NOUN_FAMILY = 1.2, 0.5, 0.7, 0.7
_LEADING = 4
_TURNS = re.compile(
    r"(?P<means>using|with|by|manually|according|based|applying)\b|"
    r"(?P<purpose>to|so|in order|for|that|which|when|if|until|during|after|before)\b|(?P<example>such as|including)\b",
    re.IGNORECASE,
)

Feature = tuple[str, str]
"""The block that the feature belongs to, and the feature."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Features of one document with their raw weights, and on which side of which opposites its title stands."""

    features: Mapping[Feature, float]
    poles: frozenset[tuple[int, int]]


def profile(title: str, body: Iterable[str], lexicon: Lexicon = BUILT_IN) -> Profile:
    """The features of a document; its language is seen from its title."""
    found: dict[Feature, float] = {}
    chinese = HAN.search(title) is not None
    verbs = _chinese(title, found, lexicon) if chinese else _english(title, found, lexicon)
    for line in body:
        for gram in grams(line, (2,), lexicon) if chinese else _words(line, lexicon):
            found["body", gram] = 1.0
    return Profile(found, poles((*verbs, *lexicon.opposites_in(title)), lexicon))


def poles_of(title: str, lexicon: Lexicon = BUILT_IN) -> frozenset[tuple[int, int]]:
    """On which side of which opposites a title stands, as in its profile."""
    own = lexicon.opposites_in(title)
    if HAN.search(title) is None:
        return poles((*verbs_in_en(parse_statement(title, "en", lexicon).action, lexicon), *own), lexicon)
    return poles((*verbs_in_zh(title, lexicon), parse_statement(title, "zh", lexicon).action, *own), lexicon)


def grams(text: str, sizes: tuple[int, ...] = (1, 2, 3), lexicon: Lexicon = BUILT_IN) -> list[str]:
    """Character n-grams of Chinese runs; words and numbers of other runs."""
    found: list[str] = []
    for run in _RUN.findall(text):
        if HAN.match(run):
            found += [run[at : at + size] for size in sizes for at in range(len(run) - size + 1)]
        else:
            found.append(lexicon.stem(run))
    return found


def _chinese(title: str, found: dict[Feature, float], lexicon: Lexicon) -> tuple[str, ...]:
    statement = parse_statement(title, "zh", lexicon)
    verbs = verbs_in_zh(title, lexicon)
    named = [verb for verb in verbs_in_zh(statement.action, lexicon) if verb not in _GENERAL]
    families = families_of(lexicon).verbs
    for verb in named or verbs:
        for family in families.get(verb, (verb,)):
            found["verb", str(family)] = 1.0
    for gram in grams(title, lexicon=lexicon):
        found["title", gram] = 1.0
    thing = _VAGUE.sub("", statement.object) if statement.action else ""
    for gram in grams(thing or _VAGUE.sub("", title) or title, lexicon=lexicon):
        found["object", gram] = 1.0
    return (*verbs, statement.action)


def _words(text: str, lexicon: Lexicon) -> list[str]:
    return [lexicon.stem(word) for word in re.findall("[A-Za-z]+", text) if word.lower() not in _STOP]


def _english(title: str, found: dict[Feature, float], lexicon: Lexicon) -> tuple[str, ...]:
    """Main clause above means, purposes and examples; the leading verbs above all."""
    weight, seen, leading = 1.0, 0, 0
    for token in re.finditer("[A-Za-z]+|[,;]", title):
        weight = _turn(title, token.start(), weight)
        word = token.group()
        if not word[0].isalpha() or word.lower() in _STOP:
            continue
        base = lexicon.stem(word)
        lead = weight == 1.0 and seen == leading < _LEADING and base == word.lower() and base in lexicon.english
        leading += lead
        seen += 1
        _add_word(found, base, _LEAD if lead else weight, lexicon, lead=lead)
    return verbs_in_en(parse_statement(title, "en", lexicon).action, lexicon)


def _turn(text: str, place: int, weight: float) -> float:
    """The weight of words from here on."""
    turn = _TURNS.match(text, place)
    if turn:
        return _PURPOSE if turn.lastgroup == "purpose" else _OTHER
    return _OTHER if text[place] in ",;" and weight != 1.0 else weight


def _add_word(found: dict[Feature, float], word: str, weight: float, lexicon: Lexicon, *, lead: bool) -> None:
    def raise_to(name: str, value: float) -> None:
        key = ("words", name)
        found[key] = max(found.get(key, 0.0), value)

    raise_to(word, weight)
    if lead:
        families = families_of(lexicon).verbs.get(word, ())
        for family in families:
            raise_to(f"verb {family}", 1.0 / len(families) ** 0.5)
    for family in families_of(lexicon).nouns.get(word, ()):
        raise_to(f"noun {family}", weight * _NOUN_FAMILY)
