"""Stage 0: the SOP of a plant out of the base SOP of its group and what the plant does otherwise."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sopcurric.diagnostics.finding import Finding, finding
from sopcurric.model.address import letters
from sopcurric.model.files.element import Element
from sopcurric.model.files.sop import SopSections
from sopcurric.model.files.sop_changes import Change, ChangesFile
from sopcurric.model.files.sop_steps import Procedure, Route, RoutePoint, Step
from sopcurric.source.ref import Pointer, SourceRef

VERSION = 1

Data = object
"""What a YAML file holds: mappings, lists, scalars."""


@dataclass(slots=True)
class _Node:
    """A value with the place that it was written in; mappings and lists hold nodes.

    `name` is what the base calls an element, by id or by position: changes that come later do not move it.
    """

    ref: SourceRef
    value: object
    name: str = ""
    entries: dict[str, "_Node"] | None = None
    items: list["_Node"] | None = None


@dataclass(frozen=True, slots=True)
class Assembled:
    """The data of a plant's SOP, where each part of it was written, and what could not be applied."""

    data: Data
    places: Mapping[Pointer, SourceRef]
    findings: tuple[Finding, ...]

    def place(self, pointer: Pointer) -> SourceRef:
        """Where the value at a pointer was written; a value that is missing should stand in what contains it."""
        for length in range(len(pointer), -1, -1):
            known = self.places.get(pointer[:length])
            if known is not None:
                return SourceRef(known.document, (*known.pointer, *pointer[length:]))
        raise AssertionError


@dataclass(slots=True)
class _Assembly:
    """The tree under construction."""

    root: _Node
    findings: list[Finding] = field(default_factory=list)


def assemble(
    base: tuple[str, Data], changes: tuple[str, ChangesFile, Data] | None, header: str, plant: str
) -> Assembled:
    """The SOP of a plant.

    `base` is the document of the group's SOP with its data, `changes` that of the plant with file and data (None where
    the plant does nothing otherwise), `header` the key of the header (`job`).
    """
    made = _Assembly(_lifted(base[1], base[0], ()))
    head = _entry(made.root, header)
    if head is not None and head.entries is not None:
        head.entries.pop("plants", None)
        head.entries["organisation"] = _Node(head.ref, plant)
    if changes is not None:
        _name(made.root)
        document, file, data = changes
        typed = _lifted(data, document, ())
        own = _entry(typed, "document")
        if own is not None and made.root.entries is not None:
            made.root.entries["document"] = own
        lifted = _entry(typed, "changes")
        for number, change in enumerate(file.changes):
            written = lifted.items[number] if lifted and lifted.items else made.root
            _apply(made, change, written, SourceRef(document, ("changes", number)))
    places: dict[Pointer, SourceRef] = {}
    return Assembled(_lowered(made.root, (), places), places, tuple(made.findings))


def _lifted(data: Data, document: str, pointer: Pointer) -> _Node:
    node = _Node(SourceRef(document, pointer), data)
    if isinstance(data, Mapping):
        node.entries = {str(key): _lifted(value, document, (*pointer, str(key))) for key, value in data.items()}
    elif isinstance(data, list):
        node.items = [_lifted(value, document, (*pointer, number)) for number, value in enumerate(data)]
    return node


def _lowered(node: _Node, pointer: Pointer, places: dict[Pointer, SourceRef]) -> Data:
    places[pointer] = node.ref
    if node.entries is not None:
        return {key: _lowered(inner, (*pointer, key), places) for key, inner in node.entries.items()}
    if node.items is not None:
        return [_lowered(inner, (*pointer, number), places) for number, inner in enumerate(node.items)]
    return node.value


def _entry(node: _Node, key: str) -> _Node | None:
    return node.entries.get(key) if node.entries is not None else None


# --- Changes ---


