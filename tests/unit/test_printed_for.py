"""What is printed for whom."""

from dataclasses import replace

import pytest

from sopcurric.model.publication import TEACHING_STAFF, Audience, Binder, Chapter, Leaf, LeafKind, printed_for
from sopcurric.model.text import Text

TITLE = Text.plain("zh", "书")


def leaf(name: str, *readers: Audience) -> Leaf:
    return Leaf(name, LeafKind.WORK, name, TITLE, (), readers=readers)


def book(name: str, *leaves: Leaf) -> Binder:
    return Binder(name, "book", TITLE, None, (), tuple(Chapter(one.id, one.id, TITLE, None, (one,)) for one in leaves))


KEYS = replace(book("keys", leaf("k")), readers=TEACHING_STAFF)
BINDERS = (book("open", leaf("a")), book("mixed", leaf("b"), leaf("c", *TEACHING_STAFF)), KEYS)


@pytest.mark.parametrize(
    ("audience", "printed"),
    [(Audience.STUDENT, ["a", "b"]), (Audience.TEACHER, ["a", "b", "c", "k"]), (Audience.MENTOR, ["a", "b", "c", "k"])],
)
def test_leaves_and_binders_are_printed_for_their_readers(audience: Audience, printed: list[str]) -> None:
    assert [one.id for binder in printed_for(BINDERS, audience) for one in binder.leaves] == printed


def test_a_binder_of_which_nothing_is_left_is_not_printed() -> None:
    only = book("only", leaf("c", Audience.TEACHER))
    assert printed_for((only,), Audience.STUDENT) == ()
