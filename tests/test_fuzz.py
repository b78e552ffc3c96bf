"""Bad input is normal: whatever becomes of a file, commands end in findings or results, and nothing is harmed.

A bounded number of examples unless told otherwise: `python -m pytest tests/test_fuzz.py --fuzz 20000`.
"""

import contextlib
import io
import re
import signal
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from damage import damaged_bytes, edited, near_trees, random_trees
from generators import RememberingSteps, slender, small
from sopcurric.app.checking import Checked, check
from sopcurric.app.registry import rules
from sopcurric.app.reporting import place
from sopcurric.cli import main
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.io.yaml_reader import lines_of
from sopcurric.wording.catalogue import LANGUAGES

HANG = 20
"""Seconds after which one example counts as hanging; most take below one. A guard of liveness, no measure of speed."""
MOST_FINDINGS = 2000
"""More findings than that for one damaged file would be of no use to anybody.

A mistyped level makes all of an SOP classified; here, where every file says the same words, each of them is told then.
"""

pytestmark = [
    pytest.mark.no_cover,  # reading over and over: other tests reach the same lines
    pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning"),  # of large examples
]
STEPS = RememberingSteps()
BASES = (
    {path: text.encode() for path, text in slender().items()},
    {path: text.encode() for path, text in small().items()},
)
_OPEN = re.compile(r"\{([a-z_]+)\}")
_CJK = re.compile("[\u4e00-\u9fff]")


def examples(number: int) -> settings:
    """So many examples as a rule, and as many as asked for by `--fuzz`."""
    wanted = getattr(pytest, "fuzz_examples", 0)
    return settings(
        max_examples=wanted or number,
        derandomize=not wanted,
        deadline=None,
        print_blob=True,
        phases=(Phase.explicit, Phase.generate, *((Phase.shrink,) if wanted else ())),
        suppress_health_check=[*HealthCheck],
    )


@contextlib.contextmanager
def alive() -> Iterator[None]:
    """Fail where something hangs."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def hanging(_number: int, _frame: FrameType | None) -> None:
        message = f"no end after {HANG} s"
        raise AssertionError(message)

    before = signal.signal(signal.SIGALRM, hanging)
    signal.alarm(HANG)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def holds(files: Mapping[str, bytes]) -> Checked:
    """Check a repository; every finding must be known, stand in its file, and be worded."""
    workspace = MemoryWorkspace(files)
    with alive():
        found = check(workspace, STEPS, locked=True)
        placed = place(found.findings, found.loaded.provenance, workspace, "zh")
    assert workspace.files == files
    assert len(placed) < MOST_FINDINGS
    lines_in = {document: lines_of(files[document]) for document in {one.document for one in placed} & files.keys()}
    for one in placed:
        lines = lines_in.get(one.document, [""])
        assert 1 <= one.span.line <= len(lines), one
        assert 1 <= one.span.column <= len(lines[one.span.line - 1]) + 1, one
        rule, known = rules()[one.finding.code], dict(one.finding.arguments)
        for language in LANGUAGES:
            variants = rule.variants.get(language, {})
            cure = variants.get(str(known.get("variant", "")), rule.sentences[language][1])
            assert set(_OPEN.findall(rule.sentences[language][0] + cure)) <= set(known), one
        assert _CJK.search(one.message), one
        assert one.message
        assert one.cure
    return found


base = st.sampled_from(BASES)


@examples(10)
@given(base.flatmap(damaged_bytes))
def test_damaged_bytes(files: dict[str, bytes]) -> None:
    holds(files)


@examples(10)
@given(base.flatmap(random_trees))
def test_random_trees(files: dict[str, bytes]) -> None:
    holds(files)


@examples(12)
@given(base.flatmap(near_trees))
def test_trees_that_are_nearly_right(files: dict[str, bytes]) -> None:
    holds(files)


@examples(12)
@given(base.flatmap(edited))
def test_edits_of_people(files: dict[str, bytes]) -> None:
    holds(files)


# --- All commands that read files, on disk ---

COMMANDS = (
    ("check", "--format", "json"),
    ("check", "--locked", "--format", "github"),
    ("show", "sops", "--json"),
    ("show", "settings"),
    ("show", "leaves"),
    ("fix",),
    ("todo",),
    ("todo", "--json"),
    ("explain", "DIG/P1"),
    ("trace", "DIG/P1"),
    ("build", "--format", "markdown"),
)
TESTED = st.one_of(*(BASES_OF for BASES_OF in (damaged_bytes(BASES[1]), near_trees(BASES[1]), edited(BASES[1]))))


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and when it was written."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all examples."""
    return tmp_path_factory.mktemp("cache")


@examples(10)
@given(TESTED, st.sampled_from(COMMANDS))
def test_commands_harm_nothing(cache: Path, files: dict[str, bytes], command: tuple[str, ...]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        before = state(folder)
        out, err = io.StringIO(), io.StringIO()
        with alive(), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main.run([*command, "-C", name, "--cache-dir", str(cache)])
        assert status in {0, 1, 2}, err.getvalue()
        assert "Traceback" not in err.getvalue()
        after = state(folder)
        written = {path for path in after if path not in before}
        if command[0] == "build":
            assert all(path.startswith("build/") or path == "sopcurric.lock" for path in written)
            before.pop("sopcurric.lock", None)
        else:
            assert not written
        assert {path: after.get(path) for path in before} == before
