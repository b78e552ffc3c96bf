"""Use case: a value in a format of other programs, read back before anybody gets it."""

from dataclasses import dataclass

from sopcurric.app.building import publish
from sopcurric.app.checking import Checked
from sopcurric.app.gating import secrets_of
from sopcurric.app.reading_back import Printed, read_back, withheld
from sopcurric.app.registry import exporters
from sopcurric.diagnostics.finding import Finding
from sopcurric.io.workspace import Workspace
from sopcurric.model.compilation import Compilation
from sopcurric.model.publication import Edition
from sopcurric.plugin import OutputFile


class NoSuchNodeError(LookupError):
    """The target has nothing of that id."""


@dataclass(frozen=True, slots=True)
class Handed:
    """The bytes of the file, or None where it would say something classified: then findings tell what."""

    content: bytes | None
    findings: tuple[Finding, ...] = ()


def hand_out(
    checked: Checked,
    compilation: Compilation,
    workspace: Workspace,
    target: tuple[str, str],
    top: str,
    edition: Edition,
) -> Handed:
    """A target in one of its formats (both by name), in the language of an edition and for its clearance.

    Nothing is made where something classified stands open, or nobody can tell.

    Raises:
        NoSuchNodeError: there is nothing with the id `top`.
    """
    if top and top not in compilation.graph.by_id:
        raise NoSuchNodeError(top)
    if checked.shut:
        return Handed(None, checked.reported)
    exporter = exporters()[target[0]][target[1]]
    content = exporter.export(compilation, top, edition.language)
    if not (checked.loaded.marked or checked.loaded.classifier.active):
        return Handed(content)
    secrets = withheld(secrets_of(checked.loaded, workspace), edition.clearance)
    file = OutputFile(f"{target[0]}.{target[1]}", content)
    taught = checked.loaded.classifier.made_by_policy()
    said = read_back((Printed(file, exporter.said),), secrets, publish(edition, compilation), taught)
    leaking = tuple(one for one in said if one.gravity == 0)
    return Handed(None, leaking) if leaking else Handed(content)
