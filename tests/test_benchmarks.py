"""Benchmarks are no tests, but they run: none uses what is no longer there."""

import importlib.util
from pathlib import Path
from statistics import fmean
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
SCRIPTS = sorted(BENCHMARKS.glob("*.py"))

pytestmark = pytest.mark.skipif(not SCRIPTS, reason="a source distribution has no benchmarks")


def loaded(script: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module, run once as an import does."""
    monkeypatch.syspath_prepend(str(script.parent))
    spec = importlib.util.spec_from_file_location(f"benchmark_{script.stem}", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_benchmark_finds_all_that_it_imports(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(script, monkeypatch)


def test_hours_are_compared_with_a_published_plan(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hours = loaded(BENCHMARKS / "hours.py", monkeypatch)
    hours.main([str(BENCHMARKS / "data" / "hours" / "es_moulding.yaml"), "-v"])
    printed = capsys.readouterr().out
    assert "Moulding of metals and polymers (foundry)" in printed
    assert "all: 1 plans, 7 modules" in printed


def test_hours_in_the_proportions_of_the_formula_have_no_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hours = loaded(BENCHMARKS / "hours.py", monkeypatch)
    made = tmp_path / "made.yaml"
    made.write_text("area: plant\nplans: [{name: made, modules: [18/5/0, 36/10/20, 28/10/0]}]\n", encoding="utf-8")
    (plan,) = hours.read_all([tmp_path])
    estimates = hours.estimates(plan, hours.HoursPolicy())
    assert estimates["formula"] == pytest.approx([4.5, 9, 7])
    assert hours.error(estimates["formula"], plan.hours) == pytest.approx(0)
    assert hours.error(estimates["equal"], plan.hours) == pytest.approx(
        fmean(abs(one / 82 - 1 / 3) for one in (18, 36, 28))
    )
    assert estimates["rounded"] == [4, 10, 8]
    assert hours.spearman(estimates["items"], plan.hours) == pytest.approx(1)
    assert hours.spearman(estimates["equal"], plan.hours) == 0
    assert hours.ranks([4, 2, 4, 9]) == [2.5, 1, 2.5, 4]


def test_every_published_plan_says_where_and_when_it_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    hours = loaded(BENCHMARKS / "hours.py", monkeypatch)
    for path in sorted((BENCHMARKS / "data" / "hours").glob("*.yaml")):
        data = hours.yaml.safe_load(path.read_text(encoding="utf-8"))
        assert {"source", "read_on", "read", "unit"} <= data.keys(), path.name
        assert all(len(plan.modules) >= 6 and all(one.hours > 0 for one in plan.modules) for plan in hours.read(path))
