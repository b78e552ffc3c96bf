# ruff: noqa: INP001
"""Print the pairwise F1 of grouping on labelled sets: `python benchmarks/grouping.py FOLDER [THRESHOLD]`.

Each JSON file of the folder holds `items` with `id`, `text` or `title` (and `body`), and `gold` (a list of labels; two
items belong together when their lists meet) or `work` (one label). The second figure is without titles (where there are
steps), the third after a workshop that answers the first twenty questions by the labels. A report only: nothing is
asserted.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from sopcurric.linguistics.corpus import Document
from sopcurric.linguistics.grouping import Grouping, sort_out

ANSWERS = 20

Groups = Sequence[Sequence[int]]


def read(path: Path) -> tuple[list[Document], list[set[str]]]:
    """Documents and their labels."""
    items = json.loads(path.read_text(encoding="utf-8"))["items"]
    documents = [Document(item["id"], item.get("title") or item["text"], tuple(item.get("body", ()))) for item in items]
    return documents, [set(item.get("gold") or [item["work"]]) for item in items]


def pairwise_f1(groups: Groups, labels: Sequence[set[str]]) -> float:
    """F1 over all pairs of items."""
    found = {frozenset(pair) for members in groups for pair in combinations(members, 2)}
    true = {frozenset(pair) for pair in combinations(range(len(labels)), 2) if labels[pair[0]] & labels[pair[1]]}
    return 2 * len(found & true) / max(1, len(found) + len(true))


def answered(found: Grouping, labels: Sequence[set[str]], answers: int = ANSWERS) -> Groups:
    """Groups after the first questions were answered by the labels, as decisions move them.

    Who says that two are the same work joins their groups; who says that they are not takes the one asked about out.
    """
    groups = [[*members] for members in found.groups]
    for doubt in found.doubts[:answers]:
        same = bool(labels[doubt.left] & labels[doubt.right])
        left, right = (next(one for one in groups if at in one) for at in (doubt.left, doubt.right))
        if same and left is not right:
            groups.remove(right)
            left += right
        elif not same and left is right:
            left.remove(doubt.right)
            groups.append([doubt.right])
    return groups


def print_all(folder: Path, threshold: float | None) -> None:
    """Print one line for all files as one corpus."""
    everything, labels = [], []
    for path in sorted(folder.glob("*.json")):
        documents, own = read(path)
        everything += [replace(one, id=f"{path.stem}/{one.id}") for one in documents]
        labels += [{f"{path.stem}/{label}" for label in some} for some in own]
    found = sort_out(everything, threshold)
    before, after = (pairwise_f1(groups, labels) for groups in (found.groups, answered(found, labels)))
    print(  # noqa: T201
        f"{'all as one':24} {len(everything):5} items {len(found.groups):5} groups {len(found.doubts):5} questions  "
        f"F1 {before:.3f}  after {ANSWERS} answers {after:.3f}"
    )


def main(folder: str, threshold: float | None = None) -> None:
    """Print one line for each file, and the mean."""
    rows = []
    for path in sorted(Path(folder).glob("*.json")):
        documents, labels = read(path)
        found = sort_out(documents, threshold)
        hidden = sort_out([replace(one, title="") if one.body else one for one in documents], threshold)
        scores = (
            pairwise_f1(found.groups, labels),
            pairwise_f1(hidden.groups, labels),
            pairwise_f1(answered(found, labels), labels),
        )
        rows.append(scores)
        print(  # noqa: T201
            f"{path.stem:24} {len(documents):5} items {len(found.groups):5} groups {len(found.doubts):5} questions  "
            "F1 {:.3f}  titles hidden {:.3f}  after {} answers {:.3f}".format(*scores[:2], ANSWERS, scores[2])
        )
    print_all(Path(folder), threshold)
    means = [sum(column) / len(rows) for column in zip(*rows, strict=True)] if rows else [0.0] * 3
    print("mean F1 {:.3f}  titles hidden {:.3f}  after {} answers {:.3f}".format(*means[:2], ANSWERS, means[2]))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], *map(float, sys.argv[2:3]))
