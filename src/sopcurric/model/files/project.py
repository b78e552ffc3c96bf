"""`sopcurric.yaml`: the settings of a curriculum repository."""

from typing import Literal

from pydantic import Field

from sopcurric.model.files.base import Day, Frozen, Identifier, Line, Words


class Organisation(Frozen):
    """A plant (or other member) of the group."""

    id: Identifier
    """Name that addresses begin with, such as `QL`."""
    title: Words
    """What it is called."""


class SopRoot(Frozen):
    """A folder with SOPs."""

    path: Line
    """Folder relative to the project; `../other/sops` joins a second repository."""
    organisation: Identifier | None = None
    """Organisation of every SOP in it that does not name one."""


class Edition(Frozen):
    """One printing of everything for one kind of reader."""

    id: Identifier
    """Name of the edition; its output stands in `build/<id>/`."""
    title: Words | None = None
    """What it is called on covers."""
    clearance: Literal["public", "internal"] = "internal"
    """Highest level of what it may show (公开 / 内部)."""
    audience: Literal["student", "teacher", "mentor"] = "student"
    """For whom it is."""
    language: Literal["zh", "en"] | None = None
    """Language of the printing; without it, that of the project."""
    formats: tuple[Literal["html", "pdf", "markdown"], ...] | None = None
    """Formats to write; without it, those of the project."""


class HoursPolicy(Frozen):
    """How hours are estimated where nobody has set them."""

    per_step: float = Field(default=1.0, gt=0, le=10)
    """Teaching hours (学时) per step of a procedure, before the rating is applied."""
    minimum: int = Field(default=4, ge=1, le=100)
    """Least hours of a learning task."""
    practice_share: float = Field(default=0.6, ge=0, le=1)
    """Share of practice in the hours of a learning task."""


class IgnoredFindings(Frozen):
    """Findings of some files that are not reported, and why."""

    paths: tuple[Line, ...] = Field(min_length=1, max_length=100)
    """Files and folders relative to the project; `*` is any part of a name, `**` any number of folders.
    相对于项目的文件或文件夹；`*` 代表名称的任意一段，`**` 代表任意层文件夹。"""
    codes: tuple[Line, ...] = Field(min_length=1, max_length=100)
    """Codes of findings or their beginnings, such as `COM101` or `TRM`.
    问题编号或其开头，如 `COM101`、`TRM`。"""
    why: Words | None = None
    """The reason; without one, the entry does not count.
    理由；没有理由的条目不起作用。"""


class FindingPolicy(Frozen):
    """How findings are judged in this project; errors that leave something out of the result stay errors."""

    severity: dict[str, Literal["error", "warning", "info", "ignore"]] = Field(default_factory=dict, max_length=200)
    """Severity by code or beginning of codes; the longest beginning counts.
    按问题编号或其开头设定严重程度；开头最长的一条起作用。"""
    ignore: tuple[IgnoredFindings, ...] = Field(default=(), max_length=200)
    """What is not reported in some files.
    某些文件中不再报告的问题。"""
    baseline: Line = "findings-baseline.yaml"
    """File with the findings that were there before; `sopcurric check --write-baseline` writes it.
    已有问题清单的文件名，由 `sopcurric check --write-baseline` 写入。"""


class ProjectHeader(Frozen):
    """What the project is."""

    name: Words
    """Name of the project; stands on covers and the index page."""
    language: Literal["zh", "en"] = "zh"
    """Language of texts that name none, and of the output."""
    publisher: Words | None = None
    """Who issues the books."""


class ProjectFile(Frozen):
    """The settings of a curriculum repository; everything but the name has a default."""

    format: Literal[1] = 1
    """Version of this file format."""
    project: ProjectHeader
    """What the project is."""
    organisations: tuple[Organisation, ...] = ()
    """Plants whose SOPs are used."""
    sops: tuple[SopRoot, ...] = Field(default=(SopRoot(path="sops"),), min_length=1)
    """Folders with SOPs."""
    jobs: tuple[Line, ...] = ()
    """Addresses of jobs in the order in which books and plans list them (the course of the process); jobs that are not
    named follow by address."""
    editions: tuple[Edition, ...] = Field(default=(Edition(id="student"),), min_length=1)
    """Editions to build."""
    formats: tuple[Literal["html", "pdf", "markdown"], ...] = ("html", "pdf", "markdown")
    """Formats of editions that name none."""
    profile: Line = "moe-2019-higher-vocational-3y"
    """Rule profile: national numbers that programmes are checked against."""
    as_of: Day | None = None
    """Date printed on drafts and used wherever a date is needed. Without it, `SOURCE_DATE_EPOCH` counts, and without
    that, drafts are undated: builds never read the clock."""
    hours: HoursPolicy = HoursPolicy()
    """How hours are estimated."""
    findings: FindingPolicy = FindingPolicy()
    """How findings are judged.
    如何看待检查出的问题。"""
    fonts: tuple[Line, ...] = ()
    """Folders with fonts, looked into before the fonts that come along."""
    body_font: Line = "Noto Serif SC"
    """Font family of running text in PDF."""
    heading_font: Line = "Noto Sans SC"
    """Font family of headings and emphasis in PDF."""
