"""Comments in the files of a repository by which findings at a line are left out, and what is wrong with them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sopcurric.app.registry import rules
from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.diagnostics.remarks import Remark, remark
from sopcurric.io.workspace import Workspace
from sopcurric.io.yaml_comments import Comment, comments_of
from sopcurric.source.ref import SourceRef


@dataclass(slots=True)
class _Noted:
    """A comment with what it says, and which of its codes were of use."""

    document: str
    comment: Comment
    said: Remark
    used: set[str] = field(default_factory=set)

    @property
    def place(self) -> SourceRef:
        return SourceRef(self.document, span=self.comment.place)


class Remarks:
    """The comments of some documents; `documents` are those that have any."""

    def __init__(self, documents: Iterable[str], workspace: Workspace) -> None:
        """Read the documents that may have comments for us."""
        self._noted = [one for document in documents for one in _noted(document, workspace)]
        self._by_line: dict[tuple[str, int], list[_Noted]] = {}
        for one in self._noted:
            self._by_line.setdefault((one.document, one.comment.about), []).append(one)
        self.documents = {one.document for one in self._noted}

    def ignoring(self, code: str, document: str, line: int) -> str:
        """The reason for which a finding at a line is to be left out, or nothing."""
        for one in self._by_line.get((document, line), ()):
            for named in one.said.codes:
                if one.said.reason and code.startswith(named):
                    one.used.add(named)
                    return one.said.reason
        return ""

    def findings(self, *, whole: bool) -> Iterator[Finding]:
        """What is wrong with comments; those that are of no use only where all files could be read (`whole`)."""
        for one in self._noted:
            if not one.said.codes:
                yield finding("SOP034", Severity.WARNING, place=one.place)
            elif not one.said.reason:
                codes = ", ".join(one.said.codes)
                yield finding("SOP032", Severity.WARNING, place=one.place, codes=codes, variant="remark")
            else:
                yield from _about_codes(one, whole=whole)


def _about_codes(one: _Noted, *, whole: bool) -> Iterator[Finding]:
    for code in one.said.codes:
        wrong = tuple(about_code(code, one.place))
        yield from wrong
        if whole and not wrong and code not in one.used:
            yield finding("SOP031", Severity.INFO, place=one.place, code=code)


def _noted(document: str, workspace: Workspace) -> Iterator[_Noted]:
    try:
        content = workspace.read(document)
    except OSError:
        return
    for comment in comments_of(content):
        said = remark(comment.words)
        if said is not None:
            yield _Noted(document, comment, said)


def about_code(code: str, place: SourceRef, *, lowered: bool = True) -> Iterator[Finding]:
    """What is wrong with a code (or the beginning of one) that somebody wants to be treated in another way."""
    meant = [rule for known, rule in rules().items() if code and known.startswith(code)]
    if not meant:
        families = ", ".join(sorted({known[:3] for known in rules()}))
        yield finding("SOP030", Severity.WARNING, place=place, code=code, known=families)
    elif lowered and all(rule.firm for rule in meant):
        yield finding("SOP033", Severity.WARNING, place=place, code=code)
