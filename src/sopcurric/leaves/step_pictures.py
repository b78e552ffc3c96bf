"""The pictures of the steps of a procedure, numbered as they stand on its leaf."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sopcurric.leaves.task_view import TaskView
from sopcurric.model.address import Address
from sopcurric.model.picture import StepPicture
from sopcurric.model.sop import Media, Procedure, Step


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its number on the leaf, and the steps that show it; `place` is that among the media of the first.

    What several steps show under one title is one figure.
    """

    number: int
    steps: tuple[Step, ...]
    place: int
    media: Media
    picture: StepPicture


def figures(view: TaskView, procedure: Procedure) -> Mapping[tuple[Address, int], Figure]:
    """What is shown, by the step and the place among its media; only what is shown has a number."""
    if procedure.route or not view.all.inputs.pictures:
        return {}
    shown = tuple(_shown(view, procedure))
    found: dict[tuple[str, object], Figure] = {}
    for key, _, place, media, picture in shown:
        number = len(found) + 1
        steps = tuple(dict.fromkeys(one for other, one, *_ in shown if other == key))
        found.setdefault(key, Figure(number, steps, place, media, picture))
    return {(step.address, place): found[key] for key, step, place, *_ in shown}


def _shown(view: TaskView, procedure: Procedure) -> Iterator[tuple[tuple[str, object], Step, int, Media, StepPicture]]:
    """Each picture of each step, with what makes those of several steps one figure: its bytes and its title."""
    for step in procedure.steps:
        for place, media in enumerate(step.media):
            picture = view.all.pictures.get((step.address, media.file))
            if picture:
                yield (picture.name, media.title), step, place, media, picture
