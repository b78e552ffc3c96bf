"""Use case: from answers to a file of decisions; what cannot be taken is told, and nothing is written twice."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from sopcurric.app.asking import Asked, LeafGround, leaf_ground, repository_state
from sopcurric.app.drafting import (
    Decided,
    Decider,
    Desk,
    Draft,
    Left,
    Refusal,
    decided_by,
    made_of,
    nothing,
    roles_named,
)
from sopcurric.app.field_answering import FieldDraft, decided_fields, is_about_field, says_the_same, standing_about
from sopcurric.app.field_asking import LEAVE_OUT
from sopcurric.app.loading import DECIDED_FILE
from sopcurric.deciding.leaf_names import Leaves
from sopcurric.forms.answers import Placed
from sopcurric.forms.inert_text import excerpt
from sopcurric.forms.leaf_changes import changes
from sopcurric.forms.leaf_text import FormFault, LeafForm
from sopcurric.io.workspace import Workspace
from sopcurric.model.decision import HOLDING, Named
from sopcurric.model.files.decision import Add, Decision, Role
from sopcurric.model.question import Answer, Question, Record
from sopcurric.model.saying import words
from sopcurric.model.text import Sentence, sentence
from sopcurric.plugin import AnswerError

ROLES: tuple[Role, ...] = ("plant", "college", "industry")


class StaleFormError(ValueError):
    """No question that a form answers is there any more; `state` is that of the form, `now` the present one."""

    def __init__(self, state: str, now: str) -> None:
        """Keep both states."""
        super().__init__(f"{state} is not {now}")
        self.state = state
        self.now = now


# Answers to questions ----------------------------------------------------------------------------------------------


def answer(desk: Desk, answers: Sequence[Placed], who: Decider, state: str = "") -> Decided:
    """What answers become; `state` is that of the form that they come from, if any.

    Raises:
        StaleFormError: the form was made for another state, and none of its questions is there any more.
    """
    now = repository_state(desk.checked.loaded)
    known = frozenset(one.answer.question for one in answers if _known(desk, one.answer, who))
    answers = [one for one in answers if one.answer.question not in known]
    if answers and state not in ("", now) and not any(_asked(desk, one.answer.question) for one in answers):
        raise StaleFormError(state, now)
    drafts: list[Draft] = []
    left: list[Left] = []
    refusals: list[Refusal] = []
    for one in answers:
        drafted = _drafted(desk, one, who, stale=state not in ("", now))
        if isinstance(drafted, Sentence):
            refusals.append(Refusal(one.place, drafted))
        elif isinstance(drafted, Left):
            left.append(drafted)
        else:
            drafts.append(drafted)
    fields = decided_fields(
        desk.checked.loaded,
        desk.workspace,
        desk.language,
        [
            FieldDraft(draft.place, {**record, "by": who.by, "date": who.date, "why": draft.why})
            for draft in drafts
            for record in draft.records
            if is_about_field(draft.kind)
        ],
    )
    refusals += [Refusal(place, reason) for place, reason in fields.refused]
    others = [one for one in drafts if not is_about_field(one.kind)]
    return replace(
        decided_by(desk, others, who, refusals),
        left=tuple(left),
        known=len(known),
        fields=fields.decisions,
        fields_text=fields.text,
    )


def _asked(desk: Desk, question: str) -> bool:
    """Whether a question waits for an answer, or did before somebody decided."""
    return question in desk.open or question in desk.undecided


def _known(desk: Desk, given: Answer, who: Decider) -> bool:
    """Whether an answer was taken before, so that a form that was mended can be handed in again."""
    asked = desk.undecided.get(given.question) if given.question not in desk.open else None
    if asked is None:
        return False
    try:
        records = [*asked.kind.decide(desk.before, asked.question, given)]
    except AnswerError:
        return False
    if is_about_field(asked.kind.name):
        before = [standing_about(desk.checked.loaded.classifier, one) for one in records]
        return all(one and says_the_same(one, record) for one, record in zip(before, records, strict=True))
    made = made_of(desk, Draft("", tuple(records), _agreed(desk)), who)
    standing = [_plain(one.decision) for one in desk.compilation.inputs.decisions]
    return not isinstance(made, Sentence) and all(_plain(one.named.decision) in standing for one in made)


def _plain(decision: Decision) -> dict[str, object]:
    """What was decided by whom and when, whyever."""
    return decision.model_dump(exclude={"id", "why", "seen", "replaces"})


def put(workspace: Workspace, decided: Decided) -> bool:
    """Write the file of decisions; False where it is there already.

    Raises:
        OSError: it cannot be written.
    """
    if workspace.exists(decided.path):
        return False
    workspace.write(decided.path, decided.text)
    return True


def put_fields(workspace: Workspace, decided: Decided) -> str:
    """Write the decisions about fields behind those that stand there; the path of their file.

    Raises:
        OSError: it cannot be written.
    """
    workspace.write(DECIDED_FILE, decided.fields_text)
    return DECIDED_FILE


def _drafted(desk: Desk, placed: Placed, who: Decider, *, stale: bool) -> Draft | Left | Sentence:
    """What one answer becomes, or why it is not taken."""
    given = placed.answer
    asked = desk.open.get(given.question)
    if asked is None:
        return missing(desk, given.question, stale=stale)
    records = records_of(desk, asked, given, who.role)
    if isinstance(records, Sentence):
        return records
    if not records:
        label = next(one.label for one in asked.question.choices if one.value == given.choice)
        return Left(placed.place, label, given.words)
    why = given.why or who.why or _reason(desk, asked.question, given.choice)
    if not why:
        return sentence("decide.refused.why")
    return Draft(placed.place, records, why, asked.kind.name)


def _reason(desk: Desk, question: Question, choice: str) -> str:
    """Why somebody decided what speaks for itself, where they do not say."""
    if choice == question.proposal:
        return _agreed(desk)
    label = next((one.label for one in question.choices if one.value == choice), "")
    return words(sentence("decide.plain", choice=label), desk.language) if choice in question.plain else ""


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


def missing(desk: Desk, question: str, *, stale: bool = False) -> Sentence:
    """Why there is no such question: answered by now, changed since the form was made, or never there."""
    before = desk.undecided.get(question)
    if before and is_about_field(before.kind.name):
        return _field_answered(desk, before)
    if before:
        found = _answered_by(desk, before)
        if not found:
            return sentence("decide.refused.answered", question=question)
        decision = found.decision
        return sentence(
            "decide.refused.answered-by",
            question=question,
            kind=sentence(f"decision.{decision.decide}"),
            role=sentence(f"form.role.{decision.role}"),
            by=decision.by.words(desk.language),
            date=decision.date,
            name=found.name,
        )
    return sentence("decide.refused.changed" if stale else "decide.refused.unknown", question=excerpt(question))


def _field_answered(desk: Desk, asked: Asked) -> Sentence:
    """That a field was decided, and by whom."""
    record = next(iter(asked.kind.decide(desk.before, asked.question, Answer(asked.question.id, LEAVE_OUT))))
    found = standing_about(desk.checked.loaded.classifier, record)
    if found is None:
        return sentence("decide.refused.answered", question=asked.question.id)
    return sentence("decide.refused.field-answered", question=asked.question.id, by=found.by, date=found.date)


def _answered_by(desk: Desk, asked: Asked) -> Named[Decision] | None:
    """The decision that holds and answers a question: of a kind that an answer makes, about most of it, the last."""
    holding = {one.decision for one in desk.compilation.verdicts if one.kind in HOLDING}
    subjects = {one.decision: {*one.subjects} for one in desk.compilation.verdicts}
    about = {*asked.question.about}
    shared = {
        one.name: len(about & {*subjects[one.name], *getattr(one.decision, "on", ())})
        for one in desk.compilation.inputs.decisions
        if one.name in holding
    }
    found = [one for one in desk.compilation.inputs.decisions if shared.get(one.name)]
    kinds = _kinds(desk, asked)
    return max(found, key=lambda one: (one.decision.decide in kinds, shared[one.name], one.decision.date), default=None)


def _kinds(desk: Desk, asked: Asked) -> frozenset[object]:
    """The kinds of decisions that answers to a question make, as far as they make them without further words."""
    found: set[object] = set()
    for choice in asked.question.choices:
        with suppress(AnswerError):
            made = asked.kind.decide(desk.before, asked.question, Answer(asked.question.id, choice.value))
            found |= {record["decide"] for record in made}
    return frozenset(found)


# The text form of a leaf -------------------------------------------------------------------------------------------


def answer_leaf(desk: Desk, form: LeafForm, who: Decider) -> Decided:
    """What a leaf that was edited as text becomes."""
    ground = leaf_ground(desk.compilation, form.leaf)
    if ground is None:
        return nothing(Refusal(1, sentence("decide.leaf.gone", leaf=form.label)))
    if form.language != desk.language:
        return nothing(Refusal(1, sentence("decide.leaf.language", found=form.language, wanted=desk.language)))
    found = changes(form, ground.leaf, ground.sights, desk.language, ground.standing, ground.computed)
    refusals = [_line_refused(one) for one in found.faults]
    if not who.why and found.records:
        return nothing(*refusals, Refusal("", sentence("decide.refused.why-leaf")))
    drafts: list[Draft] = []
    name = Leaves(desk.compilation.computed).called(ground.leaf)
    for record in ({**one, "leaf": name} for one in found.records):
        place = str(record.get("block", "")) or form.label
        repeated = _repeated(desk, ground, record)
        if repeated:
            refusals.append(Refusal(place, repeated))
        else:
            drafts.append(Draft(place, (record,), who.why))
    return decided_by(desk, drafts, who, refusals)


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
