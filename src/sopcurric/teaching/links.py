"""The eight links of a lesson (三段八环), each made of the facts of the very task."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from sopcurric.model.address import Address
from sopcurric.model.files.case import Incident, Technique
from sopcurric.model.files.sop_kinds import Phase
from sopcurric.model.lesson import LINKS, SELF_STUDY, Link, LinkKind, Progress
from sopcurric.model.sop import FlowStage, Principle, Term
from sopcurric.model.text import Phrase, sentence
from sopcurric.teaching.facts import Facts, bare, few, listed, quoted
from sopcurric.teaching.progression import shares

GRAIN = 5
"""Minutes are told in fives, as teachers plan them."""
_WEIGHTS: Mapping[LinkKind, float] = {"opening": 10, "lecture": 30, "discussion": 10}
"""Minutes of 100 or so before what there is to explain or to discuss adds to them."""
_BEFORE = 15
"""Minutes of self-study before class, and five more for each thing that is looked up."""
_EACH = 5
_MOST = 8
"""As many topics as still add to the time of a link."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a lesson is told about beside its task: its progression, where its mentor and places are."""

    progress: tuple[Progress, ...]
    mentor: Phrase
    room: Phrase
    place: Phrase
    examined: tuple[Phrase, ...]
    minutes_per_hour: int

    def hours(self, *kinds: str) -> int:
        """Hours of some steps of the progression."""
        return sum(one.hours for one in self.progress if one.kind in kinds)


@dataclass(frozen=True, slots=True)
class _Made:
    """A link before its minutes are known."""

    activity: tuple[Phrase, ...]
    teacher: tuple[Phrase, ...]
    learner: tuple[Phrase, ...]
    material: tuple[Phrase, ...]
    evidence: tuple[Phrase, ...]
    derived_from: tuple[Address, ...] = ()


def _told(code: str, derived_from: Iterable[Address] = (), **arguments: Phrase | str | int) -> _Made:
    """A link whose five parts are sentences of one family, filled by the same facts."""
    activity, teacher, learner, material, evidence = (
        (sentence(f"lesson.{code}.{part}", **arguments),)
        for part in ("activity", "teacher", "learner", "material", "evidence")
    )
    return _Made(activity, teacher, learner, material, evidence, tuple(one for one in derived_from if one))


def eight_links(facts: Facts, setting: Setting) -> tuple[Link, ...]:
    """The links in their order; what there is nothing for says why."""
    makers: Mapping[LinkKind, Callable[[Facts, Setting], _Made | Phrase]] = {
        "preparation": _preparation,
        "opening": _opening,
        "lecture": _lecture,
        "discussion": _discussion,
        "simulation": _simulation,
        "solving": _solving,
        "check": _check,
        "post": _post,
    }
    made = {kind: makers[kind](facts, setting) for kind in LINKS}
    minutes = _minutes(facts, setting, frozenset(kind for kind, one in made.items() if isinstance(one, _Made)))
    alone = made[SELF_STUDY]
    if isinstance(alone, _Made) and any(minutes.values()):
        minutes[SELF_STUDY] = _BEFORE + _EACH * len(alone.derived_from)
    return tuple(_link(kind, made[kind], minutes[kind], setting) for kind in LINKS)


def _link(kind: LinkKind, made: _Made | Phrase, minutes: int, setting: Setting) -> Link:
    if not isinstance(made, _Made):
        return Link(kind, 0, absent=made)
    if not minutes:
        return Link(kind, 0, absent=sentence("lesson.absent.time"))
    link = Link(
        kind,
        minutes,
        made.activity,
        made.teacher,
        made.learner,
        made.material,
        made.evidence,
        derived_from=tuple(dict.fromkeys(made.derived_from)),
    )
    return replace(link, mentor=setting.mentor) if kind == "post" else link


