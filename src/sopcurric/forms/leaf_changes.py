"""What a teacher changed in the text form of a leaf, as decisions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pydantic import TypeAdapter, ValidationError

from sopcurric.forms.leaf_parts import Record, Typed, TypedBox, TypedTable, record
from sopcurric.forms.leaf_strays import strays
from sopcurric.forms.leaf_text import (
    WHOLE,
    FormFault,
    FormUnit,
    LeafForm,
    LeafUnit,
    index_key,
    seen_of,
    text_digest,
    units_of,
)
from sopcurric.model.block_words import block_lines
from sopcurric.model.decision import Named, decision_address, sight
from sopcurric.model.files.decision import Authored, LeafDecision, Reorder, Rewrite
from sopcurric.model.markup import BrokenMarkError, parse, written
from sopcurric.model.publication import Leaf
from sopcurric.model.text import Language, Plain, Sentence, sentence

_MOST_COLUMNS = 12
_NO_MARK = str.maketrans({"<": "(", ">": ")", "《": "(", "》": ")", "＜": "(", "＞": ")", "|": "/", "｜": "/"})
_AUTHORED: TypeAdapter[Authored] = TypeAdapter(Authored)


@dataclass(frozen=True, slots=True)
class LeafChanges:
    """Decisions as they are written into a file, and what was not taken, and why."""

    records: tuple[Record, ...]
    faults: tuple[FormFault, ...] = ()


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a form is compared with.

    `leaf` is the leaf as it is printed now, `computed` the same without any decision, `sights` the digests of what
    decisions about it see, `standing` the decisions about it that hold.
    """

    leaf: Leaf
    computed: Leaf
    sights: Mapping[str, str]
    standing: Sequence[Named[LeafDecision]] = ()


def changes(
    form: LeafForm,
    leaf: Leaf,
    sights: Mapping[str, str],
    language: Language,
    standing: Sequence[Named[LeafDecision]] = (),
    computed: Leaf | None = None,
) -> LeafChanges:
    """What was changed in a form, as decisions that still lack who, when and why.

    `leaf` is the leaf as it is printed now, `sights` are the digests of what decisions about it see, `standing` the
    decisions about it that hold (new ones replace them), `computed` the leaf without any decision. Where a block has
    changed in the repository since the form was written and in the form as well, it is not taken; nor is another
    rewriting of one that is suspect, since it would pass for a confirmation. Of a damaged form nothing is taken.
    """
    if form.leaf != leaf.id:
        return LeafChanges((), (FormFault(1, sentence("decided.fault.leaf", leaf=form.leaf, other=leaf.id)),))
    if form.faults:
        return LeafChanges((), form.faults)
    comparison = _Comparison(form, _Ground(leaf, computed or leaf, sights, standing), language)
    damage = (*strays(form, comparison.units),)
    if damage:
        return LeafChanges((), damage)
    faults = tuple(sorted(comparison.faults(), key=lambda fault: fault.line))
    return LeafChanges(tuple(comparison.records()), faults)


