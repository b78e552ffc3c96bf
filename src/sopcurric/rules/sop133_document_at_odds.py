"""SOP133 文件信息前后矛盾或已过期

含义：复审日期早于项目的 `as_of` 的规程已过期；生效日期晚于 `as_of` 的还没有生效；复审间隔超过三年、批准人就是编制人的，
不合一般做法；修订记录的日期要按次序，最新一条的版本就是文件的版本。项目没有写 `as_of` 的，不比较今天的日期。

例：

    document: {number: YL-1, version: "3.0", review_by: "2024-01-01"}
    revisions:
      - {version: "2.0", date: "2021-01-01", change: 首次发布}

改法：按提示复审文件、改正日期或版本。

依据：通行做法：复审周期一般不超过三年。

----

SOP133 A document that is at odds with itself, or overdue

Meaning: an SOP whose `review_by` lies before `as_of` of the project is overdue, one that becomes `effective` later is
not in force. Intervals over three years, and an approver who prepared it, are not usual. Dates of revisions stand in
order, and the newest has the version of the document. Without `as_of` nothing is compared with today.

Example (YAML):

    document: {number: YL-1, version: "3.0", review_by: "2024-01-01"}
    revisions:
      - {version: "2.0", date: "2021-01-01", change: first issue}

Cure: review the document, or correct date or version as suggested.

Source: common practice: review within three years as a rule.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.sop import DocumentInfo, JobSop
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "overdue": "复审后更新 `review_by:` 和版本",
        "not-in-force": "用现行版本，或核对 `effective:` 和项目的 `as_of:`",
        "long": "把 `review_by:` 提前到生效后三年以内",
        "backwards": "核对 `effective:` 和 `review_by:`，写反的对调",
        "same-person": "编制人和批准人写不同的岗位",
        "order": "按日期先后排列 `revisions:`",
        "version": "补上这一版的修订记录，或改正 `document:` 的 `version:`",
        "fault.overdue": "复审日期已过",
        "fault.not-in-force": "还没有生效",
        "fault.long": "复审间隔超过三年",
        "fault.backwards": "复审日期不晚于生效日期",
        "fault.same-person": "批准人就是编制人",
        "fault.order": "修订记录的日期没有次序",
        "fault.version": "最新的修订记录不是文件的版本",
    },
    "en": {
        "overdue": "review it, then update `review_by:` and version",
        "not-in-force": "use the version in force, or check `effective:` and `as_of:` of the project",
        "long": "set `review_by:` within three years after it came into force",
        "backwards": "check `effective:` and `review_by:`, and exchange them where they were mixed up",
        "same-person": "name different roles for those who prepared and approved it",
        "order": "put `revisions:` in the order of their dates",
        "version": "add the revision of this version, or correct `version:` of `document:`",
        "fault.overdue": "the date of review has passed",
        "fault.not-in-force": "it is not in force yet",
        "fault.long": "the review is more than three years away",
        "fault.backwards": "the date of review is not after that of coming into force",
        "fault.same-person": "the approver prepared it",
        "fault.order": "the dates of the revisions are in no order",
        "fault.version": "the newest revision is not the version of the document",
    },
}

_YEARS = 3
_GRAVE = ("overdue", "backwards", "order")


def _check(compilation: Compilation) -> Iterable[Finding]:
    as_of = compilation.inputs.settings.as_of
    for sop in compilation.inputs.sops:
        faults = (*_of_dates(sop.document, as_of), *_of_people(sop.document), *_of_revisions(sop))
        for fault, found in faults:
            severity = Severity.WARNING if fault in _GRAVE else Severity.INFO
            yield finding("SOP133", severity, subject=sop.address, fault=fault, found=found, variant=fault)


def _of_dates(document: DocumentInfo, as_of: str) -> Iterator[tuple[str, str]]:
    """Dates compare as they are written: year, month, day."""
    effective, review = document.effective, document.review_by
    if as_of and review and review < as_of:
        yield "overdue", review
    if as_of and effective and effective > as_of:
        yield "not-in-force", effective
    if effective and review and review <= effective:
        yield "backwards", review
    elif effective and review and review > f"{int(effective[:4]) + _YEARS:04}{effective[4:]}":
        yield "long", f"{effective} – {review}"


def _of_people(document: DocumentInfo) -> Iterator[tuple[str, str]]:
    if document.approved_by and document.approved_by == document.prepared_by:
        yield "same-person", "approved_by"


def _of_revisions(sop: JobSop) -> Iterator[tuple[str, str]]:
    """Revisions stand oldest first or newest first."""
    dates = [one.date for one in sop.revisions]
    if dates not in (sorted(dates), sorted(dates, reverse=True)):
        yield "order", ", ".join(dates)
        return
    newest = {sop.revisions[place].version for place in (0, -1) if dates[place] == max(dates)} if dates else set()
    if newest and sop.document.version and _plain(sop.document.version) not in set(map(_plain, newest)):
        yield "version", ", ".join(sorted(newest))


def _plain(version: str) -> str:
    """A version without the word that it may begin with, and without zeros at its end (`V3.0` is `3`)."""
    bare = version.strip().upper().removeprefix("第").removesuffix("版").removeprefix("V").strip(" .")
    return bare.removesuffix(".0")


RULE = Rule(
    code="SOP133",
    name="document-at-odds",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "文件信息有问题：{fault}（`{found}`）",
            "核对 `document:` 和 `revisions:`",
        ),
        "en": (
            "the document is at odds: {fault} (`{found}`)",
            "check `document:` and `revisions:`",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
