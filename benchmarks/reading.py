# ruff: noqa: INP001
"""Print how well single lines are read on labelled sets: `python benchmarks/reading.py FOLDER [-v]`.

Each JSON file of the folder holds `items` of one of two kinds:

- lines: `text` or `label`, and `type` (`skill` or `knowledge`): F1 of both kinds, their mean, and what was taken for
  what;
- steps: `text`, `verb` (the main verb) and `quantities` (as they stand in the text): how often the verb that was read
  is the labelled one or begins with it, how often none was read, and how many of the quantities were found.

A quantity is found where one of the same span is located, blanks and comparison signs aside. `located` knows measures
with a unit only, because what it finds becomes a value that other code compares and generalises; what only counts
(`两遍`, `半小时`, `3片`, `1/2`) stays words on purpose and has a figure of their own.

With `-v` every failure follows. The language is that of the characters of the text. A report only: nothing is asserted.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypedDict

from sopcurric.linguistics.lexicon import is_chinese
from sopcurric.linguistics.points import classify
from sopcurric.linguistics.statement import parse_statement
from sopcurric.model.quantities import located

KINDS = ("skill", "knowledge")


class Item(TypedDict, total=False):
    """A labelled line or step."""

    text: str
    label: str
    type: str
    verb: str
    quantities: list[str]


_ASIDE = re.compile(r"[\s≤≥≦≧<>＜＞=＝±约]")
_COUNTED = re.compile(
    r"[一二两三四五六七八九十百半几].*|\d+(?:\.\d+)?[次遍圈人步声点扣片只个件倍处道层组格下张把根块台包袋桶批度档滴]|[\d/–—~～-]+"
)
"""Counts, what is counted in characters (`两小时`), and bare fractions."""


def language_of(text: str) -> str:
    """The language of a text, by its characters."""
    return "zh" if is_chinese(text) else "en"


def texts(items: Sequence[Item]) -> Iterator[tuple[str, Item]]:
    """The text of each item, whichever key it has."""
    for item in items:
        yield item.get("text") or item["label"], item


def score(confusion: Counter[tuple[str, str]], kind: str) -> float:
    """F1 of one kind."""
    hit = confusion[kind, kind]
    wrong = sum(count for pair, count in confusion.items() if kind in pair and pair != (kind, kind))
    return 2 * hit / max(1, 2 * hit + wrong)


def lines(items: Sequence[Item]) -> tuple[list[str], list[str]]:
    """The figures of skill and knowledge, and what was taken for something else."""
    confusion: Counter[tuple[str, str]] = Counter()
    failures = []
    for text, item in texts(items):
        found = classify(text, language_of(text))
        confusion[item["type"], found] += 1
        if found != item["type"]:
            failures.append(f"{item['type']:9} read as {found:9} {text}")
    scores = [score(confusion, kind) for kind in KINDS]
    report = [
        f"macro-F1 {sum(scores) / len(scores):.3f}  "
        + "  ".join(f"{kind} F1 {one:.3f}" for kind, one in zip(KINDS, scores, strict=True)),
        f"{'':12}" + "".join(f"{'read ' + kind:>16}" for kind in KINDS),
        *(f"{kind:12}" + "".join(f"{confusion[kind, other]:16}" for other in KINDS) for kind in KINDS),
    ]
    return report, failures


def bare(words: str) -> str:
    """A quantity without blanks and comparison signs."""
    return _ASIDE.sub("", words)


def steps(items: Sequence[Item]) -> tuple[list[str], list[str]]:
    """The figures of verbs and quantities, and what was not read as labelled."""
    report: Counter[str] = Counter()
    failures = []
    for text, item in texts(items):
        language = language_of(text)
        action = parse_statement(text, language).action
        how = "right" if action.startswith(item["verb"]) else "wrong" if action else "none"
        report[f"verb {how}"] += 1
        if how != "right":
            failures.append(f"verb     {item['verb']} read as {action or '-'}: {text}")
        found = [bare(text[start:end]) for start, end, _ in located(text)]
        for wanted in item["quantities"]:
            sort = "count" if _COUNTED.fullmatch(bare(wanted)) else "unit"
            hit = bare(wanted) in found
            report[f"{sort} {'found' if hit else 'missed'}"] += 1
            if not hit:
                failures.append(f"quantity {wanted} ({sort}) not among {', '.join(found) or '-'}: {text}")
    return [
        share("verb right", report["verb right"], len(items)),
        share("verb other than labelled", report["verb wrong"], len(items)),
        share("no verb", report["verb none"], len(items)),
        share("quantities with a unit found", *pair(report, "unit")),
        share("counts found", *pair(report, "count")),
    ], failures


def pair(report: Counter[str], sort: str) -> tuple[int, int]:
    """How many of a sort were found, and of how many."""
    return report[f"{sort} found"], report[f"{sort} found"] + report[f"{sort} missed"]


def share(name: str, part: int, whole: int) -> str:
    """A part with its share."""
    return f"{name:32}{part:5} of {whole:5}  {part / max(1, whole):.3f}"


def main(folder: str, *, verbose: bool = False) -> None:
    """Print the figures of each file, and its failures where they are asked for."""
    for path in sorted(Path(folder).glob("*.json")):
        items = json.loads(path.read_text(encoding="utf-8"))["items"]
        report, failures = (steps if "verb" in items[0] else lines)(items)
        print(f"{path.stem}: {len(items)} items", *report, sep="\n  ")  # noqa: T201
        if verbose:
            print(*(f"    {one}" for one in failures), sep="\n")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], verbose="-v" in sys.argv[2:])