@dataclass(frozen=True)
class _Comparison:
    form: LeafForm
    ground: _Ground
    language: Language

    @cached_property
    def units(self) -> Mapping[str, LeafUnit]:
        """What is on the leaf now."""
        return {unit.key: unit for unit in units_of(self.ground.leaf, self.language)}

    @cached_property
    def first(self) -> Mapping[str, FormUnit]:
        """What is in the form, without copies."""
        return {unit.key: unit for unit in reversed(self.form.units) if unit.key}

    @cached_property
    def typed(self) -> tuple[FormUnit, ...]:
        """What the leaf is to hold, in its order: known blocks that are not empty, and what is new.

        What is new between the same blocks is one; what is new before an addition becomes part of that, so that it
        does not depend on which of the two was decided first.
        """
        told: list[FormUnit] = []
        for unit in self.form.units:
            if not unit.key and told and not told[-1].key:
                told[-1] = replace(told[-1], parts=(*told[-1].parts, *unit.parts))
            elif not unit.key or self._kept(unit):
                before = told.pop().parts if told and not told[-1].key and _is_addition(unit.key) else ()
                told.append(replace(unit, parts=(*before, *unit.parts)))
        return tuple(told)

    def _kept(self, unit: FormUnit) -> bool:
        return unit.key in self.units and self.first[unit.key] is unit and bool(unit.parts)

    # What is not taken

    def faults(self) -> Iterator[FormFault]:
        """Everything that is not taken."""
        for unit in self.form.units:
            if unit.key and unit.key not in self.units and unit.parts and text_digest(unit.parts) != unit.text:
                yield FormFault(unit.line, sentence("decided.fault.gone", block=unit.key))
        for unit in self.typed:
            if barred := self._barred(unit):
                yield FormFault(unit.line, barred)
            else:
                yield from self._faults_below(unit)
        yield from self._deletions_not_taken()

    def _barred(self, unit: FormUnit) -> Sentence | None:
        """Why what was edited may not be edited now, whatever was typed."""
        if not unit.key or not self._edited(unit):
            return None
        if self.units[unit.key].suspect:
            return sentence("decided.fault.suspect", block=unit.key)
        return sentence("decided.fault.changed", block=unit.key) if self._moved_on(unit) else None

    def _faults_below(self, unit: FormUnit) -> Iterator[FormFault]:
        if not unit.key or self._edited(unit):
            return _part_faults(unit.parts, self.language)
        return _unruled(unit.parts)

    def _edited(self, unit: FormUnit) -> bool:
        return text_digest(unit.parts) != unit.text and unit.parts != self.units[unit.key].parts

    def _moved_on(self, unit: FormUnit) -> bool:
        """Whether a block is not what it was when the form was written."""
        return (unit.seen, unit.text) != (self._seen(unit.key), self.units[unit.key].text)

    def _deletions_not_taken(self) -> Iterator[FormFault]:
        for key in self._deleted:
            if self._was(key) and not self._is_as_it_was(key):
                line = self.first[key].line if key in self.first else 1
                yield FormFault(line, sentence("decided.fault.deleted", block=key))

    @property
    def _deleted(self) -> list[str]:
        kept = {unit.key for unit in self.typed}
        return [key for key, unit in self.units.items() if key not in kept and (unit.parts or key not in self.first)]

    def _was(self, key: str) -> bool:
        return index_key(key) in dict(self.form.index)

    def _is_as_it_was(self, key: str) -> bool:
        return self.units[key].entry(self._seen(key)) in self.form.index

    def _seen(self, key: str) -> str:
        return seen_of(key, self.ground.sights)

    # What is taken

    def records(self) -> Iterator[Record]:
        """The decisions that make the leaf what was typed."""
        anchor = "start"
        for unit in self.typed:
            if not unit.key:
                yield from self._added(unit, anchor)
            else:
                yield from self._rewritten(unit)
                anchor = unit.key
        for key in self._deleted:
            if self._is_as_it_was(key):
                yield self._record("hide", {"block": key}, self._seen(key), self._rewrites(key))
        order = [unit.key for unit in self.typed if unit.key]
        if order != [key for key in self.units if key in order]:
            replaced = [one.name for one in self.ground.standing if isinstance(one.decision, Reorder)]
            yield self._record("reorder", {"blocks": order}, self._whole, replaced)

    def _added(self, unit: FormUnit, anchor: str) -> Iterator[Record]:
        if not any(_part_faults(unit.parts, self.language)):
            yield self._record("add", {"after": anchor, "text": _text(unit.parts)}, self._whole, ())

    def _rewritten(self, unit: FormUnit) -> Iterator[Record]:
        if not self._edited(unit) or self._barred(unit) or any(_part_faults(unit.parts, self.language)):
            return
        parts = {"block": unit.key, "text": _text(unit.parts), "saw": self._saw(unit.key)}
        yield self._record("rewrite", parts, self._seen(unit.key), self._rewrites(unit.key))

    def _record(self, kind: str, parts: Record, seen: str, replaced: Iterable[str]) -> Record:
        names = [*replaced]
        more = {"replaces": names} if names else {}
        return {"decide": kind, "leaf": self.ground.leaf.id, **parts, "seen": seen, **more}

    @property
    def _whole(self) -> str:
        keys = (block.key for block in self.ground.computed.blocks)
        return self.ground.sights.get(WHOLE) or sight(*keys)

    def _saw(self, key: str) -> list[str]:
        """What is computed for a block, line by line; for an addition, what it says."""
        computed = [block for block in self.ground.computed.blocks if block.key == key]
        lines = (block_lines(block, self.language, written) for block in computed or self.units[key].blocks)
        return [_sound(line) for block in lines for line in block]

    def _rewrites(self, key: str) -> list[str]:
        """Names of the decisions by which a block was rewritten."""
        standing = ((one.name, one.decision) for one in self.ground.standing)
        return [name for name, decision in standing if isinstance(decision, Rewrite) and decision.block == key]


def _sound(line: str) -> str:
    """A line put together from texts that are sound each; where together they look like a mark, without its signs."""
    try:
        parse(line)
    except BrokenMarkError:
        return written((Plain(line.translate(_NO_MARK)),))
    return line


def _is_addition(key: str) -> bool:
    return key.startswith(decision_address(""))


def _text(parts: Iterable[Typed]) -> list[str | Record]:
    return [record(part) for part in parts]


def _part_faults(parts: Iterable[Typed], language: Language) -> Iterator[FormFault]:
    """Why typed parts cannot be taken."""
    for part in parts:
        found = [*_unruled((part,))] or [*_shape_faults(part)]
        yield from found or _word_faults(part, language)


def _unruled(parts: Iterable[Typed]) -> Iterator[FormFault]:
    """Tables without a line below their titles, as where an empty line cut one in two."""
    for part in parts:
        if isinstance(part, TypedTable) and not part.ruled:
            yield FormFault(part.line, sentence("decided.fault.rule"))


def _shape_faults(part: Typed) -> Iterator[FormFault]:
    if isinstance(part, TypedBox) and not (part.title and part.items):
        yield FormFault(part.line, sentence("decided.fault.box"))
    if not isinstance(part, TypedTable):
        return
    width = len(part.titles)
    if width > _MOST_COLUMNS:
        yield FormFault(part.line, sentence("decided.fault.columns", columns=width, most=_MOST_COLUMNS))
    if not all(part.titles):
        yield FormFault(part.line, sentence("decided.fault.title"))
    for number, row in enumerate(part.rows, start=2):
        if len(row) > width:
            yield FormFault(part.line + number, sentence("decided.fault.cells", cells=len(row), columns=width))


def _word_faults(part: Typed, language: Language) -> Iterator[FormFault]:
    try:
        _AUTHORED.validate_python(record(part), context={"language": language})
    except ValidationError as error:
        found = error.errors()[0]
        if found["type"] == "classification_mark":
            yield FormFault(part.line, sentence("decided.fault.mark", at=str(found["ctx"]["at"])))
        else:
            yield FormFault(part.line, sentence("decided.fault.refused"))
