# ruff: noqa: INP001, T201
"""Print how leaves read: `python benchmarks/reading_leaves.py PROJECT … [-v]`.

For each project folder: leaves of loose-leaf binders, defects of the reading checklist (`model/reading.py`) per 100 of
them, by kind, and how long the reading took. One kind of fault in one element is one defect, on however many leaves it
stands. With `-v` every defect follows. A report only: nothing is asserted.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from sopcurric.app.checking import check
from sopcurric.app.steps import Steps
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import DiskWorkspace
from sopcurric.model.reading import per_hundred, read


def report(folder: Path, *, every: bool) -> None:
    """What is found on the leaves of a project."""
    compilation = check(DiskWorkspace(folder), Steps(MemoryStore())).compilation
    if compilation is None:
        print(f"{folder}: nothing to read")
        return
    settings, started = compilation.inputs.settings, time.perf_counter()
    reading = read(compilation.binders, settings.language, compilation.inputs.lexicon, compilation.steps.keys())
    took = time.perf_counter() - started
    leaves = sum(len(binder.leaves) for binder in compilation.binders if binder.loose)
    rates = per_hundred(reading, compilation.binders)
    kinds = ", ".join(f"{kind} {rate:.1f}" for kind, rate in rates.items() if kind)
    print(f"{folder}: {leaves} leaves, {rates['']:.1f} defects per 100 leaves ({kinds or 'none'}), {took:.2f} s")
    for one in reading.defects if every else ():
        print(f"  {one.kind:12} {one.leaf:12} {one.subject:28} {one.words}")


def main(arguments: Sequence[str]) -> None:
    """Report on every project that is named."""
    for name in arguments:
        if name != "-v":
            report(Path(name), every="-v" in arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
