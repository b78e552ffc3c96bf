"""The level of an action in either language."""

from sopcurric.linguistics.levels import VerbLevel
from sopcurric.linguistics.lexicon import BUILT_IN, Lexicon


def level_of(action: str, language: str, lexicon: Lexicon = BUILT_IN) -> VerbLevel | None:
    """The level of an action as `parse_statement` gives it: that of its first verb; None for an unknown verb."""
    text = action.strip()
    if language.lower().startswith("zh"):
        known = (text[:size] for size in range(len(text), 0, -1))
        return next((lexicon.chinese[verb] for verb in known if verb in lexicon.chinese), None)
    stems = (lexicon.stem(word) for word in text.split())
    return next((lexicon.english[stem] for stem in stems if stem in lexicon.english), None)
