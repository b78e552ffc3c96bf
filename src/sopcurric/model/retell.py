"""Texts made again from words that were taken out of texts, with their quantities found anew."""

from collections.abc import Mapping

from sopcurric.model.markup import measured
from sopcurric.model.text import Language, Text


def retell(wordings: Mapping[Language, str]) -> Text:
    """A text of the given words by language."""
    return Text.of({language: measured(words) for language, words in wordings.items()})


def spoken(text: Text) -> dict[Language, str]:
    """The words of a text by language, without the closing full stop."""
    return {language: text.words(language).rstrip("。.； ;") for language, _ in text.wordings}
