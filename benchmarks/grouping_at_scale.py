# ruff: noqa: INP001, T201
"""Print how time and memory of grouping grow: `python benchmarks/grouping_at_scale.py [PROCEDURES]` (26,000).

The procedures are made up (plants.py): as many as 4,300 SOPs have, in the words of as many plants as that takes. They
are sorted out phase by phase, as the product does. One process, one core.
"""

import resource
import sys
import time
from collections import defaultdict

from plants import procedures

from sopcurric.linguistics.corpus import Document
from sopcurric.linguistics.grouping import sort_out

FRACTIONS = (8, 4, 2, 1)
COUNT = 26_000


def seconds(count: int) -> tuple[float, int, int]:
    """CPU seconds for this many procedures, the number of groups, and the size of the largest."""
    phases: defaultdict[str, list[Document]] = defaultdict(list)
    for made in procedures(count):
        phases[made.phase].append(made.document)
    start = time.process_time()
    groups = [members for same in phases.values() for members in sort_out(same).groups]
    return time.process_time() - start, len(groups), max(map(len, groups))


def main(count: int = COUNT) -> None:
    """Print one line for each size, each beside the one before."""
    before = 0.0
    for part in FRACTIONS:
        took, groups, largest = seconds(count // part)
        growth = f"{took / before:.2f} times that of half as many" if before else ""
        print(f"{count // part:6} procedures  {took:5.1f} s CPU  {groups:5} groups, the largest {largest}  {growth}")
        before = took
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
