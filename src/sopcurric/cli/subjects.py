"""What people call a thing on the command line: its identifier, the name that decisions use, its printed label."""

from collections.abc import Mapping

import typer

from sopcurric.cli import console
from sopcurric.cli.exit_codes import USAGE
from sopcurric.cli.session import Session
from sopcurric.deciding.leaf_names import Leaves
from sopcurric.diagnostics.report import safe
from sopcurric.model.chain import Link
from sopcurric.model.compilation import Compilation
from sopcurric.model.publication import Leaf


def meant(here: Session, compilation: Compilation, known: Mapping[str, Link], name: str) -> str:
    """The identifier of the thing that a name means, or the name itself where there is no such thing.

    The code of a course means the course, not a leaf about it. Leaves with status 2 where a label is printed on several
    things, or a procedure has no leaf of that kind.
    """
    if name in known:
        return name
    leaf = leaf_meant(here, compilation, name)
    if leaf:
        return leaf.id
    alike = [one.id for one in known.values() if name and one.label == name]
    alike = [one for one in alike if known[one].kind == "course"] or alike
    if len(alike) > 1:
        raise several(here, name, alike)
    return alike[0] if alike else name


def leaf_meant(here: Session, compilation: Compilation, name: str) -> Leaf | None:
    """The leaf that decisions call by a name; leaves with status 2 where the procedure has no such leaf."""
    found = Leaves(compilation.binders).named(name)
    if found is None and "#" in name:
        tell_kinds(here, compilation, name)
    return found


def several(here: Session, label: str, ids: list[str]) -> typer.Exit:
    """Say that several things bear a label; the exit to leave by."""
    console.tell(here.language, "todo.leaf.several", label=safe(label), leaves=", ".join(ids))
    return typer.Exit(USAGE)


def tell_kinds(here: Session, compilation: Compilation, name: str) -> None:
    """Say which leaves a procedure has and leave with status 2, where the name begins with a procedure that has any."""
    procedure = name.partition("#")[0]
    leaves = Leaves(compilation.binders)
    own = {
        leaf.id: _called(leaves, procedure, leaf)
        for binder in compilation.binders
        for leaf in binder.leaves
        if procedure in leaf.derived_from
    }
    if own:
        names = ", ".join(sorted(own.values()))
        console.tell(here.language, "todo.leaf.kinds", leaf=safe(name), procedure=procedure, leaves=names)
        raise typer.Exit(USAGE)


def _called(leaves: Leaves, procedure: str, leaf: Leaf) -> str:
    """The name of a leaf by this procedure, where it has one."""
    short = f"{procedure}#{leaf.kind.value}"
    found = (name for name in (short, f"{short}:{leaf.part}") if leaves.named(name) == leaf)
    return next(found, leaves.called(leaf))
