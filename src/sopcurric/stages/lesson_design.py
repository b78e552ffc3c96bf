"""How each learning task is taught: progression, eight links, meetings of the class (三段八环与五维递进)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from sopcurric.leaves.task_view import TaskView
from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import LearningTask
from sopcurric.model.enumerating import single
from sopcurric.model.files.programme import ProgrammeFile, TrainingBase
from sopcurric.model.files.project import TeachingPolicy
from sopcurric.model.files.sop_kinds import GRAVE
from sopcurric.model.lesson import (
    COLLEGE,
    PLANT,
    SELF_STUDY,
    Difficulty,
    Lesson,
    LessonDesign,
    Link,
    LinkKind,
    Progress,
    SafetyExamination,
    TeachingUnit,
    UnitKind,
    UnitPart,
)
from sopcurric.model.sop import Step
from sopcurric.model.text import Phrase, sentence
from sopcurric.teaching.facts import Facts, Topic, bare, few, quoted
from sopcurric.teaching.links import Setting, eight_links
from sopcurric.teaching.progression import progression

_MOST_FOCUS = 3
_MOST_DIFFICULTIES = 3
_MOST_NAMES = 5
"""As many names as one meeting lists of one kind."""
_MANY_CAUSES = 3
"""From so many causes on, telling them apart is hard."""


def design_lessons(everything: Compilation) -> LessonDesign:
    """The lesson of every learning task, in the order of courses; the safety examination of each module.

    The examination is held at the end of the last meeting at the college before the module first goes to the plant, so
    that nobody is in the field before it: with the first task that goes there, else with one before it. A module that
    would begin in the plant keeps an hour at the college for it; where its first task has only one, it is held apart.
    """
    lessons: list[Lesson] = []
    examinations: list[SafetyExamination] = []
    for course in everything.design.courses:
        for module in course.modules:
            views = [Facts(TaskView(course, module, task, everything)) for task in module.tasks]
            steps = [progression(facts) for facts in views]
            hazards = tuple(dict.fromkeys(one for task in module.tasks for one in task.hazards))
            first = next((n for n, own in enumerate(steps) if any(one.gate for one in own)), None)
            held = None
            if first is not None:
                if not any(map(_at_college, steps[: first + 1])):
                    steps[first] = progression(views[first], examined=True)
                held = next((n for n in range(first, -1, -1) if _at_college(steps[n])), None)
                task = module.tasks[first if held is None else held]
                examinations.append(SafetyExamination(module.id, task.id, hazards, apart=held is None))
            for number, (facts, own) in enumerate(zip(views, steps, strict=True)):
                examined = _examined(views) if number == held else ()
                lessons.append(_lesson(facts, own, examined))
    return LessonDesign(tuple(lessons), tuple(examinations))


def _at_college(progress: Iterable[Progress]) -> bool:
    """Whether any of a task is taught at the college."""
    return any(one.hours for one in progress if one.kind in COLLEGE)


def _examined(views: Sequence[Facts]) -> tuple[Phrase, ...]:
    """What the safety examination asks about, grave hazards first."""
    every = [one for facts in views for one in facts.hazards]
    return tuple(dict.fromkeys(one.title for one in sorted(every, key=lambda one: one.risk not in GRAVE)))


def _lesson(facts: Facts, progress: tuple[Progress, ...], examined: tuple[Phrase, ...]) -> Lesson:
    view = facts.view
    policy = view.all.inputs.settings.teaching
    base = base_of(view.all.inputs.programmes, view.typical.jobs, "college")
    setting = Setting(
        progress,
        mentor_of(view.all.inputs.programmes, view.typical.jobs),
        base.title if base else sentence("lesson.room.college"),
        _place(facts),
        examined,
        policy.minutes_per_hour,
    )
    links = eight_links(facts, setting)
    return Lesson(
        task=view.task.id,
        module=view.module.id,
        procedure=facts.procedure.address,
        deeds=len(facts.deeds),
        minutes=view.task.hours * policy.minutes_per_hour,
        progress=progress,
        links=links,
        units=_units(facts, progress, links, policy),
        focus=tuple(_focus(facts)),
        difficulties=(tuple(_difficulties(facts)) or (_plain_difficulty(facts),))[:_MOST_DIFFICULTIES],
        mentor=setting.mentor,
        room=setting.room,
        site=setting.place,
        places=base.places if base else 0,
        turns=single((*facts.procedure.actors, *(one.actor for one in facts.deeds if one.actor))),
    )


# --- Who and where ---


def mentor_of(programmes: Iterable[ProgrammeFile], jobs: Sequence[Address]) -> Phrase:
    """The mentor who teaches any of the jobs and least others, or whom the plant names."""
    every = [one for programme in programmes for one in programme.mentors if not {*one.jobs}.isdisjoint(jobs)]
    best = min(every, key=lambda one: len(one.jobs), default=None)
    return best.title if best else sentence("lesson.mentor")


def base_of(programmes: Iterable[ProgrammeFile], jobs: Sequence[Address], role: str) -> TrainingBase | None:
    """The first training base of any of the jobs that a partner of this role (college, plant) runs."""
    for programme in programmes:
        partners = {one.id for one in programme.partners if one.role == role}
        for one in programme.bases:
            if one.partner in partners and not {*one.jobs}.isdisjoint(jobs):
                return one
    return None


def _place(facts: Facts) -> Phrase:
    """Where the procedure is carried out, or the training base in the plant."""
    if facts.procedure.place:
        return bare(facts.procedure.place)
    base = base_of(facts.view.all.inputs.programmes, facts.view.typical.jobs, "plant")
    return base.title if base else sentence("lesson.room.plant")


# --- Meetings ---


@dataclass(frozen=True, slots=True)
class _Cut:
    """A meeting: where it takes place, its hours, and how many hours there have been there before it.

    `alone`: all of the task takes place in the plant.
    """

    plant: bool
    hours: int
    start: int
    alone: bool


def _cuts(progress: Sequence[Progress], policy: TeachingPolicy) -> Iterator[_Cut]:
    """Meetings at the college, then in the plant; a rest joins the meeting before it where that is not too long."""
    alone = not _at_college(progress)
    for plant, kinds in ((False, COLLEGE), (True, PLANT)):
        left, start = sum(one.hours for one in progress if one.kind in kinds), 0
        while left:
            own = min(left, policy.unit_hours)
            rest = left - own
            if 0 < rest < policy.unit_hours and own + rest <= policy.longest_hours:
                own += rest
            yield _Cut(plant, own, start, alone)
            left -= own
            start += own


def _units(
    facts: Facts, progress: tuple[Progress, ...], links: Sequence[Link], policy: TeachingPolicy
) -> tuple[TeachingUnit, ...]:
    cuts = _whole(facts.view.task, progress, policy) or [*_cuts(progress, policy)]
    spans = [_parts(cut, links, policy.minutes_per_hour) for cut in cuts]
    if spans:
        spans[0][:0] = [(one.kind, one.minutes) for one in links if one.kind == SELF_STUDY and one.minutes]
    topics = _Topics(facts, spans)
    theory = facts.view.task.theory_hours
    units: list[TeachingUnit] = []
    done: set[Phrase] = set()
    for number, (cut, span) in enumerate(zip(cuts, spans, strict=True), start=1):
        own_theory = 0 if cut.plant else max(0, min(theory - cut.start, cut.hours))
        parts = tuple(topics.part(kind, minutes) for kind, minutes in span)
        kind = _kind(cut, own_theory, progress)
        last = number == len(cuts)
        homework = tuple(_homework(facts, [kind for kind, _ in span], done, last=last))
        units.append(TeachingUnit(number, kind, own_theory, cut.hours - own_theory, parts, homework))
    return tuple(units)


def _whole(task: LearningTask, progress: Sequence[Progress], policy: TeachingPolicy) -> list[_Cut]:
    """One meeting for a short task that is taught in one place."""
    places = {one.kind in PLANT for one in progress if one.hours}
    if 0 < task.hours <= policy.longest_hours and len(places) == 1:
        plant = places.pop()
        return [_Cut(plant, task.hours, 0, alone=plant)]
    return []


def _parts(cut: _Cut, links: Sequence[Link], minutes_per_hour: int) -> list[tuple[LinkKind, int]]:
    """The links of a meeting, each with the minutes that fall into it; self-study takes none of them."""
    start, end = cut.start * minutes_per_hour, (cut.start + cut.hours) * minutes_per_hour
    at = 0
    found: list[tuple[LinkKind, int]] = []
    for link in links:
        if link.kind == SELF_STUDY or (link.kind == "post" or cut.alone) != cut.plant:
            continue
        own = min(end, at + link.minutes) - max(start, at)
        at += link.minutes
        if own > 0:
            found.append((link.kind, own))
    return found


def _kind(cut: _Cut, theory: int, progress: Sequence[Progress]) -> UnitKind:
    if not cut.plant:
        if theory == cut.hours:
            return "theory"
        return "integrated" if theory else "practice"
    field = next(one for one in progress if one.kind == "field")
    if field.drill:
        return "drill"
    return "field" if cut.start < field.hours else "post"


class _Topics:
    """What links are about, handed out meeting by meeting."""

    def __init__(self, facts: Facts, spans: Sequence[Sequence[tuple[LinkKind, int]]]) -> None:
        self._facts = facts
        steps = [Topic("steps", facts.deed(one), one.address) for one in facts.deeds]
        about: dict[LinkKind, list[Topic]] = {
            "lecture": [*facts.topics()] or steps,
            "simulation": steps,
            "post": steps,
        }
        self._waiting = {
            kind: iter(_divided(own, [minutes for span in spans for one, minutes in span if one == kind]))
            for kind, own in about.items()
        }

    def part(self, kind: LinkKind, minutes: int) -> UnitPart:
        """The part of a link in the next meeting that has it."""
        own = next(self._waiting[kind], []) if kind in self._waiting else []
        addresses = tuple(dict.fromkeys(one.address for one in own))
        told = (self._told(code, [*group]) for code, group in groupby(own, key=lambda one: one.code))
        return UnitPart(kind, minutes, tuple(told), addresses)

    def _told(self, code: str, group: Sequence[Topic]) -> Phrase:
        if code == "steps":
            named = {one.address for one in group}
            return self._facts.steps([one for one in self._facts.deeds if one.address in named])
        names = (one.title for one in group)
        items = quoted(names, 2) if code == "reasons" else few(names, _MOST_NAMES)
        return sentence(f"lesson.topic.{code}", items=items)


def _divided(things: Sequence[Topic], minutes: Sequence[int]) -> list[list[Topic]]:
    """Topics in as many runs as there are meetings, by their time; as far as there are enough, each run has one."""
    weights = [one.weight for one in things]
    runs: list[list[Topic]] = []
    whole, past, done = sum(minutes), 0, 0
    for number, own in enumerate(minutes, start=1):
        past += own
        wanted = sum(weights) * past / whole
        end = sum(
            before <= wanted - weight / 2
            for before, weight in zip(accumulate(weights, initial=0), weights, strict=False)
        )
        end = min(max(end, done + 1), max(done, len(things) - (len(minutes) - number)))
        runs.append([*things[done:end]])
        done = end
    return runs


def _homework(facts: Facts, kinds: Sequence[LinkKind], done: set[Phrase], *, last: bool) -> Iterator[Phrase]:
    """One thing to do after a meeting that was not set before, by what it was about; at the end the evaluation."""
    if last:
        yield sentence("lesson.homework.evaluation", title=facts.title)
        return
    found = next((one for one in _exercises(facts, kinds) if one not in done), None)
    if found:
        done.add(found)
        yield found


def _exercises(facts: Facts, kinds: Sequence[LinkKind]) -> Iterator[Phrase]:
    if "post" in kinds and facts.records:
        yield sentence("lesson.homework.records", records=few(map(facts.form, facts.records), 2))
    if "solving" in kinds and facts.deviations:
        yield sentence("lesson.homework.deviations", items=quoted((one.title for one in facts.deviations), 2))
    if "simulation" in kinds:
        ending = "" if facts.critical else ".plain"
        yield sentence(f"lesson.homework.steps{ending}", title=facts.title)
    if "discussion" in kinds and facts.hazards:
        yield sentence("lesson.homework.hazards", hazard=facts.hazards[0].title)
    if facts.ranged:
        yield sentence("lesson.homework.ranges", items=few(one.title for one in facts.ranged))
    yield sentence("lesson.homework.read", title=facts.title)


# --- Focus and difficulties ---


def _focus(facts: Facts) -> Iterator[Phrase]:
    """What must stick: critical steps, readings, controls of the gravest hazard; else the standards of the steps."""
    guarded = [one for one in facts.grave if one.controls][:1]
    if facts.critical:
        critical = quoted(map(facts.deed, facts.critical), _MOST_FOCUS)
        yield sentence("lesson.focus.critical", steps=critical)
    if facts.ranged:
        yield sentence("lesson.focus.ranges", items=few(map(facts.range_of, facts.ranged)))
    for hazard in guarded:
        controls = few(map(bare, hazard.controls), 2)
        yield sentence("lesson.focus.hazard", hazard=hazard.title, controls=controls)
    if facts.critical or facts.ranged or guarded:
        return
    if facts.measured:
        yield sentence("lesson.focus.standards", items=few(_measured(facts, one) for one in facts.measured))
    else:
        yield sentence("lesson.focus.order", title=facts.title, steps=facts.steps(facts.deeds))


def _measured(facts: Facts, step: Step) -> Phrase:
    return sentence("lesson.measured", step=facts.deed(step), standard=facts.standard(step))


def _difficulties(facts: Facts) -> Iterator[Difficulty]:
    """What is hard, with the reason that the SOP gives for it."""
    many = sorted(facts.deviations, key=lambda one: -len(one.causes) - len(one.rows))
    for one in many[:1]:
        causes = len(one.causes) + len(one.rows)
        if causes >= _MANY_CAUSES:
            reason = sentence("lesson.difficult.causes", number=causes)
            yield Difficulty(sentence("lesson.difficult.deviation", deviation=one.title), reason, (one.address,))
    for step in [one for one in facts.critical if one.reason][:1] or facts.reasons[:1]:
        yield Difficulty(
            sentence("lesson.quoted", title=facts.deed(step)),
            sentence("lesson.difficult.reason", reason=bare(step.reason)),
            (step.address,),
        )
    for hazard in facts.grave[:1]:
        if hazard.consequence:
            consequence = bare(hazard.consequence)
            yield Difficulty(
                sentence("lesson.difficult.hazard", hazard=hazard.title),
                sentence("lesson.difficult.consequence", consequence=consequence),
                (hazard.address,),
            )
    if facts.urgent:
        yield Difficulty(
            sentence("lesson.difficult.urgent", steps=facts.steps(facts.deeds)), sentence("lesson.difficult.seldom")
        )


def _plain_difficulty(facts: Facts) -> Difficulty:
    for step in facts.measured[:1]:
        return Difficulty(_measured(facts, step), sentence("lesson.difficult.standard"), (step.address,))
    return Difficulty(
        sentence("lesson.difficult.order", steps=facts.steps(facts.deeds)), sentence("lesson.difficult.open")
    )
