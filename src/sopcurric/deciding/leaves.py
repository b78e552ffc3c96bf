"""What teachers rewrote, added, hid and reordered on leaves (改写、增补、隐去、重排)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sopcurric.deciding import authored
from sopcurric.deciding.leaf_names import Leaves, on_leaves
from sopcurric.deciding.leaf_order import START, Unit, ordered, reordered
from sopcurric.deciding.settling import on_a_par
from sopcurric.model.address import Address
from sopcurric.model.block_words import block_lines
from sopcurric.model.decision import HOLDING, Named, Verdict, decision_address, seen_verdict, sight
from sopcurric.model.files.decision import Add, DecisionHeader, Hide, LeafDecision, Reorder, Rewrite, Role
from sopcurric.model.provenance import block_sources
from sopcurric.model.publication import Binder, Block, Callout, Checklist, Column, Heading, Item, Leaf, Row, Table
from sopcurric.model.text import Language, sentence

WHOLE = ""
"""Stands for the leaf as a whole among the digests of its blocks."""
Texts = Mapping[Address, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Safety:
    """Hazards and what keeps people from harm, and the roles that may decide about what leaves tell of them."""

    hazards: frozenset[Address] = frozenset()
    roles: tuple[Role, ...] = ()

    def bars(self, decision: LeafDecision, block: Block) -> bool:
        """Whether a decision is not for its role: nobody else hides hazards, or rewrites what tells of nothing else."""
        sources = {*block_sources(block)}
        touched = sources & self.hazards
        if not touched or decision.role in self.roles:
            return False
        return isinstance(decision, Hide) or (isinstance(decision, Rewrite) and touched == sources)


def decide_leaves(
    binders: tuple[Binder, ...],
    decisions: Sequence[Named[DecisionHeader]],
    texts: Texts,
    language: Language,
    safety: Safety = Safety(),
) -> tuple[tuple[Binder, ...], tuple[Verdict, ...]]:
    """The binders with what was decided about their leaves, and what became of each such decision.

    `texts` are all words that people wrote, by the address of their element. Blocks are hidden last, so that what was
    typed behind one of them stays where it is. A later decision of the same role takes the place of an earlier one;
    decisions of different roles that clash do not hold.
    """
    named = [*on_leaves(decisions)]
    leaves = Leaves(binders)
    meant = [leaves.named(one.decision.leaf) for one in named]
    grouped: dict[str, tuple[Leaf, list[Named[LeafDecision]]]] = {}
    for one, leaf in zip(named, meant, strict=True):
        if leaf:
            grouped.setdefault(leaf.id, (leaf, []))[1].append(one)
    grounds = {name: _Ground(leaf, tuple(its), texts, language, safety) for name, (leaf, its) in grouped.items()}
    verdicts = tuple(
        grounds[leaf.id].verdict(one) if leaf else Verdict(one.name, "gone", (one.decision.leaf,), reason="leaf")
        for one, leaf in zip(named, meant, strict=True)
    )
    return tuple(_with(binder, grounds) for binder in binders), verdicts


def block_sight(block: Block, texts: Texts) -> str:
    """The digest of what a decision about a block sees: the words of its sources, however the block prints them."""
    sources = sorted({one for one in block_sources(block) if not one.startswith(decision_address(""))})
    return sight(*(words for source in sources for words in texts.get(source, ())))


def sights(leaf: Leaf, texts: Texts) -> Mapping[str, str]:
    """The digest of each block of a computed leaf by its key; what additions and orders see stands at `WHOLE`."""
    return {WHOLE: _whole_sight(leaf), **{block.key: block_sight(block, texts) for block in leaf.blocks}}


def _whole_sight(leaf: Leaf) -> str:
    return sight(*(block.key for block in leaf.blocks))


def _with(binder: Binder, grounds: "Mapping[str, _Ground]") -> Binder:
    if not any(leaf.id in grounds for leaf in binder.leaves):
        return binder
    chapters = tuple(
        replace(
            chapter,
            leaves=tuple(
                grounds[leaf.id].decided if leaf.id in grounds and grounds[leaf.id].leaf == leaf else leaf
                for leaf in chapter.leaves
            ),
        )
        for chapter in binder.chapters
    )
    return replace(binder, chapters=chapters)


@dataclass(frozen=True)
class _Ground:
    """A computed leaf with the decisions about it."""

    leaf: Leaf
    decisions: tuple[Named[LeafDecision], ...]
    texts: Texts
    language: Language
    safety: Safety

    # What becomes of decisions

    def verdict(self, named: Named[LeafDecision]) -> Verdict:
        """What becomes of one of the decisions."""
        keys = _keys(named.decision)
        reason = _refusal(named.decision)
        if reason:
            return Verdict(named.name, "refused", (self.leaf.id, *keys), reason=reason)
        missing = tuple(key for key in keys if key not in self._blocks)
        if missing:
            return Verdict(named.name, "gone", missing, reason="block")
        if not self._for_its_role(named):
            return Verdict(named.name, "unauthorised", (self.leaf.id, *keys), reason="safety")
        rivals = [one for one in self._sound if _against(one.decision, named.decision)]
        clashing = [
            one for one in rivals if on_a_par(one, named) and _content(one.decision) != _content(named.decision)
        ]
        if clashing:
            return Verdict(named.name, "contradictory", (self.leaf.id, *keys), other=clashing[0].name)
        last = max((named, *rivals), key=lambda one: (one.decision.date, one.name))
        if last is not named:
            return Verdict(named.name, "superseded", (self.leaf.id, *keys), other=last.name)
        return self._seen(named, keys)

    def _for_its_role(self, named: Named[LeafDecision]) -> bool:
        return not any(self.safety.bars(named.decision, self._blocks[key]) for key in _keys(named.decision))

    def _seen(self, named: Named[LeafDecision], keys: tuple[str, ...]) -> Verdict:
        decision = named.decision
        if not isinstance(decision, Rewrite | Hide):
            return seen_verdict(named, _whole_sight(self.leaf), (self.leaf.id, *keys))
        block = self._blocks[decision.block]
        verdict = seen_verdict(named, block_sight(block, self.texts), (self.leaf.id, *keys))
        if verdict.kind != "stale" or not isinstance(decision, Rewrite):
            return verdict
        then = tuple(line.words(self.language) for line in decision.saw)
        return replace(verdict, then=then, now=block_lines(block, self.language))

    @cached_property
    def _blocks(self) -> Mapping[str, Block]:
        """The computed blocks, and the first one of each addition that finds its place."""
        blocks = {block.key: block for block in self.leaf.blocks}
        waiting = [one for one in self.decisions if isinstance(one.decision, Add) and not _refusal(one.decision)]
        placed = [one for one in waiting if _all_in(one, blocks)]
        while placed:
            blocks |= {one.address: self._added(one).blocks[0] for one in placed}
            placed = [one for one in waiting if one.address not in blocks and _all_in(one, blocks)]
        return blocks

    @cached_property
    def _sound(self) -> tuple[Named[LeafDecision], ...]:
        """Decisions that hold as long as no other one is against them."""
        there = [one for one in self.decisions if not _refusal(one.decision) and _all_in(one, self._blocks)]
        return tuple(one for one in there if self._for_its_role(one))

    # What becomes of the leaf

    @cached_property
    def decided(self) -> Leaf:
        """The leaf with all decisions that hold."""
        verdicts = [(one, self.verdict(one).kind) for one in self.decisions]
        holding = [(one, kind == "stale") for one, kind in verdicts if kind in HOLDING]
        rewritten = {
            one.decision.block: self._rewritten(one.decision, one.name, suspect=stale)
            for one, stale in holding
            if isinstance(one.decision, Rewrite)
        }
        computed = [Unit(block.key, (block,)) for block in self.leaf.blocks]
        added = [self._added(one) for one, _ in holding if isinstance(one.decision, Add)]
        units = [replace(unit, blocks=rewritten.get(unit.key, unit.blocks)) for unit in ordered(computed, added)]
        for one, _ in holding:
            if isinstance(one.decision, Reorder):
                units = reordered(units, one.decision.blocks)
        hidden = {one.decision.block for one, _ in holding if isinstance(one.decision, Hide)}
        return replace(
            self.leaf, blocks=tuple(block for unit in units if unit.key not in hidden for block in unit.blocks)
        )

    def _added(self, named: Named[LeafDecision]) -> Unit:
        decision = named.decision
        text, after = (decision.text, decision.after) if isinstance(decision, Add) else ((), None)
        return Unit(named.address, authored.blocks(text, named.address, named.name, ()), after or "")

    def _rewritten(self, decision: Rewrite, name: str, *, suspect: bool) -> tuple[Block, ...]:
        """The typed blocks in place of a computed one, from the same sources; below a warning where those changed."""
        original = self._blocks[decision.block]
        typed = authored.blocks(decision.text, original.key, name, tuple(dict.fromkeys(block_sources(original))))
        fitted = _fitted(original, typed)
        return (_suspicion(original.key), *fitted) if suspect else fitted


def _keys(decision: LeafDecision) -> tuple[str, ...]:
    """The blocks that a decision names."""
    match decision:
        case Rewrite(block=block) | Hide(block=block):
            return (block,)
        case Reorder(blocks=blocks):
            return blocks
        case Add(after=str(after)) if after != START:
            return (after,)
        case _:
            return ()


def _refusal(decision: LeafDecision) -> str:
    """Why a decision cannot be done: `cells` has more cells than columns, `twice` names a block twice."""
    if isinstance(decision, Rewrite | Add) and not authored.fits(decision.text):
        return "cells"
    if isinstance(decision, Reorder) and len(set(decision.blocks)) < len(decision.blocks):
        return "twice"
    return ""


def _all_in(named: Named[LeafDecision], blocks: Mapping[str, Block]) -> bool:
    return all(key in blocks for key in _keys(named.decision))


def _against(one: LeafDecision, other: LeafDecision) -> bool:
    """Whether two decisions about the same leaf cannot both hold."""
    if one is other:
        return False
    match one, other:
        case (Rewrite(), Rewrite() | Hide()) | (Hide(), Rewrite()):
            return _keys(one) == _keys(other)
        case Reorder(), Reorder():
            shared = [key for key in _keys(one) if key in _keys(other)]
            return shared != [key for key in _keys(other) if key in _keys(one)]
        case _:
            return False


def _content(decision: LeafDecision) -> object:
    """What a decision wants, whoever took it."""
    match decision:
        case Rewrite(text=text):
            return text
        case Reorder(blocks=blocks):
            return blocks
        case _:
            return decision.__class__


def _suspicion(key: str) -> Callout:
    """What readers are told where the sources of a rewritten block have changed since."""
    told = (Item(sentence("decided.suspect.text")),)
    return Callout(f"{key}/suspect", sentence("decided.suspect.title"), told, tone="caution", origin="decided")


# Layout of what was there ---------------------------------------------------------------------------------------------


def _fitted(original: Block, typed: tuple[Block, ...]) -> tuple[Block, ...]:
    """Typed blocks in the layout of the block that they stand for: its caption, widths and strong columns."""
    first, *rest = typed
    if isinstance(original, Table | Checklist) and original.title and isinstance(first, Heading) and rest:
        second, *others = rest
        if isinstance(second, Table | Checklist) and second.kind == original.kind:
            first, rest = replace(second, key=first.key, title=first.content), others
    return tuple(_like(original, block) for block in (first, *rest))


def _like(original: Block, block: Block) -> Block:
    if not (isinstance(original, Table) and isinstance(block, Table) and len(original.columns) == len(block.columns)):
        return block
    columns = tuple(
        Column(own.title, old.width, old.align) for own, old in zip(block.columns, original.columns, strict=True)
    )
    strong = _strong(original)
    return replace(block, columns=columns, rows=tuple(_emphatic(row, strong) for row in block.rows))


def _strong(table: Table) -> frozenset[int]:
    """The columns whose cells are all strong."""
    full = [row.cells for row in table.rows if len(row.cells) == len(table.columns)]
    return frozenset(place for place in range(len(table.columns)) if full and all(row[place].strong for row in full))


def _emphatic(row: Row, strong: Iterable[int]) -> Row:
    return replace(row, cells=tuple(replace(cell, strong=place in strong) for place, cell in enumerate(row.cells)))
