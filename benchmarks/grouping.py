# ruff: noqa: INP001
"""Print the pairwise F1 of grouping on labelled sets: `python benchmarks/grouping.py FOLDER [THRESHOLD]`.

Each JSON file of the folder holds `items` with `id`, `text` or `title` (and `body`), and `gold` (a list of labels; two
items belong together when their lists meet) or `work` (one label). A report only: nothing is asserted.
"""

import json
import sys
from itertools import combinations
from pathlib import Path

from sopcurric.linguistics.similarity import Document, group


def read(path: Path) -> tuple[list[Document], list[set[str]]]:
    """Documents and their labels."""
    items = json.loads(path.read_text(encoding="utf-8"))["items"]
    documents = [Document(item["id"], item.get("title") or item["text"], tuple(item.get("body", ()))) for item in items]
    return documents, [set(item.get("gold") or [item["work"]]) for item in items]


def pairwise_f1(groups: tuple[tuple[int, ...], ...], labels: list[set[str]]) -> float:
    """F1 over all pairs of items."""
    found = {frozenset(pair) for members in groups for pair in combinations(members, 2)}
    true = {frozenset(pair) for pair in combinations(range(len(labels)), 2) if labels[pair[0]] & labels[pair[1]]}
    return 2 * len(found & true) / max(1, len(found) + len(true))


def main(folder: str, threshold: float | None = None) -> None:
    """Print one line for each file, and the mean."""
    scores = []
    for path in sorted(Path(folder).glob("*.json")):
        documents, labels = read(path)
        groups = group(documents, threshold)
        scores.append(pairwise_f1(groups, labels))
        print(f"{path.stem:24} {len(documents):5} items {len(groups):5} groups  F1 {scores[-1]:.3f}")  # noqa: T201
    print(f"mean F1 {sum(scores) / max(1, len(scores)):.3f}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], *map(float, sys.argv[2:3]))
