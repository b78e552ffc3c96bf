# ruff: noqa: INP001, T201
"""Print what planning a cohort of founding size costs: `python benchmarks/planning.py [SEED]`.

The cohort is that of `examples/founding-scale/make.py` (32 plants, 43 jobs, 57 mentors, 10 bases, 240 learners). Told
are the seconds of the search, its effort (units of the solver, the same everywhere), the objective, and then, for
each of ten small changes, how many lines and pairings moved against the plan that stood, of how many. A report only.
"""

import importlib.util
import json
import sys
import tempfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from time import perf_counter, process_time

from sopcurric.app.checking import check
from sopcurric.app.steps import Steps
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import DiskWorkspace
from sopcurric.model.files.schedule import ScheduleFile
from sopcurric.model.planning import PlanDemand
from sopcurric.solving.plan_search import Planned, plan

MAKE = Path(__file__).parents[1] / "examples" / "founding-scale" / "make.py"
Tree = dict[str, list[dict[str, object]]]


def make(folder: Path, seed: int) -> None:
    """Write the repository."""
    spec = importlib.util.spec_from_file_location("make", MAKE)
    if spec is None or spec.loader is None:
        raise AssertionError
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.write(folder, seed)


def demand(folder: Path, steps: Steps) -> PlanDemand:
    """What the cohort asks for."""
    compilation = check(DiskWorkspace(folder), steps, printed=False).compilation
    if compilation is None:
        raise AssertionError
    return compilation.demands[0]


def closed(section: str, name: str, key: str, first: int, last: int, semester: int = 5) -> Callable[[Tree], None]:
    """Weeks in which a base or plant is closed, or a mentor away."""

    def change(tree: Tree) -> None:
        one = next(one for one in tree[section] if one["id"] == name)
        one[key] = [*one.get(key, []), {"semester": semester, "first": first, "last": last}]  # type: ignore[misc]

    return change


def without(section: str, name: str) -> Callable[[Tree], None]:
    """Somebody or something leaves; where it was named, it is no more."""

    def change(tree: Tree) -> None:
        tree[section] = [one for one in tree[section] if one["id"] != name]
        for one in tree["mentors"]:
            one.pop("substitutes", None) if name in one.get("substitutes", []) else None  # type: ignore[operator]
            if section == "mentors" and one["partner"] == "plant-2":
                one["apprentices"] = 8

    return change


def other(section: str, name: str, **values: object) -> Callable[[Tree], None]:
    """One entry with other values."""
    return lambda tree: next(one for one in tree[section] if one["id"] == name).update(values)


def one_more(tree: Tree) -> None:
    """One more group."""
    group = {**tree["groups"][0], "id": "G61", "learners": 1}
    tree["groups"].append(group)


CHANGES: tuple[tuple[str, Callable[[Tree], None]], ...] = (
    ("a mentor leaves", without("mentors", "M34")),
    ("a base closes for a month", closed("bases", "B5", "closed", 1, 4)),
    ("a simulation base closes for two weeks", closed("bases", "B1", "closed", 1, 2, 6)),
    ("a base loses four places", other("bases", "B6", places=4)),
    ("a mentor is away for two weeks", closed("mentors", "M3", "away", 6, 7)),
    ("a plant takes nobody for two weeks", closed("partners", "plant-5", "closed", 2, 3)),
    ("a group has one learner less", other("groups", "G7", learners=3)),
    ("a group more", one_more),
    ("a base gets twenty places more", other("bases", "B4", places=28)),
)


def changed(folder: Path, change: Callable[[Tree], None]) -> None:
    """Change the programme."""
    path = folder / "programmes" / "founding-2026.yaml"
    tree = deepcopy(json.loads(path.read_text(encoding="utf-8")))
    change(tree)
    path.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")


def longer(folder: Path) -> None:
    """A decision gives one learning task 8 hours more."""
    path = folder / "sops" / "L011.yaml"
    tree = json.loads(path.read_text(encoding="utf-8"))
    steps = tree["procedures"][1]["steps"]
    tree["procedures"][1]["steps"] = [
        *steps,
        *(
            {"id": f"S{number}", "text": f"复核第 {number} 项运行记录。"}
            for number in range(len(steps) + 1, len(steps) + 17)
        ),
    ]
    path.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")


def report(name: str, found: Planned, seconds: float, of: int) -> None:
    """One line."""
    if found.schedule is None:
        kinds = sorted({need.kind for clash in found.clashes for need in clash.needs})
        print(f"{name:42} clash of {', '.join(kinds)}; {seconds:.1f} s")
        return
    moves = found.moves
    print(
        f"{name:42} {moves.lines + moves.pairings:3} of {of} moved ({moves.lines} lines, {moves.pairings} pairings),"
        f" {moves.new} new, {moves.gone} gone; {seconds:.1f} s, {'proved' if found.proved else 'not proved'}"
    )


def main() -> None:
    """Plan, change, plan again."""
    seed = int(sys.argv[1]) if sys.argv[1:] else 1
    steps = Steps(MemoryStore())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, seed)
        whole = demand(folder, steps)
        started, worked = perf_counter(), process_time()
        first = plan(whole, None)
        seconds, work = perf_counter() - started, process_time() - worked
        print(f"groups {len(whole.groups)}, items {len(whole.items)}, mentors {len(whole.mentors)}")
        print(f"search {seconds:.1f} s ({work:.1f} s of CPU, effort {first.effort}), proved {first.proved}")
        if first.schedule is None:
            report("first plan", first, seconds, 0)
            return
        of = len(first.schedule.modules) + len(first.schedule.pairings)
        print(f"objective: weeks with modules {first.weeks}, sum of first weeks {first.early}; {of} lines and pairings")
        for what, change in (*CHANGES, ("one module is longer (+8 h)", None)):
            make(folder, seed)
            changed(folder, change) if change else longer(folder)
            again(what, demand(folder, steps), first.schedule, of)


def again(what: str, changed_demand: PlanDemand, standing: ScheduleFile, of: int) -> None:
    """Plan once more against the plan that stands."""
    started = perf_counter()
    found = plan(changed_demand, standing)
    report(what, found, perf_counter() - started, of)


if __name__ == "__main__":
    main()
