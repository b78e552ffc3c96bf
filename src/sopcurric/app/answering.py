"""Use case: from answers to a file of decisions; what cannot be taken is told, and nothing is written twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pydantic import ValidationError

from sopcurric.app.asking import Asked, LeafGround, leaf_ground, open_questions, repository_state
from sopcurric.app.checking import Checked, check
from sopcurric.app.steps import Steps
from sopcurric.forms.answers import Placed
from sopcurric.forms.inert_text import excerpt
from sopcurric.forms.leaf_changes import changes
from sopcurric.forms.leaf_text import FormFault, LeafForm
from sopcurric.io.decision_file import FOLDER, decision_text, file_name
from sopcurric.io.workspace import Workspace
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import HOLDING, Named, Verdict, name_of
from sopcurric.model.files.decision import Add, Decision, DecisionFile, Role
from sopcurric.model.question import Answer, Record
from sopcurric.model.saying import words
from sopcurric.model.text import Sentence, sentence
from sopcurric.plugin import AnswerError

ROLES: tuple[Role, ...] = ("plant", "college", "industry")


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides, in which role, when; and why, where an answer does not say it itself."""

    role: Role
    by: str
    date: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer that is not taken: where it stood (a cell, a question, the number of a line), and why."""

    place: str | int
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Draft:
    """What one answer becomes: records that still lack who and when, and why (empty where nobody said)."""

    place: str | int
    records: tuple[Record, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of answers: the decisions with their file (empty where there are none), and what was not taken.

    `left` counts answers that leave things as they are.
    """

    decisions: tuple[Decision, ...]
    path: str
    text: str
    left: int
    refusals: tuple[Refusal, ...]


class StaleFormError(ValueError):
    """None of the answers in a form fits any more; `state` is that of the form, `now` the present one."""

    def __init__(self, state: str, now: str) -> None:
        """Keep both states."""
        super().__init__(f"{state} is not {now}")
        self.state = state
        self.now = now


@dataclass(frozen=True)
class Desk:
    """Where answers are taken: a repository, and what it compiles to."""

    workspace: Workspace
    steps: Steps
    checked: Checked
    compilation: Compilation

    @cached_property
    def open(self) -> Mapping[str, Asked]:
        """The questions that wait for an answer, by id."""
        return {one.question.id: one for one in open_questions(self.compilation)}

    @cached_property
    def undecided(self) -> Mapping[str, Asked]:
        """The questions that there would be if nothing had been decided, by id."""
        before = check(_Shelf(self.workspace, hidden=True), self.steps).compilation
        return {one.question.id: one for one in open_questions(before)} if before else {}

    @property
    def language(self) -> str:
        """The language that people write in."""
        return self.compilation.inputs.settings.language


# Answers to questions ----------------------------------------------------------------------------------------------


def answer(desk: Desk, answers: Sequence[Placed], who: Decider, state: str = "") -> Decided:
    """What answers become; `state` is that of the form that they come from, if any.

    Raises:
        StaleFormError: the form was made for another state, and none of its answers fits any more.
    """
    now = repository_state(desk.checked.loaded)
    if answers and state not in ("", now) and not any(one.answer.question in desk.open for one in answers):
        raise StaleFormError(state, now)
    drafts: list[Draft] = []
    refusals: list[Refusal] = []
    for one in answers:
        drafted = _drafted(desk, one, who, stale=state not in ("", now))
        if isinstance(drafted, Draft):
            drafts.append(drafted)
        else:
            refusals.append(Refusal(one.place, drafted))
    return _decided(desk, drafts, who, refusals)


def put(workspace: Workspace, decided: Decided) -> bool:
    """Write the file of decisions; False where it is there already.

    Raises:
        OSError: it cannot be written.
    """
    if workspace.exists(decided.path):
        return False
    workspace.write(decided.path, decided.text)
    return True


def _drafted(desk: Desk, placed: Placed, who: Decider, *, stale: bool) -> Draft | Sentence:
    """What one answer becomes, or why it is not taken."""
    given = placed.answer
    asked = desk.open.get(given.question)
    if asked is None:
        return _missing(desk, given.question, stale=stale)
    records = records_of(desk, asked, given, who.role)
    if isinstance(records, Sentence):
        return records
    why = given.why or who.why or (_agreed(desk) if given.choice == asked.question.proposal else "")
    if records and not why:
        return sentence("decide.refused.why")
    return Draft(placed.place, records, why)


def _agreed(desk: Desk) -> str:
    """Why somebody decided what was proposed, where they do not say."""
    return words(sentence("decide.agreed"), desk.language)


