"""The order in which tasks are taught, modules of a size that can be taught, hours from evidence."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopcurric.grading.hours import Evidence, estimate
from sopcurric.model.competency import Grade, Outcome, Rating
from sopcurric.model.course_order import in_teaching_order, sized
from sopcurric.model.files.project import DifficultyFactors, HoursPolicy, OutcomeFactors
from sopcurric.model.saying import words
from sopcurric.model.task import TaskRelation
from sopcurric.model.task_range import TaskRange
from sopcurric.model.text import Text

WHY = Text.plain("zh", "因为")


@dataclass(frozen=True)
class Task:
    id: str
    range: TaskRange = "systemic"
    hours: int = 8


def after(first: str, second: str) -> TaskRelation:
    return TaskRelation("sequence", first, second, WHY)


def names(tasks: list[Task]) -> str:
    return "".join(task.id for task in tasks)


def test_simple_work_comes_before_complex_work_and_the_rest_stays() -> None:
    tasks = [Task("a", "advanced"), Task("b"), Task("c", "orienting"), Task("d")]
    assert names(in_teaching_order(tasks, ())) == "cbda"


def test_what_comes_after_something_follows_it_however_simple_it_is() -> None:
    tasks = [Task("a", "advanced"), Task("b", "orienting"), Task("c")]
    assert names(in_teaching_order(tasks, [after("a", "b"), after("b", "gone")])) == "cab"


def test_parallel_tasks_have_no_order() -> None:
    tasks = [Task("a", "advanced"), Task("b", "orienting")]
    assert names(in_teaching_order(tasks, [TaskRelation("parallel", "a", "b", WHY)])) == "ba"


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"))))
def test_circles_lose_no_task(pairs: list[tuple[str, str]]) -> None:
    tasks = [Task(one) for one in "abcdef"]
    made = in_teaching_order(tasks, [after(*pair) for pair in pairs])
    assert sorted(names(made)) == list("abcdef")


PARTS = st.dictionaries(
    st.sampled_from(["start", "run", "care", "stop"]),
    st.lists(st.integers(1, 30).map(lambda hours: Task("x", hours=hours)), min_size=1, max_size=6),
    min_size=1,
)


@given(PARTS, st.integers(0, 20), st.integers(20, 60))
def test_modules_hold_every_task_in_order_and_none_is_too_large(
    parts: dict[str, list[Task]], least: int, most: int
) -> None:
    made = sized(parts, least, most)
    assert [task for one in made for task in one.tasks] == [task for tasks in parts.values() for task in tasks]
    assert all(sum(task.hours for task in one.tasks) <= most or len(one.tasks) == 1 for one in made)
    assert [kind for one in made if one.place == 1 for kind in one.kinds] == [*parts]


def test_a_small_part_is_joined_with_its_smaller_neighbour() -> None:
    parts = {"start": [Task("a", hours=4)], "run": [Task("b", hours=30)], "care": [Task("c", hours=4)]}
    assert [one.kinds for one in sized(parts, 8, 34)] == [("start", "run"), ("care",)]
    parts = {"start": [Task("a", hours=12)], "run": [Task("b", hours=4)], "care": [Task("c", hours=10)]}
    assert [one.kinds for one in sized(parts, 8, 40)] == [("start",), ("run", "care")]


def test_a_large_part_is_cut_as_evenly_as_its_tasks_allow() -> None:
    parts = {"care": [Task(str(n), hours=hours) for n, hours in enumerate((10, 10, 10, 14))]}
    assert [[task.hours for task in one.tasks] for one in sized(parts, 8, 24)] == [[10, 10], [10, 14]]
    assert [(one.place, one.of) for one in sized(parts, 8, 24)] == [(1, 2), (2, 2)]


def rating(difficulty: int, outcome: Outcome) -> Rating:
    grade = Grade(difficulty, "computed", WHY)
    return Rating(grade, grade, grade, outcome)


POLICY = HoursPolicy(
    per_task=0,
    per_step=1,
    per_knowledge=0.5,
    difficulty=DifficultyFactors(low=0.5, average=1, high=2),
    training=OutcomeFactors(job_aid=0.5, on_demand=1, train=1, intensive=1.5),
    minimum=4,
    practice_share=0.8,
    round_to=2,
)


@pytest.mark.parametrize(
    ("evidence", "theory", "practice"),
    [
        (Evidence(10, 4, rating(2, "train")), 4, 8),  # 12 hours, 8 of 10 for steps are practice
        (Evidence(10, 4, rating(3, "intensive")), 12, 24),  # × 2 × 1.5
        (Evidence(10, 4, rating(1, "job-aid")), 2, 2),  # 3 hours are fewer than the least
        (Evidence(1, 30, rating(2, "train")), 14, 2),  # there is always some practice
        (Evidence(0, 8, rating(2, "train")), 4, 0),  # unless there are no steps
        (Evidence(4, 0, rating(2, "train")), 2, 2),  # and some theory
    ],
)
def test_hours_follow_the_evidence(evidence: Evidence, theory: int, practice: int) -> None:
    made = estimate(evidence, POLICY)
    assert (made.theory, made.practice) == (theory, practice)


def test_every_task_needs_some_hours_of_its_own() -> None:
    policy = POLICY.model_copy(update={"per_task": 6.0})
    made = estimate(Evidence(10, 4, rating(3, "intensive")), policy)
    assert made.theory + made.practice == 42  # the factors of difficulty and training do not concern them


def test_hours_tell_how_they_came_about() -> None:
    made = estimate(Evidence(10, 4, rating(3, "intensive")), POLICY)
    assert words(made.reason, "zh") == (
        "0 ＋（10 个步骤 × 1 ＋ 4 个知识点 × 0.5）× 难度系数 2 × 培训要求系数 1.5 ＝ 36，取整为 36 学时"
    )


@given(st.integers(0, 60), st.integers(0, 60), st.integers(1, 4), st.floats(0, 1))
def test_hours_are_whole_multiples(steps: int, knowledge: int, unit: int, share: float) -> None:
    policy = POLICY.model_copy(update={"round_to": unit, "practice_share": share})
    made = estimate(Evidence(steps, knowledge, replace(rating(2, "train"))), policy)
    assert made.theory % unit == made.practice % unit == 0
    assert made.theory >= 0
    assert made.theory + made.practice >= policy.minimum
