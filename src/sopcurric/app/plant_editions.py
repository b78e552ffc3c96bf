"""What editions may show beside what is taught: protected words up to their clearance, put back where they belong.

Nothing of this is kept anywhere: it is read from the files for each build.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from sopcurric.app.loading import POLICIES, Loaded
from sopcurric.io.workspace import Workspace, is_yaml
from sopcurric.io.yaml_reader import read_yaml
from sopcurric.model.address import Address
from sopcurric.model.files.levels import Level
from sopcurric.model.markup import BrokenMarkError, opened, parse, raw_words, shown_for
from sopcurric.model.publication import Binder, Edition
from sopcurric.model.text import Quantity
from sopcurric.secrecy.plant_edition import Swap, restored, said_to_plants
from sopcurric.source.ref import Pointer

_Owners = Mapping[tuple[str, Pointer], tuple[Address, ...]]


@dataclass(frozen=True, slots=True)
class Shown:
    """Binders as an edition may show them; `raw`: there is something in them that must be kept nowhere else."""

    binders: tuple[Binder, ...]
    raw: bool = False


def for_readers(binders: tuple[Binder, ...], edition: Edition, loaded: Loaded, workspace: Workspace) -> Shown:
    """Binders as an edition may show them; those that are taught where it may show no more."""
    if edition.clearance == Level.PUBLIC:
        return Shown(binders)
    classified = loaded.marked or loaded.classifier.active
    swaps = tuple(_swaps(edition.clearance, loaded, workspace)) if classified else ()
    shown = restored(binders, swaps, "" if edition.for_teaching else "layout.taught")
    if edition.for_teaching:  # names without marks cannot cross, so no teaching edition shows them
        return Shown(shown, shown is not binders)
    names = loaded.classifier.names_up_to(edition.clearance)
    return Shown(said_to_plants(shown, names), shown is not binders or bool(names))


def _swaps(clearance: str, loaded: Loaded, workspace: Workspace) -> Iterator[Swap]:
    owners = _owners(loaded)
    for document in filter(is_yaml, loaded.documents):
        if document.startswith(POLICIES):
            continue
        left = loaded.classifier.left(document)
        with suppress(OSError):
            data = left.data if left else read_yaml(document, workspace.read(document)).data
            for pointer, words in _texts(data, ()):
                raw = left.raw(pointer) if left else pointer
                for owner in (*_aimed(data, pointer, loaded), *_owner(document, raw, owners)):
                    with suppress(BrokenMarkError):
                        yield from _swap(owner, words, clearance)


def _swap(owner: Address, words: str, clearance: str) -> Iterator[Swap]:
    """What a text stands for.

    Where nothing in it is marked, it stands for itself, and so do its values: beside others that are marked and taught
    alike, they are in doubt.
    """
    taught = parse(opened(words))
    hidden = shown_for(words, clearance) != raw_words(words)
    yield Swap(owner, taught, parse(shown_for(words, clearance)), partly=hidden)
    if "<<" not in words:
        yield from (Swap(owner, (run,), (run,)) for run in taught if isinstance(run, Quantity))


def _texts(data: object, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*pointer, str(key)))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _texts(value, (*pointer, number))
    elif isinstance(data, str):
        yield pointer, data


def _owners(loaded: Loaded) -> _Owners:
    found: dict[tuple[str, Pointer], tuple[Address, ...]] = {}
    for address, place in loaded.provenance.items():
        key = (place.document, place.pointer)
        found[key] = (*found.get(key, ()), address)
    return found


def _owner(document: str, pointer: Pointer, owners: _Owners) -> tuple[Address, ...]:
    """The elements that a place in a file belongs to: one for each plant that follows it."""
    for length in range(len(pointer), -1, -1):
        if known := owners.get((document, pointer[:length])):
            return known
    return ()


def _aimed(data: object, pointer: Pointer, loaded: Loaded) -> tuple[Address, ...]:
    """The element of the base that a plant's change is about."""
    if not isinstance(data, dict) or pointer[:1] != ("changes",) or pointer[2:3] != ("set",):
        return ()
    change = data["changes"][pointer[1]]
    address = f"{data.get('organisation')}:{data.get('base')}/{change.get('at')}"
    return (address,) if address in loaded.provenance else ()
