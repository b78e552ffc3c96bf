"""Nothing is lost silently: whatever stands in an SOP is taught somewhere, or a reason says why not."""

from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators import checked, compiled, compiled_fullest, repositories
from sopcurric.app.checking import ask
from sopcurric.model.address import Address
from sopcurric.model.chain import Link, links, trace
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import UntaughtReason
from sopcurric.model.provenance import leaf_sources
from sopcurric.model.publication import Leaf

pytestmark = pytest.mark.no_cover  # whole repositories over and over: other tests reach the same lines

ENOUGH = 0.95
"""Share of the steps of the big example that must stand on a work leaf."""
MADE_FOR: Mapping[str, str] = {
    "principles": "K",
    "flow": "K",
    "terms": "K",
    "equipment": "K",
    "valves": "K",
    "interlocks": "K",
    "parameters": "K",
    "environment": "K",
    "deviations": "X",
    "emergency_cards": "X",
    "hazards": "P",
    "ppe": "P",
    "lockouts": "P",
    "permits": "P",
    "quality": "Q",
    "handover": "R",
    "records": "P",
    "duties": "section",
}
"""The kind of leaf that is made for each section; its elements stand there, or are left out for a reason."""
TELLING = frozenset(("LEF101", "LEF102", "LEF103", "LEF104"))
"""Rules that tell what is not taught."""
HIDING = frozenset(("hide", "rewrite"))
"""Decisions that can take something off a leaf."""


def leaves(compilation: Compilation, kinds: str = "") -> Iterator[Leaf]:
    """The leaves of some kinds, by their letters, or all."""
    for binder in compilation.binders:
        yield from (leaf for leaf in binder.leaves if not kinds or leaf.kind.value in kinds.split())


def standing_on(compilation: Compilation, kinds: str = "") -> set[Address]:
    """What stands on leaves of some kinds."""
    return {address for leaf in leaves(compilation, kinds) for address in leaf_sources(leaf)}


def excused(compilation: Compilation) -> set[Address]:
    """What is left out for a reason, and what decisions hide, which findings tell."""
    hidden = {
        one.subject or ""
        for one in ask(compilation)
        if one.code in TELLING and dict(one.arguments)["variant"] == "hidden"
    }
    assert not hidden or HIDING & {one.decision.decide for one in compilation.inputs.decisions}
    return hidden | {one.address for one in compilation.design.untaught}


def share_of_steps(compilation: Compilation) -> float:
    """The share of the steps that stand on a work leaf, of all that are not left out for a reason or hidden."""
    working, meant = standing_on(compilation, "W"), set(compilation.steps) - excused(compilation)
    return len(meant & working) / len(meant) if meant else 1


def assert_nothing_is_lost(compilation: Compilation) -> None:
    """Every element of every section, hazards and deviations on the leaves that are made for them."""
    checking = standing_on(compilation, "Q E")
    where = {kind: standing_on(compilation, kind) for kind in set(MADE_FOR.values())}
    left_out = excused(compilation)
    assert {one.reason for one in compilation.design.untaught} <= set(get_args(UntaughtReason))
    for sop in compilation.inputs.sops:
        assert {one.address for one in sop.hazards} - left_out <= checking
        for section, elements in sop.sections():
            lost = {one.address for one in elements} - where[MADE_FOR[section]] - left_out
            assert not lost, section
        assert {one.address for one in sop.references} | {one.address for one in sop.absent} <= left_out


def assert_traced_both_ways(compilation: Compilation) -> None:
    """From a step down to a leaf and a plan row, and from a work leaf up to its steps."""
    known = links(compilation)
    computed = {leaf.id: leaf for binder in compilation.computed for leaf in binder.leaves}
    for step in compilation.steps.keys() - excused(compilation):
        found = trace(known, step)
        assert found is not None
        assert {"point", "task", "learning-task", "module", "course", "leaf", "plan-row"} <= _kinds(found.down), step
    for leaf in leaves(compilation, "W"):
        found = trace(known, leaf.id)
        assert found is not None
        reached = {link.id for link in found.up if link.kind == "source"}
        steps = leaf_sources(leaf) & set(compilation.steps)
        assert steps or leaf != computed[leaf.id]
        assert steps <= reached


def _kinds(reached: Iterable[Link]) -> set[str]:
    return {link.kind for link in reached}


def test_the_example_teaches_what_its_sops_say(alumina: Compilation) -> None:
    share = share_of_steps(alumina)
    print(f"{share:.1%} of {len(alumina.steps)} steps stand on a work leaf")  # noqa: T201 - shown with -s and on failure
    assert share >= ENOUGH
    assert_nothing_is_lost(alumina)


def test_the_example_is_traced_both_ways(alumina: Compilation) -> None:
    assert_traced_both_ways(alumina)


def test_nothing_is_lost_where_everything_is_given() -> None:
    full = compiled_fullest()
    assert share_of_steps(full) == 1
    assert_nothing_is_lost(full)
    assert_traced_both_ways(full)


@settings(max_examples=15)
@given(st.one_of(repositories(), repositories(decided=True)))
def test_nothing_is_lost_anywhere(files: dict[str, str]) -> None:
    any_repository = compiled(files)
    assert share_of_steps(any_repository) == 1
    assert_nothing_is_lost(any_repository)
    assert_traced_both_ways(any_repository)


def test_procedures_may_not_be_named_like_sections() -> None:
    """`DIG/hazards` would not say whether the procedure or the section is meant."""
    sop = """
job: {code: DIG, title: 溶出工}
hazards: [{id: H1, title: 烫伤, controls: [戴手套]}]
procedures:
  - {id: hazards, title: 辨识危险, steps: [{id: S1, text: 查看现场}]}
  - {id: P2, title: 交接班, steps: [{id: S1, text: 交清情况}]}
"""
    found = checked({"sopcurric.yaml": "project: {name: n}\n", "sops/a.yaml": sop}).findings
    assert [one.code for one in found if one.gravity == 0] == ["SOP027"]


def test_skill_points_say_what_kind_of_doing_they_are() -> None:
    sop = """
job: {code: DIG, title: 溶出工}
procedures:
  - {id: P1, title: 开车前检查, steps: [{id: S1, text: 检查油位}, {id: S2, text: 测量轴承温度}]}
"""
    points = compiled({"sopcurric.yaml": "project: {name: n}\n", "sops/a.yaml": sop}).points
    assert points["DIG/P1/S2.skill"].level == "measure"
    assert points["DIG/P1/S1.skill"].level not in {"", "measure"}
