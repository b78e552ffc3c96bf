"""The pictures of the steps of a procedure, numbered as they stand on its leaf."""

from collections.abc import Mapping
from dataclasses import dataclass

from sopcurric.leaves.task_view import TaskView
from sopcurric.model.address import Address
from sopcurric.model.picture import StepPicture
from sopcurric.model.sop import Media, Procedure, Step


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its number on the leaf; `place` is that among the media of the step."""

    number: int
    step: Step
    place: int
    media: Media
    picture: StepPicture


def figures(view: TaskView, procedure: Procedure) -> Mapping[tuple[Address, int], Figure]:
    """What is shown, by the step and the place among its media; only what is shown has a number."""
    if procedure.route or not view.all.inputs.pictures:
        return {}
    shown = [
        (step, place, media, picture)
        for step in procedure.steps
        for place, media in enumerate(step.media)
        if (picture := view.all.pictures.get((step.address, media.file)))
    ]
    return {(one[0].address, one[1]): Figure(number, *one) for number, one in enumerate(shown, start=1)}
