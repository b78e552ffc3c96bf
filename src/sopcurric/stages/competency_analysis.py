"""Stage 1: competencies of one job, derived step by step from its SOP (岗位能力分析)."""

from collections.abc import Iterable, Iterator

from sopcurric.grading.estimating import estimate
from sopcurric.linguistics.levels import VerbLevel
from sopcurric.linguistics.lexicon import BUILT_IN, Lexicon
from sopcurric.linguistics.similarity import similarity
from sopcurric.model.address import Address
from sopcurric.model.competency import Competency, CompetencyProfile, Point
from sopcurric.model.competency_parts import behaviour, conditions, result, standards
from sopcurric.model.element_points import asked
from sopcurric.model.files.sop_kinds import GRAVE, Phase
from sopcurric.model.naming import named
from sopcurric.model.profile import Profile
from sopcurric.model.sop import (
    Deviation,
    EmergencyCard,
    FlowStage,
    HandoverItem,
    Hazard,
    JobSop,
    Principle,
    Procedure,
    SopElement,
    Term,
)
from sopcurric.model.step_points import step_point
from sopcurric.model.text import Phrase, Text, sentence

_SECTIONS = (
    "principles",
    "flow",
    "terms",
    "equipment",
    "valves",
    "interlocks",
    "parameters",
    "quality",
    "hazards",
    "ppe",
    "lockouts",
    "permits",
    "environment",
    "records",
    "handover",
    "deviations",
    "emergency_cards",
)
"""Sections whose elements give points, in the order of these."""


def analyse(sop: JobSop, profile: Profile, lexicon: Lexicon = BUILT_IN) -> CompetencyProfile:
    """One competency per procedure, with skill, knowledge and conduct points.

    Every step gives a skill point, unless it is a plain line that says something to know or never to do; so do
    deviations, lockout points, emergency cards, parameters that are read and qualities that are checked. What explains
    the process, the equipment, the materials and the dangers gives knowledge points; hazards, protective equipment,
    permits, interlocks, records, reports and what is handed over give conduct points. An element that no procedure
    names goes to the procedure whose words are nearest (what is handed over, to one of handover), so that nothing is
    lost. A document without procedures has no competencies; its elements come with the jobs that work by it.
    """
    shares = _Shares(sop, lexicon)
    competencies: list[Competency] = []
    points: dict[str, Point] = {}
    for procedure in sop.procedures:
        own = [step_point(step, sop.language, lexicon, route=procedure.route) for step in procedure.steps]
        own += _materials(procedure, sop.language)
        own += [point for element in shares.of(procedure) for point in _points(element)]
        points |= {point.id: point for point in own}
        competencies.append(_competency(sop, procedure, own, shares.hazards(procedure), (profile, lexicon)))
    return CompetencyProfile(sop.address, sop.title, tuple(competencies), tuple(points.values()))


