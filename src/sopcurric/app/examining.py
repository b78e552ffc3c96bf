"""One file of a repository by itself: its text, data, places, and what is wrong with it as far as it alone can tell."""

from dataclasses import dataclass, replace

from sopcurric.app.parsing import understood
from sopcurric.app.sop_reading import findings_of
from sopcurric.diagnostics.finding import Finding
from sopcurric.io.workspace import LEXICON_FILE, PROJECT_FILE
from sopcurric.io.yaml_reader import Reading, map_yaml, read_yaml
from sopcurric.model.files.base import Frozen
from sopcurric.model.files.case import CaseFile
from sopcurric.model.files.course import CourseFile
from sopcurric.model.files.decision import DecisionFile
from sopcurric.model.files.lexicon import LexiconFile
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.project import ProjectFile
from sopcurric.model.files.schedule import ScheduleFile, is_schedule
from sopcurric.model.files.standard import StandardFile
from sopcurric.model.profile import ProfileFile
from sopcurric.source.editing import Source
from sopcurric.source.source_map import SourceMap

_KINDS: dict[str, type[Frozen]] = {
    PROJECT_FILE: ProjectFile,
    LEXICON_FILE: LexiconFile,
    "courses": CourseFile,
    "standards": StandardFile,
    "programmes": ProgrammeFile,
    "decisions": DecisionFile,
    "cases": CaseFile,
    "profiles": ProfileFile,
}


@dataclass(frozen=True, slots=True)
class Examined:
    """A file as it stands, and its findings with line and column; `read` are those made before it was understood."""

    source: Source
    read: tuple[Finding, ...]
    findings: tuple[Finding, ...]

    @property
    def whole(self) -> bool:
        """Whether the file could be read to its end."""
        return self.source.data is not None


def examine(document: str, text: str, language: str) -> Examined:
    """What is wrong with a file; what it is follows from its folder. Never raises."""
    content = text.encode("utf-8", "surrogatepass")
    reading = read_yaml(document, content)
    places = map_yaml(content)
    findings = reading.findings if reading.data is None else _findings(document, reading, content, language)
    source = Source(document, text, places, reading.data)
    return Examined(source, reading.findings, tuple(located(one, places) for one in findings))


def located(one: Finding, places: SourceMap) -> Finding:
    """A finding whose place has line and column."""
    return replace(one, place=replace(one.place, span=places.find(one.place))) if one.place else one


def _findings(document: str, reading: Reading, content: bytes, language: str) -> tuple[Finding, ...]:
    model = ScheduleFile if is_schedule(document) else _KINDS.get(document.split("/", 1)[0])
    if model is None:
        return findings_of(document, reading, content, language)
    return understood(document, reading, content, model, language).findings
