"""The step runner: what did not change is not computed again, and what changed is."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter

from generators import RecordingSteps, build_into, built, compiled, slender, told, tree_of
from sopcurric.app import compiling
from sopcurric.app.registry import documents
from sopcurric.app.steps import FilesCodec, JsonCodec, Step, Steps
from sopcurric.io.cache import DiskStore, MemoryStore, Store
from sopcurric.io.lock_file import LOCK_FILE
from sopcurric.model.publication import Audience, Binder, printed_for
from sopcurric.plugin import OutputFile

pytestmark = pytest.mark.no_cover  # whole builds over and over: other tests reach the same lines

FORMATS = ("markdown",)
"""A format that takes little time; steps are the same for all."""
STORES: dict[str, Callable[[Path], Store]] = {"memory": lambda _: MemoryStore(), "disk": DiskStore}
FILES = slender()
READ = tuple(path for path in FILES if path.startswith(("sops/", "processes/", "machines/", "changes/")))
SOPS = tuple(sorted(path for path in FILES if path.startswith("sops/") and "/base/" not in path))
PLANTS = 3
"""Plants that follow the base."""
DESIGN = 3
"""Once as computed, once with the courses that decisions make, once with learning tasks where decisions put them."""
DOCUMENTS = tuple(one for one in documents() if one[0] in {"loose_leaf_textbook", "course_standard", "question_bank"})
"""Some kinds of documents; steps are the same for all."""
COMPOSE = {f"compose-{name}": 1 for name, _ in DOCUMENTS}


@pytest.fixture(scope="module", autouse=True)
def _few_documents() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiling, "documents", lambda: DOCUMENTS)
        yield


@cache
def binders() -> Mapping[str, Binder]:
    """What is printed of it."""
    return _for_learners(FILES)


def _for_learners(files: dict[str, str]) -> dict[str, Binder]:
    """What the edition for learners prints, which is the one that is kept."""
    return {binder.id: binder for binder in printed_for(compiled(files).binders, Audience.STUDENT)}


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """An empty store of each kind."""
    kind: str = request.param
    return STORES[kind](tmp_path / "cache")


def changed(files: dict[str, str], path: str) -> dict[str, str]:
    """The repository with other words in the first step of a file."""
    sop = yaml.safe_load(files[path])
    sop["procedures"][0]["steps"][0] = "换一种说法"
    return {**files, path: yaml.safe_dump(sop, allow_unicode=True)}


@pytest.fixture(scope="module")
def first() -> MemoryStore:
    """What the first build keeps."""
    kept = MemoryStore()
    built(FILES, *FORMATS, steps=Steps(kept))
    return kept


@pytest.fixture
def warm(first: MemoryStore) -> MemoryStore:
    """The same, for one test alone."""
    mine = MemoryStore()
    mine.entries.update(first.entries)
    return mine


KEPT = 1
"""Editions of which what was rendered is kept: that of the plant has protected words, which are kept nowhere."""


def _computed(files: dict[str, str], store: Store, tmp_path: Path) -> Counter[str]:
    steps = RecordingSteps(store)
    build_into(tmp_path / "out", files, *FORMATS, steps=steps)
    assert len(steps.computed) == steps.made
    return Counter(steps.computed)


def test_the_first_build_computes_everything_and_the_next_nothing(store: Store, tmp_path: Path) -> None:
    first = _computed(FILES, store, tmp_path)
    printed = len(binders())
    assert first == {
        "load": len(READ),
        "assemble": PLANTS,
        "extract": 1,
        "design": DESIGN,
        "integrate": 1,
        **COMPOSE,
        **{f"render-{form}": KEPT * (printed + 1) for form in FORMATS},
    }
    assert _computed(FILES, store, tmp_path) == {}


@pytest.mark.parametrize("path", [SOPS[-1]])
def test_one_changed_sop_costs_what_hangs_on_it(path: str, warm: MemoryStore, tmp_path: Path) -> None:
    after = changed(FILES, path)
    before, now = binders(), _for_learners(after)
    differ = [name for name in now if now[name] != before.get(name)]
    assert differ
    assert len(differ) < len(now)
    assert _computed(after, warm, tmp_path) == {
        "load": 1,
        "extract": 1,
        "design": DESIGN,
        "integrate": 1,
        **COMPOSE,
        **{f"render-{form}": KEPT * (len(differ) + 1) for form in FORMATS},
    }
    assert _computed(FILES, warm, tmp_path) == {}, "going back finds everything"


def test_what_a_build_prints_does_not_depend_on_what_is_kept(tmp_path: Path) -> None:
    store = DiskStore(tmp_path)
    built(FILES, *FORMATS, steps=Steps(store))
    after = changed(FILES, SOPS[0])
    assert built(after, *FORMATS, steps=Steps(store)) == built(after, *FORMATS)


def test_a_changed_course_leaves_the_sops_alone(warm: MemoryStore, tmp_path: Path) -> None:
    path = "courses/general.yaml"
    computed = _computed({**FILES, path: FILES[path].replace("theory_hours: 16", "theory_hours: 18")}, warm, tmp_path)
    assert "load" not in computed
    assert computed["integrate"] == 1


DECIDED = tuple(path for path in FILES if path.startswith("decisions/"))


@pytest.mark.parametrize("path", [DECIDED[0], DECIDED[-1], LOCK_FILE])
def test_without_decisions_or_lock_no_sop_is_read_anew(path: str, warm: MemoryStore, tmp_path: Path) -> None:
    fewer = {name: text for name, text in FILES.items() if name != path}
    computed = _computed(fewer, warm, tmp_path)
    assert computed or path == LOCK_FILE, "what did nothing need not be decided"
    assert "load" not in computed
    assert tree_of(tmp_path / "out") == built(fewer, *FORMATS)


def test_other_settings_are_other_inputs(warm: MemoryStore, tmp_path: Path) -> None:
    later = {**FILES, "sopcurric.yaml": FILES["sopcurric.yaml"].replace("2026-09-01", "2027-09-01")}
    computed = _computed(later, warm, tmp_path)
    assert computed["render-markdown"] == KEPT * (len(binders()) + 1)
    assert "load" not in computed


def test_a_new_template_renders_one_format_anew_and_compiles_nothing(warm: MemoryStore, tmp_path: Path) -> None:
    computed = _computed({**FILES, "templates/markdown/control.md.j2": "mine"}, warm, tmp_path)
    assert {name for name in computed if not name.startswith("render-")} == set()
    assert computed["render-markdown"] > 0


def test_a_step_runs_again_for_other_inputs_names_and_versions() -> None:
    steps = Steps(MemoryStore())
    codec = JsonCodec(TypeAdapter(int))
    made = [
        steps.run(Step(name, version, codec), inputs, lambda: 1).known
        for name, version, inputs in (
            ("a", 1, ("x",)),
            ("b", 1, ("x",)),
            ("a", 2, ("x",)),
            ("a", 1, ("y",)),
            ("a", 1, ("x", "")),
            ("a", 1, ("x",)),
        )
    ]
    assert made == [False] * 5 + [True]
    assert (steps.made, steps.known) == (5, 1)


def test_kept_values_are_those_that_were_made(store: Store) -> None:
    made = compiled(slender(told(("文字",)))).binders
    adapter = TypeAdapter(tuple[Binder, ...])
    files = (OutputFile("a/b.html", b"x\ny\0"), OutputFile("leer.md", b""))
    for computed in (2, 0):
        steps = Steps(store)
        assert steps.run(Step("binders", 1, JsonCodec(adapter)), (), lambda: made).value == made
        assert steps.run(Step("files", 1, FilesCodec()), (), lambda: files).value == files
        assert steps.made == computed
