"""What the extension folders hold."""

from functools import lru_cache

from sopcurric import documents as document_folder
from sopcurric import exporters as exporter_folder
from sopcurric import questions as question_folder
from sopcurric import renderers as renderer_folder
from sopcurric import rules as rule_folder
from sopcurric.plugin import Document, Exporter, QuestionKind, Renderer, Rule, discover


@lru_cache
def documents() -> tuple[tuple[str, Document], ...]:
    """Kinds of binders with their names, in the order in which they are listed."""
    found = [one for _, one in discover(document_folder, "DOCUMENT", Document)]
    return tuple((one.name, one) for one in sorted(found, key=lambda one: (one.rank, one.name)))


@lru_cache
def renderers() -> dict[str, Renderer]:
    """Output formats by name."""
    return {one.name: one for _, one in discover(renderer_folder, "RENDERER", Renderer)}


@lru_cache
def exporters() -> dict[str, dict[str, Exporter]]:
    """Formats for other programs by target and name."""
    found: dict[str, dict[str, Exporter]] = {}
    for _, one in discover(exporter_folder, "EXPORTER", Exporter):
        found.setdefault(one.target, {})[one.name] = one
    return found


@lru_cache
def rules() -> dict[str, Rule]:
    """Rules by code, in the order of the codes."""
    found = {one.code: one for _, one in discover(rule_folder, "RULE", Rule)}
    return dict(sorted(found.items()))


@lru_cache
def questions() -> dict[str, QuestionKind]:
    """Kinds of questions by name, in the order in which they are asked."""
    found = [one for _, one in discover(question_folder, "QUESTION", QuestionKind)]
    return {one.name: one for one in sorted(found, key=lambda one: (one.rank, one.name))}
