"""`sopcurric decide`."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from sopcurric.app import form_files
from sopcurric.app.answering import ROLES, StaleFormError, answer, answer_leaf, put
from sopcurric.app.checking import check
from sopcurric.app.drafting import Decided, Desk, Left, Refusal
from sopcurric.cli import console
from sopcurric.cli.exit_codes import CLEAN, FINDINGS, INTERRUPTED, USAGE
from sopcurric.cli.fields import finish_fields
from sopcurric.cli.interview import Given, decider, interview, known_day, known_role, reasoned, to_come
from sopcurric.cli.session import CacheFlag, LangFlag, ProjectFlag, Session, session
from sopcurric.diagnostics.report import safe
from sopcurric.forms.answers import Fault, FormError, Placed, Returned, said_by_hand, settled
from sopcurric.forms.leaf_text import LeafForm, UnreadableLeafError
from sopcurric.io.form_file import read_form
from sopcurric.model.files.decision import Decision, LeafDecision
from sopcurric.model.question import Answer
from sopcurric.model.saying import words
from sopcurric.model.text import sentence

AnswersArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE|QUESTION=CHOICE",
        help="一个文件：填好的表（.xlsx）、网页保存的 answers.json 或改好的活页（.md）；或直接答复，可以多项"
        " / one file: a form or a leaf; or answers, as many as you like",
    ),
]
RoleFlag = Annotated[
    str, typer.Option("--role", metavar="|".join(ROLES), help="哪一方：企业、院校、行业 / who answers")
]
ByFlag = Annotated[str, typer.Option("--by", metavar="NAME", help="决定人 / who decides")]
DateFlag = Annotated[
    str,
    typer.Option("--date", metavar="YYYY-MM-DD", help="决定日期，不写为今天 / day of the decision; today if not given"),
]
WhyFlag = Annotated[str, typer.Option("--why", help="理由：答复中没有写明时采用 / reason where an answer has none")]
WordsFlag = Annotated[str, typer.Option("--words", help="补充内容：用于直接答复一个问题 / words beside a choice")]
DryRunFlag = Annotated[bool, typer.Option("--dry-run", help="只显示将写入的内容 / print, write nothing")]

_LISTED = 20
_NO_DATE = "form.fault.date"
_ANSWERED = ("decide.refused.answered", "decide.refused.answered-by")
_NUMBER = re.compile(r"\d+(?=\D*$)")


def register(app: typer.Typer, about: str) -> None:
    """Add the command."""

    @app.command(name="decide", help=about)
    def command(  # noqa: PLR0913, PLR0917 - one parameter per flag
        answers: AnswersArgument = None,
        role: RoleFlag = "",
        by: ByFlag = "",
        date: DateFlag = "",
        why: WhyFlag = "",
        free: WordsFlag = "",
        dry_run: DryRunFlag = False,
        project: ProjectFlag = None,
        lang: LangFlag = "",
        cache_dir: CacheFlag = None,
    ) -> None:
        here = session(project, lang, cache_dir)
        language = here.language
        given = Given(known_role(language, role), said_by_hand(by), known_day(language, date), said_by_hand(why))
        try:
            decided = _answered(here, given, answers or [], free)
        except KeyboardInterrupt:
            console.report("")
            console.tell(here.language, "decide.interrupted")
            raise typer.Exit(INTERRUPTED) from None
        raise typer.Exit(_finish(here, decided, dry_run))


def _desk(here: Session) -> Desk:
    checked = check(here.workspace, here.steps)
    return Desk(here.workspace, here.steps, checked, here.compiled(checked))


# Where answers come from ------------------------------------------------------------------------------------------


def _answered(here: Session, given: Given, answers: list[str], free: str) -> Decided:
    """What became of answers, wherever they come from; nothing is written yet."""
    if not answers:
        return _interviewed(here, given)
    if all("=" in one and not Path(one).is_file() for one in answers):
        return _direct(here, given, answers, said_by_hand(free))
    return _handed_in(here, given, answers, free)


def _interviewed(here: Session, given: Given) -> Decided:
    """Ask at the terminal; leaves with status 2 where nobody is there."""
    if not console.answerable():
        console.tell(here.language, "decide.usage")
        raise typer.Exit(USAGE)
    desk = _desk(here)
    if not desk.open:
        console.tell(here.language, "todo.none", role=words(sentence("form.role.all"), here.language))
        raise typer.Exit(CLEAN)
    who = decider(here.language, given)
    return answer(desk, interview(desk, here.language, who.role), who)


def _direct(here: Session, given: Given, answers: Iterable[str], free: str) -> Decided:
    """Answers that were typed behind the command."""
    pairs = [one.partition("=") for one in answers]
    if free and len(pairs) > 1:
        console.tell(here.language, "decide.words-for-one")
        raise typer.Exit(USAGE)
    who = decider(here.language, given)
    placed = [Placed(Answer(question, choice, free), safe(question)) for question, _, choice in pairs]
    given_once, faults = settled(placed)
    return _with_faults(answer(_desk(here), given_once, who), faults, [one.place for one in placed])


def _handed_in(here: Session, given: Given, files: list[str], free: str) -> Decided:
    """What stands in a file; leaves with status 2 where it is no form of ours, with 1 where it is out of date."""
    if len(files) > 1 or free:
        console.tell(here.language, "decide.words-for-one" if free else "decide.one-file")
        raise typer.Exit(USAGE)
    found = _form(here, Path(files[0]))
    if isinstance(found, LeafForm):
        if not form_files.edited(found):
            console.tell(here.language, "decide.nothing")
            raise typer.Exit(CLEAN)
        who = reasoned(here.language, decider(here.language, given))
        return answer_leaf(_desk(here), found, who)
    faults = [one for one in found.faults if one.code != _NO_DATE]
    if not found.answers and not faults:
        console.tell(here.language, "decide.empty", path=safe(files[0]))
        raise typer.Exit(FINDINGS)
    undated = [Refusal(one.place, one.said) for one in found.faults if one.code == _NO_DATE]
    _tell_refusals(here, undated)
    who = decider(here.language, _merged(here, given, found), undated=bool(undated))
    try:
        decided = answer(_desk(here), found.answers, who, found.state)
    except StaleFormError as error:
        console.tell(here.language, "decide.stale", path=safe(files[0]), state=error.state, now=error.now)
        raise typer.Exit(FINDINGS) from None
    return _with_faults(decided, faults)


def _with_faults(decided: Decided, faults: Iterable[Fault], typed: Sequence[str] = ()) -> Decided:
    """The same with what was not even understood, in the order in which it was typed or stands in the form."""
    refusals = [*(Refusal(one.place, one.said) for one in faults), *decided.refusals]
    return replace(decided, refusals=tuple(sorted(refusals, key=lambda one: _row(str(one.place), typed))))


def _row(place: str, typed: Sequence[str]) -> int:
    """Where an answer stands: among those that were typed, else the last number in the name of its place."""
    if place in typed:
        return typed.index(place)
    number = _NUMBER.search(place)
    return int(number[0]) if number else 0


def _form(here: Session, path: Path) -> Returned | LeafForm:
    """The form in a file; leaves with status 2 where it is none."""
    ending = path.suffix.lower()
    if ending not in form_files.RETURNED:
        needed = "decide.unknown.sheet" if ending in form_files.SHEETS else "decide.unknown.form"
        console.tell(here.language, needed, path=safe(str(path)))
        raise typer.Exit(USAGE)
    try:
        content = read_form(path)
        return form_files.leaf_form_in(content) if ending == form_files.LEAF else form_files.answers_in(ending, content)
    except FormError as error:
        why = words(error.said, here.language)
    except UnreadableLeafError as error:
        why = words(sentence(f"decided.form.{error.code}"), here.language)
    except OSError as error:
        why = error.strerror or type(error).__name__
    console.tell(here.language, "decide.unreadable", path=safe(str(path)), why=why)
    raise typer.Exit(USAGE)


def _merged(here: Session, given: Given, found: Returned) -> Given:
    """What the form says of who and when, else what was given; leaves with status 2 where both say different things.

    A day after today is not taken from a form, either.
    """
    said = Given(known_role(here.language, found.role), found.by, found.date, given.why)
    for name in ("role", "by", "date"):
        inside, beside = getattr(said, name), getattr(given, name)
        if inside and beside and inside != beside:
            console.tell(here.language, "decide.two", flag=f"--{name}", given=beside, found=inside)
            raise typer.Exit(USAGE)
    wrong = to_come(said.date)
    if wrong:
        console.report(words(wrong, here.language))
        raise typer.Exit(FINDINGS)
    return replace(said, role=said.role or given.role, by=said.by or given.by, date=said.date or given.date)


# What became of them ----------------------------------------------------------------------------------------------


def _finish(here: Session, decided: Decided, dry_run: bool) -> int:
    """Write what was decided, and say so; the exit status."""
    if decided.fields:
        finish_fields(here, decided, dry_run=dry_run)
    if decided.path and dry_run:
        console.data(decided.text)
        console.tell(here.language, "decide.dry", path=decided.path, number=len(decided.decisions))
    elif decided.path:
        _write(here, decided)
    elif not (decided.refusals or decided.left or decided.known or decided.fields):
        console.tell(here.language, "decide.nothing")
    if decided.known:
        console.tell(here.language, "decide.known", number=decided.known)
    _tell_left(here, decided.left)
    _tell_refusals(here, decided.refusals)
    if not decided.refusals:
        return CLEAN
    if any(one.reason.code in _ANSWERED for one in decided.refusals):
        console.tell(here.language, "decide.disagree")
    console.tell(here.language, "decide.refused", number=len(decided.refusals))
    return FINDINGS


def _write(here: Session, decided: Decided) -> None:
    try:
        fresh = put(here.workspace, decided)
    except OSError as error:
        console.tell(
            here.language, "cli.cannot.write", path=decided.path, reason=error.strerror or type(error).__name__
        )
        raise typer.Exit(USAGE) from None
    code = "decide.wrote" if fresh else "decide.standing"
    console.tell(here.language, code, path=decided.path, number=len(decided.decisions))
    for one in decided.decisions[:_LISTED]:
        kind = words(sentence(f"decision.{one.decide}"), here.language)
        console.report(f"  {words(sentence('form.pair', label=kind, value=_subject(one)), here.language)}")
    if len(decided.decisions) > _LISTED:
        console.tell(here.language, "decide.wrote.more", number=len(decided.decisions) - _LISTED)
    console.tell(here.language, "decide.next")


def _subject(decision: Decision) -> str:
    """What a decision is about."""
    if isinstance(decision, LeafDecision):
        keys = [getattr(decision, name, None) for name in ("block", "after")]
        return " ".join([decision.leaf, *(one for one in keys if one)])
    return ", ".join(getattr(decision, "on", decision.replaces))


def _tell_left(here: Session, left: Sequence[Left]) -> None:
    """List answers that became no decision, so that what was said beside them is not lost."""
    if left:
        console.tell(here.language, "decide.left", number=len(left))
    for one in left:
        value = sentence("decide.left.words", choice=one.choice, words=one.words) if one.words else one.choice
        console.report(f"  {words(sentence('form.pair', label=str(one.place), value=value), here.language)}")


def _tell_refusals(here: Session, refusals: Iterable[Refusal]) -> None:
    for one in refusals:
        place = (
            words(sentence("decide.line", number=one.place), here.language) if isinstance(one.place, int) else one.place
        )
        reason = words(one.reason, here.language)
        if place:
            console.tell(here.language, "decide.refusal", place=place, reason=reason)
        else:
            console.report(reason)
