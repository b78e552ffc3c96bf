"""Stage 1: competencies of one job, derived step by step from its SOP (岗位能力分析)."""

import re
from collections.abc import Iterable, Iterator

from sopcurric.linguistics.lexicon import BUILT_IN, Lexicon
from sopcurric.linguistics.similarity import similarity
from sopcurric.linguistics.statement import parse_statement
from sopcurric.linguistics.verbs import level_of
from sopcurric.model.address import Address
from sopcurric.model.competency import Competency, CompetencyProfile, Grade, Point, Rating
from sopcurric.model.element_points import statements
from sopcurric.model.files.sop_kinds import DEMANDING, GRAVE, URGENT, Frequency, Phase, Risk
from sopcurric.model.naming import named
from sopcurric.model.profile import ProfileFile
from sopcurric.model.retell import retell, spoken
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
    Step,
    Term,
)
from sopcurric.model.text import EMPTY, Text, sentence

_GRADE_OF_FREQUENCY = {
    Frequency.CONTINUOUS: 3,
    Frequency.EACH_SHIFT: 3,
    Frequency.DAILY: 3,
    Frequency.WEEKLY: 2,
    Frequency.MONTHLY: 1,
    Frequency.YEARLY: 1,
    Frequency.RARELY: 1,
}
_USUAL_FREQUENCY = {
    Phase.PREPARATION: 1,
    Phase.START_UP: 1,
    Phase.NORMAL: 3,
    Phase.QUALITY: 3,
    Phase.INSPECTION: 3,
    Phase.MAINTENANCE: 2,
    Phase.SHUTDOWN: 1,
    Phase.EMERGENCY_SHUTDOWN: 1,
    Phase.EMERGENCY: 1,
    Phase.HANDOVER: 3,
}
_CONDITION = re.compile(r"[后前时](?:[，,]|$)|^[待当若如]|^(?:when|after|before|once|if)\b", re.IGNORECASE)
_MANNER = re.compile(r"[用按由将把对从向以先再]|缓慢|立即|逐|侧身|空载|手动|依次|全面|小幅|就近|每|[A-Za-z]")
_CONJUNCTION = re.compile(r"[并且再后而或]|继续|(?:and|then)\b")
_KEEPING = frozenset(("保持", "控制", "达到", "维持", "稳定", "符合", "满足", "不得", "确保", "保证", "keep", "stay"))
_MANY_STEPS = 8
_FEW_STEPS = 6

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


def analyse(sop: JobSop, profile: ProfileFile, lexicon: Lexicon = BUILT_IN) -> CompetencyProfile:
    """One competency per procedure, with skill, knowledge and conduct points.

    Every step gives a skill point, and so do deviations, lockout points and emergency cards. What explains the process,
    the equipment and the dangers gives knowledge points; hazards, protective equipment, permits, interlocks, records,
    reports and what is handed over give conduct points. An element that no procedure names goes to the procedure whose
    words are nearest (what is handed over, to one of handover), so that nothing is lost. A document without procedures
    has no competencies; its elements come with the jobs that work by it.
    """
    shares = _Shares(sop, lexicon)
    competencies: list[Competency] = []
    points: dict[str, Point] = {}
    for procedure in sop.procedures:
        own = [_skill(step, procedure, sop.language, lexicon) for step in procedure.steps]
        own += [point for element in shares.of(procedure) for point in _points(element, sop.language, lexicon)]
        points |= {point.id: point for point in own}
        competencies.append(_competency(procedure, own, shares.hazards(procedure), profile))
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


def _skill(step: Step, procedure: Procedure, language: str, lexicon: Lexicon) -> Point:
    work, standard = _work_and_standard(step, lexicon)
    parts = parse_statement(step.text.words(language), language, lexicon)
    plain = not _CONDITION.search(parts.manner) and _begins_with_work(step.text.words(language), parts.action)
    code = "point.skill" if plain else "point.skill.when"
    if procedure.route and not plain:
        code = "point.skill.inspect"
        work = retell(step.text, _at_part(step))
    statement = sentence(code, work=work)
    if standard:
        statement = sentence(f"{code}.criterion", work=work, criterion=retell(standard, spoken(standard)))
    return Point(
        id=f"{step.address}.skill",
        kind="skill",
        statement=statement,
        derived_from=(step.address,),
        work=work,
        standard=standard,
        action=parts.action,
        object=parts.object,
        criterion=step.criterion.words(language) or parts.criterion,
        level=str(level_of(parts.action, language, lexicon) or ""),
        critical=step.critical,
    )


def _at_part(step: Step) -> dict[str, str]:
    """What is inspected with the part of the machine where it is found."""
    part = spoken(step.part)
    return {
        language: f"{part[language]}：{words}" if part.get(language) else words
        for language, words in spoken(step.text).items()
    }


def _begins_with_work(words: str, action: str) -> bool:
    """Whether a sentence begins with its verb or with how it is done, so that “能…” can stand before it."""
    return bool(action) and (words.startswith(action) or bool(_MANNER.match(words)))


