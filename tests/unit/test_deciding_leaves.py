"""Decisions about leaves: what holds, what does not, and what is printed then."""

from dataclasses import replace

import pytest

from generators import compiled, small
from sopcurric.deciding import authored
from sopcurric.deciding.leaf_names import Leaves, about
from sopcurric.deciding.leaves import WHOLE, Safety, block_sight, decide_leaves, sights
from sopcurric.model.block_words import block_lines
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import Named, Verdict, sight
from sopcurric.model.files.decision import Add, DecisionFile, DecisionHeader
from sopcurric.model.identifier import derived_id
from sopcurric.model.layout import cell, columns, item, row
from sopcurric.model.provenance import block_sources, leaf_sources
from sopcurric.model.publication import (
    Binder,
    Block,
    Callout,
    Chapter,
    Checklist,
    Heading,
    Leaf,
    LeafKind,
    Listing,
    Paragraph,
    Table,
)
from sopcurric.model.saying import words
from sopcurric.model.text import Text, sentence

STEPS = Table(
    "W/DIG/P1/steps",
    columns(("column.step", 70), ("column.done", 30), centred=("column.done",)),
    (
        row((cell(Text.plain("zh", "检查油位"), strong=True), cell()), "DIG/P1/S1"),
        row((cell(Text.plain("zh", "确认铅封"), strong=True), cell()), "DIG/P1/S2", "DIG/hazards/H1"),
    ),
    title=sentence("work.steps"),
    derived_from=("DIG/P1",),
)
CAUTIONS = Callout("W/DIG/P1/cautions", sentence("work.cautions"), (item(Text.plain("zh", "烫伤"), "DIG/hazards/H1"),))
LEGEND = Paragraph("W/DIG/P1/legend", sentence("work.legend"))
LEAF = Leaf("t1-Wabcde", LeafKind.WORK, "M01-T01-W1", sentence("work.steps"), (CAUTIONS, STEPS, LEGEND), part="DIG/P1")
LEAF = replace(LEAF, derived_from=("DIG/P1", "CON/P4"))
TEXTS: dict[str, tuple[str, ...]] = {
    "DIG/P1": ("开车前检查",),
    "DIG/P1/S1": ("检查油位",),
    "DIG/P1/S2": ("确认铅封",),
    "DIG/hazards/H1": ("烫伤",),
}
SEEN = sights(LEAF, TEXTS)


def shelf(*leaves: Leaf) -> tuple[Binder, ...]:
    chapter = Chapter("t1", "M01-T01", sentence("work.steps"), None, leaves or (LEAF,))
    return (Binder("course-DIG", "loose_leaf_textbook", sentence("work.steps"), None, (), (chapter,)),)


def named(*records: dict[str, object]) -> list[Named[DecisionHeader]]:
    """Decisions from what stands in a file; they are called d1, d2, …"""
    who = {"role": "college", "by": "王老师", "date": "2026-03-01", "why": "课堂上用得更顺", "leaf": LEAF.id}
    whole = {"decisions": [{"id": f"d{n}", **who, **one} for n, one in enumerate(records, start=1)]}
    file = DecisionFile.model_validate(whole, context={"language": "zh"})
    return [Named(str(one.id), one) for one in file.decisions]


def decided(*records: dict[str, object], texts: dict[str, tuple[str, ...]] = TEXTS) -> tuple[Leaf, list[Verdict]]:
    binders, verdicts = decide_leaves(shelf(), named(*records), texts, "zh")
    return binders[0].leaves[0], [*verdicts]


def keys(leaf: Leaf) -> list[str]:
    return [block.key for block in leaf.blocks]


def rewrite(block: Block, *text: object, **more: object) -> dict[str, object]:
    return {"decide": "rewrite", "block": block.key, "text": list(text), "seen": SEEN[block.key], **more}


