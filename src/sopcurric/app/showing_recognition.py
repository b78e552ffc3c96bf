"""What `show recognition` reads off: levels of skill that graduates may apply for."""

from collections.abc import Iterable

from sopcurric.model.compilation import Compilation
from sopcurric.model.shown import ShownRecognition


def recognition_of(compilation: Compilation, language: str) -> Iterable[ShownRecognition]:
    """Levels of the standard of each programme, lowest first."""
    for one in compilation.recognition:
        for level in one.levels:
            yield ShownRecognition(
                id=f"@standard/{one.standard}/{level.level}",
                title=level.title.words(language),
                programme=one.programme,
                standard=one.standard,
                level=level.level,
                grade=level.grade,
                standing=level.standing,
                highest=level.level == one.highest,
                conditions=tuple(condition.text.words(language) for condition in level.conditions),
                share=round(level.share, 3),
                backed_skills=level.skills[0],
                skills=level.skills[1],
                backed_knowledge=level.knowledge[0],
                knowledge=level.knowledge[1],
                missing=level.missing,
                tasks=level.tasks,
                hours=level.hours,
                reference=level.reference,
                origin="computed",
                derived_from=(f"@standard/{one.standard}",),
            )
