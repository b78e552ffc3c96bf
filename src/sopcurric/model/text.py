"""Text as it travels from loading to rendering: a language map of inline runs, never a bare string."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Discriminator, GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from sopcurric.model.indices import Level, indexed

Language = str
"""A language as a BCP 47 primary tag, such as `zh` or `en`."""


@dataclass(frozen=True, slots=True)
class Plain:
    """Words without any marking."""

    text: str
    kind: Literal["plain"] = "plain"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that the author stressed (`**so**`)."""

    text: str
    kind: Literal["emphasis"] = "emphasis"


@dataclass(frozen=True, slots=True)
class Light:
    """Words that the author stressed lightly (`*so*`)."""

    text: str
    kind: Literal["light"] = "light"


@dataclass(frozen=True, slots=True)
class Index:
    """Lowered (`H~2~O`) or raised (`10^-3^`) letters."""

    letters: str
    level: Level
    kind: Literal["index"] = "index"

    @property
    def text(self) -> str:
        """How they are read where there are only characters: `₂`, `⁻³`."""
        return indexed(self.letters, self.level)


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside a text.

    `marker` is what was typed before an item of a list (`-`, `1.`, `1、`, `（1）`), empty before a new paragraph. A
    text that is nothing but a list begins with one.
    """

    marker: str = ""
    kind: Literal["break"] = "break"

    @property
    def text(self) -> str:
        """The end of a line; where there is one line only, see `in_one_line`."""
        return "\n"

    @property
    def shown(self) -> str:
        """The marker as it is printed."""
        return "•" if self.marker == "-" else self.marker

    @property
    def gap(self) -> str:
        """The space that parts the marker from the words where there are only characters."""
        return "" if self.marker.endswith(("、", "）")) or not self.marker else " "


@dataclass(frozen=True, slots=True)
class Formula:
    """A chemical or mathematical formula (`$so$`), kept as written."""

    text: str
    kind: Literal["formula"] = "formula"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or range with its unit.

    `text` is the written form, kept for print; `low` and `high` are decimal numbers as strings (one of them is empty
    for a one-sided limit, both are equal for a single value); `unit` is the unit as written.
    """

    text: str
    low: str
    high: str
    unit: str
    kind: Literal["quantity"] = "quantity"


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of another element by its address (`[[DIG/P1]]`)."""

    text: str
    target: str
    kind: Literal["reference"] = "reference"


@dataclass(frozen=True, slots=True)
class Classified:
    """A span with a raw and a teachable form (`<<raw|teachable>>`); only the base view may be rendered."""

    raw: str
    teachable: str
    level: str
    kind: Literal["classified"] = "classified"

    @property
    def text(self) -> str:
        """What may be read by everybody: the teachable form."""
        return self.teachable


Inline = Annotated[
    Plain | Emphasis | Light | Index | Formula | Quantity | Reference | Classified | Break, Discriminator("kind")
]
Runs = tuple[Inline, ...]
_RUNS: TypeAdapter[dict[Language, Runs]] = TypeAdapter(dict[Language, Runs])


_CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


def flat(runs: Iterable[Inline]) -> str:
    """The words of runs without their marking, in one line."""
    every = (*runs,)
    if len(every) == 1 and isinstance(every[0], Plain):
        return every[0].text
    words = "".join(run.text for run in every)
    return "".join(run.text for run in in_one_line(every)) if "\n" in words else words


def by_line(runs: Iterable[Inline]) -> "tuple[tuple[Break | None, Runs], ...]":
    """Runs line by line, each with the break that begins it; the first line has none, and may be empty."""
    lines: list[tuple[Break | None, list[Inline]]] = [(None, [])]
    for run in runs:
        if isinstance(run, Break):
            lines.append((run, []))
        else:
            lines[-1][1].append(run)
    return tuple((begin, (*said,)) for begin, said in lines)


def in_one_line(runs: Iterable[Inline]) -> Runs:
    """Runs where semicolons part what stands in lines of its own."""
    told: list[Inline] = []
    ended = False
    for run in runs:
        if ended and not isinstance(run, Break):
            seam = _seam(told[-1].text[-1:], run.text[:1]) if told else ""
            told += [Plain(seam)] if seam else []
        ended = isinstance(run, Break)
        told += [] if ended else [run]
    return tuple(told)


def _seam(before: str, after: str) -> str:
    """What parts two lines when they become one: nothing more where the first one ends with a mark."""
    if before in "，。；：、！？":
        return ""
    if before in ",.;:!?":
        return " "
    return "；" if _CHINESE.match(before) or _CHINESE.match(after) else "; "


@dataclass(frozen=True, slots=True)
class Text:
    """A language map of runs. As JSON: `{"zh": [{"kind": "plain", "text": "…"}]}`."""

    wordings: tuple[tuple[Language, Runs], ...] = ()

    @classmethod
    def of(cls, wordings: Mapping[Language, Runs]) -> "Text":
        """A text from a language map; languages are kept in alphabetical order."""
        return cls(tuple(sorted(wordings.items()) if len(wordings) > 1 else wordings.items()))

    @classmethod
    def plain(cls, language: Language, words: str) -> "Text":
        """A text of plain words in one language."""
        return cls(((language, (Plain(words),)),))

    def runs(self, language: Language) -> Runs:
        """The runs in a language, or in the first language there is, or nothing."""
        for known, runs in self.wordings:
            if known == language:
                return runs
        return self.wordings[0][1] if self.wordings else ()

    def words(self, language: Language) -> str:
        """The plain words in a language (see `runs` for the fallback)."""
        return flat(self.runs(language))

    def __bool__(self) -> bool:
        """Whether there are any words."""
        return any(run.text.strip() for _, runs in self.wordings for run in runs)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: type["Text"], _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read and write the language map as a JSON object."""
        from_map = core_schema.no_info_after_validator_function(cls.of, _RUNS.core_schema)
        return core_schema.union_schema(
            [core_schema.is_instance_schema(cls), from_map],
            mode="left_to_right",
            ref="sopcurric.Text",
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda text: dict(text.wordings),
                return_schema=_RUNS.core_schema,
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The same language map for readers and writers of JSON."""
        return handler(_RUNS.core_schema)


EMPTY = Text()

Argument = "Text | Sentence | str | int"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A generated sentence: the code of a catalogue entry and what fills its places.

    An argument may be a text, another sentence, or a bare name or number (identifiers, counts).
    """

    code: str
    arguments: "tuple[tuple[str, Text | Sentence | str | int], ...]" = ()


def sentence(code: str, /, **arguments: "Text | Sentence | str | int") -> Sentence:
    """A sentence of the catalogue with its arguments."""
    return Sentence(code, tuple(sorted(arguments.items())))


Phrase = Text | Sentence
"""What a reader sees: either what a person wrote or a sentence of the catalogue."""