def records_of(desk: Desk, asked: Asked, given: Answer, role: Role) -> tuple[Record, ...] | Sentence:
    """The decisions that an answer makes, or why it makes none."""
    question = asked.question
    if role not in question.roles:
        return sentence("decide.refused.role", kind=asked.kind_named, roles=roles_named(question.roles))
    if given.choice not in {one.value for one in question.choices}:
        known = " / ".join(one.value for one in question.choices)
        return sentence("decide.refused.choice", found=excerpt(given.choice), known=known)
    if given.words and question.free is None:
        return sentence("decide.refused.words", found=excerpt(given.words))
    try:
        return tuple(asked.kind.decide(desk.compilation, question, given))
    except AnswerError as error:
        return sentence(error.code, **error.arguments)


def _missing(desk: Desk, question: str, *, stale: bool) -> Sentence:
    """Why there is no such question: answered by now, changed since the form was made, or never there."""
    before = desk.undecided.get(question)
    if before:
        found = _answered_by(desk, before)
        if not found:
            return sentence("decide.refused.answered", question=question)
        role = sentence(f"form.role.{found.role}")
        by = found.by.words(desk.language)
        return sentence("decide.refused.answered-by", question=question, role=role, by=by, date=found.date)
    return sentence("decide.refused.changed" if stale else "decide.refused.unknown", question=excerpt(question))


def _answered_by(desk: Desk, asked: Asked) -> Decision | None:
    """The last decision that holds about the same things, for the question that it may have answered."""
    holding = {one.decision for one in desk.compilation.verdicts if one.kind in HOLDING}
    subjects = {one.decision: {*one.subjects} for one in desk.compilation.verdicts}
    about = {*asked.question.about}
    found = [
        one.decision
        for one in desk.compilation.inputs.decisions
        if one.name in holding and about & {*subjects[one.name], *getattr(one.decision, "on", ())}
    ]
    return max(found, key=lambda one: one.date, default=None)


def roles_named(roles: Iterable[Role]) -> Sentence | str:
    """Roles in words, one after another."""
    named: list[Sentence] = [sentence(f"form.role.{one}") for one in roles]
    said: Sentence | str = named.pop(0) if named else "—"
    for one in named:
        said = sentence("decide.or", left=said, right=one)
    return said


# The text form of a leaf -------------------------------------------------------------------------------------------


def answer_leaf(desk: Desk, form: LeafForm, who: Decider) -> Decided:
    """What a leaf that was edited as text becomes."""
    ground = leaf_ground(desk.compilation, form.leaf)
    if ground is None:
        return _nothing(Refusal(1, sentence("decide.leaf.gone", leaf=form.label)))
    if form.language != desk.language:
        return _nothing(Refusal(1, sentence("decide.leaf.language", found=form.language, wanted=desk.language)))
    found = changes(form, ground.leaf, ground.sights, desk.language, ground.standing, ground.computed)
    refusals = [_line_refused(one) for one in found.faults]
    if not who.why and found.records:
        return _nothing(*refusals, Refusal("", sentence("decide.refused.why-leaf")))
    drafts: list[Draft] = []
    for record in found.records:
        place = str(record.get("block", "")) or form.label
        barred = _barred(desk, record, who.role) or _repeated(desk, ground, record)
        if barred:
            refusals.append(Refusal(place, barred))
        else:
            drafts.append(Draft(place, (record,), who.why))
    return _decided(desk, drafts, who, refusals)


def _repeated(desk: Desk, ground: LeafGround, record: Record) -> Sentence | None:
    """That the same words were added there already, where they were: a form that is handed in twice adds once."""
    for one in ground.standing:
        standing = one.decision
        if isinstance(standing, Add) and record["decide"] == "add":
            header = {name: getattr(standing, name) for name in ("role", "by", "date", "why")}
            added = Add.model_validate({**record, **header}, context={"language": desk.language})
            if (added.after, added.text) == (standing.after, standing.text):
                role = sentence(f"form.role.{standing.role}")
                return sentence("decide.refused.added", role=role, by=standing.by, date=standing.date)
    return None


def _line_refused(fault: FormFault) -> Refusal:
    return Refusal(fault.line, fault.reason)


def _nothing(*refusals: Refusal) -> Decided:
    return Decided((), "", "", 0, refusals)


# Decisions ---------------------------------------------------------------------------------------------------------


def _decided(desk: Desk, drafts: Sequence[Draft], who: Decider, refusals: Sequence[Refusal]) -> Decided:
    """The file of all drafts that can hold, and why the others cannot."""
    told = [*refusals]
    sound: list[_Made] = []
    for draft in drafts:
        made = _made(desk, draft, who)
        if isinstance(made, Sentence):
            told.append(Refusal(draft.place, made))
        else:
            sound += made
    failed = _tried(desk, sound)
    kept = [one for one in sound if one.place not in failed]
    told += [Refusal(place, reason) for place, reason in failed.items()]
    left = sum(1 for draft in drafts if not draft.records)
    if not kept:
        return replace(_nothing(*told), left=left)
    path, text = _file(desk, kept)
    return Decided(tuple(one.named.decision for one in kept), path, text, left, tuple(told))


