"""What a step asks for: to do something, to know something, or never to do it."""

import re

from sopcurric.linguistics.levels import VerbLevel
from sopcurric.linguistics.lexicon import Lexicon
from sopcurric.linguistics.plain_lines import PlainLine, knowledge_topic, read_line
from sopcurric.linguistics.reading import asks, without_question
from sopcurric.linguistics.statement import Statement, parse_statement
from sopcurric.linguistics.verbs import level_of
from sopcurric.model.competency import Point, PointTopic
from sopcurric.model.retell import retell, spoken
from sopcurric.model.sop import Step
from sopcurric.model.text import EMPTY, Phrase, Text, sentence

_CONDITION = re.compile(r"[后前时](?:[，,]|$)|^[待当若如]|^(?:when|after|before|once|if)\b", re.IGNORECASE)
_MANNER = re.compile(r"[用按由将把对从向以先再]|缓慢|立即|逐|侧身|空载|手动|依次|全面|小幅|就近|每|[A-Za-z]")
_CONJUNCTION = re.compile(r"[并且再后而或]|继续|(?:and|then)\b")
_REQUIRED = re.compile(r"^(?:必须|应当|应该|应(?![急力变用答])|须|达到(?=要求|规定|标准))\s*")
_STATE = re.compile(
    "应(?:当|该)?(?:均|都|全部)?(?:齐全|完好|完整|灵活|紧固|牢固|可靠|正常|平稳|清洁|清澈|畅通|一致|无)"
)
"""How a state begins that is required, though a word of it may be a verb elsewhere (`应齐全紧固`)."""
_PEOPLE = re.compile(
    "(?:交接|当班|甲乙)?双方|(?:操作|作业|接班|交班|监护|现场|岗位|检修|全体|无关)(?:作业)?人员|[两二三]人(?!一组)"
)
"""Who does it, at the beginning: `能…` cannot stand before that."""
_KEEPING = frozenset(("保持", "控制", "达到", "维持", "稳定", "符合", "满足", "不得", "确保", "保证", "keep", "stay"))
_TOPICS: dict[VerbLevel | None, PointTopic] = {
    VerbLevel.PERCEIVE: "inspection",
    VerbLevel.VERIFY: "inspection",
    VerbLevel.MEASURE: "measurement",
    VerbLevel.DIAGNOSE: "judgement",
    VerbLevel.RESPOND: "response",
}
"""What the skill of a verb is about; operation otherwise."""
_DEED = PlainLine("skill")


def step_point(step: Step, language: str, lexicon: Lexicon, *, route: bool) -> Point:
    """The point of a step: of a plain line that is nothing to do, one of knowledge or of conduct, else a skill.

    On a `route`, steps are the points that are inspected.
    """
    words = step.text.words(language)
    parts = parse_statement(words, language, lexicon)
    line = _line(words, language, lexicon) if not route and _is_plain(step) else _DEED
    return _other(step, line, language) if line.topic else _skill(step, parts, language, lexicon, route=route)


def _line(words: str, language: str, lexicon: Lexicon) -> PlainLine:
    """What a plain line is; one that asks why or how is something to know."""
    if asks(words) == "why":
        return PlainLine("knowledge", knowledge_topic(words), without_question(words))
    return read_line(words, language, lexicon)


def _is_plain(step: Step) -> bool:
    """Whether nothing is said of a step that is only said of deeds."""
    told = (step.criterion, step.method, step.hold, step.duration, step.actor, step.signatures, step.record)
    return not (step.critical or any(told))


def _other(step: Step, line: PlainLine, language: str) -> Point:
    """The point of a line that is no deed; its words are printed as they are, or after what is to be done with them."""
    said = spoken(step.text)
    work = retell(step.text, said)
    level = VerbLevel.PROTECT
    statement: Phrase = sentence("point.conduct", work=work)
    if line.kind == "knowledge":
        level = VerbLevel.EXPLAIN
        told = line.about.rstrip("。.；;：:")
        subject = retell(step.text, {language: told}) if told and step.text.wordings[1:] == () else EMPTY
        statement = sentence("point.known.subject", work=subject) if subject else sentence("point.known", work=work)
    return Point(
        id=f"{step.address}.{line.kind}",
        kind=line.kind,
        statement=statement,
        derived_from=(step.address,),
        work=work,
        object=line.about or said.get(language, ""),
        level=str(level),
        topic=line.topic or "operation",
    )


def _skill(step: Step, parts: Statement, language: str, lexicon: Lexicon, *, route: bool) -> Point:
    work, standard = _work_and_standard(step, lexicon)
    words = step.text.words(language)
    plain = not _CONDITION.search(parts.manner) and _begins_with_work(words, parts.action)
    code = "point.skill" if plain else "point.skill.when"
    if not plain and not standard and asks(words) == "whether":
        code = "point.skill.judge"
        work = retell(step.text, {tongue: without_question(said) for tongue, said in spoken(step.text).items()})
    if route and not plain:
        code = "point.skill.inspect"
        work = retell(step.text, _at_part(step))
    statement = sentence(code, work=work)
    if standard:
        statement = sentence(f"{code}.criterion", work=work, criterion=_as_standard(standard))
    level = level_of(parts.action, language, lexicon)
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
        level=str(level or ""),
        critical=step.critical,
        topic="inspection" if route and level is not VerbLevel.MEASURE else _TOPICS.get(level, "operation"),
        condition=step.when.words(language) or parts.condition,
    )


def _as_standard(standard: Text) -> Text:
    """A standard as it stands behind `达到标准：`, which says already that it is required."""
    return retell(standard, {language: _REQUIRED.sub("", words) for language, words in spoken(standard).items()})


def _at_part(step: Step) -> dict[str, str]:
    """What is inspected with the part of the machine where it is found."""
    part = spoken(step.part)
    return {
        language: f"{part[language]}：{words}" if part.get(language) else words
        for language, words in spoken(step.text).items()
    }


def _begins_with_work(words: str, action: str) -> bool:
    """Whether a sentence begins with its verb or with how it is done, so that “能…” can stand before it."""
    begins = words.startswith(action) or _MANNER.match(words)
    return bool(action) and bool(begins) and not _PEOPLE.match(words)


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
    if _STATE.match(standard):
        return work, standard
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
