"""What a plant does otherwise than the base SOP of its group: changes by address."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType

from sopcurric.model.files.base import Frozen, Identifier, Words
from sopcurric.model.files.describing import both, snippet, snippets
from sopcurric.model.files.sop import DocumentHeader

Part = TypeAliasType("Part", "str | int | float | bool | list[Part] | dict[str, Part] | None")
"""An element, or the value of a key, as it would stand in the base SOP."""
Parts = Annotated[dict[str, Part], Field(min_length=1)]
"""Some keys of an element with their values."""


class Change(Frozen):
    """One change: exactly one of `set`, `remove`, `before`, `after`, `add`.
    一处不同：`set`、`remove`、`before`、`after`、`add` 只写一个。
    """

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new change", "新的不同之处"),
                both("Other values of one step.", "一个步骤的不同取值。"),
                {
                    "at": "${1:P1/S1}",
                    "set": {"text": both("${2:The step as it is here.}", "${2:本企业的做法。}")},
                    "why": both("${3:why}", "${3:原因}"),
                },
            )
        )
    )

    at: Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+){0,3}$")]
    """Address below the job: `P2/S3` (a step), `P2`, `parameters/T-digest`, or the name of a section.
    岗位以下的地址：`P2/S3`（步骤）、`P2`、`parameters/T-digest`，或章节名。"""
    set: Parts | None = None
    """Keys that differ here, with their values here.
    本企业不同的项目及其取值。"""
    remove: Literal[True] | None = None
    """The element does not exist here.
    本企业没有这一条。"""
    before: tuple[Part, ...] = ()
    """Elements that stand before it.
    加在它前面的内容。"""
    after: tuple[Part, ...] = ()
    """Elements that stand after it.
    加在它后面的内容。"""
    add: tuple[Part, ...] = ()
    """Elements at the end of a section, or steps at the end of a procedure.
    加在章节末尾的条目，或加在程序末尾的步骤。"""
    why: Words
    """Why this plant does otherwise.
    为什么不同。"""


class ChangesFile(Frozen):
    """What a plant does otherwise than the base SOP of its group.
    企业与集团基准规程的不同之处。
    """

    format: Literal[1] = 1
    """Version of this file format.
    文件格式的版本。"""
    kind: Literal["plant-changes"]
    """Kind of document.
    文件种类。"""
    base: Identifier
    """Code of the job (process, machine) of the base SOP.
    基准规程的岗位（工艺、设备）代码。"""
    organisation: Identifier | None = None
    """The plant; without it, that of the folder.
    企业；不写时取文件夹所属的企业。"""
    document: DocumentHeader = DocumentHeader()
    """Header block of the plant's own document.
    本企业文件的文件头。"""
    changes: tuple[Change, ...] = ()
    """The changes, in order.
    不同之处，按次序执行。"""