@dataclass(frozen=True, slots=True)
class _Made:
    """A record that can be read back as the decision with its name."""

    place: str | int
    record: Record
    named: Named[Decision]


def _made(desk: Desk, draft: Draft, who: Decider) -> list[_Made] | Sentence:
    """The records of a draft with who, when and why, or why they cannot be."""
    made: list[_Made] = []
    for bare in draft.records:
        barred = _barred(desk, bare, who.role)
        if barred:
            return barred
        record = {**bare, "role": who.role, "by": who.by, "date": who.date, "why": draft.why}
        try:
            file = DecisionFile.model_validate({"decisions": [record]}, context={"language": desk.language})
        except ValidationError as error:
            return _invalid(error)
        made.append(_Made(draft.place, record, Named(name_of(file.decisions[0]), file.decisions[0])))
    return made


def _barred(desk: Desk, record: Record, role: Role) -> Sentence | None:
    """Why the rule profile does not let a role decide this; None if it does."""
    authority = desk.compilation.inputs.profile.authority
    may = next((roles for kind, roles in authority.items() if kind == record["decide"]), ())
    if role in may:
        return None
    return sentence("decide.refused.role", kind=sentence(f"decision.{record['decide']}"), roles=roles_named(may))


def _invalid(error: ValidationError) -> Sentence:
    """What is wrong with words that somebody typed."""
    first = error.errors(include_url=False)[0]
    if first["type"] == "classification_mark":
        return sentence("decided.fault.mark", at=str(first["ctx"]["at"]))
    return sentence("decide.refused.invalid", part=".".join(str(one) for one in first["loc"][2:]))


def _file(desk: Desk, made: Sequence[_Made]) -> tuple[str, str]:
    """Path and text of the file that holds decisions."""
    first = made[0].named.decision
    text = decision_text([one.record for one in made], desk.language)
    return file_name(first.date, first.role, text), text


def _tried(desk: Desk, made: Sequence[_Made]) -> dict[str | int, Sentence]:
    """Places of decisions that would not hold beside the others, with the reason: compiled before they are written."""
    if not made:
        return {}
    path, text = _file(desk, made)
    tried = check(_Shelf(desk.workspace, path, text), desk.steps).compilation
    if tried is None:
        raise AssertionError
    verdicts: dict[str, Verdict] = {}
    for verdict in tried.verdicts:
        if verdict.kind not in HOLDING or verdict.decision not in verdicts:
            verdicts[verdict.decision] = verdict
    return {
        one.place: _not_holding(tried, verdicts[one.named.name])
        for one in made
        if one.named.name in verdicts and verdicts[one.named.name].kind not in HOLDING
    }


def _not_holding(compilation: Compilation, verdict: Verdict) -> Sentence:
    """Why a decision would not hold, naming the one that stands against it."""
    said = sentence(f"verdict.{verdict.kind}")
    other = compilation.decisions.get(verdict.other)
    if other is None:
        return sentence("decide.refused.verdict", verdict=said)
    decision = other.decision
    return sentence(
        "decide.refused.verdict-other",
        verdict=said,
        kind=sentence(f"decision.{decision.decide}"),
        role=sentence(f"form.role.{decision.role}"),
        by=decision.by,
        date=decision.date,
        name=other.name,
    )


class _Shelf:
    """A repository with one more file of decisions in it, or with all of them hidden; nothing is written."""

    def __init__(self, workspace: Workspace, path: str = "", text: str = "", *, hidden: bool = False) -> None:
        """Take the repository and the file."""
        self._workspace = workspace
        self._path = path
        self._text = text
        self._hidden = hidden

    def read(self, path: str) -> bytes:
        """See `Workspace.read`."""
        return self._text.encode() if path == self._path else self._workspace.read(path)

    def exists(self, path: str) -> bool:
        """See `Workspace.exists`."""
        return path == self._path or self._workspace.exists(path)

    def yaml_files(self, folder: str) -> tuple[str, ...]:
        """See `Workspace.yaml_files`."""
        if folder != FOLDER:
            return self._workspace.yaml_files(folder)
        standing = () if self._hidden else self._workspace.yaml_files(folder)
        return tuple(sorted({*standing, *([self._path] if self._path else [])}))

    def template_files(self) -> tuple[str, ...]:
        """See `Workspace.template_files`."""
        return self._workspace.template_files()

    def location(self, path: str) -> str:
        """See `Workspace.location`."""
        return self._workspace.location(path)

    def write(self, path: str, text: str) -> None:  # noqa: ARG002 - the signature of the protocol
        """Refuse: this repository is only looked at."""
        raise AssertionError
