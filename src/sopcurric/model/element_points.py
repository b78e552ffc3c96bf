"""What elements of an SOP ask people to know, to observe and to be able to do, as sentences."""

from collections.abc import Iterator, Mapping

from sopcurric.model.competency import PointKind
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
from sopcurric.model.text import Phrase, sentence

_BY_TITLE: Mapping[type[SopElement], Mapping[PointKind, str]] = {
    Principle: {"knowledge": "point.principle"},
    FlowStage: {"knowledge": "point.flow"},
    Term: {"knowledge": "point.term"},
    Valve: {"knowledge": "point.valve"},
    Interlock: {"knowledge": "point.interlock", "conduct": "point.interlock.conduct"},
    Hazard: {"knowledge": "point.hazard", "conduct": "point.hazard.conduct"},
    Ppe: {"conduct": "point.ppe"},
    Lockout: {"conduct": "point.lockout.conduct", "skill": "point.lockout.skill"},
    Permit: {"conduct": "point.permit"},
    EnvironmentItem: {"knowledge": "point.environment"},
    Record: {"conduct": "point.record"},
    HandoverItem: {"conduct": "point.handover"},
    EmergencyCard: {"skill": "point.card"},
}
"""Sentences that need no more than the title, by the kind of element; duties give none."""


def statements(element: SopElement) -> Iterator[tuple[PointKind, Phrase]]:
    """The sentences that an element gives: of knowledge, of conduct, of skill, in this order."""
    title = element.title
    match element:
        case Equipment(function=function):
            yield "knowledge", sentence("point.equipment.function" if function else "point.equipment", title=title)
        case Parameter(range=limits):
            code = "point.parameter.range" if limits else "point.parameter"
            yield "knowledge", sentence(code, title=title, range=limits)
        case QualityCheck(criterion=criterion):
            yield "knowledge", sentence("point.quality", title=title, criterion=criterion)
        case Deviation(report=report):
            yield "knowledge", sentence("point.deviation", title=title)
            if report:
                yield "conduct", sentence("point.deviation.conduct", title=title, report=retell(report, spoken(report)))
            yield "skill", sentence("point.deviation.skill", title=title)
        case _:
            for kind, code in _BY_TITLE.get(type(element), {}).items():
                yield kind, sentence(code, title=title)