class _Shares:
    """Which elements belong to which procedure."""

    def __init__(self, sop: JobSop, lexicon: Lexicon) -> None:
        self._sop = sop
        self._lexicon = lexicon
        self._words: dict[Address, str] = {}
        self._owned: dict[Address, dict[Address, SopElement]] = {one.address: {} for one in sop.procedures}
        elements = dict(sop.sections()) if sop.procedures else {}
        for section in _SECTIONS:
            self._share(section, elements.get(section, ()))

    def _share(self, section: str, elements: Iterable[SopElement]) -> None:
        users: dict[Address, list[Address]] = {}
        for procedure in self._sop.procedures:
            for address in named(procedure, section):
                users.setdefault(address, []).append(procedure.address)
        for element in elements:
            owners = self._telling(element) or users.get(element.address) or [self._nearest(element)]
            for owner in owners:
                self._owned[owner][element.address] = element

    def _telling(self, element: SopElement) -> list[Address]:
        """The procedures that an element itself names."""
        if isinstance(element, Deviation | EmergencyCard):
            return [one for one in element.procedures if one in self._owned]
        return []

    def _nearest(self, element: SopElement) -> Address:
        """The procedure whose title and steps are most like the element; the first one where nothing is alike."""
        language = self._sop.language
        wanted = _told(element, language)
        fitting = self._sop.procedures
        if isinstance(element, HandoverItem):
            fitting = tuple(one for one in fitting if one.phase is Phase.HANDOVER) or fitting
        known = self._words
        if not known:
            known |= {one.address: procedure_words(one, language) for one in self._sop.procedures}
        scored = [
            (-similarity(wanted, known[procedure.address], self._lexicon), number, procedure.address)
            for number, procedure in enumerate(fitting)
        ]
        return min(scored)[2]

    def of(self, procedure: Procedure) -> Iterable[SopElement]:
        """The elements that a procedure needs, in the order of the sections."""
        return self._owned[procedure.address].values()

    def hazards(self, procedure: Procedure) -> tuple[Hazard, ...]:
        """The hazards of a procedure and of its steps."""
        return tuple(one for one in self.of(procedure) if isinstance(one, Hazard))


def procedure_words(procedure: Procedure, language: str) -> str:
    """Title and steps of a procedure as one string, for comparing."""
    return " ".join((procedure.title.words(language), *(step.text.words(language) for step in procedure.steps)))


def _told(element: SopElement, language: str) -> str:
    """The words of an element that say what it is about."""
    match element:
        case Principle(paragraphs=paragraphs):
            more = paragraphs
        case FlowStage(text=text) | Term(text=text):
            more = (text,)
        case EmergencyCard(actions=actions):
            more = actions
        case _:
            more = ()
    return " ".join((element.title.words(language), *(text.words(language) for text in more)))


def _points(element: SopElement) -> Iterator[Point]:
    critical = isinstance(element, Hazard) and element.risk in GRAVE
    for one in asked(element):
        yield Point(
            id=f"{element.address}.{one.kind}",
            kind=one.kind,
            statement=one.statement,
            derived_from=(element.address,),
            critical=critical,
            level=str(one.level),
            topic=one.topic,
        )


def _materials(procedure: Procedure, language: str) -> Iterator[Point]:
    """What is to be known of the materials that a procedure works with."""
    if procedure.materials:
        items = procedure.materials[0] if len(procedure.materials) == 1 else _listed(procedure.materials)
        yield Point(
            id=f"{procedure.address}.materials",
            kind="knowledge",
            statement=sentence("point.materials", items=items),
            derived_from=(procedure.address,),
            object="、".join(one.words(language) for one in procedure.materials),
            level=str(VerbLevel.RECALL),
            topic="material",
        )


def _listed(texts: tuple[Text, ...]) -> Phrase:
    """Texts as an enumeration; by halves, so that long ones are not nested deeply."""
    if len(texts) == 1:
        return texts[0]
    middle = len(texts) // 2
    return sentence("join", left=_listed(texts[:middle]), right=_listed(texts[middle:]))


def _competency(
    sop: JobSop,
    procedure: Procedure,
    points: Iterable[Point],
    hazards: tuple[Hazard, ...],
    told: tuple[Profile, Lexicon],
) -> Competency:
    profile, lexicon = told
    own = tuple(points)
    elements = dict.fromkeys(address for point in own for address in point.derived_from)
    return Competency(
        id=f"{procedure.address}.competency",
        statement=behaviour(procedure.title, sop.language, lexicon),
        conditions=conditions(procedure, sop),
        standards=standards(procedure, own, sop),
        result=result(procedure),
        procedure=procedure.address,
        phase=procedure.phase,
        duty=procedure.duty,
        points=tuple(point.id for point in own),
        rating=estimate(procedure, hazards, sop.language, profile, lexicon),
        derived_from=tuple(dict.fromkeys((procedure.address, *elements))),
    )