def _minutes(facts: Facts, setting: Setting, held: frozenset[LinkKind]) -> dict[LinkKind, int]:
    """Minutes of each link: those of theory, of simulation and of the plant are as many as the hours of these steps.

    What is explained and what is discussed take the more time the more of it there is. Solving problems and checking
    belong to the simulation; without one they take their time from theory. Without theory all takes it from practice.
    Self-study before class takes none of it: it is no teaching hour.
    """
    weights = dict(_WEIGHTS)
    weights["lecture"] += _EACH * min(_MOST, len([*facts.topics()]))
    weights["discussion"] += _EACH * min(_MOST, len(facts.deviations) + len(facts.hazards) + len(facts.reasons))
    practical: dict[LinkKind, float] = {
        "simulation": 50,
        "solving": 10 + _EACH * min(_MOST, len(facts.deviations) + len(facts.cards)),
        "check": 20,
    }
    theory, simulation = setting.hours("classroom"), setting.hours("simulation")
    pools: list[tuple[int, dict[LinkKind, float]]] = [
        (theory, weights),
        (simulation, practical),
        (setting.hours("field", "post"), {"post": 60}),
    ]
    if not simulation:
        weights |= {kind: practical[kind] for kind in ("solving", "check")}
    if not theory:
        pools[1 if simulation else 2][1].update(weights)
    found: dict[LinkKind, int] = dict.fromkeys(LINKS, 0)
    for hours, own in pools:
        present = {kind: own[kind] for kind in LINKS if kind in own and kind in held}
        found |= _timed(hours * setting.minutes_per_hour, present)
    return found


