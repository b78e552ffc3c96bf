"""Several phrases as one."""

from collections.abc import Sequence

from sopcurric.model.text import Phrase, sentence


def joined(code: str, phrases: Sequence[Phrase]) -> Phrase:
    """Phrases joined by a sentence with `left` and `right`; by halves, so that long ones are not nested deeply."""
    if len(phrases) == 1:
        return phrases[0]
    middle = len(phrases) // 2
    return sentence(code, left=joined(code, phrases[:middle]), right=joined(code, phrases[middle:]))