def test_everything_typed_becomes_a_block_of_its_sort() -> None:
    text = named(
        {
            "decide": "add",
            "text": [
                "先**停泵**",
                {"heading": "要点"},
                {"list": ["一", "二"], "numbered": True},
                {"list": ["三"], "checks": True},
                {"table": ["列", "栏"], "rows": [["甲 <br> 乙 \\<br> 丙", ""], ["<<8 MPa|约 8>> <br> **丁"]]},
                {"box": "当心", "tone": "danger", "items": ["夹手"]},
            ],
        }
    )[0].decision
    assert isinstance(text, Add)
    paragraph, heading, numbered, checks, table, box = authored.blocks(text.text, "k", "d1", ("DIG/P1",))
    assert [one.key for one in (paragraph, heading, numbered, checks, table, box)] == [
        "k",
        *(f"k+{n}" for n in range(2, 7)),
    ]
    assert isinstance(heading, Heading)
    assert isinstance(numbered, Listing)
    assert numbered.numbered
    assert isinstance(checks, Checklist)
    assert isinstance(box, Callout)
    assert box.tone == "danger"
    assert isinstance(table, Table)
    assert [[[words(one, "zh") for one in cell.content] for cell in row.cells] for row in table.rows] == [
        [["甲", "乙 <br> 丙"], []],
        [["约 8", "**丁"], []],
    ]
    for block in (paragraph, heading, numbered, checks, table, box):
        assert block.origin == "decided"
        assert block.derived_from == ("DIG/P1", "@decision/d1")


def test_a_rewritten_block_keeps_its_sources_and_layout() -> None:
    typed = ({"heading": "步骤"}, {"table": ["做什么", "完成"], "rows": [["看油位", "□"]]}, "完。")
    leaf, (verdict,) = decided(rewrite(STEPS, *typed))
    assert (verdict.kind, verdict.subjects) == ("applied", (LEAF.id, STEPS.key))
    table = leaf.blocks[1]
    assert isinstance(table, Table)
    assert (table.key, table.title, [(one.width, one.align) for one in table.columns]) == (
        STEPS.key,
        Text.plain("zh", "步骤"),
        [(70, "left"), (30, "center")],
    )
    assert [one.strong for one in table.rows[0].cells] == [True, False]
    assert [block_lines(block, "zh") for block in leaf.blocks[1:3]] == [("步骤", "看油位 | □"), ("完。",)]
    for block in leaf.blocks[1:3]:
        assert {*block_sources(STEPS)} < {*block_sources(block)}
    assert leaf_sources(LEAF) <= leaf_sources(leaf)


def test_a_rewrite_goes_stale_when_words_of_a_source_change_and_only_then() -> None:
    typed = rewrite(STEPS, "看油位", saw=["检查油位", "确认铅封"])
    leaf, (verdict,) = decided(typed, texts={**TEXTS, "DIG/P1/S2": ("确认铅封完好",), "DIG/P9": ("别处",)})
    assert verdict.kind == "stale"
    assert verdict.then == ("检查油位", "确认铅封")
    assert verdict.now == ("操作步骤", "检查油位", "确认铅封")
    assert keys(leaf) == [CAUTIONS.key, f"{STEPS.key}/suspect", STEPS.key, LEGEND.key], "the notice comes first"
    suspect = leaf.blocks[1]
    assert isinstance(suspect, Callout)
    assert (suspect.tone, suspect.origin, suspect.title) == ("caution", "decided", sentence("decided.suspect.title"))
    leaf, (verdict,) = decided(typed, texts={**TEXTS, "DIG/P9": ("别处",)})
    assert verdict.kind == "applied"
    assert keys(leaf) == keys(LEAF)


def test_sights_ignore_how_a_block_prints() -> None:
    shorter = replace(STEPS, title=None, columns=STEPS.columns[:1])
    assert block_sight(shorter, TEXTS) == block_sight(STEPS, TEXTS)
    assert block_sight(LEGEND, TEXTS) == sight()
    assert SEEN[WHOLE] == sight(*keys(LEAF))
    assert len({block_sight(STEPS, TEXTS), block_sight(STEPS, {}), block_sight(CAUTIONS, TEXTS)}) == 3


