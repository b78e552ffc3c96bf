"""The level of an action in either language."""

from sopcurric.linguistics.levels import VerbLevel
from sopcurric.linguistics.verbs_en import VERBS as ENGLISH
from sopcurric.linguistics.verbs_en import stem
from sopcurric.linguistics.verbs_zh import VERBS as CHINESE


def level_of(action: str, language: str) -> VerbLevel | None:
    """The level of an action as `parse_statement` gives it: that of its first verb; None for an unknown verb."""
    text = action.strip()
    if language.lower().startswith("zh"):
        known = (text[:size] for size in range(len(text), 0, -1))
        return next((CHINESE[verb] for verb in known if verb in CHINESE), None)
    known_words = (ENGLISH[stem(word)] for word in text.split() if stem(word) in ENGLISH)
    return next(known_words, None)
