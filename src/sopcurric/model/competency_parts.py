"""A competency told as 行为—条件—标准—结果: what is done, when, to what standards, with what result."""

import re
from collections.abc import Iterable

from sopcurric.linguistics.families import verbs_in_zh
from sopcurric.linguistics.lexicon import Lexicon
from sopcurric.linguistics.reading import title_fault
from sopcurric.linguistics.statement import parse_statement
from sopcurric.model.competency import Point
from sopcurric.model.files.sop_kinds import Phase
from sopcurric.model.retell import retell, spoken
from sopcurric.model.sop import JobSop, Permit, Procedure, QualityCheck
from sopcurric.model.text import Phrase, Plain, Text, sentence

_LEANING = re.compile(
    r"[^\u3400-\u9fffA-Za-z]|[应须不无均已在为达符可全]|(?:it|they|is|are|must|should|at|within|no|not|between|below|above)\b"
)
"""How a standard begins that does not say what it is a standard of."""
_DOING = re.compile(r"^进入|[\u3400-\u9fff]并(?![列联网车行入])[\u3400-\u9fff]")
"""What can be done and not completed, though no object ends it: `进入受限空间检修`, `装槽并送电`."""
_UNTIL = re.compile(r"直至|直到|until\b")
_SHORT_WORK = 18
"""So many characters of what is done are short enough to stand before its standard."""


def behaviour(title: Text, language: str, lexicon: Lexicon) -> Phrase:
    """`能独立启动离心泵`; a title that is no verb with an object is completed: `能独立完成岗位交接班`.

    One that names no work is only quoted: `能按规程完成“注意事项”规定的工作`.
    """
    if title_fault(title.words(language), lexicon):
        return sentence("competency.quoted", work=_said(title))
    if not (is_deed(title.words(language), language, lexicon) or _DOING.search(title.words(language))):
        when = parse_statement(title.words(language), language, lexicon)
        code = "competency.completes.quoted" if when.condition and when.object else "competency.completes"
        return sentence(code, work=_said(title))
    return sentence("competency.does", work=_begun_small(_said(title)))


def _said(text: Text) -> Text:
    return retell(text, spoken(text))


def is_deed(title: str, language: str, lexicon: Lexicon) -> bool:
    """Whether a title is a verb with its object; not one in which a verb is part of a name (开车|准备)."""
    parts = parse_statement(title, language, lexicon)
    begins = title.startswith((parts.action, f"{parts.manner}{parts.action}")) and not parts.condition
    return (
        bool(parts.action and parts.object and begins) and "".join(verbs_in_zh(parts.object, lexicon)) != parts.object
    )


def _begun_small(text: Text) -> Text:
    """An English text with a small letter at its beginning, unless it begins with an abbreviation."""
    wordings = dict(text.wordings)
    for language, runs in wordings.items():
        first = runs[0] if runs and language.lower().startswith("en") else None
        if isinstance(first, Plain) and re.match("[A-Z][a-z]", first.text):
            wordings[language] = (Plain(first.text[0].lower() + first.text[1:]), *runs[1:])
    return Text.of(wordings)


def conditions(procedure: Procedure, sop: JobSop) -> tuple[Phrase, ...]:
    """What sets the work off, what must be there before, the permits; only where nothing is said, the phase."""
    permits = {one.address: one for one in sop.permits}
    named = dict.fromkeys((*procedure.permits, *(permit for step in procedure.steps for permit in step.permits)))
    held = [one for address in named if isinstance(one := permits.get(address), Permit)]
    found: list[Phrase] = [_said(one) for one in (procedure.trigger, *procedure.conditions) if one]
    found += [sentence("competency.condition.permit", title=one.title) for one in held]
    if not found and procedure.phase is not Phase.NORMAL:
        found.append(sentence("competency.condition.phase", phase=sentence(f"phase.{procedure.phase.value}")))
    return tuple(dict.fromkeys(found))


def standards(procedure: Procedure, points: Iterable[Point], sop: JobSop) -> tuple[Phrase, ...]:
    """The limits of its quality checks and the standards of its critical steps; where there are none, of any steps."""
    checks = {one.address: one for one in sop.quality}
    named = dict.fromkeys((*procedure.quality, *(check for step in procedure.steps for check in step.quality)))
    limits = [one for address in named if isinstance(one := checks.get(address), QualityCheck)]
    found: list[Phrase] = [
        sentence("competency.standard.of", subject=_said(one.title), standard=_said(one.criterion)) for one in limits
    ]
    told = [one for one in points if one.standard and not _UNTIL.match(one.standard.words(sop.language))]
    found += [_standard(one, sop.language) for one in told if one.critical]
    if not found:
        found += [_standard(one, sop.language) for one in told]
    return tuple(dict.fromkeys(found))


def _standard(point: Point, language: str) -> Phrase:
    """The standard of a step, after what it is a standard of where it does not say so itself."""
    standard = _said(point.standard)
    if not point.object or point.object in standard.words(language) or not _LEANING.match(standard.words(language)):
        return standard
    work = point.work.words(language)
    short = len(work) <= (_SHORT_WORK if language.lower().startswith("zh") else 3 * _SHORT_WORK)
    subject = point.work if short else retell(point.work, {language: point.object})
    return sentence("competency.standard.of", subject=subject, standard=standard)


def result(procedure: Procedure) -> Phrase | None:
    """What the work ends with."""
    return _said(procedure.result) if procedure.result else None
