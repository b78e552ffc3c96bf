"""Pictures of steps that are printed: whose they are, where they stand, what they are called among the pages."""

from dataclasses import dataclass

from sopcurric.model.address import Address


@dataclass(frozen=True, slots=True)
class StepPicture:
    """A picture of a step that every edition may show.

    `file` is the path in the repository; `name` says nothing but what the bytes are (a digest of them, with the ending
    of their format), so that whatever names it changes with them. Width and height are in pixels.
    """

    step: Address
    file: str
    name: str
    width: int
    height: int
