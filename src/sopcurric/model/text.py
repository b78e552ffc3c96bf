"""Text as it travels from loading to rendering: a language map of inline runs, never a bare string."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Discriminator, GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

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


Inline = Annotated[Plain | Emphasis | Formula | Quantity | Reference | Classified, Discriminator("kind")]
Runs = tuple[Inline, ...]
_RUNS: TypeAdapter[dict[Language, Runs]] = TypeAdapter(dict[Language, Runs])


def flat(runs: Iterable[Inline]) -> str:
    """The words of runs without their marking."""
    return "".join(run.text for run in runs)


@dataclass(frozen=True, slots=True)
class Text:
    """A language map of runs. As JSON: `{"zh": [{"kind": "plain", "text": "…"}]}`."""

    wordings: tuple[tuple[Language, Runs], ...] = ()

    @classmethod
    def of(cls, wordings: Mapping[Language, Runs]) -> "Text":
        """A text from a language map; languages are kept in alphabetical order."""
        return cls(tuple(sorted(wordings.items())))

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
        return any(flat(runs).strip() for _, runs in self.wordings)

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
