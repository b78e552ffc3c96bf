"""Whatever has an identifier in print can be explained and traced."""

import pytest

from sopcurric.app.checking import Checked
from sopcurric.app.explaining import explain_thing
from sopcurric.app.showing import show
from sopcurric.model.chain import links, objective_name, trace
from sopcurric.model.compilation import Compilation

pytestmark = pytest.mark.no_cover


def test_every_identifier_is_known(alumina: Compilation) -> None:
    known = links(alumina)
    printed = {
        "binder": {one.id for one in alumina.binders} - {one.id for one in alumina.design.courses},
        "leaf": {leaf.id for one in alumina.binders for leaf in one.leaves},
        "question": {one.id for one in alumina.bank.questions},
        "guiding-question": {one.id for guidance in alumina.bank.guidance for one in guidance.questions},
        "criterion": {one.id for task in alumina.assessment.tasks for one in task.criteria},
        "objective": {objective_name(one.course, own.id) for one in alumina.course_standards for own in one.objectives},
        "requirement": {one.id for standard in alumina.coverage for one in standard.requirements},
        "course": {
            *(f"@course/{one.code}" for one in alumina.inputs.courses),
            *(one.id for one in alumina.design.courses),
        },
    }
    for kind, names in printed.items():
        assert names
        assert {known[name].kind for name in names} == {kind}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_made_for_teaching_is_explained(alumina_checked: Checked, language: str) -> None:
    compilation = alumina_checked.compilation
    assert compilation
    question = compilation.bank.questions[0]
    criterion = compilation.assessment.tasks[0].criteria[0]
    standard = compilation.course_standards[0]
    objective = objective_name(standard.course, standard.objectives[0].id)
    guiding = compilation.bank.guidance[0].questions[0]
    for name, word in (
        (question.id, question.task),
        (criterion.id, criterion.objectives[0]),
        (objective, standard.course),
        (guiding.id, compilation.bank.guidance[0].task),
        (compilation.coverage[0].requirements[0].id, ""),
    ):
        found = explain_thing(alumina_checked, name, language)
        assert found
        assert name in found.title
        assert any(word in line for line in found.lines)


def test_elements_stand_in_the_order_of_their_numbers(alumina: Compilation) -> None:
    procedure = next(one for one in alumina.steps if one.endswith("/S10")).rpartition("/")[0]
    task = next(one for one in alumina.catalogue.tasks if procedure in one.members)
    found = trace(links(alumina), task.id)
    assert found
    steps = [one.id for one in found.up if one.kind == "source" and one.id.startswith(f"{procedure}/S")]
    assert len(steps) > len("S10")
    assert steps == [f"{procedure}/S{number}" for number in range(1, len(steps) + 1)]


def test_criteria_are_shown_with_what_their_objectives_say(alumina_checked: Checked) -> None:
    for one in show(alumina_checked, "criteria", "", "zh"):
        assert len(one.objectives) == len(one.objective_titles) > 0  # type: ignore[attr-defined]
