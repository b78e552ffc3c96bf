"""Questions to choose from what the SOP says of like things, and to tell true from false."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from sopcurric.examining.apart import are_apart, are_of_other_kinds, is_of_everything, like_in_length
from sopcurric.examining.scene import Element, Scene, Shared, by_hash, end_cut, listed, shuffled
from sopcurric.linguistics.nesting import nested
from sopcurric.model.identifier import derived_id
from sopcurric.model.question_bank import BankQuestion
from sopcurric.model.retell import retell, spoken
from sopcurric.model.sop import (
    EmergencyCard,
    Equipment,
    Hazard,
    Lockout,
    Permit,
    Procedure,
    Record,
    Step,
    Term,
    Valve,
)
from sopcurric.model.text import Phrase, Text, sentence

_OPTIONS = 4
_MOST_RIGHT = 3
_MANY_OPTIONS = 5
_LEAST_RIGHT, _LEAST_WRONG = 2, 2
_NEVER = {
    "zh": re.compile("^(?:严禁|禁止|不得|不准|不许)"),
    "en": re.compile("^(?:never|do not|must not) ", re.IGNORECASE),
}
_OF_ANY_RECORD = re.compile("日期|时间|班次|备注|签|人$|情况$|异常|date|time|shift|remark|sign|name|by$", re.IGNORECASE)
"""What any record may well have a column for."""
_MAY = {"zh": "可以", "en": "you may "}


def questions(scene: Scene) -> Iterator[BankQuestion]:
    """All of them."""
    task = scene.task
    for hazard in scene.own(task.hazards, Hazard):
        yield from _of_hazard(scene, hazard)
    for procedure in scene.procedures:
        yield from _of_procedure(scene, procedure)
    for card in scene.own(task.cards, EmergencyCard):
        yield from _of_card(scene, card)
    for term in scene.own(task.terms, Term):
        yield from _of_term(scene, term)
    for lockout in scene.own(task.lockouts, Lockout):
        yield from _of_like(scene, lockout, "verification", lambda one: one.verification, Lockout)
    for valve in scene.own(task.valves, Valve):
        yield from _of_like(scene, valve, "position", lambda one: one.position, Valve)
    for permit in scene.own(task.permits, Permit):
        others = [one for other in scene.siblings(permit.addresses[0], Permit) for one in other.conditions]
        yield from _several(scene, permit, "conditions", permit.own.conditions, others)
    for record in scene.own(task.records, Record):
        others = [one for other in scene.siblings(record.addresses[0], Record) for one in other.columns]
        others = [one for one in others if not _OF_ANY_RECORD.search(scene.words(one))]
        yield from _several(scene, record, "columns", record.own.columns, others)
    for machine in scene.own(task.equipment, Equipment):
        yield from _judged(scene, machine, "function", lambda one: one.function, Equipment)


# --- Hazards ---------------------------------------------------------------------------------------------------------


def _of_hazard(scene: Scene, about: Shared[Hazard]) -> Iterator[BankQuestion]:
    own = about.own
    mine = [scene.words(one) for one in (own.title, own.consequence, *own.controls, *own.ppe)]
    harm = [scene.words(one) for one in (own.title, own.consequence)]
    others = [
        one
        for one in scene.siblings(about.addresses[0], Hazard)
        if are_apart(f"{scene.words(one.title)} {scene.words(one.consequence)}", harm)
    ]
    for part in ("controls", "ppe"):
        wrong = [
            text
            for one in others
            for text in getattr(one, part)
            if are_apart(scene.words(text), mine) and not is_of_everything(scene.words(text))
        ]
        yield from _several(scene, about, part, getattr(own, part), wrong)
    yield from _of_risk(scene, about)


def _of_risk(scene: Scene, about: Shared[Hazard]) -> Iterator[BankQuestion]:
    """Which of four hazards has the grade that only one of them has."""
    own = about.own
    others = [one for one in scene.siblings(about.addresses[0], Hazard) if one.risk != own.risk]
    wrong = _picked(scene, [one.title for one in others], [own.title], about.addresses[0], _OPTIONS - 1)
    if len(wrong) == _OPTIONS - 1:
        risk = sentence(f"risk.{own.risk.value}")
        yield scene.question(
            "single-choice",
            "risk",
            sentence("ask.risk", risk=risk),
            about,
            options=(own.title, *wrong),
            right=(0,),
            because=sentence("ask.because.risk", title=own.title, risk=risk),
            asks=("risk", f"{about.addresses[0].split('/', maxsplit=1)[0]}#risks"),
        )


# --- Several of many -------------------------------------------------------------------------------------------------


def _several(
    scene: Scene, about: Shared[Element], part: str, right: Sequence[Text], wrong: Iterable[Text]
) -> Iterator[BankQuestion]:
    """Which of some texts belong to an element: some of its own, some of others that are neither its own nor alike."""
    seed = derived_id("", f"{part}{about.addresses[0]}")
    own = list(dict.fromkeys(end_cut(one) for one in right if one))
    said = [scene.words(one) for one in own]
    chosen: list[Text] = []
    for place in shuffled(len(own), seed):
        if len(chosen) < _MOST_RIGHT and not any(nested(said[place], scene.words(one)) for one in chosen):
            chosen.append(own[place])
    strangers = [end_cut(one) for one in wrong if one and are_apart(scene.words(one), said)]
    few = min(_MANY_OPTIONS - len(chosen), _OPTIONS - 1)
    false = _picked(scene, strangers, chosen, seed, few)
    if len(chosen) < _LEAST_RIGHT or len(false) < _LEAST_WRONG:
        return
    title = about.own.title  # type: ignore[attr-defined]
    yield scene.question(
        "multiple-choice",
        part,
        sentence(f"ask.several.{part}", title=title),
        about,
        options=(*chosen, *false),
        right=range(len(chosen)),
        because=sentence(f"ask.because.several.{part}", title=title, items=listed(own)),
        asks=(part,),
    )


def _picked(scene: Scene, texts: Iterable[Text], others: Sequence[Text], seed: str, number: int) -> list[Text]:
    """So many of some texts, of like length as others, none of them in another; which ones follows from the seed."""
    every = list(dict.fromkeys(texts))
    said = [scene.words(one) for one in others]
    found: list[Text] = []
    for place in shuffled(len(every), f"{seed}/wrong"):
        mine = scene.words(every[place])
        known = [*said, *(scene.words(one) for one in found)]
        if len(found) < number and like_in_length(mine, said) and not any(nested(mine, one) for one in known):
            found.append(every[place])
    return found


# --- One of four -----------------------------------------------------------------------------------------------------


def _of_procedure(scene: Scene, about: Shared[Procedure]) -> Iterator[BankQuestion]:
    """Why a step is done: its reason among those of other steps of the job."""
    reasons = [
        step.reason
        for procedure, step in scene.all.sops[about.addresses[0].split("/", 1)[0]].steps()
        if step.reason and procedure.title
    ]
    for same in zip(*(scene.portions[one].steps for one in about.addresses), strict=False):
        own = Shared(same[0], tuple(one.address for one in same), about.whose)
        if own.own.reason and not own.own.branch:
            yield from _of_reason(scene, about.own, own, reasons)
        for text in (*own.own.cautions, own.own.text):
            yield from _of_ban(scene, own, text, sentence("ask.ban.step", procedure=about.own.title), about.own)


def _of_reason(scene: Scene, procedure: Procedure, about: Shared[Step], reasons: list[Text]) -> Iterator[BankQuestion]:
    step = about.own
    work = scene.all.step_points[step.address].work or end_cut(step.text)
    mine = [scene.words(one) for one in (step.text, step.criterion, step.reason, procedure.title)]
    right = end_cut(step.reason)
    strangers = [
        end_cut(one)
        for one in reasons
        if are_apart(scene.words(one), mine) and are_of_other_kinds(scene.words(one), scene.words(right))
    ]
    wrong = _picked(scene, strangers, [right], about.addresses[0], _OPTIONS - 1)
    because = sentence("ask.because.reason", work=work, reason=right)
    source = scene.source_of(procedure, step)
    stem = sentence("ask.reason", procedure=procedure.title, work=work)
    if len(wrong) == _OPTIONS - 1 and are_apart(scene.words(right), [scene.words(work)]):
        yield scene.question(
            "single-choice",
            "reason",
            stem,
            about,
            options=(right, *wrong),
            right=(0,),
            because=because,
            asks=("reason",),
            cognition="understand",
            source=source,
        )


def _of_card(scene: Scene, about: Shared[EmergencyCard]) -> Iterator[BankQuestion]:
    """What is done first: the first action among the later ones and what must not be done."""
    card = about.own
    for caution in card.cautions:
        yield from _of_ban(scene, about, caution, sentence("ask.ban.card", title=card.title))
    banned = [found for one in card.cautions if (found := _without_ban(one))]
    first, *later = [end_cut(one) for one in card.actions] or [Text()]
    wrong = [one for one in (*later, *banned) if not nested(scene.words(one), scene.words(first))][: _OPTIONS - 1]
    if first and len(wrong) == _OPTIONS - 1:
        yield scene.question(
            "single-choice",
            "first",
            sentence("ask.first", title=card.title),
            about,
            options=(first, *wrong),
            right=(0,),
            because=sentence(
                "ask.because.first", title=card.title, items=listed([end_cut(one) for one in card.actions])
            ),
            asks=("first",),
            gives=("actions",),
            cognition="apply",
        )


def _of_term(scene: Scene, about: Shared[Term]) -> Iterator[BankQuestion]:
    """Which term a definition is of; whether a definition is that of a term."""
    yield from _judged(scene, about, "text", lambda one: one.text, Term)
    others = [one.title for one in scene.siblings(about.addresses[0], Term)]
    title, text = about.own.title, end_cut(about.own.text)
    if not text or nested(scene.words(title), scene.words(text)):
        return
    wrong = _picked(scene, others, [title], about.addresses[0], _OPTIONS - 1)
    if len(wrong) == _OPTIONS - 1:
        yield scene.question(
            "single-choice",
            "term",
            sentence("ask.term", text=text),
            about,
            options=(title, *wrong),
            right=(0,),
            because=sentence("ask.because.term", title=title, text=text),
            asks=("text",),
        )


def _of_like(
    scene: Scene, about: Shared[Element], part: str, told: Callable[[Element], Text], kind: type[Element]
) -> Iterator[BankQuestion]:
    """What is said of an element, among what is said of others of its kind."""
    right = end_cut(told(about.own))
    others = [end_cut(told(one)) for one in scene.siblings(about.addresses[0], kind)]
    mine = [scene.words(right), scene.words(about.own.title)]  # type: ignore[attr-defined]
    strangers = [one for one in others if one and are_apart(scene.words(one), mine)]
    wrong = _picked(scene, strangers, [right], about.addresses[0], _OPTIONS - 1) if right else []
    if len(wrong) == _OPTIONS - 1:
        title = about.own.title  # type: ignore[attr-defined]
        yield scene.question(
            "single-choice",
            part,
            sentence(f"ask.like.{part}", title=title),
            about,
            options=(right, *wrong),
            right=(0,),
            because=sentence(f"ask.because.{part}", title=title, text=right),
            asks=(part,),
        )


_SPECIFIC = 8
"""What is said in fewer characters (承受载荷) may hold for other things as well."""

# --- True or false ---------------------------------------------------------------------------------------------------


def _judged(
    scene: Scene, about: Shared[Element], part: str, told: Callable[[Element], Text], kind: type[Element]
) -> Iterator[BankQuestion]:
    """Whether what is said is said of this element, or of another one of its kind."""
    title, right = about.own.title, end_cut(told(about.own))  # type: ignore[attr-defined]
    mine = [scene.words(title), scene.words(right)]
    strangers = [end_cut(told(one)) for one in scene.siblings(about.addresses[0], kind) if told(one)]
    strangers = [one for one in strangers if len(scene.words(one)) >= _SPECIFIC]
    wrong = _picked(
        scene,
        [one for one in strangers if are_apart(scene.words(one), mine)],
        [right],
        about.addresses[0],
        1,
    )
    if not right or not wrong:
        return
    false = by_hash(f"{about.addresses[0]}/{part}/true", 2) == 0
    yield scene.question(
        "true-false",
        part,
        sentence(f"ask.judge.{part}", title=title, text=wrong[0] if false else right),
        about,
        right=(0 if false else 1,),
        because=sentence(f"ask.because.{part}", title=title, text=right),
        asks=(part,),
    )


def _of_ban(
    scene: Scene, about: Shared[Element], text: Text, where: Phrase, procedure: Procedure | None = None
) -> Iterator[BankQuestion]:
    """Whether what is forbidden is forbidden."""
    plain, may = end_cut(text), _allowed(text)
    if not may:
        return
    false = by_hash(f"{about.addresses[0]}{scene.words(plain)}", 2) == 0
    yield scene.question(
        "true-false",
        f"ban {scene.words(plain)}",
        sentence("ask.ban", where=where, text=may if false else plain),
        about,
        right=(0 if false else 1,),
        because=sentence("ask.because.ban", where=where, text=plain),
        asks=(f"ban {scene.words(plain)}",),
        source=scene.source_of(procedure, about.own) if procedure and isinstance(about.own, Step) else None,
    )


def _allowed(text: Text) -> Text:
    """What is forbidden, as if it were allowed; nothing where one of the wordings forbids nothing at its beginning."""
    made = {}
    for language, said in spoken(text).items():
        pattern = _NEVER.get(language)
        found = pattern.match(said) if pattern else None
        if not found or len(text.runs(language)) > 1:
            return Text()
        made[language] = _MAY[language] + said[found.end() :]
    return Text.of({language: Text.plain(language, said).runs(language) for language, said in made.items()})


def _without_ban(text: Text) -> Text:
    """What is forbidden, by itself."""
    made = {}
    for language, said in spoken(text).items():
        pattern = _NEVER.get(language)
        found = pattern.match(said) if pattern else None
        if not found:
            return Text()
        made[language] = said[found.end() :]
    return retell(text, made)
