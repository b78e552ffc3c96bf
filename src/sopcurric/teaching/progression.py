"""The five steps of a learning task (五维递进): where it is learned, how freely, and how its hours are split."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from sopcurric.model.files.sop_kinds import DEMANDING, Risk
from sopcurric.model.lesson import PLANT, PROGRESS, Autonomy, Progress, ProgressKind
from sopcurric.model.sop import Step
from sopcurric.model.text import Phrase, sentence
from sopcurric.teaching.facts import Facts, few, listed, quoted

Name = TypeVar("Name", bound=str)
_INTENSIVE = 1.5
"""强化 tasks take half as much again of their practice in simulation: what is done seldom is repeated there."""
_DRILL = 0.5
"""A drill walks through the steps without doing them, so each takes half of the time."""


def shares(total: int, weights: Mapping[Name, float], least: int = 1) -> dict[Name, int]:
    """A whole number split by weight, by the largest remainder; each share gets `least` as far as there is enough.

    Where there is not, those that are named first come first.
    """
    wanted = {name: weight for name, weight in weights.items() if weight > 0}
    found = dict.fromkeys(weights, 0)
    for name in wanted:
        found[name] = min(least, total - sum(found.values()))
    spare = total - sum(found.values())
    if spare <= 0 or not wanted:
        return found
    whole = sum(wanted.values())
    exact = {name: spare * weight / whole for name, weight in wanted.items()}
    for name, share in exact.items():
        found[name] += int(share)
    left = total - sum(found.values())
    for name in sorted(exact, key=lambda name: int(exact[name]) - exact[name])[:left]:
        found[name] += 1
    return found


def split_practice(facts: Facts, *, examined: bool = False) -> dict[ProgressKind, int]:
    """Hours of practice in simulation, in the field and at the post.

    By evidence: what cannot be learned by trial on a running plant (critical steps, hazards, deviations, emergency
    cards) speaks for simulation, the steps themselves for the field, what recurs in every shift (records, readings,
    quality, handover) for the post. Work that needs no more than a job aid is shown on the spot where it is not
    dangerous. Emergencies are drilled in the field and never brought about at the post.
    Where the safety examination is held with a task that would be taught in the plant, an hour stays at the college.
    """
    outcome, task = facts.view.typical.rating.outcome, facts.view.task
    deeds = max(1, len(facts.deeds))
    intensive = outcome == "intensive"
    risky = len(facts.critical) + len(facts.hazards) + len(facts.grave) + len(facts.deviations) + len(facts.cards)
    simulation = 0.0 if outcome == "job-aid" and not facts.guarded else max(1, min(risky, deeds))
    read = sum(bool(one.frequency) for one in facts.parameters)
    recurring = 1 + len(facts.records) + len(facts.quality) + len(facts.handover) + read
    post = min(recurring, deeds) / (2 if facts.view.typical.phase in DEMANDING else 1)
    weights: dict[ProgressKind, float] = {
        "field": deeds * _DRILL if facts.urgent else deeds,
        "simulation": simulation * (_INTENSIVE if intensive else 1),
        "post": 0 if facts.urgent else post,
    }
    if intensive:
        weights = {"simulation": weights["simulation"], "field": weights["field"], "post": weights["post"]}
    found = shares(task.practice_hours, weights)
    if examined and not (task.theory_hours or found["simulation"]) and task.practice_hours > 1:
        found["post" if found["post"] >= found["field"] else "field"] -= 1
        found["simulation"] += 1
    return found


def progression(facts: Facts, *, examined: bool = False) -> tuple[Progress, ...]:
    """The five steps in their order; `examined`: with the safety examination of the module."""
    practice = split_practice(facts, examined=examined)
    return tuple(_step(facts, kind, practice.get(kind, 0)) for kind in PROGRESS)


def _step(facts: Facts, kind: ProgressKind, practice: int) -> Progress:
    task = facts.view.task
    theory = task.theory_hours if kind == "classroom" else 0
    absent = _absent(facts, kind, theory + practice)
    named = {point.id: point for point in map(facts.view.all.points.__getitem__, task.points)}
    wanted = ("knowledge",) if kind == "classroom" else ("skill", "conduct")
    steps = _steps(facts, kind)
    own = {step.address for step in steps}
    return Progress(
        kind=kind,
        autonomy=_autonomy(facts, kind),
        theory_hours=theory,
        practice_hours=practice,
        work=_work(facts, kind),
        exit_test=_exit_test(facts, kind),
        points=tuple(
            one
            for one, point in named.items()
            if point.kind in wanted and (not point.work or kind == "classroom" or point.derived_from[0] in own)
        )
        if not absent
        else (),
        steps=tuple(step.address for step in steps) if not absent else (),
        gate=facts.view.module.id if kind in PLANT and not absent else "",
        drill=kind == "field" and facts.urgent,
        triggers=tuple(_triggers(facts)) if kind == "refresher" else (),
        absent=absent,
    )


def _steps(facts: Facts, kind: ProgressKind) -> Sequence[Step]:
    if kind in {"classroom", "refresher"}:
        return ()
    every = tuple(step for procedure in facts.view.procedures for step in procedure.deeds)
    whole = kind != "simulation" or facts.view.typical.rating.outcome == "intensive" or facts.urgent
    return every if whole else tuple(one for one in every if one.critical) or every


def _absent(facts: Facts, kind: ProgressKind, hours: int) -> Phrase | None:
    """Why a step is left out; the last one is there for whoever fails."""
    if hours or kind == "refresher":
        return None
    if kind == "classroom":
        return sentence("progress.absent.classroom")
    if not facts.view.task.practice_hours:
        return sentence("progress.absent.practice")
    if kind == "simulation" and not facts.guarded and facts.view.typical.rating.outcome == "job-aid":
        return sentence("progress.absent.job-aid")
    if kind == "post" and facts.urgent:
        return sentence("progress.absent.urgent")
    return sentence("progress.absent.hours")


def _autonomy(facts: Facts, kind: ProgressKind) -> Autonomy:
    """How freely a student works: by themselves in simulation; on the plant never without the mentor beside them."""
    if kind == "classroom":
        return "watch"
    if kind == "simulation":
        return "supervised"
    major = any(one.risk is Risk.MAJOR for one in facts.hazards)
    return "supervised" if kind == "post" and not (major or facts.permits or facts.urgent) else "assist"


def _work(facts: Facts, kind: ProgressKind) -> Phrase:
    """What is done in a step."""
    if kind == "classroom":
        return _theory(facts)
    if kind == "refresher":
        return sentence("progress.work.refresher")
    if kind == "field" and facts.urgent:
        return sentence("progress.work.drill", title=facts.title)
    if kind == "simulation" and facts.critical:
        critical = facts.numbers(facts.critical)
        return sentence("progress.work.simulation.critical", title=facts.title, critical=critical)
    if kind == "post" and facts.records:
        return sentence("progress.work.post.records", title=facts.title, records=few(map(facts.form, facts.records)))
    return sentence(f"progress.work.{kind}", title=facts.title, steps=facts.steps(facts.deeds))


def _theory(facts: Facts) -> Phrase:
    subjects = facts.subjects()
    if not subjects:
        return sentence("progress.work.classroom.steps", title=facts.title, steps=facts.steps(facts.deeds))
    return sentence("progress.work.classroom", topics=listed(subjects))


def _exit_test(facts: Facts, kind: ProgressKind) -> Phrase:
    """What must be passed before the next step."""
    if kind == "classroom":
        return _theory_test(facts)
    if kind == "simulation":
        code = "progress.test.simulation.critical" if facts.critical else "progress.test.simulation"
        return sentence(code, steps=facts.steps(facts.deeds), number=len(facts.critical))
    if kind == "field" and facts.urgent:
        return sentence("progress.test.drill", steps=facts.steps(facts.deeds))
    if kind in PLANT:
        return _plant_test(facts, kind)
    return sentence("progress.test.refresher")


def _theory_test(facts: Facts) -> Phrase:
    if facts.ranged:
        return sentence("progress.test.ranges", items=few(one.title for one in facts.ranged))
    named = [*(one.title for one in facts.principles), *(one.title for one in facts.terms)]
    if named:
        return sentence("progress.test.principles", items=quoted(named))
    if facts.equipment:
        return sentence("progress.test.equipment", items=few(one.title for one in facts.equipment))
    return sentence("progress.test.steps", title=facts.title, steps=facts.steps(facts.deeds))


def _plant_test(facts: Facts, kind: ProgressKind) -> Phrase:
    if kind == "post" and facts.records:
        return sentence("progress.test.post.records", records=few(map(facts.form, facts.records), 2))
    if facts.measured:
        first = facts.measured[0]
        step, standard = facts.deed(first), facts.standard(first)
        number = len(facts.measured)
        code = f"progress.test.{kind}.standard" if number > 1 else f"progress.test.{kind}.standard.one"
        return sentence(code, step=step, standard=standard, number=number)
    return sentence(f"progress.test.{kind}", steps=facts.steps(facts.deeds))


def _triggers(facts: Facts) -> Iterator[Phrase]:
    """What sends learners back: a test failed, a veto, and where the training is repeated, time."""
    yield sentence("progress.trigger.failed")
    if facts.grave:
        yield sentence("progress.trigger.veto", hazards=quoted((one.title for one in facts.grave), 2))
    months = facts.view.typical.rating.refresh_months
    if months:
        yield sentence("progress.trigger.expired", months=months)