def test_hiding_adding_and_reordering() -> None:
    leaf, verdicts = decided(
        {"decide": "reorder", "blocks": [LEGEND.key, CAUTIONS.key], "seen": SEEN[WHOLE]},
        {"decide": "add", "after": STEPS.key, "text": ["甲"], "seen": SEEN[WHOLE]},
        {"decide": "add", "after": "@decision/d2", "text": ["乙"]},
        {"decide": "add", "after": "start", "text": ["丙"]},
        {"decide": "add", "text": ["丁", "戊"]},
        {"decide": "hide", "block": STEPS.key, "seen": SEEN[STEPS.key]},
        {"decide": "add", "after": STEPS.key, "text": ["己"]},
    )
    assert [one.kind for one in verdicts] == ["applied", "applied", "unseen", "unseen", "unseen", "applied", "unseen"]
    assert keys(leaf) == [
        "@decision/d4", LEGEND.key, "@decision/d2", "@decision/d3", "@decision/d7", CAUTIONS.key, "@decision/d5",
        "@decision/d5+2",
    ]  # fmt: skip


def test_an_addition_goes_with_what_it_follows_unless_it_is_placed() -> None:
    add: dict[str, object] = {"decide": "add", "after": CAUTIONS.key, "text": ["甲"]}
    order = [LEGEND.key, CAUTIONS.key, STEPS.key]
    leaf, _ = decided(add, {"decide": "reorder", "blocks": order})
    assert keys(leaf) == [LEGEND.key, CAUTIONS.key, "@decision/d1", STEPS.key]
    leaf, _ = decided(add, {"decide": "reorder", "blocks": ["@decision/d1", *order]})
    assert keys(leaf) == ["@decision/d1", *order]


def test_additions_can_be_rewritten_and_hidden_themselves() -> None:
    add: dict[str, object] = {"decide": "add", "text": ["甲", "乙"]}
    leaf, _ = decided(add, {"decide": "rewrite", "block": "@decision/d1", "text": ["丙"], "seen": sight()})
    assert [block_lines(block, "zh") for block in leaf.blocks[3:]] == [("丙",)]
    leaf, _ = decided(add, {"decide": "hide", "block": "@decision/d1"})
    assert leaf == LEAF


@pytest.mark.parametrize(
    ("records", "subjects", "reason"),
    [
        ([{"decide": "hide", "block": STEPS.key, "leaf": "t9-W"}], ("t9-W",), "leaf"),
        ([{"decide": "hide", "block": STEPS.key, "leaf": "DIG/P9#W"}], ("DIG/P9#W",), "leaf"),
        ([{"decide": "hide", "block": STEPS.key, "leaf": "DIG/P1#W:DIG/P9"}], ("DIG/P1#W:DIG/P9",), "leaf"),
        ([{"decide": "hide", "block": "W/none"}], ("W/none",), "block"),
        ([{"decide": "add", "after": "W/none", "text": ["甲"]}], ("W/none",), "block"),
        ([{"decide": "reorder", "blocks": [STEPS.key, "W/none"]}], ("W/none",), "block"),
    ],
)
def test_what_is_not_there_is_gone(records: list[dict[str, object]], subjects: tuple[str, ...], reason: str) -> None:
    leaf, (verdict,) = decided(*records)
    assert (verdict.kind, verdict.subjects, verdict.reason) == ("gone", subjects, reason)
    assert leaf is LEAF or leaf == LEAF


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (rewrite(STEPS, "甲"), {**rewrite(STEPS, "乙"), "leaf": "DIG/P1#W"}),
        (rewrite(STEPS, "甲"), {"decide": "hide", "block": STEPS.key}),
        (
            {"decide": "reorder", "blocks": [LEGEND.key, STEPS.key]},
            {"decide": "reorder", "blocks": [CAUTIONS.key, STEPS.key, LEGEND.key]},
        ),
    ],
)
def test_neither_of_two_that_contradict_each_other_holds(one: dict[str, object], other: dict[str, object]) -> None:
    leaf, verdicts = decided(one, other)
    assert [(verdict.kind, verdict.other) for verdict in verdicts] == [("contradictory", "d2"), ("contradictory", "d1")]
    assert leaf == LEAF


