"""What becomes of decisions, and of what they are about, in small repositories."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generators import compiled
from sopcurric.app.checking import Checked, check
from sopcurric.app.steps import Steps
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import CourseModule, LearningTask
from sopcurric.model.decision import HOLDING
from sopcurric.model.saying import words
from sopcurric.model.task import TypicalTask

DIG = """\
job: {code: DIG, title: 高压溶出工}
parameters:
  - {id: T1, title: 溶出温度, range: 260–280 ℃}
  - {id: T2, title: 泵出口压力, range: 6–8 MPa}
procedures:
  - id: P1
    title: 启动隔膜泵
    phase: start-up
    parameters: [T2]
    steps:
      - {id: S1, text: 打开进口阀。}
      - {id: S2, text: 启动隔膜泵。}
  - id: P2
    title: 停运隔膜泵
    phase: shutdown
    steps:
      - {id: S1, text: 关闭进口阀。}
  - id: P3
    title: 调节溶出温度
    phase: normal
    parameters: [T1, T2]
    hazards: [H1]
    quality: [Q1]
    records: [R1]
    steps:
      - {id: S1, text: 调节新蒸汽阀。, hazards: [H1]}
  - id: P4
    title: 测定苛性比值
    phase: quality
    steps:
      - {id: S1, text: 取样。}
  - id: P5
    title: 更换阀门填料
    phase: maintenance
    hazards: [H2]
    steps:
      - {id: S1, text: 拆卸压盖。}
hazards:
  - {id: H1, title: 高温蒸汽泄漏, risk: general, controls: [送汽前疏水]}
  - {id: H2, title: 碱矿浆喷溅, risk: major, controls: [泄压], ppe: [防护面罩]}
quality:
  - {id: Q1, title: 溶出率, criterion: 不低于 95 %}
records:
  - {id: R1, title: 溶出记录, columns: [时间, 温度]}
"""
EVA = """\
job: {code: EVA, title: 蒸发工}
procedures:
  - id: P1
    title: 启动隔膜泵
    phase: start-up
    steps:
      - {id: S1, text: 打开进口阀。}
      - {id: S2, text: 启动隔膜泵。}
  - id: P2
    title: 清洗蒸发器
    phase: maintenance
    steps:
      - {id: S1, text: 配制酸液。}
"""
STANDARD = """\
code: 6-17-06-01
title: 氧化铝制取工
levels: [{id: L4, title: 中级工}]
functions:
  - id: F1
    title: 高压溶出
    contents:
      - {id: C1, level: L4, title: 启动隔膜泵, skills: [能启动隔膜泵]}
"""
PROGRAMME = """\
id: A
title: 人才培养方案
cohort: 2026级
years: 3
major: {code: "430501", title: 智能冶金技术}
standard: 6-17-06-01
goals: {target: 能按操作规程完成岗位任务。}
partners:
  - {id: college, role: college, title: 学院, duties: [组织教学。]}
segments:
  - {id: S1, title: 在校学习, length: 3, unit: year, site: college, takes: [general, foundation, theory]}
