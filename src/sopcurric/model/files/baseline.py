"""`findings-baseline.yaml`: findings that were there when somebody began to check; written by the tool, committed."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from sopcurric.model.files.base import Frozen, Line, Whole


class KnownFinding(Frozen):
    """A finding that is not reported any more.
    不再报告的一处问题。"""

    file: str
    """File that it stood in.
    所在文件。"""
    code: Line
    """Its code.
    问题编号。"""
    fingerprint: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
    """Digest of what it says and of what it is about, without lines.
    问题内容和对象的摘要，与行号无关。"""
    times: Whole = Field(default=1, ge=1)
    """How often there was the same finding.
    相同的问题有几处。"""


class BaselineFile(Frozen):
    """Findings that were there before.
    已有问题清单：开始检查之前就有的问题。"""

    format: Literal[1] = 1
    """Version of this file format.
    文件格式的版本。"""
    findings: tuple[KnownFinding, ...] = ()
    """The findings, by file and code.
    问题，按文件和编号排列。"""
