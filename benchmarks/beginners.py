# ruff: noqa: INP001, T201, S311
"""Print how beginner's mistakes are found and mended: `python benchmarks/beginners.py [ROUNDS] [SEED] [--missed]`.

Into each SOP of the big example ten mistakes of different kinds are planted at once (ROUNDS times, 20 unless given),
and the repository is checked once. Printed are how many of them are found with the right line, how many cures work
when they are followed to the letter by a machine, and how many findings stand where nothing was planted. Cures that
only a person can follow (a text has to be thought of) are filled in with a stand-in and counted apart. A report only:
nothing is asserted.
"""

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sopcurric.app.checking import check
from sopcurric.app.reporting import place
from sopcurric.app.steps import Steps
from sopcurric.diagnostics.finding import Severity
from sopcurric.diagnostics.report import Placed
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.io.yaml_recovery import Recovery

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from beginners import KINDS, Line, planted

EXAMPLE = Path(__file__).parents[1] / "examples" / "alumina-refinery"
MISTAKES = 10


def files_of(folder: Path) -> dict[str, str]:
    """The files of a repository."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def checked(files: Mapping[str, str]) -> list[Placed]:
    """All findings of a repository with their places."""
    workspace = MemoryWorkspace(files)
    found = check(workspace, Steps(STORE))
    return list(place(found.findings, found.loaded.provenance, workspace, "zh"))


STORE = MemoryStore()

# --- Following a cure to the letter ---

Cure = Callable[[str, int, Mapping[str, str]], str | None]
"""From a line, the column (from 0) and the arguments of a finding to the line as its cure has it."""


def _replaced(name: str) -> Cure:
    def cure(line: str, column: int, said: Mapping[str, str]) -> str | None:
        old, new = said.get(name, ""), said.get("suggestion", "")
        at = line.find(old, column)
        at = at if at >= 0 else line.find(old)
        return line[:at] + new + line[at + len(old) :] if old and new and at >= 0 else None

    return cure


def _without_entry(line: str, column: int, _said: Mapping[str, str]) -> str | None:
    """Remove the key that a finding stands on; between brackets only that entry."""
    found = re.compile(r"[^,{}\[\]]+: *(?:\[[^\]]*\]|[^,{}\[\]]*)(?:, *)?").match(line, column)
    if "{" in line[:column] and found:
        return line[:column] + line[found.end() :]
    return ""


def _quoted(line: str, column: int, said: Mapping[str, str]) -> str | None:
    found = said.get("found", "")
    at = line.find(found, column)
    return f'{line[:at]}"{found}"{line[at + len(found) :]}' if found and at >= 0 else None


def _marked(line: str, _column: int, _said: Mapping[str, str]) -> str | None:
    """`write <<raw|teachable>>`: the same words between signs that are right."""
    found = re.search(r"[<＜《]+([^<＜《>＞》|｜]*)[|｜]?([^<＜《>＞》|｜]*)[>＞》]*$", line)
    return f"{line[: found.start()]}<<{found[1]}|{found[2] or '约'}>>" if found else None


def _filled(line: str, _column: int, _said: Mapping[str, str]) -> str | None:
    return f"{line.rstrip()} 待补充"


def _added(line: str, column: int, said: Mapping[str, str]) -> str | None:
    """`add KEY: here`: with a word that stands in for what only the author knows."""
    if line[column : column + 1] == "{":
        return f"{line[: column + 1]}{said['key']}: 待补充, {line[column + 1 :]}"
    return None


def _limits(line: str, column: int, _said: Mapping[str, str]) -> str | None:
    if line[column : column + 1] == "{":
        return line[: column + 1] + "range: 1–2 ℃, " + line[column + 1 :]
    return None


def _outside_words(line: str, _column: int, said: Mapping[str, str]) -> str | None:
    return None if not said.get("suggestion") else line.replace(said["id"], said["suggestion"])


CURES: Mapping[tuple[str, str], tuple[Cure, bool]] = {
    ("SOP004", ""): (_without_entry, True),
    ("SOP010", "did-you-mean"): (_replaced("key"), True),
    ("SOP010", "twice"): (_without_entry, True),
    ("SOP012", "did-you-mean"): (_replaced("found"), True),
    ("SOP012", "text-for-number"): (_quoted, True),
    ("SOP013", "did-you-mean"): (_replaced("found"), True),
    ("SOP014", "did-you-mean"): (_replaced("found"), True),
    ("SOP020", "did-you-mean"): (_outside_words, True),
    ("DEC001", ""): (_marked, False),
    ("SOP011", ""): (_added, False),
    ("SOP015", ""): (_filled, False),
    ("SOP101", ""): (_limits, False),
}
"""How cures are followed, by code and variant, and whether a machine can do it alone; `Recovery` mends SOP003."""


@dataclass(slots=True)
class Score:
    """What came of the mistakes of one kind."""

    planted: int = 0
    found: int = 0
    cured: int = 0
    filled: int = 0


@dataclass(slots=True)
class Tally:
    """What came of all of them."""

    kinds: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    echoes: Counter[str] = field(default_factory=Counter)
    rounds: list[int] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


def followed(text: str, findings: Sequence[Placed]) -> tuple[str, set[int], set[int]]:
    """The text after every cure was followed once, bottom up; the lines that were, and those with stand-ins."""
    done: set[int] = set()
    stood_in: set[int] = set()
    for one in sorted(findings, key=lambda one: one.span, reverse=True):
        said = {name: str(value) for name, value in one.finding.arguments}
        code, variant, number = one.finding.code, said.get("variant", ""), one.span.line
        if code == "SOP003":
            recovery = Recovery.of(text)
            whole = recovery.text if recovery.mend(variant, one.span) else None
            if whole is not None:
                text = whole
                done.add(number)
            continue
        cure, alone = CURES.get((code, variant)) or CURES.get((code, "")) or (None, False)
        lines = text.split("\n")
        new = cure(lines[number - 1], one.span.column - 1, said) if cure else None
        if new is not None:
            text = "\n".join([*lines[: number - 1], new, *lines[number:]])
            (done if alone else stood_in).add(number)
    return text, done, stood_in


def tried(path: str, files: Mapping[str, str], before: Iterable[Placed], rng: random.Random, tally: Tally) -> None:
    """Plant ten mistakes into one SOP, check once, and follow the cures."""
    known = {(one.finding.code, one.document, one.excerpt) for one in before}
    lines = [Line(words) for words in files[path].rstrip("\n").split("\n")]
    kinds = planted(lines, rng, MISTAKES)
    text = "\n".join(line.words for line in lines) + "\n"
    findings = [
        one
        for one in checked({**files, path: text})
        if one.finding.severity is not Severity.INFO and (one.finding.code, one.document, one.excerpt) not in known
    ]
    own = [one for one in findings if one.document == path]
    at = {line.kind: number for number, line in enumerate(lines, 1) if line.kind}
    found = {kind for kind in kinds if any(one.span.line == at[kind] for one in own)}
    tally.rounds.append(len(found))
    for one in findings:
        if one.document != path or one.span.line not in at.values():
            tally.echoes[one.finding.code] += 1
            tally.missed.append(f"echo {one.document}:{one.span.line} {one.finding.code} {one.excerpt.strip()[:60]}")
    after, done, stood_in = followed(text, own)
    left = {
        one.span.line
        for one in checked({**files, path: after})
        if one.document == path and one.finding.severity is not Severity.INFO
    }
    for kind in kinds:
        score = tally.kinds[kind]
        score.planted += 1
        score.found += kind in found
        cured = at[kind] not in left
        score.cured += cured and at[kind] in done
        score.filled += cured and at[kind] in stood_in and at[kind] not in done
        if kind not in found:
            tally.missed.append(f"missed {kind} {path}:{at[kind]} {lines[at[kind] - 1].words.strip()[:60]}")


def main() -> None:
    """Read the arguments and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("rounds", nargs="?", type=int, default=20)
    parser.add_argument("seed", nargs="?", type=int, default=1)
    parser.add_argument("--missed", action="store_true", help="print what was not found, and what was found too much")
    given = parser.parse_args()
    files, tally = files_of(EXAMPLE), Tally()
    before = checked(files)
    for number in range(given.rounds):
        for path in sorted(path for path in files if path.startswith("sops/")):
            tried(path, files, before, random.Random(f"{given.seed}-{number}-{path}"), tally)
    print(f"{'mistake':24} {'planted':>8} {'found':>8} {'cured':>8} {'filled in':>10}")
    for kind in KINDS:
        one = tally.kinds[kind.name]
        print(f"{kind.name:24} {one.planted:8} {one.found:8} {one.cured:8} {one.filled:10}")
    every = tally.kinds.values()
    cured, stood_in, there = (sum(getattr(one, name) for one in every) for name in ("cured", "filled", "planted"))
    print(f"\nfound in one run, with the right line: {sum(tally.rounds) / len(tally.rounds):.2f} of {MISTAKES}")
    print(f"files where all were found: {sum(one == MISTAKES for one in tally.rounds)} of {len(tally.rounds)}")
    print(f"cures that work to the letter: {cured / there:.1%}; with a stand-in filled in: {stood_in / there:.1%}")
    echoes = sum(tally.echoes.values())
    print(f"findings where nothing was planted: {echoes / len(tally.rounds):.2f} a file {dict(tally.echoes)}")
    if given.missed:
        print("\n".join(tally.missed))


if __name__ == "__main__":
    main()
