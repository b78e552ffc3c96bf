"""What elements of an SOP ask people to know, to observe and to be able to do, as sentences."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sopcurric.linguistics.levels import VerbLevel
from sopcurric.model.competency import PointKind, PointTopic
from sopcurric.model.retell import retell, spoken
from sopcurric.model.sop import (
    Deviation,
    EmergencyCard,
    EnvironmentItem,
    Equipment,
    FlowStage,
    HandoverItem,
    Hazard,
    Interlock,
    Lockout,
    Parameter,
    Permit,
    Ppe,
    Principle,
    QualityCheck,
    Record,
    SopElement,
    Term,
    Valve,
)
from sopcurric.model.text import EMPTY, Phrase, Text, sentence


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that an element asks for; `criterion` is what is said of it beside its title."""

    kind: PointKind
    topic: PointTopic
    level: VerbLevel
    statement: Phrase
    criterion: Text = EMPTY


@dataclass(frozen=True, slots=True)
class _Sort:
    kind: PointKind
    topic: PointTopic
    level: VerbLevel
    code: str


_RECALL, _EXPLAIN = VerbLevel.RECALL, VerbLevel.EXPLAIN
_BY_TITLE: Mapping[type[SopElement], tuple[_Sort, ...]] = {
    Principle: (_Sort("knowledge", "principle", _EXPLAIN, "point.principle"),),
    FlowStage: (_Sort("knowledge", "principle", _EXPLAIN, "point.flow"),),
    Term: (_Sort("knowledge", "principle", _EXPLAIN, "point.term"),),
    Valve: (_Sort("knowledge", "equipment", _RECALL, "point.valve"),),
    Interlock: (
        _Sort("knowledge", "equipment", _RECALL, "point.interlock"),
        _Sort("conduct", "safety", VerbLevel.PROTECT, "point.interlock.conduct"),
    ),
    Hazard: (
        _Sort("knowledge", "cause", _RECALL, "point.hazard"),
        _Sort("conduct", "safety", VerbLevel.PROTECT, "point.hazard.conduct"),
    ),
    Ppe: (_Sort("conduct", "safety", VerbLevel.PROTECT, "point.ppe"),),
    Lockout: (
        _Sort("conduct", "safety", VerbLevel.PROTECT, "point.lockout.conduct"),
        _Sort("skill", "operation", VerbLevel.PROTECT, "point.lockout.skill"),
    ),
    Permit: (_Sort("conduct", "safety", VerbLevel.PROTECT, "point.permit"),),
    EnvironmentItem: (_Sort("knowledge", "regulation", _RECALL, "point.environment"),),
    Record: (_Sort("conduct", "craftsmanship", VerbLevel.RECORD, "point.record"),),
    HandoverItem: (_Sort("conduct", "teamwork", VerbLevel.COMMUNICATE, "point.handover"),),
    EmergencyCard: (_Sort("skill", "response", VerbLevel.RESPOND, "point.card"),),
}
"""Sentences that need no more than the title, by the kind of element; duties give none."""


def asked(element: SopElement) -> Iterator[Asked]:
    """What an element asks for: of knowledge, of conduct, of skill, in this order."""
    title = element.title
    match element:
        case Equipment(function=function):
            code = "point.equipment.function" if function else "point.equipment"
            yield Asked("knowledge", "equipment", _EXPLAIN if function else _RECALL, sentence(code, title=title))
        case Parameter():
            yield from _of_parameter(element)
        case QualityCheck():
            yield from _of_quality(element)
        case Deviation(report=report):
            yield Asked("knowledge", "cause", _EXPLAIN, sentence("point.deviation", title=title))
            if report:
                told = sentence("point.deviation.conduct", title=title, report=retell(report, spoken(report)))
                yield Asked("conduct", "teamwork", VerbLevel.COMMUNICATE, told, report)
            yield Asked("skill", "response", VerbLevel.RESPOND, sentence("point.deviation.skill", title=title))
        case _:
            for one in _BY_TITLE.get(type(element), ()):
                yield Asked(one.kind, one.topic, one.level, sentence(one.code, title=title))


def _of_parameter(element: Parameter) -> Iterator[Asked]:
    """Its range and what it means; where somebody reads it at a given time, how it is read and judged."""
    title, limits = element.title, element.range
    code = "point.parameter.range" if limits else "point.parameter"
    level = _EXPLAIN if limits else _RECALL
    yield Asked("knowledge", "parameter", level, sentence(code, title=title, range=limits), limits)
    if limits and element.frequency:
        read = sentence("point.parameter.skill", title=title, range=limits)
        yield Asked("skill", "measurement", VerbLevel.MEASURE, read, limits)


def _of_quality(element: QualityCheck) -> Iterator[Asked]:
    """Its limit; where it says how it is sampled or checked, the check itself."""
    title, limit = element.title, element.criterion
    yield Asked("knowledge", "parameter", _RECALL, sentence("point.quality", title=title, criterion=limit), limit)
    if element.sampling or element.method:
        code = "point.quality.sampled" if element.sampling else "point.quality.checked"
        yield Asked("skill", "judgement", VerbLevel.VERIFY, sentence(code, title=title, criterion=limit), limit)
