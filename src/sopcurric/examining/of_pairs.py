"""Questions that put things in order or together: steps, stages, isolation; symptoms and what follows from them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from sopcurric.examining.apart import telling
from sopcurric.examining.scene import Element, Scene, Shared, by_hash, end_cut, listed
from sopcurric.linguistics.nesting import nested
from sopcurric.model.address import Address, job_of
from sopcurric.model.files.sop_kinds import Phase
from sopcurric.model.question_bank import BankQuestion
from sopcurric.model.sop import (
    Deviation,
    DeviationRow,
    EmergencyCard,
    Equipment,
    FlowStage,
    HandoverItem,
    Lockout,
    Procedure,
    Step,
    Term,
    Valve,
)
from sopcurric.model.text import Phrase, Text, sentence

_IN_ORDER = frozenset(
    (Phase.START_UP, Phase.SHUTDOWN, Phase.EMERGENCY, Phase.EMERGENCY_SHUTDOWN, Phase.MAINTENANCE, Phase.QUALITY)
)
"""Phases of work whose steps must not change places."""
_FEWEST, _MOST = 4, 6
_LONGEST = 60
"""An item of more signs is not read when things are put in order."""
_PAIRS_FEWEST, _PAIRS_MOST = 3, 4
_CONDITIONAL = re.compile(
    r"^(?:若|如|当|每|凡|一旦|if|when|each|every)|^[^，,]{2,16}时[，,]?(?!间|刻|候|长|段|限)|\b[A-Z]{1,3}\d+\b.{0,2}(?:起|步)|第\s?\d+\s?步|"
    r"\bsteps? \d",
    re.IGNORECASE,
)
"""What is done only in some cases, or names another step, has no place of its own in an order."""


def questions(scene: Scene) -> Iterator[BankQuestion]:
    """All of them."""
    task = scene.task
    for procedure in scene.procedures:
        yield from _of_steps(scene, procedure)
    for lockout in scene.own(task.lockouts, Lockout):
        yield from _of_lockout(scene, lockout)
    for card in scene.own(task.cards, EmergencyCard):
        yield from _ordered(scene, card, "actions", card.own.actions, "apply")
    yield from _of_flow(scene)
    yield from _of_deviations(scene)
    for kind, part, told in (
        (Valve, "function", lambda one: one.function),
        (Equipment, "function", lambda one: one.function),
        (HandoverItem, "method", lambda one: one.method),
        (Lockout, "verification", lambda one: one.verification),
        (Term, "text", lambda one: one.text),
    ):
        yield from _of_kind(scene, kind, part, told)


# --- Order -----------------------------------------------------------------------------------------------------------


def _of_steps(scene: Scene, about: Shared[Procedure]) -> Iterator[BankQuestion]:
    """Some steps in a row: those with most critical ones among them."""
    procedure = about.own
    if procedure.route or procedure.phase not in _IN_ORDER:
        return
    windows = list(_windows(scene, procedure))
    if not windows:
        return
    best = max(sum(step.critical for step in one) for one in windows)
    fit = [one for one in windows if sum(step.critical for step in one) == best]
    chosen = fit[by_hash(f"{about.addresses[0]}/order", len(fit))]
    works = [scene.all.step_points[one.address].work or end_cut(one.text) for one in chosen]
    yield scene.question(
        "ordering",
        "order",
        sentence("ask.order.steps", title=procedure.title, number=len(works)),
        about,
        options=works,
        because=sentence("ask.because.order", items=listed(works)),
        asks=("order",),
        gives=tuple(f"{one.address}#text" for one in chosen),
        cognition="apply",
        more=[one.address for one in chosen],
    )


def _windows(scene: Scene, procedure: Procedure) -> Iterator[tuple[Step, ...]]:
    """Steps in a row that can be put in order: short, none of them a condition of others, no two alike."""
    steps = procedure.steps
    for size in (5, _FEWEST):
        for start in range(len(steps) - size + 1):
            window = steps[start : start + size]
            if all(_can_be_ordered(scene, one) for one in window) and not _alike(
                [scene.words(one.text) for one in window]
            ):
                yield window


def _can_be_ordered(scene: Scene, step: Step) -> bool:
    plain = not (step.depth or step.branch or step.when) and bool(step.text)
    said = scene.words(step.text)
    return (
        plain
        and not _CONDITIONAL.search(said)
        and step in scene.all.procedures[step.address.rsplit("/", 1)[0]].deeds
        and len(scene.words(step.text)) <= _LONGEST
    )


def _alike(said: Sequence[str]) -> bool:
    return any(nested(one, other) for place, one in enumerate(said) for other in said[place + 1 :])


def _of_lockout(scene: Scene, about: Shared[Lockout]) -> Iterator[BankQuestion]:
    """Cutting off, locking, letting out what is left, proving: in this order."""
    one = about.own
    lock = sentence("ask.item.lock", device=one.device) if one.device else None
    items = [item for item in (one.method, lock, one.discharge, one.verification) if item]
    if len(items) == _FEWEST:
        shown = [end_cut(item) if isinstance(item, Text) else item for item in items]
        yield _order(scene, about, "order", shown, "apply")


def _ordered(
    scene: Scene, about: Shared[Element], part: str, texts: Sequence[Text], cognition: str
) -> Iterator[BankQuestion]:
    items = [end_cut(one) for one in texts][:_MOST]
    if len(items) >= _FEWEST and not _alike([scene.words(one) for one in items]):
        yield _order(scene, about, part, items, cognition)


def _order(scene: Scene, about: Shared[Element], part: str, items: Sequence[Phrase], cognition: str) -> BankQuestion:
    title = about.own.title  # type: ignore[attr-defined]
    kind = type(about.own).__name__.lower()
    return scene.question(
        "ordering",
        part,
        sentence(f"ask.order.{kind}", title=title, number=len(items)),
        about,
        options=items,
        because=sentence("ask.because.order", items=listed(items)),
        asks=(part,),
        gives=("method", "discharge", "verification", "actions"),
        cognition=cognition,  # type: ignore[arg-type]
    )


def _of_flow(scene: Scene) -> Iterator[BankQuestion]:
    """The stages of the process in a row."""
    own = scene.own(scene.task.flow, FlowStage)
    home = job_of(own[0].addresses[0]) if own else ""
    stages = scene.all.sops[home].flow[:_MOST] if own else ()
    if not stages or stages[0].address not in scene.owned:
        return
    said = [scene.words(one.title) for one in stages]
    if len(stages) >= _FEWEST and not _alike(said):
        yield scene.question(
            "ordering",
            "flow",
            sentence("ask.order.flow", job=scene.all.sops[home].title, number=len(stages)),
            own[0],
            options=[one.title for one in stages],
            because=sentence("ask.because.order", items=listed([one.title for one in stages])),
            asks=(f"{home}#flow",),
            cognition="understand",
            more=[one.address for one in stages],
        )


# --- Pairs -----------------------------------------------------------------------------------------------------------


def _of_deviations(scene: Scene) -> Iterator[BankQuestion]:
    """Symptoms and consequences; the causes of one deviation and what is done about each."""
    own = scene.own(scene.task.deviations, Deviation)
    for part in ("consequence", "actions"):
        pairs = [
            (one, one.own.title, end_cut(told))
            for one in own
            if (told := one.own.consequence if part == "consequence" else next(iter(one.own.actions), Text()))
        ]
        yield from _paired(scene, "deviation", part, pairs, "understand")
    for one in own:
        yield from _of_rows(scene, one)


def _of_rows(scene: Scene, about: Shared[Deviation]) -> Iterator[BankQuestion]:
    rows = [one for one in about.own.rows if one.cause and one.actions][:_PAIRS_MOST]
    pairs = [(end_cut(one.cause), _first(one)) for one in rows]
    if len(rows) < _PAIRS_FEWEST or _mixed(scene, pairs):
        return
    yield scene.question(
        "matching",
        "rows",
        sentence("ask.match.rows", title=about.own.title),
        about,
        options=[left for left, _ in pairs],
        matches=[right for _, right in pairs],
        because=sentence("ask.because.pairs", items=listed(_told_pairs(pairs))),
        asks=("causes", "actions"),
        gives=("causes", "actions"),
        cognition="apply",
    )


def _first(row: DeviationRow) -> Text:
    return end_cut(row.actions[0])


def _of_kind(scene: Scene, kind: type[Element], part: str, told: Callable[[Element], Text]) -> Iterator[BankQuestion]:
    """Elements of one kind and what is said of each."""
    section = {Valve: "valves", Equipment: "equipment", HandoverItem: "handover", Lockout: "lockouts", Term: "terms"}
    own = scene.own(getattr(scene.task, section[kind]), kind)
    pairs = [(one, one.own.title, end_cut(text)) for one in own if (text := told(one.own))]  # type: ignore[attr-defined]
    yield from _paired(scene, kind.__name__.lower(), part, pairs, "recall")


def _paired(
    scene: Scene,
    kind: str,
    part: str,
    pairs: Iterable[tuple[Shared[Element], Text, Text]],
    cognition: str,
) -> Iterator[BankQuestion]:
    """Three or four pairs, of one job, none of whose right sides could stand beside another left one."""
    chosen: list[tuple[Shared[Element], Text, Text]] = []
    for one in pairs:
        home = job_of(one[0].addresses[0])
        if len(chosen) == _PAIRS_MOST or (chosen and job_of(chosen[0][0].addresses[0]) != home):
            continue
        if not _mixed(scene, [(left, right) for _, left, right in (*chosen, one)]):
            chosen.append(one)
    if len(chosen) < _PAIRS_FEWEST:
        return
    both = [(left, right) for _, left, right in chosen]
    addresses: list[Address] = [address for one, _, _ in chosen[1:] for address in one.addresses]
    asks = tuple(f"{address}#{part}" for one, _, _ in chosen for address in one.addresses)
    yield scene.question(
        "matching",
        f"{kind} {part}",
        sentence(f"ask.match.{kind}.{part}"),
        chosen[0][0],
        options=[left for left, _ in both],
        matches=[right for _, right in both],
        because=sentence("ask.because.pairs", items=listed(_told_pairs(both))),
        asks=asks,
        gives=asks,
        cognition=cognition,  # type: ignore[arg-type]
        more=addresses,
    )


def _told_pairs(pairs: Iterable[tuple[Phrase, Phrase]]) -> list[Phrase]:
    return [sentence("ask.pair", left=left, right=right) for left, right in pairs]


def _mixed(scene: Scene, pairs: Sequence[tuple[Text, Text]]) -> bool:
    """Whether a right side is like another one, or is more of another left side than of its own."""
    said = [(scene.words(left), scene.words(right)) for left, right in pairs]
    if _alike([left for left, _ in said]) or _alike([right for _, right in said]):
        return True
    for place, (left, right) in enumerate(said):
        own = telling(right)
        for other, (stranger, beside) in enumerate(said):
            if other == place:
                continue
            shared = own & telling(beside)
            if len(shared) * 2 > min(len(own), len(telling(beside))):
                return True
            if len(own & telling(stranger)) > len(own & telling(left)):
                return True
    return False