def test_what_agrees_does_not_contradict() -> None:
    leaf, verdicts = decided(
        {"decide": "hide", "block": STEPS.key},
        {"decide": "hide", "block": STEPS.key},
        rewrite(LEGEND, "甲"),
        rewrite(CAUTIONS, "乙"),
    )
    assert [one.kind for one in verdicts] == ["unseen", "unseen", "applied", "applied"]
    assert keys(leaf) == [CAUTIONS.key, LEGEND.key]


def test_what_cannot_be_done_is_refused_and_is_against_nothing() -> None:
    leaf, verdicts = decided(
        rewrite(STEPS, {"table": ["一"], "rows": [["甲", "乙"]]}),
        {"decide": "reorder", "blocks": [STEPS.key, STEPS.key]},
        rewrite(STEPS, "丙"),
    )
    assert [(one.kind, one.reason) for one in verdicts] == [("refused", "cells"), ("refused", "twice"), ("applied", "")]
    assert block_lines(leaf.blocks[1], "zh") == ("丙",)


def test_leaves_are_found_by_procedure_kind_and_part() -> None:
    other = replace(LEAF, id="t1-Wzzzzz", part="CON/P4")
    record = replace(LEAF, id="t1-R1", kind=LeafKind.RECORD, part="DIG/records/R1")
    second = replace(record, id="t1-R2", part="DIG/records/R2")
    cover = replace(LEAF, id="t1-C", kind=LeafKind.COVER, part="")
    plan = replace(LEAF, id="programme-A-line", kind=LeafKind.SECTION, part="")
    leaves = Leaves(shelf(LEAF, other, record, second, cover, plan))
    found = {
        name: leaf.id if (leaf := leaves.named(name)) else None
        for name in (
            "t1-Wabcde", "DIG/P1#W", "CON/P4#W", "DIG/P1#C", "CON/P4#C", "DIG/P1#R", "CON/P4#R:DIG/records/R2",
            "DIG/P1#R:DIG/records/R9", "DIG/P2#C", "DIG/P1#Q", "programme-A-line",
        )
    }  # fmt: skip
    assert [*found.values()] == [
        "t1-Wabcde", "t1-Wabcde", "t1-Wzzzzz", "t1-C", "t1-C", None, "t1-R2", None, None, None, "programme-A-line",
    ]  # fmt: skip
    both = named(
        {"decide": "hide", "block": "x", "leaf": "DIG/P1#W"}, {"decide": "hide", "block": "x", "leaf": "CON/P4#W"}
    )
    assert [one.name for one in about(other, leaves.binders, both)] == ["d2"]


@pytest.mark.parametrize("deed", [{"decide": "add", "text": ["甲"]}, {"decide": "hide", "block": STEPS.key}])
def test_a_leaf_is_called_by_its_procedure_whatever_was_decided_about_it(deed: dict[str, object]) -> None:
    leaf, _ = decided(deed)
    leaves = Leaves(shelf())
    assert leaf != LEAF
    assert [leaves.called(one) for one in (LEAF, leaf)] == ["CON/P4#W", "CON/P4#W"]
    assert leaves.means("DIG/P1#W", leaf)
    assert [one.name for one in about(leaf, leaves.binders, named(deed))] == ["d1"]
    assert leaves.called(replace(leaf, id="t9-W")) == "t9-W"


