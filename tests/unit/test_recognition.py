"""Which levels may be applied for, credits that are replaced, and the sums that the printed plans have."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from sopcurric.documents import enterprise_apprenticeship, in_service_plan, pathway_plan, skill_recognition
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.application import ApplicationCondition
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.substitution import SubstitutionRule
from sopcurric.model.library_use import module_uses
from sopcurric.model.publication import Binder, Table
from sopcurric.model.saying import words
from sopcurric.model.substitution import once, substitutions
from sopcurric.model.text import Sentence, Text
from sopcurric.rules.std125_certificate_promised import _PROMISE
from sopcurric.stages.skill_recognition import standing_of
from sopcurric.wording import en_pathways, en_recognition, zh_pathways, zh_recognition
from sopcurric.wording.catalogue import LANGUAGES

SAID = Text.plain("zh", "条件")


@pytest.fixture(scope="module")
def programme(alumina: Compilation) -> ProgrammeFile:
    """The programme of the big example."""
    return alumina.inputs.programmes[0]


def condition(**more: object) -> ApplicationCondition:
    """A condition for graduates, unless something else is said."""
    return ApplicationCondition.model_validate({"id": "A1", "who": "graduate", "text": SAID, **more})


@pytest.mark.parametrize(
    ("asked", "standing"),
    [
        ({}, "may-apply"),
        ({"education": ["bachelor"]}, None),
        ({"education": ["higher"], "after": "L4"}, "with-certificate"),
        ({"years": 2}, "later"),
        ({"who": "worker"}, "later"),
        ({"who": "apprentice"}, "may-apply"),
    ],
)
def test_how_graduates_stand_to_a_condition(
    asked: dict[str, object], standing: str | None, programme: ProgrammeFile
) -> None:
    assert standing_of(condition(**asked), programme) == standing


def test_apprentices_are_those_of_the_path_or_of_a_class(programme: ProgrammeFile) -> None:
    nobody = programme.model_copy(
        update={
            "groups": (),
            "segments": tuple(one.model_copy(update={"role": "student"}) for one in programme.segments),
        }
    )
    assert standing_of(condition(who="apprentice"), nobody) is None


def test_the_highest_level_is_one_that_may_be_applied_for_at_once(alumina: Compilation) -> None:
    (one,) = alumina.recognition
    assert [(level.level, level.standing, level.claimed) for level in one.levels] == [
        ("L5", "may-apply", True),
        ("L4", "may-apply", True),
        ("L3", "with-certificate", False),
    ]
    assert one.highest == "L4"
    for level in one.levels:
        backed = level.skills[0] + level.knowledge[0]
        assert backed + len(level.missing) == level.skills[1] + level.knowledge[1]


def test_of_alternatives_one_counts_and_of_a_course_not_more_than_it_has(alumina: Compilation) -> None:
    (view,) = substitutions(alumina)
    assert {one.id for one in once(view.rules.rules)} == {"cert-l4", "skills-contest", "plant-work"}
    assert view.at_most == 2 + 2 + 1.5
    more = SubstitutionRule.model_validate(
        {"id": "X", "kind": "work", "achievement": SAID, "course": "SET", "credits": 9, "evidence": [SAID]}
    )
    wider = replace(view, rules=view.rules.model_copy(update={"rules": (*view.rules.rules, more)}))
    assert wider.at_most == 2 + 2 + view.credits_of("SET")
    assert [(one.credits, one.total) for one in view.limits] == [(12, 0), (pytest.approx(view.total * 0.1), view.total)]


def test_every_module_is_used_before_hiring_and_refers_to_one_library(alumina: Compilation) -> None:
    uses = list(module_uses(alumina, alumina.plans[0]))
    assert [one.module.id for one in uses] == [one.id for course in alumina.design.courses for one in course.modules]
    assert all(one.segments for one in uses)


def table(binder: Binder, key: str) -> list[list[str]]:
    """The rows of a printed table, as words; a cell of several columns is followed by empty ones."""
    (found,) = (
        block for leaf in binder.leaves for block in leaf.blocks if isinstance(block, Table) and block.key == key
    )
    rows = []
    for one in found.rows:
        cells: list[str] = []
        for each in one.cells:
            cells += ["".join(words(phrase, "zh") for phrase in each.content), *([""] * (each.columns - 1))]
        rows.append(cells)
    return rows


def number(cell: str) -> float:
    """A printed number."""
    return float(cell or 0)


def test_printed_hours_of_training_sum_to_what_the_cover_says(alumina: Compilation) -> None:
    (binder,) = in_service_plan.compose(alumina)
    sums = 0.0
    for stage in alumina.inputs.programmes[0].in_service:
        *rows, total = table(binder, f"content/{stage.id}")
        assert sum(number(one[5]) for one in rows) == number(total[5])
        sums += number(total[5])
    (said,) = (one.value for one in binder.facts if one.value and words(one.label, "zh") == "培训学时合计")
    assert number(words(said, "zh")) == sums
    for line in table(binder, "onboarding/jobs"):
        plant, workshop, team, safety, _, tasks, every = line[1:]
        assert number(plant) + number(workshop) + number(team) == number(safety)
        assert number(safety) + number(tasks) == number(every)
    assert all("●" in line[4:] for line in table(binder, "refreshers/calendar"))


def test_printed_hours_of_ways_sum_up(alumina: Compilation) -> None:
    ways = dict(alumina.careers[0].listed)
    for binder in pathway_plan.compose(alumina):
        *rows, total = table(binder, "tasks/table")
        for column in (5, 6, 7, 8):
            assert sum(number(one[column]) for one in rows) == number(total[column])
        assert number(total[8]) == ways[binder.id.removeprefix("pathway-alumina-2026-")].hours


def test_learners_and_apprentices_are_numbers(alumina: Compilation) -> None:
    (binder,) = enterprise_apprenticeship.compose(alumina)
    assert [one[1] for one in table(binder, "roster/table")] == ["xt-dig-01", "xt-dig-02", "xt-dig-03"]


def test_every_line_of_the_plans_is_told_in_every_language(alumina: Compilation) -> None:
    documents = (enterprise_apprenticeship, in_service_plan, pathway_plan, skill_recognition)
    told = {one for document in documents for one in _sentences(document.compose(alumina))}
    assert len(told) > 500
    assert not [one for one in told for language in LANGUAGES if "{" in words(one, language)]


def _sentences(value: object) -> Iterator[Sentence]:
    if isinstance(value, Sentence):
        yield value
    elif isinstance(value, tuple):
        yield from (one for part in value for one in _sentences(part))
    elif is_dataclass(value):
        yield from (one for field in fields(value) for one in _sentences(getattr(value, field.name)))


def test_no_sentence_promises_a_certificate() -> None:
    every = (zh_recognition, zh_pathways, en_recognition, en_pathways)
    assert not [said for one in every for said in one.SENTENCES.values() if _PROMISE.search(said)]
    assert _PROMISE.search("毕业时取得四级/中级工职业技能等级证书。")
