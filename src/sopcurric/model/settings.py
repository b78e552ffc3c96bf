"""`Settings`: the project file with everything resolved, and where each value came from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from sopcurric.model.files.editors import CourseStandardPolicy, Editor, TextbookHeader
from sopcurric.model.files.project import HoursPolicy, ModulePolicy, PaperPolicy, ProjectFile, TeachingPolicy
from sopcurric.model.publication import Audience, Edition, Marking
from sopcurric.model.text import Phrase, Text

_NO_TEXTBOOK, _NO_POLICY = TextbookHeader(), CourseStandardPolicy()


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build depends on besides the SOPs. `as_of` is empty where nobody gave a date."""

    name: Text
    language: str
    publisher: Text | None
    as_of: str
    profile: str
    editions: tuple[Edition, ...]
    hours: HoursPolicy
    modules: ModulePolicy
    organisations: tuple[tuple[str, Text], ...]
    jobs: tuple[str, ...]
    body_font: str
    heading_font: str
    fonts: tuple[str, ...]
    teaching: TeachingPolicy = field(default_factory=TeachingPolicy)
    given: tuple[str, ...] = ()
    papers: tuple[PaperPolicy, ...] = ()
    editors: tuple[Editor, ...] = ()
    textbook: TextbookHeader = _NO_TEXTBOOK
    course_standards: CourseStandardPolicy = _NO_POLICY

    def origin(self, key: str) -> Literal["project", "default", "environment"]:
        """Where a setting came from: the project file, the environment (a date), or a default."""
        if any(key == one or key.startswith(f"{one}.") for one in self.given):
            return "project"
        return "environment" if key == "as_of" and self.as_of else "default"


def resolve(project: ProjectFile, epoch_date: str) -> Settings:
    """Settings of a project file; `epoch_date` (YYYY-MM-DD or empty) stands in for a missing `as_of`."""
    return Settings(
        name=project.project.name,
        language=project.project.language,
        publisher=project.project.publisher,
        as_of=project.as_of or epoch_date,
        profile=project.profile,
        editions=tuple(
            Edition(
                id=one.id,
                title=_title(one.title),
                clearance=one.clearance,
                audience=Audience(one.audience),
                language=one.language or project.project.language,
                formats=one.formats if one.formats is not None else project.formats,
                marking=Marking(one.marking.owner, one.marking.period) if one.marking else None,
            )
            for one in project.editions
        ),
        hours=project.hours,
        modules=project.modules,
        organisations=tuple((one.id, one.title) for one in project.organisations),
        jobs=project.jobs,
        body_font=project.body_font,
        heading_font=project.heading_font,
        fonts=project.fonts,
        teaching=project.teaching,
        papers=project.papers,
        given=tuple(sorted(_given(project))),
        editors=project.editors,
        textbook=project.textbook,
        course_standards=project.course_standards,
    )


def _given(project: ProjectFile) -> Iterator[str]:
    """The keys that the file itself sets; parts of what has parts with a dot."""
    for name in project.model_fields_set:
        yield name
        part = getattr(project, name)
        if name in {"project", "hours", "modules", "teaching", "textbook", "course_standards"}:
            yield from (f"{name}.{key}" for key in part.model_fields_set)


def _title(title: Text | None) -> Phrase | None:
    return title
