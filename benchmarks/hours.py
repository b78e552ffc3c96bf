# ruff: noqa: INP001, T201
"""Print how estimated hours compare with published plans: `python benchmarks/hours.py FILE_OR_FOLDER … [-v]`.

Each YAML file holds `source`, `read_on`, `unit`, `area` and `plans`; a plan has `name` and `modules`, each
with `hours`, `steps` and `knowledge` (numbers of items), or in short `hours/steps/knowledge`.

What is estimated is scaled to the total of the plan, because only the distribution can be compared: items of a syllabus
are no steps of an SOP, and some plans count weeks. The error is the mean absolute difference of the shares of modules:

- equal: every module has the same share;
- items: shares by the number of items;
- formula: `per_task` + steps × `per_step` + knowledge × `per_knowledge` as shipped, not rounded; difficulty and
  training need are the same for all, because no plan states them;
- rounded: the same as `estimate` rounds it, with its least hours.

A ratio below 1 says that a method is nearer to the plan than equal shares are. Spearman is the rank correlation with
the hours of the plan. At the end, as a remark, what fitting would choose on all plans but one, applied to that one:
part of the hours in equal shares, the rest by steps + weight × knowledge. That led to `per_task`, with a round number.
With `-v` every plan has a line. A report only: nothing is asserted.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from statistics import fmean, median
from typing import TypedDict

import yaml

from sopcurric.grading.hours import Evidence, estimate
from sopcurric.model.competency import Grade, Rating
from sopcurric.model.files.project import HoursPolicy
from sopcurric.model.text import sentence

EQUAL_PARTS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
KNOWLEDGE_WEIGHTS = (0.0, 0.1, 0.25, 0.5, 1.0)
METHODS = ("equal", "items", "formula", "rounded")


class ModuleData(TypedDict):
    """A module as it stands in a file."""

    title: str
    hours: float
    steps: int
    knowledge: int


class PlanData(TypedDict):
    """A plan as it stands in a file."""

    name: str
    modules: list[ModuleData | str]


class FileData(TypedDict):
    """What is used of a file."""

    area: str
    plans: list[PlanData]


@dataclass(frozen=True, slots=True)
class Module:
    """Hours of a module and its items."""

    hours: float
    steps: int
    knowledge: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A published plan."""

    name: str
    file: str
    area: str
    modules: tuple[Module, ...]

    @property
    def hours(self) -> list[float]:
        """Hours of the modules."""
        return [module.hours for module in self.modules]


def module_of(data: ModuleData | str) -> Module:
    """A module, written out or in short."""
    if isinstance(data, str):
        hours, steps, knowledge = data.split("/")
        return Module(float(hours), int(steps), int(knowledge))
    return Module(float(data["hours"]), data["steps"], data["knowledge"])


def read(path: Path) -> Iterator[Plan]:
    """The plans of a file."""
    data: FileData = yaml.safe_load(path.read_text(encoding="utf-8"))
    for plan in data["plans"]:
        yield Plan(plan["name"], path.stem, data["area"], tuple(module_of(one) for one in plan["modules"]))


def read_all(paths: Sequence[Path]) -> list[Plan]:
    """The plans of files and of the files of folders."""
    files = [file for path in paths for file in (sorted(path.glob("*.yaml")) if path.is_dir() else [path])]
    return [plan for file in files for plan in read(file)]


def rounded(module: Module, policy: HoursPolicy) -> float:
    """Hours as the compiler gives them to work of average difficulty that needs training."""
    average = Grade(2, "decision", sentence("rating.given"))
    rating = Rating(average, average, average, "train")
    made = estimate(Evidence(module.steps, module.knowledge, rating), policy)
    return made.theory + made.practice


def estimates(plan: Plan, policy: HoursPolicy) -> dict[str, list[float]]:
    """What each method gives the modules, not yet scaled."""
    return {
        "equal": [1.0 for _ in plan.modules],
        "items": [float(one.steps + one.knowledge) for one in plan.modules],
        "formula": [
            policy.per_task + one.steps * policy.per_step + one.knowledge * policy.per_knowledge for one in plan.modules
        ],
        "rounded": [rounded(one, policy) for one in plan.modules],
    }


def shares(values: Sequence[float]) -> list[float]:
    """Values as shares of their sum."""
    total = sum(values)
    return [value / total for value in values]


def error(estimated: Sequence[float], hours: Sequence[float]) -> float:
    """Mean absolute difference of the shares."""
    return fmean(abs(one - other) for one, other in zip(shares(estimated), shares(hours), strict=True))


def ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 1; equal values share the mean of theirs."""
    ordered = sorted(values)
    return [ordered.index(value) + (ordered.count(value) + 1) / 2 for value in values]


def spearman(left: Sequence[float], right: Sequence[float]) -> float:
    """Rank correlation; 0 where all values of one side are equal."""
    pairs = list(zip(ranks(left), ranks(right), strict=True))
    middle = (len(pairs) + 1) / 2
    spread = [sum((pair[side] - middle) ** 2 for pair in pairs) for side in (0, 1)]
    together = sum((one - middle) * (other - middle) for one, other in pairs)
    return float(together / (spread[0] * spread[1]) ** 0.5) if all(spread) else 0.0


def ratio(plan: Plan, estimated: Sequence[float]) -> float:
    """The error of an estimate over that of equal shares."""
    return error(estimated, plan.hours) / error([1.0] * len(plan.modules), plan.hours)


def mixed(plan: Plan, equal: float, weight: float) -> list[float]:
    """Shares of which `equal` is the same for all, the rest by steps + `weight` × knowledge."""
    by_items = shares([one.steps + weight * one.knowledge for one in plan.modules])
    return [equal / len(by_items) + (1 - equal) * one for one in by_items]


def left_out(plans: Sequence[Plan]) -> tuple[list[float], Counter[tuple[float, float]]]:
    """For each plan the ratio with what is best for all others, and how often which was best."""
    table = {
        pair: [ratio(plan, mixed(plan, *pair)) for plan in plans] for pair in product(EQUAL_PARTS, KNOWLEDGE_WEIGHTS)
    }
    found, chosen = [], Counter[tuple[float, float]]()
    for index in range(len(plans)):
        best = min(table, key=lambda pair: (sum(table[pair]) - table[pair][index], pair))
        chosen[best] += 1
        found.append(table[best][index])
    return found, chosen


def print_plans(plans: Sequence[Plan], policy: HoursPolicy) -> None:
    """Print a line for each plan."""
    print(f"{'plan':60s} modules  error of equal  " + "  ".join(f"{one:>7s}" for one in METHODS[1:]) + "  Spearman")
    for plan in plans:
        made = estimates(plan, policy)
        ratios = "  ".join(f"{ratio(plan, made[one]):7.2f}" for one in METHODS[1:])
        print(
            f"{plan.name[:59]:60s} {len(plan.modules):7d}  {error(made['equal'], plan.hours):14.4f}  {ratios}"
            f"  {spearman(made['formula'], plan.hours):8.2f}"
        )


def print_group(name: str, plans: Sequence[Plan], policy: HoursPolicy) -> None:
    """Print what the plans of a group come to, and the remark on fitting."""
    made = [estimates(plan, policy) for plan in plans]
    print(f"\n{name}: {len(plans)} plans, {sum(len(plan.modules) for plan in plans)} modules")
    print("method    mean error  error : equal  median ratio  nearer in  mean Spearman")
    equal = fmean(error(one["equal"], plan.hours) for one, plan in zip(made, plans, strict=True))
    for method in METHODS:
        errors = [error(one[method], plan.hours) for one, plan in zip(made, plans, strict=True)]
        ratios = [ratio(plan, one[method]) for one, plan in zip(made, plans, strict=True)]
        correlation = fmean(spearman(one[method], plan.hours) for one, plan in zip(made, plans, strict=True))
        print(
            f"{method:8s}  {fmean(errors):10.4f}  {fmean(errors) / equal:13.3f}  {median(ratios):12.3f}"
            f"  {sum(one < 1 for one in ratios):9d}  {correlation:13.2f}"
        )
    if len(plans) > 1:
        fitted, chosen = left_out(plans)
        (part, weight), times = chosen.most_common(1)[0]
        print(
            f"fitted on all plans but one: mean ratio {fmean(fitted):.3f}, median {median(fitted):.3f}, nearer in"
            f" {sum(one < 1 for one in fitted)}; {times} times {part:.0%} in equal shares, knowledge × {weight:g}"
            f" (shipped: 0%, × {policy.per_knowledge / policy.per_step:g}: mean ratio"
            f" {fmean(ratio(plan, one['formula']) for one, plan in zip(made, plans, strict=True)):.3f})"
        )


def groups(plans: Sequence[Plan]) -> Mapping[str, list[Plan]]:
    """Plans by file, by area, and all."""
    found: dict[str, list[Plan]] = {}
    for plan in plans:
        found.setdefault(f"file {plan.file}", []).append(plan)
    for plan in plans:
        found.setdefault(f"area {plan.area}", []).append(plan)
    return {**found, "all": list(plans)}


def main(arguments: Sequence[str]) -> None:
    """Print the comparison of the plans of files or folders."""
    plans = read_all([Path(one) for one in arguments if one != "-v"])
    policy = HoursPolicy()
    if "-v" in arguments:
        print_plans(plans, policy)
    for name, members in groups(plans).items():
        print_group(name, members, policy)


if __name__ == "__main__":
    main(sys.argv[1:])
