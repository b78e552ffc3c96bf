"""Questions and their forms in any repository: every kind is asked, answered calmly, and never acts on its words."""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings

from generators import (
    Files,
    Shape,
    alike,
    checked,
    checked_fullest,
    contradictory,
    fullest,
    harmless,
    outdated,
    repositories,
    rolled,
    shapes,
    slender,
    told,
)
from sopcurric.app.answering import answer
from sopcurric.app.asking import inbox, open_questions
from sopcurric.app.checking import Checked
from sopcurric.app.drafting import Decider, Desk
from sopcurric.app.form_files import WRITTEN, form_of
from sopcurric.app.parsing import parsed
from sopcurric.app.registry import questions
from sopcurric.app.steps import Steps
from sopcurric.forms.answers import Placed
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.model.files.decision import DecisionFile
from sopcurric.model.question import Answer
from test_hostile_text import EVERYTHING, elements

pytestmark = pytest.mark.no_cover  # whole repositories over and over: other tests reach the same lines

ROLLS = range(12)


def _desk(files: Files, known: Checked | None = None) -> Desk:
    outcome, workspace = known or checked(files), MemoryWorkspace(files)
    assert outcome.compilation is not None
    return Desk(workspace, Steps(MemoryStore()), outcome, outcome.compilation)


def _form(files: Files, ending: str) -> bytes:
    desk = _desk(files)
    asked = open_questions(desk.compilation, desk.checked.loaded.classifier)
    return form_of(ending, inbox(asked, desk.checked, desk.compilation, "college", "zh"), desk.workspace)


@cache
def _rolled_desk(roll: int) -> Desk:
    return _desk(rolled(roll))


def _desks() -> Iterator[Desk]:
    """Repositories that give rise to different questions; later ones are only made where they are looked at."""
    yield _desk(fullest(), checked_fullest())
    yield from map(_desk, (outdated(fullest()), alike(), contradictory()))
    yield from map(_rolled_desk, ROLLS)


def test_every_kind_of_question_is_asked_of_some_generated_repository() -> None:
    missing = set(questions())
    for desk in _desks():
        missing -= {one.kind.name for one in desk.open.values()}
        if not missing:
            return
    pytest.fail(f"make tests/generators.py give rise to {missing}")


@pytest.mark.parametrize("roll", ROLLS)
def test_any_answer_becomes_a_decision_or_a_refusal(roll: int) -> None:
    """Every choice, with words that mean something to every format."""
    desk = _rolled_desk(roll)
    for number, one in enumerate(desk.open.values()):
        who = Decider(one.question.roles[0], EVERYTHING[number % len(EVERYTHING)], "2026-06-01", "核对")
        choice = one.question.choices[number % len(one.question.choices)].value
        words = EVERYTHING[-number % len(EVERYTHING)] if one.question.free else ""
        made = answer(desk, [Placed(Answer(one.question.id, choice, words, "见记录"), "1")], who)
        assert len(made.decisions) + len(made.refusals) + len(made.left) + len(made.fields) > 0, one.question.id
        if made.decisions:
            read = parsed(made.path, made.text.encode(), DecisionFile, "zh")
            assert read.file is not None, read.findings
            assert read.file.decisions == made.decisions


@settings(max_examples=6)
@given(repositories(most_jobs=2, decided=True))
def test_forms_are_the_same_bytes_whatever_the_order_of_files(files: dict[str, str]) -> None:
    turned = dict(reversed([*files.items()]))
    assert list(turned) != list(files)
    for ending in WRITTEN:
        assert _form(turned, ending) == _form(files, ending)


@settings(max_examples=6)
@given(shapes(1, 1, decided=True))
def test_words_make_no_elements_in_forms(shape: Shape) -> None:
    hostile, plain = (shape.filled(told(EVERYTHING, apart=True)), shape.filled(harmless))
    assert {tag for tag, _ in elements(_form(hostile, ".html"))} <= {tag for tag, _ in elements(_form(plain, ".html"))}


def test_words_are_never_formulas_in_workbooks() -> None:
    book = zipfile.ZipFile(io.BytesIO(_form(slender(told(EVERYTHING, apart=True)), ".xlsx")))
    for name in book.namelist():
        text = book.read(name).decode()
        assert not re.search(r"<f[ >]|externalLink|vbaProject|<hyperlink", text), name
