"""From records of decisions to a file of those that hold: each is compiled beside the others before it is written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pydantic import ValidationError

from sopcurric.app.asking import Asked, open_questions
from sopcurric.app.checking import Checked, check
from sopcurric.app.classifying import Classifier
from sopcurric.app.steps import Steps
from sopcurric.io.decision_file import FOLDER, decision_text, file_name
from sopcurric.io.workspace import Workspace
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import HOLDING, Named, Verdict, name_of
from sopcurric.model.files.decision import Decision, DecisionFile, Role
from sopcurric.model.files.policy import FieldDecision
from sopcurric.model.question import Record
from sopcurric.model.text import Phrase, Sentence, sentence


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
class Left:
    """An answer that needs no decision: where it stood, what was chosen, and the words beside it."""

    place: str | int
    choice: Phrase
    words: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What one answer becomes: records that still lack who and when, and why; `kind` is that of the question."""

    place: str | int
    records: tuple[Record, ...]
    why: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of answers: the decisions with their file (empty where there are none), and what was not taken.

    `left` are answers that leave things as they are, or that tell of something to be changed in an SOP; `known` counts
    those that were taken before. `fields` are decisions about single fields, which have a file of their own, and
    `fields_text` is all of that.
    """

    decisions: tuple[Decision, ...]
    path: str
    text: str
    left: tuple[Left, ...]
    refusals: tuple[Refusal, ...]
    known: int = 0
    fields: tuple[FieldDecision, ...] = ()
    fields_text: str = ""


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
        return {one.question.id: one for one in open_questions(self.compilation, self._classifier)}

    @cached_property
    def before(self) -> Compilation:
        """What the repository compiles to without any decision."""
        return check(_Shelf(self.workspace, hidden=True), self.steps).compilation or self.compilation

    @cached_property
    def undecided(self) -> Mapping[str, Asked]:
        """The questions that there would be if nothing had been decided, by id."""
        return {one.question.id: one for one in open_questions(self.before, self._classifier.anew(()))}

    @property
    def _classifier(self) -> Classifier:
        return self.checked.loaded.classifier

    @property
    def language(self) -> str:
        """The language that people write in."""
        return self.compilation.inputs.settings.language


def roles_named(roles: Iterable[Role]) -> Sentence | str:
    """Roles in words, one after another."""
    named: list[Sentence] = [sentence(f"form.role.{one}") for one in roles]
    said: Sentence | str = named.pop(0) if named else "—"
    for one in named:
        said = sentence("decide.or", left=said, right=one)
    return said


def nothing(*refusals: Refusal) -> Decided:
    """That there are no decisions, and why."""
    return Decided((), "", "", (), refusals)


def decided_by(desk: Desk, drafts: Sequence[Draft], who: Decider, refusals: Sequence[Refusal]) -> Decided:
    """The file of all drafts that can hold, and why the others cannot."""
    told = [*refusals]
    sound: list[Made] = []
    for draft in drafts:
        made = made_of(desk, draft, who)
        if isinstance(made, Sentence):
            told.append(Refusal(draft.place, made))
        else:
            sound += made
    failed = _tried(desk, sound)
    kept = [one for one in sound if one.place not in failed]
    told += [Refusal(place, reason) for place, reason in failed.items()]
    if not kept:
        return nothing(*told)
    path, text = _file(desk, kept)
    return Decided(tuple(one.named.decision for one in kept), path, text, (), tuple(told))


@dataclass(frozen=True, slots=True)
class Made:
    """A record that can be read back as the decision with its name."""

    place: str | int
    record: Record
    named: Named[Decision]


def made_of(desk: Desk, draft: Draft, who: Decider) -> list[Made] | Sentence:
    """The records of a draft with who, when and why, or why they cannot be."""
    made: list[Made] = []
    for bare in draft.records:
        barred = _barred(desk, bare, who.role)
        if barred:
            return barred
        record = {**bare, "role": who.role, "by": who.by, "date": who.date, "why": draft.why}
        try:
            file = DecisionFile.model_validate({"decisions": [record]}, context={"language": desk.language})
        except ValidationError as error:
            return _invalid(error)
        made.append(Made(draft.place, record, Named(name_of(file.decisions[0]), file.decisions[0])))
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


def _file(desk: Desk, made: Sequence[Made]) -> tuple[str, str]:
    """Path and text of the file that holds decisions."""
    first = made[0].named.decision
    text = decision_text([one.record for one in made], desk.language)
    return file_name(first.date, first.role, text), text


def _tried(desk: Desk, made: Sequence[Made]) -> dict[str | int, Sentence]:
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

    def survey_files(self) -> tuple[str, ...]:
        """See `Workspace.survey_files`."""
        return self._workspace.survey_files()

    def location(self, path: str) -> str:
        """See `Workspace.location`."""
        return self._workspace.location(path)

    def write(self, path: str, text: str) -> None:  # noqa: ARG002 - the signature of the protocol
        """Refuse: this repository is only looked at."""
        raise AssertionError
