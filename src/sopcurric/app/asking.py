"""Use case: everything that waits for a person, and the forms to answer it in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter

from sopcurric.app.checking import Checked
from sopcurric.app.classifying import NO_CLASSIFIER, Classifier
from sopcurric.app.field_asking import FIELD, FieldQuestions
from sopcurric.app.loading import Loaded
from sopcurric.app.registry import questions
from sopcurric.app.steps import digest_of
from sopcurric.deciding.leaf_names import Leaves, about
from sopcurric.deciding.leaves import sights
from sopcurric.deciding.subjects import Written
from sopcurric.forms import leaf_text
from sopcurric.forms.inbox import Entry, Inbox
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import HOLDING, Named
from sopcurric.model.files.decision import LeafDecision, Role
from sopcurric.model.publication import Leaf
from sopcurric.model.question import Choice, Question
from sopcurric.model.saying import words
from sopcurric.model.text import Language, Sentence, sentence
from sopcurric.plugin import QuestionKind

_STATE = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its kind, which knows what becomes of an answer."""

    kind: QuestionKind
    question: Question

    @property
    def kind_named(self) -> Sentence:
        """The kind in words."""
        return sentence(f"question.{self.kind.name}")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value with what it is called."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question as `todo --json` shows it; `proposal` is the value of the proposed choice, `free` the words wanted."""

    id: str
    title: str
    kind: str
    roles: tuple[Role, ...]
    shown: tuple[Labelled, ...]
    choices: tuple[Labelled, ...]
    proposal: str
    free: str
    derived_from: tuple[str, ...]


SHOWN_QUESTIONS = TypeAdapter(tuple[ShownQuestion, ...])


def repository_state(loaded: Loaded) -> str:
    """Twelve hexadecimal digits that change when anything changes that questions can depend on."""
    sops = (part for pair in sorted(loaded.sop_digests.items()) for part in pair)
    digest = digest_of(loaded.digest, loaded.profile_digest, loaded.decided_digest, *sops)
    return digest[:_STATE]


def open_questions(compilation: Compilation, classifier: Classifier = NO_CLASSIFIER) -> tuple[Asked, ...]:
    """Every question that waits for an answer, kind by kind; first those about fields that nobody has decided.

    These are made from `classifier`, because no compilation holds what is classified.
    """
    fields = FieldQuestions(classifier, compilation.inputs.settings.language).kind
    kinds = (fields, *questions().values())
    return tuple(Asked(kind, question) for kind in kinds for question in kind.ask(compilation))


def question_kinds() -> tuple[str, ...]:
    """The names of all kinds."""
    return (FIELD, *questions())


def asked_of(asked: Iterable[Asked], role: Role | None, kind: str = "") -> tuple[Asked, ...]:
    """Those that a role may answer (all where it is None), of one kind (of all where it is empty)."""
    return tuple(
        one for one in asked if (role is None or role in one.question.roles) and (not kind or one.kind.name == kind)
    )


def inbox(asked: Sequence[Asked], checked: Checked, compilation: Compilation, role: str, language: Language) -> Inbox:
    """The form with these questions, worded."""
    settings = compilation.inputs.settings
    project = settings.name.words(language)
    title = words(sentence("todo.title", project=project), language)
    entries = tuple(_entry(one, language) for one in asked)
    return Inbox(title, language, role, repository_state(checked.loaded), settings.as_of, entries)


def _entry(asked: Asked, language: Language) -> Entry:
    question = asked.question
    return Entry(
        id=question.id,
        kind=words(asked.kind_named, language),
        ask=words(question.ask, language),
        shown=tuple((words(one.label, language), words(one.value, language)) for one in question.shown),
        choices=tuple((one.value, words(one.label, language)) for one in question.choices),
        proposal=question.proposal,
        free=words(question.free, language) if question.free else "",
        about=question.about,
    )


def shown_questions(asked: Iterable[Asked], language: Language) -> tuple[ShownQuestion, ...]:
    """Questions as flat records."""
    return tuple(_shown(one, language) for one in asked)


def _shown(asked: Asked, language: Language) -> ShownQuestion:
    entry = _entry(asked, language)
    return ShownQuestion(
        id=entry.id,
        title=entry.ask,
        kind=asked.kind.name,
        roles=asked.question.roles,
        shown=tuple(Labelled(label, value) for label, value in entry.shown),
        choices=tuple(Labelled(label, value) for value, label in entry.choices),
        proposal=entry.proposal,
        free=entry.free,
        derived_from=entry.about,
    )


def proposed(question: Question) -> Choice | None:
    """The choice that the tool would make."""
    return next((one for one in question.choices if one.value == question.proposal), None)


@dataclass(frozen=True, slots=True)
class LeafGround:
    """A leaf as it is printed now and as it was computed, what decisions about it see, and those that hold."""

    leaf: Leaf
    computed: Leaf
    sights: Mapping[str, str]
    standing: tuple[Named[LeafDecision], ...]


def leaf_ground(compilation: Compilation, name: str) -> LeafGround | None:
    """What the text form of a leaf is made from and compared with; None where no leaf has this id, label or name.

    A label that is printed on several leaves names none of them.
    """
    named = Leaves(compilation.binders)
    labelled = {leaf.id: leaf for binder in compilation.binders for leaf in binder.leaves if leaf.label == name}
    leaf = named.named(name) or (next(iter(labelled.values())) if len(labelled) == 1 else None)
    if leaf is None:
        return None
    computed = Leaves(compilation.computed).named(leaf.id) or leaf
    kinds = {verdict.decision: verdict.kind for verdict in compilation.verdicts}
    decisions = about(computed, compilation.computed, compilation.inputs.decisions)
    standing = tuple(one for one in decisions if kinds.get(one.name) in HOLDING)
    return LeafGround(leaf, computed, sights(computed, Written(compilation.inputs.sops).words), standing)


def leaf_form(ground: LeafGround, checked: Checked, language: Language) -> str:
    """The text form of a leaf."""
    return leaf_text.write(
        ground.leaf, ground.sights, language, repository_state(checked.loaded), ground.standing, ground.computed
    )