def _timed(total: int, weights: Mapping[LinkKind, float]) -> dict[LinkKind, int]:
    """Minutes by weight in fives; what does not divide goes to the link that has most."""
    if not total or not weights:
        return {}
    found = {kind: GRAIN * one for kind, one in shares(total // GRAIN, weights).items()}
    most = max(found, key=lambda kind: found[kind])
    found[most] += total % GRAIN
    return found


# --- Before class, and the first half of it ---


def _preparation(facts: Facts, _setting: Setting) -> _Made:
    if facts.ranged:
        items = few(one.title for one in facts.ranged)
        return _told("preparation.ranges", (one.address for one in facts.ranged[:3]), items=items, title=facts.title)
    named: tuple[Principle | Term | FlowStage, ...] = (*facts.principles, *facts.terms, *facts.flow)
    if named:
        return _told("preparation.topics", (one.address for one in named[:3]), items=quoted(one.title for one in named))
    if facts.equipment:
        items = few(one.title for one in facts.equipment)
        addresses = (one.address for one in facts.equipment[:3])
        return _told("preparation.equipment", addresses, items=items, title=facts.title)
    steps = facts.steps(facts.deeds)
    return _told("preparation.steps", (facts.procedure.address,), title=facts.title, steps=steps)


def _opening(facts: Facts, _setting: Setting) -> _Made:
    """A case, else a grave hazard, in steady work rather a deviation, else when the task comes up."""
    for case in facts.cases(Incident):
        return _told("opening.incident", (case.address,), case=case.title, title=facts.title)
    steady = facts.view.typical.phase in {Phase.NORMAL, Phase.QUALITY}
    made = [one for one in (_from_hazard(facts), _from_deviation(facts)) if one]
    if made:
        return made[-1 if steady else 0]
    if facts.procedure.trigger:
        trigger = bare(facts.procedure.trigger)
        return _told("opening.trigger", (facts.procedure.address,), trigger=trigger, title=facts.title)
    first = (*facts.critical, *facts.deeds)[:1]
    if not first:
        return _told("opening.title", (facts.procedure.address,), title=facts.title)
    return _told("opening.step", (first[0].address,), step=facts.deed(first[0]), title=facts.title)


def _from_hazard(facts: Facts) -> _Made | None:
    for hazard in facts.grave:
        if hazard.consequence and hazard.controls:
            return _told(
                "opening.hazard",
                (hazard.address,),
                hazard=hazard.title,
                consequence=bare(hazard.consequence),
                control=bare(hazard.controls[0]),
                title=facts.title,
            )
    return None


def _from_deviation(facts: Facts) -> _Made | None:
    for one in facts.deviations:
        if one.consequence:
            consequence = bare(one.consequence)
            return _told(
                "opening.deviation", (one.address,), deviation=one.title, consequence=consequence, title=facts.title
            )
    return None


def _lecture(facts: Facts, _setting: Setting) -> _Made:
    topics = [*facts.topics()]
    if not topics:
        return _explained_steps(facts)
    made = _told(
        "lecture.topics",
        (one.address for one in topics),
        topics=listed(facts.subjects(), 4),
    )
    return replace(made, teacher=(_explaining(facts),), learner=(_noting(facts),))


def _explained_steps(facts: Facts) -> _Made:
    """Without anything to know beside the steps, these are explained one by one."""
    measured = facts.measured[:1]
    whole = facts.steps(facts.deeds)
    made = _told("lecture.steps", (facts.procedure.address,), title=facts.title, steps=whole)
    if not measured:
        return made
    told = sentence(
        "lesson.lecture.steps.teacher.standard", step=facts.deed(measured[0]), standard=facts.standard(measured[0])
    )
    return replace(made, teacher=(told,))


def _explaining(facts: Facts) -> Phrase:
    """What the teacher makes clear: what a parameter means, what a machine is for, a principle at work."""
    for one in facts.ranged:
        if one.meaning:
            return sentence("lesson.lecture.teacher.meaning", parameter=one.title, meaning=bare(one.meaning))
    for reason in facts.reasons:
        return sentence("lesson.lecture.teacher.reason", step=facts.deed(reason), reason=bare(reason.reason))
    for machine in facts.equipment:
        if machine.function:
            function = bare(machine.function)
            return sentence("lesson.lecture.teacher.equipment", equipment=machine.title, function=function)
    for principle in facts.principles:
        return sentence("lesson.lecture.teacher.principle", principle=principle.title, title=facts.title)
    return sentence("lesson.lecture.teacher", title=facts.title)


def _noting(facts: Facts) -> Phrase:
    if facts.ranged:
        return sentence("lesson.lecture.learner.ranges", items=few((one.title for one in facts.ranged), 2))
    if facts.flow or facts.equipment:
        items = few([*(one.title for one in facts.flow), *(one.title for one in facts.equipment)], 2)
        return sentence("lesson.lecture.learner.sketch", items=items)
    return sentence("lesson.lecture.learner", title=facts.title)


def _discussion(facts: Facts, _setting: Setting) -> _Made | Phrase:
    """What is discussed: causes of the deviation that has most, a technique, a reason, controls, handing over."""
    many = max(facts.deviations, key=lambda one: len(_causes(one)), default=None)
    if many and _causes(many):
        return _told("discussion.deviation", (many.address,), deviation=many.title, number=len(_causes(many)))
    for case in facts.cases(Technique):
        return _told("discussion.technique", (case.address,), case=case.title)
    for reason in facts.reasons:
        return _told("discussion.reason", (reason.address,), step=facts.deed(reason), reason=bare(reason.reason))
    for hazard in facts.hazards:
        if hazard.controls:
            controls = quoted(map(bare, hazard.controls), 2)
            return _told("discussion.hazard", (hazard.address,), hazard=hazard.title, controls=controls)
    if facts.handover:
        items = few(one.title for one in facts.handover)
        return _told("discussion.handover", (one.address for one in facts.handover), items=items)
    return sentence("lesson.absent.discussion")


def _causes(one: object) -> tuple[Phrase, ...]:
    return (*getattr(one, "causes", ()), *(row.cause for row in getattr(one, "rows", ()) if row.cause))


# --- Practice ---


def _simulation(facts: Facts, setting: Setting) -> _Made | Phrase:
    step = next(one for one in setting.progress if one.kind == "simulation")
    if step.absent:
        return step.absent
    addresses = step.steps or (facts.procedure.address,)
    whole = facts.steps(facts.deeds)
    if facts.cards and facts.urgent:
        made = _told("simulation.card", addresses, card=facts.cards[0].title, room=setting.room, steps=whole)
    elif facts.critical:
        critical = quoted(map(facts.deed, facts.critical), 2)
        made = _told("simulation.critical", addresses, title=facts.title, critical=critical, room=setting.room)
    else:
        made = _told("simulation.steps", addresses, title=facts.title, steps=whole, room=setting.room)
    if facts.lockouts:
        isolated = sentence("lesson.simulation.lockout", items=few(one.title for one in facts.lockouts))
        made = replace(made, activity=(*made.activity, isolated))
    return made


def _solving(facts: Facts, _setting: Setting) -> _Made | Phrase:
    """What is solved: a deviation other than the one discussed, a card, a result out of its limits, a reading."""
    many = max(facts.deviations, key=lambda one: len(_causes(one)), default=None)
    others = [one for one in facts.deviations if one is not many] or list(facts.deviations)
    for one in others:
        actions = (*one.actions, *(action for row in one.rows for action in row.actions))
        if actions:
            made = _told("solving.deviation", (one.address,), deviation=one.title, action=bare(actions[0]))
            told = sentence("lesson.solving.report", report=bare(one.report)) if one.report else None
            return replace(made, teacher=(*made.teacher, told)) if told else made
    for card in facts.cards:
        return _told("solving.card", (card.address,), card=card.title, action=bare(card.actions[0]))
    for check in facts.quality:
        return _told("solving.quality", (check.address,), quality=check.title, criterion=bare(check.criterion))
    for parameter in facts.ranged:
        return _told("solving.reading", (parameter.address,), parameter=parameter.title, range=bare(parameter.range))
    return sentence("lesson.absent.solving")


def _check(facts: Facts, setting: Setting) -> _Made:
    whole = facts.steps(facts.deeds)
    if facts.critical:
        critical = facts.numbers(facts.critical)
        made = _told("tested.critical", (one.address for one in facts.critical), critical=critical, steps=whole)
    else:
        made = _told("tested.steps", (facts.procedure.address,), title=facts.title, steps=whole)
    if setting.examined:
        examination = sentence("lesson.check.examination", hazards=quoted(setting.examined))
        made = replace(made, activity=(*made.activity, examination))
    return made


def _post(facts: Facts, setting: Setting) -> _Made | Phrase:
    if not setting.hours("field", "post"):
        steps = {one.kind: one for one in setting.progress}
        return steps["field"].absent or sentence("lesson.absent.time")
    addresses = tuple(one for step in setting.progress if step.kind in {"field", "post"} for one in step.steps)
    whole = facts.steps(facts.deeds)
    code = "post.drill" if facts.urgent else "post.work"
    made = _told(code, addresses, title=facts.title, steps=whole, place=setting.place, mentor=setting.mentor)
    return _with_evidence(facts, _stopping(facts, made))


def _stopping(facts: Facts, made: _Made) -> _Made:
    """What makes the mentor stop the work."""
    if not facts.grave:
        return made
    first = facts.grave[0]
    told = sentence("lesson.post.stop", hazard=first.title)
    return replace(made, teacher=(*made.teacher, told), derived_from=(*made.derived_from, first.address))


def _with_evidence(facts: Facts, made: _Made) -> _Made:
    """What a learner brings back from the post: a form, a list handed over, readings, signatures on the check sheet."""
    if facts.records:
        forms = few(map(facts.form, facts.records), 2)
        learner = sentence("lesson.post.learner.records", records=forms)
        addresses = tuple(one.address for one in facts.records)
        return replace(
            made, learner=(*made.learner, learner), evidence=(forms,), derived_from=(*made.derived_from, *addresses)
        )
    if facts.handover:
        items = few(one.title for one in facts.handover)
        learner = sentence("lesson.post.learner.handover", items=items)
        return replace(made, learner=(*made.learner, learner), evidence=(sentence("lesson.evidence.handover"),))
    if facts.ranged and not facts.urgent:
        items = few(map(facts.range_of, facts.ranged))
        learner = sentence("lesson.post.learner.readings", items=items)
        return replace(made, learner=(*made.learner, learner))
    return made