"""


def entry(decide: str, role: str, on: str = "", /, *, name: object, date: object = "2026-03-01", **more: object) -> str:
    """An item of a file of decisions."""
    fields = {"id": name, "decide": decide, "role": role, "by": "王强", "date": date, "why": "商定", **more}
    if on:
        fields["on"] = f"[{on}]"
    return "  - {" + ", ".join(f"{key}: {value}" for key, value in fields.items()) + "}\n"


def repository(*entries: str, dig: str = DIG, eva: str = EVA, lock: str = "", standard: str = "") -> Checked:
    """A repository of two jobs with decisions and a lock."""
    project = "project: {name: 案例}\nmodules: {least: 0}\n"
    files = {"sopcurric.yaml": project, "sops/dig.yaml": dig, "sops/eva.yaml": eva}
    if entries:
        files["decisions/case.yaml"] = "decisions:\n" + "".join(entries)
    if lock:
        files["sopcurric.lock"] = f"format: 1\n{lock}"
    if standard:
        files |= {"standards/case.yaml": standard, "programmes/case.yaml": PROGRAMME}
    done = check(MemoryWorkspace(files), Steps(MemoryStore()))
    broken = [one for one in done.findings if one.code.startswith(("SOP0", "LCK00", "STD10", "STD11", "LEF1"))]
    assert [one for one in broken if one.code != "LCK005"] == []
    return done


def made(*entries: str, dig: str = DIG, eva: str = EVA, lock: str = "", standard: str = "") -> Compilation:
    """What it compiles to."""
    compilation = repository(*entries, dig=dig, eva=eva, lock=lock, standard=standard).compilation
    assert compilation is not None
    assert sorted(one.decision for one in compilation.verdicts) == sorted(compilation.decisions), "one verdict each"
    return compilation


def kinds(compilation: Compilation) -> dict[str, str]:
    """What became of each decision."""
    return {one.decision: one.kind for one in compilation.verdicts}


def against(compilation: Compilation) -> dict[str, tuple[str, str]]:
    """What became of each decision, and which other one stands against it."""
    return {one.decision: (one.kind, one.other) for one in compilation.verdicts}


def task_of(compilation: Compilation, procedure: str) -> TypicalTask:
    """The typical task that holds a procedure."""
    (found,) = [task for task in compilation.catalogue.tasks if procedure in task.members]
    return found


def lesson_of(compilation: Compilation, procedure: str) -> LearningTask:
    """The learning task that teaches a procedure."""
    (found,) = [
        task for course in compilation.design.courses for task in course.tasks if procedure in task.derived_from
    ]
    return found


def modules(compilation: Compilation) -> dict[str, CourseModule]:
    """Modules by name."""
    return {module.name: module for course in compilation.design.courses for module in course.modules}


def held(module: CourseModule) -> list[str]:
    """The first procedure of each learning task of a module in their order."""
    return [task.derived_from[0] for task in module.tasks]


def title(compilation: Compilation, procedure: str) -> str:
    """What the typical task and the learning task of a procedure are called; they agree."""
    (words,) = {one.title.words("zh") for one in (task_of(compilation, procedure), lesson_of(compilation, procedure))}
    return words


@pytest.fixture(scope="module")
def computed() -> Compilation:
    """The repository without decisions."""
    return made()


# --- Who may, and what holds ---


def test_without_decisions_nothing_is_decided(computed: Compilation) -> None:
    assert task_of(computed, "DIG/P1").members == ("DIG/P1", "EVA/P1")
    assert len(computed.catalogue.tasks) == 6
    assert not any(task.decided for task in computed.catalogue.tasks)


def test_only_roles_with_authority_decide(computed: Compilation) -> None:
    compilation = made(
        entry("hours", "plant", "DIG/P3", name="a", theory=1, practice=9),
        entry("rate", "college", "DIG/P3", name="b", importance=3),
        entry("map", "plant", "DIG/P3", name="c", standard="X", item="C1"),
        entry("move", "industry", "DIG/P3", name="d", to="course-DIG.care"),
    )
    assert {*kinds(compilation).values()} == {"unauthorised"}
    assert [one.reason for one in compilation.verdicts] == ["hours", "rate", "map", "move"]
    assert (compilation.catalogue, compilation.design) == (computed.catalogue, computed.design)


def test_the_later_decision_of_a_role_holds() -> None:
    compilation = made(
        entry("rename", "plant", "DIG/P3", name="z", date="2026-03-01", title="甲"),
        entry("rename", "plant", "DIG/P3", name="a", date="2026-03-02", title="乙"),
    )
    assert against(compilation) == {"z": ("superseded", "a"), "a": ("unseen", "")}
    assert title(compilation, "DIG/P3") == "乙"


def test_different_roles_must_agree(computed: Compilation) -> None:
    compilation = made(
        entry("rename", "plant", "DIG/P3", name="a", date="2026-03-01", title="甲"),
        entry("rename", "college", "DIG/P3", name="b", date="2026-03-02", title="乙"),
    )
    assert against(compilation) == {"a": ("contradictory", "b"), "b": ("contradictory", "a")}
    assert title(compilation, "DIG/P3") == title(computed, "DIG/P3")


def test_one_role_on_one_day_must_agree_with_itself(computed: Compilation) -> None:
    compilation = made(
        entry("rename", "plant", "DIG/P3", name="a", title="甲"),
        entry("rename", "plant", "DIG/P3", name="b", title="乙"),
    )
    assert against(compilation) == {"a": ("contradictory", "b"), "b": ("contradictory", "a")}
    assert title(compilation, "DIG/P3") == title(computed, "DIG/P3")


def test_what_is_repeated_contradicts_nothing() -> None:
    compilation = made(
        entry("rename", "plant", "DIG/P3", name="a", date="2026-03-01", title="甲"),
        entry("rename", "college", "DIG/P3", name="b", date="2026-03-02", title="甲"),
        entry("rename", "college", "DIG/P3", name="c", date="2026-03-02", title="甲"),
    )
    assert against(compilation) == {"a": ("superseded", "c"), "b": ("superseded", "c"), "c": ("unseen", "")}
    assert title(compilation, "DIG/P3") == "甲"


def test_a_contradiction_ends_where_one_of_the_roles_gives_in() -> None:
    first = entry("rename", "plant", "DIG/P3", name="a", date="2026-03-01", title="甲")
    other = entry("rename", "college", "DIG/P3", name="b", date="2026-03-02", title="乙")
    compilation = made(first, other, entry("rename", "plant", "DIG/P3", name="c", date="2026-03-03", title="乙"))
    assert against(compilation) == {"a": ("superseded", "c"), "b": ("superseded", "c"), "c": ("unseen", "")}
    compilation = made(
        first, other, entry("rename", "plant", "DIG/P3", name="c", date="2026-03-03", title="丙", replaces="[a, b]")
    )
    assert against(compilation) == {"a": ("superseded", "c"), "b": ("superseded", "c"), "c": ("unseen", "")}
    assert title(compilation, "DIG/P3") == "丙"


def test_what_is_withdrawn_is_computed_again(computed: Compilation) -> None:
    compilation = made(
        entry("rename", "plant", "DIG/P3", name="a", date="2026-03-01", title="甲"),
        entry("withdraw", "plant", name="b", date="2026-03-02", replaces="[a]"),
    )
    assert against(compilation) == {"a": ("superseded", "b"), "b": ("applied", "")}
    assert title(compilation, "DIG/P3") == title(computed, "DIG/P3")


def test_nothing_replaces_what_is_later_or_itself() -> None:
    compilation = made(
        entry("rename", "plant", "DIG/P3", name="a", date="2026-03-02", title="甲", replaces="[a]"),
        entry("withdraw", "plant", name="b", date="2026-03-01", replaces="[a, no-such]"),
    )
    assert kinds(compilation) == {"a": "unseen", "b": "applied"}
    assert title(compilation, "DIG/P3") == "甲"


def test_to_replace_a_decision_one_must_be_allowed_to_make_it() -> None:
    compilation = made(
        entry("hours", "college", "DIG/P3", name="a", date="2026-03-01", theory=1, practice=9),
        entry("withdraw", "industry", name="b", date="2026-03-02", replaces="[a]"),
    )
    assert kinds(compilation) == {"a": "unseen", "b": "unauthorised"}
    assert lesson_of(compilation, "DIG/P3").hours == 10


def test_the_order_in_the_file_does_not_matter() -> None:
    some = [
        entry("rename", "plant", "DIG/P3", name="a", date="2026-03-01", title="甲"),
        entry("rename", "plant", "DIG/P3", name="b", date="2026-03-02", title="乙"),
        entry("together", "plant", "DIG/P2, DIG/P5", name="c"),
        entry("hours", "college", "DIG/P5", name="d", theory=1, practice=9),
    ]
    forwards, backwards = made(*some), made(*reversed(some))
    assert (forwards.catalogue, forwards.design) == (backwards.catalogue, backwards.design)
    assert kinds(forwards) == kinds(backwards)


# --- What it saw ---


def seen_of(compilation: Compilation) -> dict[str, str]:
    """What each decision should have seen."""
    return {one.decision: one.seen for one in compilation.verdicts}


@pytest.mark.parametrize(
    ("decided", "before", "after"),
    [
        (("rename", "plant", "DIG/P3", {"title": "甲"}), "title: 调节溶出温度", "title: 调整溶出温度"),
        (("together", "plant", "DIG/P3, DIG/P4", {}), "title: 测定苛性比值", "title: 化验苛性比值"),
        (("apart", "plant", "DIG/P1, EVA/P1", {}), "title: 启动隔膜泵", "title: 启动高压隔膜泵"),
        (("exclude", "plant", "DIG/P4", {"reason": "obsolete"}), "text: 取样。", "text: 取两个样。"),
        (("rate", "plant", "DIG/P5", {"importance": 1}), "risk: major", "risk: low"),
        (("hours", "college", "DIG/P1", {"theory": 1, "practice": 9}), "title: 启动隔膜泵", "title: 起动隔膜泵"),
        (("move", "college", "DIG/P5", {"to": "course-DIG.run"}), "phase: maintenance", "phase: shutdown"),
        (("order", "college", "DIG/P4, DIG/P3", {}), "title: 测定苛性比值", "title: 化验苛性比值"),
    ],
)
def test_a_decision_is_stale_once_what_it_saw_changes(
    decided: tuple[str, str, str, Mapping[str, object]], before: str, after: str
) -> None:
    decide, role, on, more = decided
    seen = seen_of(made(entry(decide, role, on, name="a", **more)))["a"]
    known = entry(decide, role, on, name="a", seen=f'"{seen}"', **more)
    assert kinds(made(known)) == {"a": "applied"}
    assert kinds(made(known, dig=DIG.replace("高温蒸汽泄漏", "蒸汽泄漏"))) == {"a": "applied"}
    assert before in DIG
    compilation = made(known, dig=DIG.replace(before, after))
    assert kinds(compilation) == {"a": "stale"}
    assert seen_of(compilation)["a"] != seen


def test_a_stale_decision_holds() -> None:
    compilation = made(entry("rename", "plant", "DIG/P3", name="a", title="甲", seen='"000000000000"'))
    assert kinds(compilation) == {"a": "stale"}
    assert title(compilation, "DIG/P3") == "甲"


# --- Other addresses ---

LOCK = """\
DIG/P3: {task: tt-aaaaaaaa, learning_task: lt-aaaaaaaa, module: md-aaaaaaaa}
OLD/P2: {task: tt-bbbbbbbb, learning_task: lt-bbbbbbbb, module: md-bbbbbbbb}
"""


def numbers(compilation: Compilation, procedure: str) -> tuple[str, str, str]:
    """The identifiers of what holds a procedure."""
    lesson = lesson_of(compilation, procedure)
    (module,) = [one.id for one in modules(compilation).values() if lesson in one.tasks]
    return task_of(compilation, procedure).id, lesson.id, module


def test_lock_and_decisions_follow_a_procedure() -> None:
    dig = DIG.replace("id: P3", "id: P9")
    rename = entry("rename", "plant", "DIG/P3", name="n", title="调温")
    lost = made(rename, dig=dig, lock=LOCK)
    assert kinds(lost) == {"n": "gone"}
    assert not {"tt-aaaaaaaa", "lt-aaaaaaaa"} & {*numbers(lost, "DIG/P9")}
    found = made(rename, entry("readdress", "plant", "DIG/P3", name="r", now="DIG/P9"), dig=dig, lock=LOCK)
    assert kinds(found) == {"n": "unseen", "r": "applied"}
    assert numbers(found, "DIG/P9") == ("tt-aaaaaaaa", "lt-aaaaaaaa", "md-aaaaaaaa")
    assert title(found, "DIG/P9") == "调温"


def test_lock_and_decisions_follow_a_job() -> None:
    decided = (
        entry("rename", "plant", "OLD/P2", name="n", title="清洗"),
        entry("together", "plant", "OLD/P2, DIG/P4", name="t"),
        entry("readdress", "plant", "OLD", name="r", now="EVA"),
    )
    compilation = made(*decided, lock=LOCK)
    assert kinds(compilation) == {"n": "unseen", "t": "unseen", "r": "applied"}
    assert task_of(compilation, "EVA/P2").members == ("DIG/P4", "EVA/P2")
    assert task_of(compilation, "EVA/P2").id == "tt-bbbbbbbb"
    assert title(compilation, "EVA/P2") == "清洗"
    assert kinds(made(*decided[:2], lock=LOCK)) == {"n": "gone", "t": "gone"}


def test_an_address_that_only_begins_alike_does_not_follow() -> None:
    compilation = made(
        entry("readdress", "plant", "EVA/Z", name="r", now="EVA/P1"),
        entry("rename", "plant", "EVA/Zb", name="n", title="清洗"),
        eva=EVA.replace("id: P2", "id: P1b"),
    )
    assert kinds(compilation) == {"r": "applied", "n": "gone"}


def test_what_is_still_there_has_not_moved() -> None:
    compilation = made(
        entry("readdress", "plant", "DIG/P3", name="a", now="DIG/P4"),
        entry("readdress", "plant", "DIG/P8", name="b", now="DIG/P9"),
        lock=LOCK,
    )
    assert {one.decision: (one.kind, one.reason) for one in compilation.verdicts} == {
        "a": ("refused", "still-there"),
        "b": ("gone", "missing"),
    }
    assert task_of(compilation, "DIG/P3").id == "tt-aaaaaaaa"


def test_an_address_that_is_in_the_lock_keeps_its_own_identifier() -> None:
    compilation = made(entry("readdress", "plant", "OLD/P2", name="r", now="DIG/P3"), lock=LOCK)
    assert kinds(compilation) == {"r": "applied"}
    assert task_of(compilation, "DIG/P3").id == "tt-aaaaaaaa"


# --- Grouping ---


def test_together_across_jobs(computed: Compilation) -> None:
    compilation = made(entry("together", "plant", "EVA/P2, DIG/P2", name="a"))
    assert task_of(compilation, "DIG/P2").members == ("DIG/P2", "EVA/P2")
    assert [(mark.part, mark.decision) for mark in task_of(compilation, "DIG/P2").decided] == [("members", "a")]
    assert len(compilation.catalogue.tasks) == len(computed.catalogue.tasks) - 1


def test_together_in_one_job() -> None:
    compilation = made(entry("together", "plant", "DIG/P3, DIG/P4", name="a"))
    assert task_of(compilation, "DIG/P3").members == ("DIG/P3", "DIG/P4")
    assert lesson_of(compilation, "DIG/P3") == lesson_of(compilation, "DIG/P4")


def test_apart_splits_what_is_alike(computed: Compilation) -> None:
    compilation = made(entry("apart", "college", "DIG/P1, EVA/P1", name="a"))
    assert task_of(compilation, "DIG/P1").members == ("DIG/P1",)
    assert task_of(compilation, "EVA/P1").members == ("EVA/P1",)
    assert "shared-skills.start" in modules(computed)
    assert "shared-skills.start" not in modules(compilation)
    assert task_of(compilation, "DIG/P1").decided == task_of(compilation, "EVA/P1").decided
    assert task_of(compilation, "DIG/P1").decided[0].decision == "a"


def test_together_and_apart_contradict_each_other_whoever_says_so_and_when(computed: Compilation) -> None:
    compilation = made(
        entry("together", "plant", "DIG/P2, DIG/P3, DIG/P4", name="a", date="2026-03-01"),
        entry("apart", "plant", "DIG/P2, DIG/P4", name="b", date="2026-05-01"),
    )
    assert against(compilation) == {"a": ("contradictory", "b"), "b": ("contradictory", "a")}
    assert compilation.catalogue == computed.catalogue


def test_a_contradiction_by_way_of_others_takes_the_whole_chain() -> None:
    compilation = made(
        entry("together", "plant", "DIG/P2, DIG/P3", name="a"),
        entry("together", "plant", "DIG/P3, DIG/P4", name="b"),
        entry("together", "plant", "DIG/P5, EVA/P2", name="c"),
        entry("apart", "college", "DIG/P2, DIG/P4", name="d"),
    )
    assert kinds(compilation) == {"a": "contradictory", "b": "contradictory", "c": "unseen", "d": "contradictory"}
    assert task_of(compilation, "DIG/P3").members == ("DIG/P3",)
    assert task_of(compilation, "DIG/P5").members == ("DIG/P5", "EVA/P2")


PROCEDURES = ("DIG/P1", "DIG/P2", "DIG/P3", "DIG/P4", "DIG/P5", "EVA/P1", "EVA/P2")
Constraint = tuple[str, Sequence[str]]


def classes(joined: Iterable[Sequence[str]]) -> list[set[str]]:
    """Procedures that belong together directly or by way of others."""
    found = [{one} for one in PROCEDURES]
    for some in joined:
        touching = [one for one in found if one & {*some}]
        found = [*(one for one in found if one not in touching), set().union(*touching)]
    return found


def contradictory(constraints: Sequence[Constraint]) -> set[int]:
    """Which of them cannot hold."""
    groups = classes(some for kind, some in constraints if kind == "together")
    broken = [one for one in groups for kind, some in constraints if kind == "apart" and len(one & {*some}) > 1]
    return {
        number
        for number, (kind, some) in enumerate(constraints)
        if any((len(one & {*some}) > 1) if kind == "apart" else (some[0] in one) for one in broken)
    }


def violated(constraints: Sequence[Constraint], compilation: Compilation) -> list[int]:
    """Those that hold but are not kept in the catalogue."""
    group_of = {member: task.id for task in compilation.catalogue.tasks for member in task.members}
    became = kinds(compilation)
    found = []
    for number, (kind, some) in enumerate(constraints):
        same = [group_of[one] == group_of[other] for one, other in combinations(some, 2)]
        if became[f"d{number}"] in HOLDING and not (all(same) if kind == "together" else not any(same)):
            found.append(number)
    return found


def constrained(constraints: Sequence[Constraint]) -> Compilation:
    """The repository with these constraints, named after their places."""
    return made(
        *(entry(kind, "plant", ", ".join(some), name=f"d{number}") for number, (kind, some) in enumerate(constraints))
    )


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["together", "apart"]),
            st.lists(st.sampled_from(PROCEDURES), min_size=2, max_size=3, unique=True),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_what_holds_holds_in_the_catalogue(constraints: Sequence[Constraint]) -> None:
    compilation = constrained(constraints)
    assert sorted(member for task in compilation.catalogue.tasks for member in task.members) == sorted(PROCEDURES)
    against = {int(name[1:]) for name, kind in kinds(compilation).items() if kind == "contradictory"}
    assert against == contradictory(constraints)
    assert violated(constraints, compilation) == []


# --- What is not taught ---


def untaught(compilation: Compilation) -> dict[str, tuple[str, str]]:
    """Elements that are not taught by a decision: why, and by which."""
    return {one.address: (one.reason, one.decision) for one in compilation.design.untaught}


def test_a_procedure_takes_along_what_belongs_to_nothing_else() -> None:
    compilation = made(entry("exclude", "plant", "DIG/P3", name="a", reason="plant-training"))
    assert untaught(compilation) == dict.fromkeys(
        ("DIG/P3", "DIG/P3/S1", "DIG/hazards/H1", "DIG/parameters/T1", "DIG/quality/Q1", "DIG/records/R1"),
        ("plant-training", "a"),
    )
    assert "DIG/P3" not in {member for task in compilation.catalogue.tasks for member in task.members}
    assert "DIG/parameters/T2" in lesson_of(compilation, "DIG/P1").parameters


def test_an_element_is_left_out_of_what_is_taught(computed: Compilation) -> None:
    compilation = made(entry("exclude", "college", "DIG/parameters/T2", name="a", reason="taught-elsewhere"))
    assert untaught(compilation) == {"DIG/parameters/T2": ("taught-elsewhere", "a")}
    for procedure in ("DIG/P1", "DIG/P3"):
        assert "DIG/parameters/T2" in lesson_of(computed, procedure).parameters
        assert "DIG/parameters/T2" not in lesson_of(compilation, procedure).parameters


def test_everything_may_be_left_out() -> None:
    compilation = made(entry("exclude", "plant", ", ".join(PROCEDURES), name="a", reason="obsolete"))
    assert compilation.catalogue.tasks == ()
    assert compilation.design.courses == ()


@pytest.mark.parametrize(
    ("on", "reason"), [("DIG/hazards/H1", "hazard"), ("DIG/P3/S1", "step"), ("DIG/P4, DIG/hazards/H2", "hazard")]
)
def test_hazards_and_single_steps_are_always_taught(computed: Compilation, on: str, reason: str) -> None:
    compilation = made(entry("exclude", "plant", on, name="a", reason="obsolete"))
    assert [(one.kind, one.reason) for one in compilation.verdicts] == [("refused", reason)]
    assert compilation.design == computed.design


def test_different_reasons_of_different_roles_contradict_each_other(computed: Compilation) -> None:
    compilation = made(
        entry("exclude", "plant", "DIG/P3, DIG/P4", name="a", reason="obsolete"),
        entry("exclude", "college", "DIG/P4", name="b", reason="out-of-scope"),
        entry("exclude", "college", "EVA/nothing", name="c", reason="out-of-scope"),
    )
    assert kinds(compilation) == {"a": "contradictory", "b": "contradictory", "c": "gone"}
    assert compilation.design == computed.design


# --- Ratings and titles ---


def test_the_training_follows_from_the_grades(computed: Compilation) -> None:
    high = made(entry("rate", "industry", "DIG/P3", name="a", difficulty=3, importance=3, frequency=1))
    rating = task_of(high, "DIG/P3").rating
    assert (rating.difficulty.value, rating.importance.value, rating.frequency.value) == (3, 3, 1)
    assert rating.difficulty.given
    assert rating.outcome == "intensive" != task_of(computed, "DIG/P3").rating.outcome
    assert {mark.part for mark in task_of(high, "DIG/P3").decided} == {"difficulty", "importance", "frequency"}
    others = [[task for task in one.catalogue.tasks if "DIG/P3" not in task.members] for one in (high, computed)]
    assert others[0] == others[1]


def test_work_with_a_major_hazard_is_never_left_without_training() -> None:
    low = {"difficulty": 1, "importance": 1, "frequency": 1}
    compilation = made(entry("rate", "plant", "DIG/P4, DIG/P5", name="a", **low))
    assert task_of(compilation, "DIG/P4").rating.outcome == "job-aid"
    assert task_of(compilation, "DIG/P5").rating.importance.value == 1
    assert task_of(compilation, "DIG/P5").rating.outcome == "train"


def test_a_task_has_the_strictest_rating_of_its_procedures(computed: Compilation) -> None:
    high = {"difficulty": 3, "importance": 3, "frequency": 1}
    one = made(entry("rate", "plant", "EVA/P1", name="a", **high))
    assert task_of(one, "DIG/P1").rating.outcome == "intensive"
    ratings = {own.procedure: own.rating.outcome for profile in one.profiles for own in profile.competencies}
    assert (ratings["DIG/P1"], ratings["EVA/P1"]) == ("job-aid", "intensive")
    both = made(entry("rate", "plant", task_of(computed, "DIG/P1").id, name="a", **high))
    ratings = {own.procedure: own.rating.outcome for profile in both.profiles for own in profile.competencies}
    assert (ratings["DIG/P1"], ratings["EVA/P1"]) == ("intensive", "intensive")


def test_grades_are_decided_one_by_one() -> None:
    compilation = made(
        entry("rate", "plant", "DIG/P3", name="a", date="2026-03-01", difficulty=3, importance=1),
        entry("rate", "plant", "DIG/P3", name="b", date="2026-03-02", importance=3),
        entry("rate", "industry", "DIG/P3", name="c", date="2026-03-03", frequency=2),
    )
    assert kinds(compilation) == dict.fromkeys("abc", "unseen")
    rating = task_of(compilation, "DIG/P3").rating
    assert (rating.difficulty.value, rating.importance.value, rating.frequency.value) == (3, 3, 2)


def test_a_title_by_any_name_of_the_task(computed: Compilation) -> None:
    for name in ("DIG/P1", "EVA/P1, DIG/P1", task_of(computed, "DIG/P1").id, lesson_of(computed, "DIG/P1").id):
        compilation = made(entry("rename", "plant", name, name="a", title="开泵"))
        assert title(compilation, "EVA/P1") == "开泵"
        (mark,) = task_of(compilation, "EVA/P1").decided
        assert (mark.part, mark.decision, mark.computed) == ("title", "a", task_of(computed, "DIG/P1").title)


def test_names_of_different_tasks_are_no_subject() -> None:
    compilation = made(
        entry("rename", "plant", "DIG/P1, DIG/P2", name="a", title="甲"),
        entry("rename", "plant", "DIG/P9", name="b", title="甲"),
        entry("rename", "plant", "course-DIG.run, course-DIG.care", name="c", title="甲"),
        entry("rename", "plant", "course-XYZ", name="d", title="甲"),
    )
    assert {one.decision: (one.kind, one.reason) for one in compilation.verdicts} == {
        "a": ("gone", "split"),
        "b": ("gone", "missing"),
        "c": ("gone", "split"),
        "d": ("gone", "missing"),
    }


def test_titles_of_modules_and_courses(computed: Compilation) -> None:
    for name in ("course-DIG.run", modules(computed)["course-DIG.run"].id):
        compilation = made(
            entry("rename", "college", name, name="a", title="溶出运行"),
            entry("rename", "college", "course-EVA", name="b", title="蒸发"),
        )
        assert str(modules(compilation)["course-DIG.run"].title) != str(modules(computed)["course-DIG.run"].title)
        assert [mark.decision for mark in modules(compilation)["course-DIG.run"].decided] == ["a"]
        assert {course.id: [mark.decision for mark in course.decided] for course in compilation.design.courses} == {
            "shared-skills": [],
            "course-DIG": [],
            "course-EVA": ["b"],
        }


# --- Courses of another cut, and where they are filed ---


def courses(compilation: Compilation) -> dict[str, list[str]]:
    """The first procedure of each learning task by course."""
    return {one.id: [task.derived_from[0] for task in one.tasks] for one in compilation.design.courses}


def test_courses_make_one_course(computed: Compilation) -> None:
    compilation = made(
        entry("course", "college", "course-DIG, course-EVA", name="a", course="HYDRO", title="湿法冶金操作"),
        entry("move", "college", "EVA/P2", name="b", to="course-HYDRO.stop"),
        entry("categorise", "college", "course-HYDRO", name="c", category="extension", nature="elective"),
    )
    assert {*kinds(compilation).values()} <= {"applied", "unseen"}
    before, after = courses(computed), courses(compilation)
    assert after.keys() == before.keys() - {"course-DIG", "course-EVA"} | {"course-HYDRO"}
    assert sorted(after["course-HYDRO"]) == sorted([*before["course-DIG"], *before["course-EVA"]])
    made_course = next(one for one in compilation.design.courses if one.id == "course-HYDRO")
    assert words(made_course.title, "zh") == "湿法冶金操作"
    assert (made_course.category.value, made_course.nature, made_course.block.value) == (
        "extension",
        "elective",
        "industry",
    )
    assert [(mark.part, mark.decision) for mark in made_course.decided] == [("members", "a"), ("category", "c")]
    assert "EVA/P2" in held(modules(compilation)["course-HYDRO.stop"])
    identifiers = {task.id for course in computed.design.courses for task in course.tasks}
    assert {task.id for course in compilation.design.courses for task in course.tasks} == identifiers


def test_single_tasks_make_a_course_of_their_own(computed: Compilation) -> None:
    compilation = made(entry("course", "college", "DIG/P3, DIG/P5", name="a", course="D2", title="隔膜泵维护"))
    after = courses(compilation)
    assert sorted(after["course-D2"]) == ["DIG/P3", "DIG/P5"]
    assert sorted([*after["course-DIG"], *after["course-D2"]]) == sorted(courses(computed)["course-DIG"])


@pytest.mark.parametrize(
    ("entries", "verdicts"),
    [
        ([("course-DIG", {"course": "EVA", "title": "课"})], [("refused", "course-taken")]),
        ([("course-NO", {"course": "A", "title": "课"})], [("gone", "missing")]),
        (
            [("course-DIG", {"course": "A", "title": "课"}), ("course-DIG", {"course": "B", "title": "课"})],
            [("contradictory", ""), ("contradictory", "")],
        ),
    ],
)
def test_courses_that_cannot_be_made(
    computed: Compilation, entries: list[tuple[str, dict[str, str]]], verdicts: list[tuple[str, str]]
) -> None:
    compilation = made(*(entry("course", "college", on, name=f"d{n}", **more) for n, (on, more) in enumerate(entries)))
    assert [(one.kind, one.reason) for one in compilation.verdicts] == verdicts
    assert compilation.design == computed.design


# --- Places, order, hours ---


def test_a_module_is_made_and_an_emptied_one_is_gone(computed: Compilation) -> None:
    compilation = made(entry("move", "college", "DIG/P5", name="a", to="course-DIG.start"))
    before, after = modules(computed), modules(compilation)
    assert before.keys() - after.keys() == {"course-DIG.care"}
    assert after.keys() - before.keys() == {"course-DIG.start"}
    assert held(after["course-DIG.start"]) == ["DIG/P5"]
    assert {name: after[name].id for name in before.keys() & after.keys()} == {
        name: before[name].id for name in before.keys() & after.keys()
    }
    assert lesson_of(compilation, "DIG/P5").id == lesson_of(computed, "DIG/P5").id
    assert [(mark.part, mark.decision) for mark in lesson_of(compilation, "DIG/P5").decided] == [("module", "a")]
    assert [module.label for module in compilation.design.courses[1].modules] == ["M01", "M02", "M03"]


def test_a_task_moves_to_another_course(computed: Compilation) -> None:
    compilation = made(entry("move", "college", "EVA/P2", name="a", to="course-DIG.care"))
    assert held(modules(compilation)["course-DIG.care"]) == ["DIG/P5", "EVA/P2"]
    assert modules(compilation)["course-DIG.care"].id == modules(computed)["course-DIG.care"].id
    assert "course-EVA" not in {course.id for course in compilation.design.courses}


def test_there_is_no_moving_to_a_module_of_no_course(computed: Compilation) -> None:
    compilation = made(entry("move", "college", "DIG/P5", name="a", to="course-XYZ.run"))
    assert [(one.kind, one.reason) for one in compilation.verdicts] == [("gone", "no-module")]
    assert compilation.design == computed.design


def test_an_order_leaves_the_others_in_their_places() -> None:
    moved = entry("move", "college", "DIG/P5", name="m", to="course-DIG.run")
    assert held(modules(made(moved))["course-DIG.run"]) == ["DIG/P3", "DIG/P4", "DIG/P5"]
    compilation = made(moved, entry("order", "college", "DIG/P5, DIG/P3", name="o"))
    run = modules(compilation)["course-DIG.run"]
    assert held(run) == ["DIG/P5", "DIG/P4", "DIG/P3"]
    assert [task.label for task in run.tasks] == ["M01-T01", "M01-T02", "M01-T03"]
    assert [(mark.part, mark.decision) for mark in run.decided] == [("order", "o")]


def test_a_later_order_goes_before_an_earlier_one() -> None:
    compilation = made(
        entry("order", "college", "DIG/P4, DIG/P3", name="a", date="2026-03-01"),
        entry("order", "college", "DIG/P3, DIG/P4", name="b", date="2026-03-02"),
    )
    assert against(compilation) == {"a": ("superseded", "b"), "b": ("unseen", "")}
    assert held(modules(compilation)["course-DIG.run"]) == ["DIG/P3", "DIG/P4"]


def test_no_order_across_modules(computed: Compilation) -> None:
    compilation = made(entry("order", "college", "DIG/P5, DIG/P3", name="a"))
    assert [(one.kind, one.reason) for one in compilation.verdicts] == [("refused", "several-modules")]
    assert compilation.design == computed.design


def test_hours(computed: Compilation) -> None:
    compilation = made(entry("hours", "college", "EVA/P1", name="a", theory=3, practice=0))
    lesson, before = lesson_of(compilation, "DIG/P1"), lesson_of(computed, "DIG/P1")
    assert (lesson.theory_hours, lesson.practice_hours) == (3, 0)
    assert [(mark.part, mark.decision) for mark in lesson.decided] == [("hours", "a")]
    shared, shared_before = (one.design.courses[0] for one in (compilation, computed))
    assert shared.hours - shared_before.hours == 3 - before.hours
    assert compilation.design.courses[1:] == computed.design.courses[1:]


# --- Standards ---


def leading(compilation: Compilation) -> set[str]:
    """The procedures whose tasks lead to the work content of the standard."""
    (row,) = [row for plan in compilation.plans for row in plan.levels]
    return {member for task in row.tasks for member in compilation.learning_tasks[task][1].derived_from}


def test_whether_a_task_leads_to_a_work_content() -> None:
    assert "DIG/P1" in leading(made(standard=STANDARD))
    assert "DIG/P4" not in leading(made(standard=STANDARD))
    compilation = made(
        entry("map", "industry", "DIG/P1", name="a", standard="6-17-06-01", item="C1", fits="false"),
        entry("map", "industry", "DIG/P4", name="b", standard="6-17-06-01", item="C1"),
        entry("map", "industry", "DIG/P4", name="c", standard="6-17-06-01", item="C9"),
        standard=STANDARD,
    )
    assert kinds(compilation) == {"a": "unseen", "b": "unseen", "c": "gone"}
    assert "DIG/P1" not in leading(compilation)
    assert "DIG/P4" in leading(compilation)


def test_fitting_and_not_fitting_contradict_each_other() -> None:
    compilation = made(
        entry("map", "industry", "DIG/P4", name="a", standard="6-17-06-01", item="C1", fits="true"),
        entry("map", "college", "DIG/P4", name="b", standard="6-17-06-01", item="C1", fits="false"),
        standard=STANDARD,
    )
    assert kinds(compilation) == {"a": "contradictory", "b": "contradictory"}
    assert leading(compilation) == leading(made(standard=STANDARD))


# --- What is not right yet ---


def test_decisions_that_join_add_up_in_one_job() -> None:
    constraints = [("together", ["DIG/P1", "DIG/P2"]), ("together", ["DIG/P1", "DIG/P3"])]
    assert violated(constraints, constrained(constraints)) == []


def test_an_order_of_one_task_has_a_verdict() -> None:
    assert kinds(made(entry("order", "college", "DIG/P1, EVA/P1", name="a"))).keys() == {"a"}


def test_addresses_may_move_more_than_once() -> None:
    compilation = made(
        entry("rename", "plant", "DIG/P8", name="n", title="调温"),
        entry("readdress", "plant", "DIG/P8", name="a", date="2026-03-01", now="DIG/P9"),
        entry("readdress", "plant", "DIG/P9", name="b", date="2026-04-01", now="DIG/P3"),
    )
    assert kinds(compilation) == {"a": "applied", "b": "applied", "n": "unseen"}
    assert title(compilation, "DIG/P3") == "调温"


def test_decisions_about_courses_follow_a_job() -> None:
    compilation = made(
        entry("move", "college", "OLD/P2", name="m", to="course-OLD.run"),
        entry("rename", "college", "course-OLD", name="c", title="蒸发"),
        entry("readdress", "plant", "OLD", name="r", now="EVA"),
    )
    assert kinds(compilation) == {"m": "unseen", "c": "unseen", "r": "applied"}


def test_another_address_alone_makes_no_decision_stale() -> None:
    decided = ("exclude", "plant", "DIG/P4")
    seen = seen_of(made(entry(*decided, name="a", reason="obsolete")))["a"]
    compilation = made(
        entry(*decided, name="a", reason="obsolete", seen=f'"{seen}"'),
        entry("readdress", "plant", "DIG/P4", name="r", now="DIG/P9"),
        dig=DIG.replace("id: P4", "id: P9"),
    )
    assert kinds(compilation) == {"a": "applied", "r": "applied"}


def test_the_later_reason_for_leaving_out_holds() -> None:
    compilation = made(
        entry("exclude", "plant", "DIG/P2, DIG/P4", name="a", date="2026-03-01", reason="obsolete"),
        entry("exclude", "plant", "DIG/P4", name="b", date="2026-03-02", reason="plant-training"),
    )
    assert untaught(compilation)["DIG/P2"] == ("obsolete", "a")
    assert untaught(compilation)["DIG/P4"] == ("plant-training", "b")


def test_what_does_not_hold_supersedes_nothing() -> None:
    compilation = made(
        entry("rate", "plant", "DIG/P3", name="a", date="2026-03-01", importance=1),
        entry("rate", "plant", "DIG/P3", name="b", date="2026-03-02", importance=3, difficulty=1),
        entry("rate", "industry", "DIG/P3", name="c", date="2026-03-03", difficulty=3),
    )
    assert kinds(compilation) == {"a": "unseen", "b": "contradictory", "c": "contradictory"}
    assert task_of(compilation, "DIG/P3").rating.importance.value == 1


def test_orders_that_hold_hold_in_the_module() -> None:
    moved = entry("move", "college", "DIG/P5", name="m", to="course-DIG.run")
    orders = {"a": ("DIG/P5", "DIG/P3"), "b": ("DIG/P3", "DIG/P4"), "c": ("DIG/P4", "DIG/P5")}
    compilation = made(
        moved,
        *(
            entry("order", "college", ", ".join(pair), name=name, date=f"2026-03-0{day}")
            for day, (name, pair) in enumerate(orders.items(), 1)
        ),
    )
    run = held(modules(compilation)["course-DIG.run"])
    assert [name for name, kind in kinds(compilation).items() if kind in HOLDING and name in orders] == [
        name for name, (first, then) in orders.items() if run.index(first) < run.index(then)
    ]


def test_a_withdrawal_that_is_taken_back_has_taken_nothing_back() -> None:
    rated = entry("rate", "plant", "DIG/P3", name="a", date="2026-03-01", importance=3)
    first = entry("withdraw", "plant", name="w1", date="2026-03-02", replaces="[a]")
    second = entry("withdraw", "plant", name="w2", date="2026-03-03", replaces="[w1]")
    assert kinds(made(rated, first)) == {"a": "superseded", "w1": "applied"}
    assert kinds(made(rated, first, second)) == {"a": "unseen", "w1": "superseded", "w2": "applied"}


def test_who_and_why_may_be_corrected_without_making_another_decision() -> None:
    fields = {"date": "2026-03-01", "importance": 3}
    first = entry("rate", "plant", "DIG/P3", name="x", **fields).replace("id: x, ", "")
    (name,) = kinds(made(first))
    assert kinds(made(first.replace("by: 王强", "by: 王强强").replace("why: 商定", "why: 重新商定"))).keys() == {name}
    assert name not in kinds(made(first.replace("importance: 3", "importance: 2")))


def test_the_same_decided_twice_holds_once() -> None:
    first = entry("rate", "plant", "DIG/P3", name="x", importance=3).replace("id: x, ", "")
    for second in (first, first.replace("why: 商定", "why: 再次商定")):
        assert sorted(kinds(made(first, second)).values()) == ["superseded", "unseen"]
        assert kinds(made(first, second)) == kinds(made(second, first))


def test_of_two_that_name_each_other_the_later_one_holds() -> None:
    one = entry("rate", "plant", "DIG/P3", name="a", importance=3, replaces="[b]")
    other = entry("rate", "plant", "DIG/P3", name="b", importance=2, replaces="[a]")
    assert kinds(made(one, other)) == {"a": "superseded", "b": "unseen"}


@pytest.mark.parametrize("phase", ["emergency", "emergency-shutdown"])
def test_what_is_done_in_an_emergency_is_left_out_by_the_plant_only(phase: str) -> None:
    urgent = DIG.replace("phase: shutdown", f"phase: {phase}")
    for role, kind in (("college", "unauthorised"), ("plant", "unseen")):
        assert kinds(made(entry("exclude", role, "DIG/P2", name="a", reason="obsolete"), dig=urgent)) == {"a": kind}


@pytest.mark.parametrize(
    ("section", "element"),
    [
        ("lockouts", "X1: 主电机开关"),
        ("ppe", "X1: 面罩"),
        ("permits", "X1: 动火作业票"),
        ("interlocks", "X1: 高压停泵"),
        ("emergency_cards", "X1: {title: 灼伤, actions: [冲洗]}"),
    ],
)
def test_what_keeps_people_from_harm_is_left_out_by_the_plant_only(section: str, element: str) -> None:
    guarded = f"{DIG}{section}: [{element}]\n"
    for role, kind in (("college", "unauthorised"), ("plant", "unseen")):
        left_out = entry("exclude", role, f"DIG/{section}/X1", name="a", reason="obsolete")
        assert kinds(made(left_out, dig=guarded)) == {"a": kind}


def test_what_is_not_joined_stays_with_what_it_was_with() -> None:
    steps = {
        "P1": ("检查油位", "打开进口阀", "启动电机", "打开出口阀"),
        "P2": ("停机", "放出旧油", "加新油", "记录"),
    }
    titles = {
        "A": {"P1": "启动离心泵", "P2": "更换减速机油"},
        "B": {"P1": "离心泵启动", "P2": "减速机换油"},
        "C": {"P2": "减速机油更换"},
    }
    files = {"sopcurric.yaml": "project: {name: 课程}\n"}
    for job, own in titles.items():
        procedures = [{"id": one, "title": title, "steps": list(steps[one])} for one, title in own.items()]
        tree = {"job": {"code": job, "title": f"{job} 工"}, "procedures": procedures}
        files[f"sops/{job}.yaml"] = yaml.safe_dump(tree, allow_unicode=True)

    def grouped(*decisions: object) -> set[tuple[str, ...]]:
        text = yaml.safe_dump({"decisions": list(decisions)}, allow_unicode=True)
        found = compiled({**files, "decisions/a.yaml": text} if decisions else files)
        return {one.members for one in found.catalogue.tasks}

    assert grouped() == {("A/P1", "B/P1"), ("A/P2", "B/P2", "C/P2")}
    header = {"role": "plant", "by": "张工", "date": "2026-01-01", "why": "同一项工作"}
    joined = grouped({"decide": "together", "on": ["A/P1", "B/P2"], **header})
    assert joined == {("A/P1", "B/P2", "C/P2"), ("A/P2",), ("B/P1",)}
