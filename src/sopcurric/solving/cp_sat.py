"""Problems solved by CP-SAT of OR-Tools: one worker, a fixed seed, limits on work and not on time.

The same problem gives the same answer on every machine, as long as the version of OR-Tools is the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import ModuleType
from typing import TYPE_CHECKING

from sopcurric.solving.problem import Clash, Linear, Need, Problem, Relaxed, Solution, Term

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import Constraint, CpModel, CpSolver, IntVar, LinearExpr

PACKAGE, COMMAND = "ortools", 'pip install "sopcurric[plan]"'
_FOUND = ("OPTIMAL", "FEASIBLE")
_PER_NEED = 100
"""What it costs that a requirement gives way at all, against giving way by one more."""


class SolverMissingError(RuntimeError):
    """OR-Tools is not installed; `COMMAND` installs it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much work one search may be, in units of the solver (about seconds on a slow machine)."""

    search: float = 6.0
    explain: float = 4.0


def ready() -> None:
    """See whether there is a solver.

    Raises:
        SolverMissingError: there is none.
    """
    _module()


def solve(problem: Problem, limits: Limits) -> Solution | Clash:
    """The best values, or which requirements clash.

    Raises:
        SolverMissingError: there is no solver.
    """
    model, variables = _model(problem, problem.linears)
    hints: Mapping[int, int] = problem.hints
    values: tuple[int, ...] = ()
    proved, effort = True, 0.0
    for aim in problem.aims or ((),):
        model.clear_hints()  # type: ignore[no-untyped-call]
        for variable, hint in hints.items():
            model.add_hint(variables[variable], hint)
        model.minimize(_sum(aim, variables) if aim else 0)
        solver, status = _run(model, limits.search)
        effort += solver.deterministic_time
        if status not in _FOUND and values:  # given up: what was found for the aims before is good
            proved = False
            break
        if status not in _FOUND:
            return explain(problem, limits) if status == "INFEASIBLE" else Clash((), (), proved=False)
        values, proved = tuple(solver.value(one) for one in variables), proved and status == "OPTIMAL"
        if aim:
            model.add(_sum(aim, variables) <= _total(aim, values))
        hints = dict(enumerate(values))
    return Solution(values, tuple(_total(aim, values) for aim in problem.aims), proved, effort)


def _total(terms: Iterable[Term], values: Sequence[int]) -> int:
    return sum(factor * values[one] for factor, one in terms)


def explain(problem: Problem, limits: Limits) -> Clash:
    """Which requirements of a problem clash, and which would have to give way."""
    problem = replace(problem, linears=[one for one in problem.linears if not one.implied])
    core = _smallest(problem, _core(problem, limits), limits)
    first = _relaxed(problem, limits, ())
    if first is None:
        return Clash(core, ())
    values, way = first
    other = _relaxed(problem, limits, tuple(one.need for one in way))
    return Clash(core, (way, other[1]) if other else (way,), values)


def _module() -> ModuleType:
    try:
        from ortools.sat.python import cp_model  # noqa: PLC0415 - costs time and may be absent
    except ImportError as fault:
        raise SolverMissingError from fault
    return cp_model


def _sum(terms: Iterable[Term], variables: Sequence["IntVar"]) -> "LinearExpr":
    factors, chosen = [], []
    for factor, one in terms:
        factors.append(factor)
        chosen.append(variables[one])
    found: LinearExpr = _module().LinearExpr.weighted_sum(chosen, factors)
    return found


def _model(problem: Problem, linears: Iterable[Linear]) -> tuple["CpModel", list["IntVar"]]:
    model: CpModel = _module().CpModel()
    variables = [model.new_int_var(low, high, "") for low, high in problem.bounds]
    for one in linears:
        _add(model, one, variables)
    return model, variables


def _add(model: "CpModel", one: Linear, variables: Sequence["IntVar"]) -> "Constraint":
    cp_model = _module()
    low = cp_model.INT32_MIN if one.low is None else one.low
    high = cp_model.INT32_MAX if one.high is None else one.high
    return model.add_linear_constraint(_sum(one.terms, variables), low, high)


def _add_soft(model: "CpModel", one: Linear, variables: Sequence["IntVar"], slack: "IntVar") -> None:
    """A requirement that `slack` times its unit may miss."""
    if one.high is not None:
        model.add(_sum(one.terms, variables) - one.unit * slack <= one.high)
    if one.low is not None:
        model.add(_sum(one.terms, variables) + one.unit * slack >= one.low)


def _run(model: "CpModel", limit: float) -> tuple["CpSolver", str]:
    solver: CpSolver = _module().CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.linearization_level = 2  # many times faster for who is where in which week
    solver.parameters.max_deterministic_time = limit
    status = solver.solve(model)
    return solver, str(solver.status_name(status))


def _core(problem: Problem, limits: Limits) -> tuple[Need, ...]:
    """Requirements that clash, maybe with some that do not matter; none where the solver does not say in time."""
    needs = problem.needs()
    model, variables = _model(problem, (one for one in problem.linears if one.need is None))
    literals = {need: model.new_bool_var("") for need in needs}
    for one in problem.linears:
        if one.need is not None:
            _add(model, one, variables).only_enforce_if(literals[one.need])
    model.add_assumptions(list(literals.values()))
    solver, status = _run(model, limits.explain)
    if status != "INFEASIBLE":
        return ()
    named = set(solver.sufficient_assumptions_for_infeasibility())
    return tuple(need for need, literal in literals.items() if literal.index in named) or needs


def _smallest(problem: Problem, needs: tuple[Need, ...], limits: Limits) -> tuple[Need, ...]:
    """Of requirements that clash, so many that none can be left out any more, as far as that is found out in time."""
    kept, left = list(needs), limits.explain
    for one in needs:
        fewer = {*kept} - {one}
        model, _ = _model(problem, (own for own in problem.linears if own.need is None or own.need in fewer))
        solver, status = _run(model, max(left, 0.01) / 2)
        left -= solver.deterministic_time
        if status == "INFEASIBLE":
            kept.remove(one)
    return tuple(kept)


def _relaxed(
    problem: Problem, limits: Limits, firm: Sequence[Need]
) -> tuple[tuple[int, ...], tuple[Relaxed, ...]] | None:
    """Values for which as few requirements as can be give way, as little as can be; those in `firm` do not."""
    soft = [one for one in problem.needs() if one.price and one not in firm]
    model, variables = _model(problem, (one for one in problem.linears if one.need is None))
    steps = _steps(problem)
    slacks = {need: model.new_int_var(0, steps[need], "") for need in soft}
    for one in problem.linears:
        if one.need in slacks:
            _add_soft(model, one, variables, slacks[one.need])
        elif one.need is not None:
            _add(model, one, variables)
    gives = {need: model.new_bool_var("") for need in soft}
    for need, slack in slacks.items():
        model.add(slack <= steps[need] * gives[need])
    cost = sum(need.price * (_PER_NEED * gives[need] + slacks[need]) for need in soft)
    model.minimize(cost)
    solver, status = _run(model, limits.search)
    if status not in _FOUND or not soft:
        return None
    values = tuple(solver.value(one) for one in variables)
    found = [Relaxed(need, solver.value(slack), _weeks(problem, need, values)) for need, slack in slacks.items()]
    return values, tuple(one for one in found if one.amount)


def _steps(problem: Problem) -> Mapping[Need, int]:
    """By how many steps a requirement may have to give way at most."""
    found: dict[Need, int] = {}
    for one in problem.linears:
        if one.need is not None:
            found[one.need] = max(found.get(one.need, 1), problem.span(one.terms) // one.unit + abs(one.low or 0) + 1)
    return found


def _weeks(problem: Problem, need: Need, values: Sequence[int]) -> tuple[int, ...]:
    """The weeks in which values miss a requirement."""
    found = []
    for one in problem.linears:
        if one.need == need and one.at is not None:
            total = _total(one.terms, values)
            if (one.high is not None and total > one.high) or (one.low is not None and total < one.low):
                found.append(one.at)
    return tuple(dict.fromkeys(found))