def test_other_leaves_and_other_kinds_of_decisions_are_left_alone() -> None:
    other = replace(LEAF, id="t1-Wzzzzz", part="CON/P4")
    binders = (*shelf(LEAF, other), *(replace(one, id="course-CON") for one in shelf(other)))
    who = {"role": "college", "by": "王老师", "date": "2026-03-01", "why": "见习反馈"}
    rate = DecisionFile.model_validate({"decisions": [{**who, "decide": "rate", "on": ["DIG/P1"], "difficulty": 3}]})
    both = [Named("d0", rate.decisions[0]), *named({"decide": "hide", "block": LEGEND.key})]
    (first, second), verdicts = decide_leaves(binders, both, TEXTS, "zh")
    assert [one.decision for one in verdicts] == ["d1"]
    assert first.leaves[1] is other
    assert second is binders[1]


def test_the_leaf_of_work_is_called_by_its_procedure_alone(alumina: Compilation) -> None:
    """So that it keeps its name when another job joins the task."""
    every = (leaf for binder in alumina.binders for leaf in binder.leaves if leaf.kind == LeafKind.WORK)
    parts = {leaf.part: leaf.id.rsplit("-", 1)[1] for leaf in every}
    assert {*parts} <= {*alumina.procedures}
    assert parts == {part: derived_id("W", part)[:6] for part in parts}


def test_leaves_of_a_compilation_are_decided_on() -> None:
    whole = compiled(small())
    procedure = next(iter(whole.procedures))
    binders, verdicts = decide_leaves(
        whole.binders,
        named({"decide": "hide", "block": f"W/{procedure}/steps", "leaf": f"{procedure}#W"}),
        {},
        "zh",
    )
    assert [one.kind for one in verdicts] == ["unseen"]
    gone = {block.key for one in whole.binders for leaf in one.leaves for block in leaf.blocks} - {
        block.key for one in binders for leaf in one.leaves for block in leaf.blocks
    }
    assert gone == {f"W/{procedure}/steps"}


def test_a_later_decision_of_the_same_role_takes_the_place_of_an_earlier_one() -> None:
    first = rewrite(STEPS, "一")
    leaf, verdicts = decided(first, rewrite(STEPS, "二", date="2026-03-02"))
    assert [(one.kind, one.other) for one in verdicts] == [("superseded", "d2"), ("applied", "")]
    assert words(leaf.blocks[1].content, "zh") == "二" if isinstance(leaf.blocks[1], Paragraph) else False
    _, verdicts = decided(first, rewrite(STEPS, "二", date="2026-03-02", role="plant"))
    assert [one.kind for one in verdicts] == ["contradictory", "contradictory"]
    _, verdicts = decided(first, rewrite(STEPS, "一", role="plant"))
    assert [one.kind for one in verdicts] == ["superseded", "applied"]


@pytest.mark.parametrize(
    ("record", "role", "kind"),
    [
        ({"decide": "hide", "block": CAUTIONS.key}, "college", "unauthorised"),
        ({"decide": "hide", "block": STEPS.key}, "college", "unauthorised"),  # a row of it tells of a hazard
        ({"decide": "hide", "block": LEGEND.key}, "college", "unseen"),
        ({"decide": "hide", "block": CAUTIONS.key}, "plant", "unseen"),
        ({"decide": "rewrite", "block": CAUTIONS.key, "text": ["小心"]}, "college", "unauthorised"),
        ({"decide": "rewrite", "block": CAUTIONS.key, "text": ["小心"]}, "plant", "unseen"),
        ({"decide": "rewrite", "block": STEPS.key, "text": ["看油位"]}, "college", "unseen"),
    ],
)
def test_only_the_plant_decides_about_what_leaves_tell_of_hazards(
    record: dict[str, object], role: str, kind: str
) -> None:
    safety = Safety(frozenset({"DIG/hazards/H1"}), ("plant",))
    (binder,), (verdict,) = decide_leaves(shelf(), named({**record, "role": role}), TEXTS, "zh", safety)
    assert verdict.kind == kind
    if kind == "unauthorised":
        assert verdict.reason == "safety"
        assert binder.leaves == (LEAF,)
