"""From the events of a YAML file to plain data, within limits without recursion; and where its values stand."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from sopcurric.io.decoding import CONTROL, INVISIBLE
from sopcurric.io.file_report import FileReport
from sopcurric.io.yaml_faults import Faults
from sopcurric.io.yaml_places import Container, Ends, Frame, KeyPlaces, Tree, ValuePlaces, place
from sopcurric.io.yaml_scalars import resolved
from sopcurric.source.source_map import START, SourceMap

MAX_DEPTH = 40
"""How deep lists and mappings may be nested."""
MAX_NODES = 200_000
"""How many values a file may have, those that aliases repeat included."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXT_TAGS = ("!", "tag:yaml.org,2002:str")
_PLAIN_TAGS = ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")
_SKIPPED = object()
"""Stands as key where an entry cannot be kept."""
_MERGED = object()
"""Stands as key for `<<`."""


class _StopReadingError(Exception):
    """Nothing more can be read from this file; the finding has been made."""


@dataclass(frozen=True, slots=True)
class _Anchored:
    """A value that can be repeated: how many values it has and how deep they are nested."""

    value: object
    size: int
    height: int


class Builder:
    """Data from the events of one file, without recursion, and where everything stands."""

    def __init__(self, text: str, report: FileReport) -> None:
        """Take the text of a file and the report that its findings go to."""
        self._text = text
        self._report = report
        self._faults = Faults(text, report)
        self._places: dict[int, Frame] = {}
        self._scalars: list[ScalarEvent] = []
        self._frames: list[Frame] = []
        self._anchors: dict[str, _Anchored | None] = {}
        self._nodes = 0
        self._documents = 0
        self._root: object | None = None
        self._root_event: Event | None = None
        self._invisible = any(one.code == "SOP007" for one in report.findings)

    def run(self) -> object | None:
        """The data of the first document, or None if it cannot be trusted."""
        handlers: dict[type[Event], Callable[..., None]] = {
            ScalarEvent: self._scalar,
            AliasEvent: self._alias,
            MappingStartEvent: self._open_mapping,
            SequenceStartEvent: self._open_sequence,
            MappingEndEvent: self._close,
            SequenceEndEvent: self._close,
            DocumentStartEvent: self._start,
        }
        try:
            self._feed(handlers)
        except _StopReadingError:
            return None
        except (yaml.YAMLError, ValueError, OverflowError) as broken:
            self._faults.explain(broken)
            return None
        return self._whole()

    def _feed(self, handlers: Mapping[type[Event], Callable[..., None]]) -> None:
        """Hand each event to its handler; as tight as can be, for a large part of a check is spent here."""
        loader = _LOADER(self._text)
        try:
            event_of = loader.get_event
            while (event := event_of()) is not None:
                handler = handlers.get(type(event))
                if handler is not None:
                    handler(event)
        finally:
            loader.dispose()

    def _whole(self) -> object | None:
        if self._root is None:
            self._report.add("SOP006", START)
        return self._root

    def _start(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._report.add("SOP008", place(event), variant="documents", feature="---")
            raise _StopReadingError

    def _scalar(self, event: ScalarEvent) -> None:
        frame = self._frames[-1] if self._frames else None
        self._nodes += 1
        if frame is not None:
            frame.size += 1
        if self._nodes > MAX_NODES:
            self._exceeded(event, "nodes", MAX_NODES)
        self._scalars.append(event)
        plain = event.implicit[0]
        if self._invisible:
            event.value = INVISIBLE.sub("", event.value)
        if plain:
            self._faults.suspect(event)
        if frame is not None and frame.key is None and type(frame.container) is dict:
            self._key(frame, event, plain=plain)
            return
        value = resolved(event.value) if plain else self._literal(event)
        if event.anchor:
            self._anchors[event.anchor] = _Anchored(value, 1, 0)
        self._attach(value, event)

    def _literal(self, event: ScalarEvent) -> str:
        """The text of a quoted, block or tagged scalar."""
        if event.tag is not None and event.tag not in _TEXT_TAGS:
            self._report.add("SOP008", place(event), variant="tag", feature=_short_tag(event.tag))
        text: str = event.value
        escaped = CONTROL.search(text) if event.style == '"' else None
        if escaped:
            sign = f"U+{ord(escaped[0]):04X}"
            self._report.add("SOP007", place(event), variant="escaped", character=sign)
            return CONTROL.sub(" ", text)
        return text

    def _key(self, frame: Frame, event: ScalarEvent, *, plain: bool) -> None:
        """Take a scalar as key of the entry that follows; keys are always text."""
        key: str = event.value if plain else self._literal(event)
        first = frame.keys.get(key)
        if first is not None:
            self._report.add("SOP004", place(event), first=place(first), key=key)
            frame.key = _SKIPPED
            return
        if not key:
            self._report.add("SOP003", place(event), variant="empty-key", sign=":")
        frame.keys[key] = event
        frame.key = _MERGED if plain and key == "<<" else key
        if event.anchor:
            self._anchors[event.anchor] = _Anchored(key, 1, 0)

    def _attach(self, value: object, event: Event) -> None:
        """Put a value where it belongs in the container that is open."""
        if not self._frames:
            self._root, self._root_event = value, event
            return
        frame = self._frames[-1]
        container, key = frame.container, frame.key
        if isinstance(container, list):
            frame.values[len(container)] = event
            container.append(value)
            return
        frame.key = None
        if key is _MERGED:
            self._merge_source(frame, value, event)
        elif isinstance(key, str):
            container[key] = value
            frame.values[key] = event

    def _merge_source(self, frame: Frame, value: object, event: Event) -> None:
        if isinstance(value, dict | list):
            frame.merged.append(value)
        else:
            self._report.add("SOP008", place(event), variant="merge", feature="<<")

    def _alias(self, event: AliasEvent) -> None:
        name = str(event.anchor)
        if name not in self._anchors:
            self._report.add("SOP003", place(event), variant="leading-sign", sign="*")
            self._anchors[name] = _Anchored(f"*{name}", 1, 0)
        anchored = self._anchors[name]
        if anchored is None:
            self._exceeded(event, "recursive", MAX_NODES)
            return
        if len(self._frames) + anchored.height > MAX_DEPTH:
            self._exceeded(event, "depth", MAX_DEPTH)
        self._count(event, anchored.size, "aliases")
        if self._frames:
            frame = self._frames[-1]
            frame.height = max(frame.height, anchored.height + 1)
            if self._refuse_as_key(frame, event):
                return
        self._attach(anchored.value, event)

    def _refuse_as_key(self, frame: Frame, event: Event) -> bool:
        """Whether an alias, list or mapping stands where a key should; if so, says so and skips the entry."""
        if frame.key is not None or isinstance(frame.container, list):
            return False
        self._report.add("SOP008", place(event), variant="complex-key", feature="?")
        frame.key = _SKIPPED
        return True

    def _open_mapping(self, event: MappingStartEvent) -> None:
        self._open({}, event)

    def _open_sequence(self, event: SequenceStartEvent) -> None:
        self._open([], event)

    def _open(self, container: Container, event: MappingStartEvent | SequenceStartEvent) -> None:
        self._count(event, 1)
        if len(self._frames) >= MAX_DEPTH:
            self._exceeded(event, "depth", MAX_DEPTH)
        if event.tag is not None and event.tag not in _PLAIN_TAGS:
            self._report.add("SOP008", place(event), variant="tag", feature=_short_tag(event.tag))
        as_key = bool(self._frames) and self._refuse_as_key(self._frames[-1], event)
        if not as_key:
            self._attach(container, event)
        frame = Frame(container, event.anchor)
        if frame.anchor:
            self._anchors[frame.anchor] = None
        self._frames.append(frame)
        self._places[id(container)] = frame

    def _close(self, event: Event) -> None:
        frame = self._frames.pop()
        if frame.merged:
            self._merge(frame, event)
        if frame.anchor:
            self._anchors[frame.anchor] = _Anchored(frame.container, frame.size, frame.height)
        if self._frames:
            parent = self._frames[-1]
            parent.size += frame.size - 1
            parent.height = max(parent.height, frame.height + 1)

    def _merge(self, frame: Frame, event: Event) -> None:
        """Take over the entries of merged mappings; explicit keys win, then earlier mappings."""
        if not isinstance(frame.container, dict):
            return
        for one in frame.merged:
            for source in one if isinstance(one, list) else [one]:
                if not isinstance(source, dict):
                    self._report.add("SOP008", place(event), variant="merge", feature="<<")
                    continue
                self._take_over(frame, frame.container, source)

    def _take_over(self, frame: Frame, container: dict[str, object], source: dict[str, object]) -> None:
        origin = self._places.get(id(source))
        for key, value in source.items():
            if key in container:
                continue
            container[key] = value
            if origin is not None:
                frame.keys[key] = origin.keys[key]
                frame.values[key] = origin.values[key]

    def _count(self, event: Event, size: int, variant: str = "nodes") -> None:
        self._nodes += size
        if self._frames:
            self._frames[-1].size += size
        if self._nodes > MAX_NODES:
            self._exceeded(event, variant, MAX_NODES)

    def _exceeded(self, event: Event, variant: str, limit: int) -> None:
        self._report.add("SOP005", place(event), variant=variant, limit=limit)
        raise _StopReadingError

    def source_map(self) -> SourceMap:
        """Where everything stands, once read; what aliases repeat is shown where it was written."""
        tree = Tree(self._root, self._root_event, self._places)
        return SourceMap(ValuePlaces(tree), KeyPlaces(tree), Ends(self._scalars))


def events(text: str) -> Iterator[Event]:
    """The events of a text; not `yaml.parse`, which asks twice for each."""
    loader = _LOADER(text)
    try:
        yield from iter(loader.get_event, None)
    finally:
        loader.dispose()


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")[:60]
