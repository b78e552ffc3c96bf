"""Texts made again from words that were taken out of texts, with their quantities and stresses found anew."""

from collections.abc import Mapping

from sopcurric.model.markup import BrokenMarkError, parse
from sopcurric.model.text import Language, Plain, Runs, Text


def retell(wordings: Mapping[Language, str]) -> Text:
    """A text of the given words by language."""
    return Text.of({language: _runs(words) for language, words in wordings.items()})


def _runs(words: str) -> Runs:
    try:
        return parse(words)
    except BrokenMarkError:
        return (Plain(words),)


def spoken(text: Text) -> dict[Language, str]:
    """The words of a text by language, without the closing full stop or colon."""
    return {language: text.words(language).rstrip("。.； ;：:") for language, _ in text.wordings}
