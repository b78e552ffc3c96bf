"""Texts made again from words that were taken out of texts, with everything that was marked in them."""

from collections.abc import Iterator, Mapping

from sopcurric.model.text import Inline, Language, Plain, Runs, Text, flat, in_one_line

_END = "。.； ;：:"


def retell(text: Text, wordings: Mapping[Language, str]) -> Text:
    """The given words by language, which stand in the text, as runs of it; all of its words keep their lines."""
    return Text.of({language: _runs(text.runs(language), words) for language, words in wordings.items()})


def named(text: Text) -> Text:
    """A text as a name: without the full stop or colon at its end."""
    return retell(text, spoken(text)) if text else text


def spoken(text: Text) -> dict[Language, str]:
    """The words of a text by language, without the closing full stop or colon."""
    return {language: text.words(language).rstrip(_END) for language, _ in text.wordings}


def _runs(runs: Runs, words: str) -> Runs:
    *before, last = runs or (Plain(""),)
    trimmed = Plain(last.text.rstrip(_END)) if isinstance(last, Plain) else last
    whole = (*before, trimmed) if trimmed.text else (*before,)
    if flat(whole) == words:
        return whole
    line = in_one_line(runs)
    at = flat(line).find(words)
    return tuple(_between(line, at, at + len(words))) if at >= 0 else (Plain(words),)


def _between(runs: Runs, start: int, end: int) -> Iterator[Inline]:
    """The runs between two places; of what is cut through, the words."""
    place = 0
    for run in runs:
        first, last = max(start, place), min(end, place + len(run.text))
        if first < last:
            said = run.text[first - place : last - place]
            yield run if said == run.text else Plain(said)
        place += len(run.text)
