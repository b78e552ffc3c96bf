"""The public façade for programs: load, check, compile and build without the command line."""

from pathlib import Path

from sopcurric.app.building import Built, Request, build
from sopcurric.app.checking import Checked, check
from sopcurric.app.reporting import place
from sopcurric.app.steps import Steps
from sopcurric.diagnostics.report import Placed
from sopcurric.io.cache import DiskStore, MemoryStore, Store
from sopcurric.io.workspace import DiskWorkspace

__all__ = ["Built", "Checked", "DiskStore", "MemoryStore", "Placed", "Store", "build_project", "check_project"]


def check_project(folder: Path, store: Store | None = None, language: str = "zh") -> tuple[Checked, tuple[Placed, ...]]:
    """Everything that is wrong with the repository in a folder, placed and worded; nothing is written into it."""
    workspace = DiskWorkspace(folder)
    checked = check(workspace, Steps(store or MemoryStore()))
    return checked, place(checked.reported, checked.loaded.provenance, workspace, language)


def build_project(folder: Path, out: Path | None = None, store: Store | None = None, jobs: int = 2) -> Built:
    """Build every edition of the repository in a folder into `out` (`build/` in the folder, unless given)."""
    request = Request(out or folder / "build", jobs=jobs)
    return build(DiskWorkspace(folder), Steps(store or MemoryStore()), request, lambda _what, _done, _all: None)