def _apply(made: _Assembly, change: Change, written: _Node, place: SourceRef) -> None:
    """Apply one change, or say why it cannot be applied."""
    verbs = [verb for verb in _VERBS if getattr(change, verb) not in (None, ())]
    if len(verbs) != 1:
        found = ", ".join(verbs) or "—"
        made.findings.append(
            finding("SOP040", place=place, at=change.at, found=found, variant="several" if verbs else "")
        )
        return
    verb, parts = verbs[0], change.at.split("/")
    spot = _section(made.root, parts) if verb == "add" else _element(made.root, parts)
    if spot is None:
        variant = "section" if verb == "add" else "element"
        at = SourceRef(place.document, (*place.pointer, "at"))
        made.findings.append(finding("SOP029", place=at, at=change.at, variant=variant))
        return
    given = _entry(written, verb) or _Node(place, None)
    _VERBS[verb](spot, given)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A list, with the number of an item in it (the number of items for its end) and the model of its items."""

    items: list[_Node]
    number: int
    model: type[Element]


def _set(spot: _Spot, given: _Node) -> None:
    element = spot.items[spot.number]
    _lengthen(element, spot.model)
    if element.entries is not None:
        element.entries.update(given.entries or {})


def _remove(spot: _Spot, _given: _Node) -> None:
    del spot.items[spot.number]


def _before(spot: _Spot, given: _Node) -> None:
    spot.items[spot.number : spot.number] = given.items or []


def _after(spot: _Spot, given: _Node) -> None:
    spot.items[spot.number + 1 : spot.number + 1] = given.items or []


def _add(spot: _Spot, given: _Node) -> None:
    spot.items.extend(given.items or [])


_VERBS: Mapping[str, Callable[[_Spot, _Node], None]] = {
    "set": _set,
    "remove": _remove,
    "before": _before,
    "after": _after,
    "add": _add,
}


def _name(root: _Node) -> None:
    """Call every element of the base by its id, or by its position."""
    for key, section in (root.entries or {}).items():
        model = _models(key)
        if model is None:
            continue
        for number, item in enumerate(section.items or []):
            item.name = _id(item, model) or (f"R{number + 1}" if model is Route else str(number + 1))
            if model is Procedure:
                _name_row(_entry(_within(item), "steps"), Step, "")
            elif model is Route:
                _name_row(_entry(_within(item), "points"), RoutePoint, "")


def _name_row(held: _Node | None, model: type[Element], prefix: str) -> None:
    """The same for steps, as intake calls them: `3.1` below the third, `3.a1` in its first alternative."""
    for number, item in enumerate((held.items if held is not None else None) or []):
        item.name = _id(item, model) or f"{prefix}{number + 1}"
        inner = _within(item)
        _name_row(_entry(inner, "steps"), model, f"{item.name}.")
        ways = _entry(inner, "either")
        for place, way in enumerate((ways.items if ways is not None else None) or []):
            _name_row(_entry(way, "steps"), model, f"{item.name}.{letters(place)}")


def _id(item: _Node, model: type[Element]) -> str:
    longer = model.long_form(_plain(item))
    own = longer.get("id") if isinstance(longer, Mapping) else None
    return str(own) if own is not None else ""


def _lengthen(node: _Node, model: type[Element]) -> None:
    """Write out an element that stands there in a short form."""
    plain = _plain(node)
    longer = model.long_form(plain)
    if longer is not plain and isinstance(longer, Mapping):
        lifted = _lifted(longer, "", ())
        node.entries = {key: _placed(inner, node.ref) for key, inner in (lifted.entries or {}).items()}
        node.items = None


def _placed(node: _Node, ref: SourceRef) -> _Node:
    """A node that was made out of something written elsewhere."""
    inner = {key: _placed(one, ref) for key, one in node.entries.items()} if node.entries is not None else None
    items = [_placed(one, ref) for one in node.items] if node.items is not None else None
    return _Node(ref, node.value, node.name, inner, items)


def _plain(node: _Node) -> Data:
    return _lowered(node, (), {})


def _models(name: str) -> type[Element] | None:
    """The model of the elements of a section."""
    known = SopSections.model_fields.get(name)
    inner = getattr(known.annotation, "__args__", ()) if known else ()
    model = inner[0] if inner else None
    return model if isinstance(model, type) and issubclass(model, Element) else None


def _section(root: _Node, parts: Sequence[str]) -> _Spot | None:
    """The end of a section, or of the steps of a procedure or step."""
    model = _models(parts[0]) if len(parts) == 1 else None
    if model is not None and root.entries is not None:
        return _end(root, parts[0], model)
    found = _element(root, parts)
    if found is None:
        return None
    element = found.items[found.number]
    _lengthen(element, found.model)
    if found.model is Route:
        return _end(element, "points", RoutePoint)
    return _end(element, "steps", Step) if found.model in {Procedure, Step} else None


def _end(node: _Node, key: str, model: type[Element]) -> _Spot | None:
    if node.entries is None:
        return None
    held = node.entries.setdefault(key, _Node(node.ref, [], items=[]))
    return _Spot(held.items, len(held.items), model) if held.items is not None else None


def _element(root: _Node, parts: Sequence[str]) -> _Spot | None:
    """An element by its address below the job."""
    if len(parts) == 2 and _models(parts[0]) is not None:  # noqa: PLR2004 - section/id
        return _named(_entry(root, parts[0]), parts[1], _models(parts[0]) or Element)
    work = _named(_entry(root, "procedures"), parts[0], Procedure) or _named(_entry(root, "routes"), parts[0], Route)
    if work is None or len(parts) == 1:
        return work
    node = _within(work.items[work.number])
    if work.model is Route:
        return _named(_entry(node, "points"), parts[1], RoutePoint)
    return next((spot for held in _rows(node) if (spot := _named(held, parts[1], Step))), None)


def _rows(node: _Node) -> Iterator[_Node]:
    """The lists of steps of a procedure: its own, then those below its steps."""
    held = _entry(node, "steps")
    if held is None or held.items is None:
        return
    yield held
    for step in held.items:
        inner = _within(step)
        yield from _rows(inner)
        ways = _entry(inner, "either")
        for way in (ways.items or []) if ways is not None else []:
            yield from _rows(way)


def _within(element: _Node) -> _Node:
    """The mapping of an element, which may stand below its id."""
    if element.entries is not None and len(element.entries) == 1:
        only = next(iter(element.entries.values()))
        if only.entries is not None:
            return only
    return element


def _named(held: _Node | None, name: str, model: type[Element]) -> _Spot | None:
    """The item of a list that is called so."""
    items = held.items if held is not None else None
    found = (number for number, item in enumerate(items or []) if (item.name or _id(item, model)) == name)
    number = next(found, None)
    return None if number is None else _Spot(items or [], number, model)
