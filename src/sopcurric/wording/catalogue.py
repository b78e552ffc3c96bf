"""Looking up sentences by code and language."""

from sopcurric.wording import en, zh

LANGUAGES = ("zh", "en")
"""Languages that there is a catalogue for, the first one being the fallback."""

_CATALOGUES = {"zh": zh.SENTENCES, "en": en.SENTENCES}


def entry(code: str, language: str) -> str:
    """The sentence with places (`{name}`) still open.

    Raises:
        KeyError: there is no such sentence.
    """
    return _CATALOGUES.get(language, zh.SENTENCES)[code]


def codes(language: str) -> frozenset[str]:
    """The codes that the catalogue of a language has."""
    return frozenset(_CATALOGUES[language])