def _work_and_standard(step: Step, lexicon: Lexicon) -> tuple[Text, Text]:
    """What is done and to what standard; the standard is empty where the step does not name one apart."""
    said = spoken(step.text)
    if step.criterion:
        return retell(step.text, said), step.criterion
    parted = {language: _parted(words, language, lexicon) for language, words in said.items()}
    if not all(standard for _, standard in parted.values()):
        return retell(step.text, said), EMPTY
    work = retell(step.text, {language: work for language, (work, _) in parted.items()})
    return work, retell(step.text, {language: standard for language, (_, standard) in parted.items()})


def _parted(words: str, language: str, lexicon: Lexicon) -> tuple[str, str]:
    """Work and standard where a comma stands between them and the second part is a standard, not a further deed."""
    parts = parse_statement(words, language, lexicon)
    work, comma, standard = _before(words, parts.criterion)
    if not parts.action or not comma or not work or _CONJUNCTION.match(standard):
        return words, ""
    further = parse_statement(standard, language, lexicon)
    deed = further.action and standard.startswith(further.action) and further.action not in _KEEPING
    return (words, "") if deed or (further.action and further.manner) else (work, standard)


def _before(words: str, criterion: str) -> tuple[str, str, str]:
    """A sentence cut before its criterion: what stands before the comma, the comma, the criterion."""
    at = words.rfind(criterion) if criterion else -1
    before = words[:at].rstrip() if at > 0 else ""
    if before and before[-1] in "，,；;" and at + len(criterion) == len(words):
        return before[:-1].rstrip(), before[-1], criterion
    return words, "", ""


def _points(element: SopElement, language: str, lexicon: Lexicon) -> Iterator[Point]:
    for kind, statement in statements(element):
        critical = isinstance(element, Hazard) and element.risk in GRAVE
        parts = parse_statement(element.title.words(language), language, lexicon) if kind == "skill" else None
        yield Point(
            id=f"{element.address}.{kind}",
            kind=kind,
            statement=statement,
            derived_from=(element.address,),
            object=parts.object if parts else "",
            critical=critical,
        )


def _competency(
    procedure: Procedure, points: Iterable[Point], hazards: tuple[Hazard, ...], profile: ProfileFile
) -> Competency:
    own = tuple(points)
    elements = dict.fromkeys(address for point in own for address in point.derived_from)
    return Competency(
        id=f"{procedure.address}.competency",
        statement=sentence("competency.statement", work=procedure.title),
        criterion=sentence("competency.criterion", result=procedure.result) if procedure.result else None,
        procedure=procedure.address,
        phase=procedure.phase,
        duty=procedure.duty,
        points=tuple(point.id for point in own),
        rating=rate(procedure, hazards, profile),
        derived_from=(procedure.address, *elements),
    )


def rate(procedure: Procedure, hazards: tuple[Hazard, ...], profile: ProfileFile) -> Rating:
    """Difficulty, importance and frequency as given or estimated, and the training by the table of the profile.

    The table is the difficulty-importance-frequency decision of the training literature; it stands in the profile. Work
    with a hazard of the highest grade is never left without training.
    """
    difficulty = _difficulty(procedure)
    importance = _importance(procedure, hazards)
    frequency = _frequency(procedure)
    grades = (difficulty.value, importance.value, frequency.value)
    outcome = profile.outcome(grades, major=any(hazard.risk is Risk.MAJOR for hazard in hazards))
    return Rating(difficulty, importance, frequency, outcome)


def _given(value: int) -> Grade:
    return Grade(value, given=True, reason=sentence("rating.given"))


def _difficulty(procedure: Procedure) -> Grade:
    if procedure.difficulty:
        return _given(procedure.difficulty)
    count = len(procedure.deeds)
    reason = sentence("rating.difficulty", steps=count, critical=sum(step.critical for step in procedure.steps))
    demanding = procedure.phase in DEMANDING
    if (demanding and count >= _FEW_STEPS) or count > _MANY_STEPS + 1:
        return Grade(3, given=False, reason=reason)
    simple = procedure.phase in (Phase.HANDOVER, Phase.INSPECTION) or count < _FEW_STEPS
    return Grade(1 if simple and not demanding else 2, given=False, reason=reason)


def _importance(procedure: Procedure, hazards: tuple[Hazard, ...]) -> Grade:
    if procedure.importance:
        return _given(procedure.importance)
    if procedure.phase in URGENT:
        return Grade(3, given=False, reason=sentence("rating.importance.emergency"))
    grave = [hazard for hazard in hazards if hazard.risk in GRAVE]
    if grave:
        return Grade(3, given=False, reason=sentence("rating.importance.hazard", title=grave[0].title))
    critical = sum(step.critical for step in procedure.steps)
    if critical or procedure.quality or hazards:
        return Grade(2, given=False, reason=sentence("rating.importance.critical", critical=critical))
    return Grade(1, given=False, reason=sentence("rating.importance.low"))


def _frequency(procedure: Procedure) -> Grade:
    if procedure.frequency_grade:
        return _given(procedure.frequency_grade)
    if procedure.frequency is not None:
        reason = sentence("rating.frequency", frequency=sentence(f"frequency.{procedure.frequency.value}"))
        return Grade(_GRADE_OF_FREQUENCY[procedure.frequency], given=False, reason=reason)
    reason = sentence("rating.frequency.phase", phase=sentence(f"phase.{procedure.phase.value}"))
    return Grade(_USUAL_FREQUENCY[procedure.phase], given=False, reason=reason)
