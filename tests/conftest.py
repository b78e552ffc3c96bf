"""The same examples on every run, the big example compiled once, and the program as a process of its own."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from generators import checked, tree_of
from sopcurric.app.checking import Checked
from sopcurric.cli import main
from sopcurric.io import resources
from sopcurric.model.compilation import Compilation

settings.register_profile(
    "ci",
    deadline=None,  # machines differ
    derandomize=True,
    max_examples=12,
    phases=(Phase.explicit, Phase.generate),  # a failure is told as it is found: making it smaller takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile(
    "search", settings.get_profile("ci"), derandomize=False, max_examples=500, phases=tuple(Phase)
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def alumina_files() -> dict[str, str]:
    """The texts of the big example; its pictures come with `illustrated`."""
    tree = tree_of(resources.folder("examples") / "alumina-refinery")
    return {path: text.decode() for path, text in tree.items() if not path.endswith(".png")}


@pytest.fixture(scope="session")
def alumina_checked(alumina_files: dict[str, str]) -> Checked:
    """The big example with its findings."""
    return checked(alumina_files)


@pytest.fixture(scope="session")
def alumina(alumina_checked: Checked) -> Compilation:
    """The big example, compiled."""
    assert alumina_checked.compilation is not None
    return alumina_checked.compilation


Ran = subprocess.CompletedProcess[str]
Program = Callable[..., Ran]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what is built now into tests/golden")
    parser.addoption("--fuzz", type=int, default=0, metavar="N", help="so many examples of each test of test_fuzz.py")


def pytest_configure(config: pytest.Config) -> None:
    pytest.fuzz_examples = config.getoption("--fuzz")  # type: ignore[attr-defined]


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Stop the measurement that pytest-cov starts in a worker before it knows that it is in one.

    Under the second one, which counts, it would go on behind it: `no_cover` pauses only that.
    """
    measuring = session.config.pluginmanager.getplugin("_cov")
    if hasattr(session.config, "workerinput") and measuring and measuring.cov_controller:
        measuring.cov_controller.cov.stop()


def pytest_collection_finish() -> None:
    """Look for garbage seldom, as the program does: it would cost a quarter of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What dice reach is not counted as covered: other tests have to, and measuring doubles the time that dice take."""
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("no_cover")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """An environment that knows nothing of whose machine this is; one cache for the whole run."""
    home = tmp_path_factory.mktemp("home")
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "SYSTEMROOT") if name in os.environ}
    return {
        **kept,
        "HOME": str(home),
        "USERPROFILE": str(home),
        "LOCALAPPDATA": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "LC_ALL": "C.UTF-8",
        "PYTHONPYCACHEPREFIX": str(home / "bytecode"),  # once for all processes, and none beside the sources
    }


@pytest.fixture(scope="session")
def program(environment: Mapping[str, str]) -> Program:
    """Runs `sopcurric` with arguments; see `_plain`."""

    def run(
        *arguments: str | Path, cwd: Path | None = None, python: tuple[str, ...] = ("-m", "sopcurric"), **more: str
    ) -> Ran:
        done = subprocess.run(
            [sys.executable, *python, *map(str, arguments)],
            cwd=cwd,
            env={**environment, **more},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return _plain(done)

    return run


@pytest.fixture
def call(
    environment: Mapping[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Program:
    """The same within this process: quicker, for the many cases that differ in arguments only."""
    monkeypatch.setenv("XDG_CACHE_HOME", environment["XDG_CACHE_HOME"])

    def run(*arguments: str | Path, cwd: Path | None = None) -> Ran:
        with monkeypatch.context() as patch:
            if cwd:
                patch.chdir(cwd)
            capsys.readouterr()
            status = main.run([*map(str, arguments)])
        return _plain(Ran(arguments, status, *capsys.readouterr()))

    return run


def _plain(done: Ran) -> Ran:
    """Whatever happens, no traceback and no colours may be seen in a pipe."""
    assert "Traceback" not in done.stderr, done.stderr
    assert "\x1b" not in done.stdout + done.stderr
    return done
