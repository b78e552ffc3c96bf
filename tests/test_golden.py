"""What the examples become, file by file: a change of the output shows up as a diff that a person agrees to.

`make golden` (pytest tests/test_golden.py --update-golden) writes what is built now into `tests/golden`.
"""

import io
import shutil
from collections.abc import Iterable, Mapping
from difflib import unified_diff
from hashlib import sha256
from pathlib import Path

import pytest
from pypdf import PdfReader

from sopcurric.app.building import Request, _context, build
from sopcurric.app.checking import Checked, check
from sopcurric.app.registry import renderers
from sopcurric.app.reporting import place
from sopcurric.app.showing import VIEWS, show
from sopcurric.app.steps import Steps
from sopcurric.cli import console
from sopcurric.diagnostics.formats import FORMATS
from sopcurric.io import resources
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import DiskWorkspace
from sopcurric.model.publication import printed_for

pytestmark = pytest.mark.no_cover  # whole builds of an example: other tests reach the same lines

GOLDEN = Path(__file__).parent / "golden"
BIG = "alumina-refinery"
SMALL = ("minimal", "minimal-en")
SHOWN = ("sops", "tasks", "modules", "courses", "plan")
BOOK = "course-DIG"
PAGES = 25
LONGEST_DIFF = 80


def workspace(example: str) -> DiskWorkspace:
    return DiskWorkspace(resources.folder("examples") / example)


def built(example: str, folder: Path, *formats: str) -> Mapping[str, bytes]:
    """Everything that an example prints in some formats: the first edition by path, others below their names."""
    made = build(workspace(example), Steps(MemoryStore()), Request(folder, formats=formats), lambda *_: None)
    first, *others = (Path(edition.folder) for edition in made.editions)
    return _files(first, first) | {path: data for one in others for path, data in _files(one, one.parent).items()}


def _files(folder: Path, above: Path) -> dict[str, bytes]:
    found = (path for path in sorted(folder.glob("*/**/*")) if path.is_file())
    return {path.relative_to(above).as_posix(): path.read_bytes() for path in found}


def agree(name: str, made: Mapping[str, str], *, update: bool) -> None:
    """What was made is what stands in a file or folder of `tests/golden`; with `update`, it will."""
    place = GOLDEN / name
    if update:
        shutil.rmtree(place, ignore_errors=True)
        place.unlink(missing_ok=True)
        for path, words in made.items():
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            (place / path).write_text(words, encoding="utf-8", newline="\n")
        return
    files = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())
    expected = {
        path.relative_to(place).as_posix() if path != place else "": path.read_bytes().decode() for path in files
    }
    assert expected, f"tests/golden/{name} is not there; run `make golden`"
    for path in sorted(expected.keys() | made.keys()):
        before, after = expected.get(path, ""), made.get(path, "")
        if before != after:
            pytest.fail(_told(f"{name}/{path}".rstrip("/"), before, after), pytrace=False)
    assert expected.keys() == made.keys()


def _told(path: str, before: str, after: str) -> str:
    """The first difference as a diff, and what to do about it."""
    names = (f"tests/golden/{path}", "what is built now")
    diff = list(unified_diff(before.splitlines(), after.splitlines(), *names, n=2, lineterm=""))
    left_out = [f"… {len(diff) - LONGEST_DIFF} more lines"] if len(diff) > LONGEST_DIFF else []
    cure = "If this is what it should be now, run `make golden` and commit tests/golden."
    return "\n".join(("", *diff[:LONGEST_DIFF], *left_out, cure))


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check(workspace(BIG), Steps(MemoryStore()))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return built(BIG, tmp_path_factory.mktemp("golden"), "html", "markdown")


@pytest.mark.parametrize("example", SMALL)
def test_pages_of_the_small_examples(example: str, tmp_path: Path, *, update_golden: bool) -> None:
    pages = built(example, tmp_path, "markdown")
    agree(f"{example}/markdown", _below("markdown", pages, pages), update=update_golden)


def test_findings(checked: Checked, *, update_golden: bool) -> None:
    placed = place(checked.findings, checked.loaded.provenance, workspace(BIG), "zh")
    agree(f"{BIG}/findings.txt", {"": FORMATS["text"](placed, "zh")}, update=update_golden)


@pytest.mark.parametrize("what", SHOWN)
def test_what_is_shown(checked: Checked, capsys: pytest.CaptureFixture[str], what: str, *, update_golden: bool) -> None:
    console.data_json(VIEWS[what].adapter.dump_python(show(checked, what, "", "zh"), mode="json"))
    agree(f"{BIG}/show-{what}.json", {"": capsys.readouterr().out}, update=update_golden)


def test_pages_of_a_learning_task_and_the_plans(
    checked: Checked, printed: Mapping[str, bytes], *, update_golden: bool
) -> None:
    """All leaves of the first learning task of a book that learners get, the front of that book, both plans."""
    assert checked.compilation is not None
    front, task, *_ = next(one for one in checked.compilation.binders if one.id == BOOK).chapters
    leaves = {f"markdown/{BOOK}/{leaf.id}.md" for leaf in (*front.leaves, *task.leaves) if not leaf.readers}
    plans = {path for path in printed if path.startswith(("markdown/programme-", "markdown/in-service-"))}
    assert plans
    chosen = sorted({f"markdown/{BOOK}/README.md", *leaves, *plans})
    agree(f"{BIG}/markdown", _below("markdown", printed, chosen), update=update_golden)


def test_manifest(printed: Mapping[str, bytes], *, update_golden: bool) -> None:
    lines = [f"{sha256(data).hexdigest()}  {path}\n" for path, data in printed.items()]
    agree(f"{BIG}/manifest.txt", {"": "".join(lines)}, update=update_golden)


def test_text_of_a_printed_book(checked: Checked, *, update_golden: bool) -> None:
    assert checked.compilation is not None
    edition = checked.compilation.inputs.settings.editions[0]
    books = printed_for(checked.compilation.binders, edition.audience)
    binder = next(one for one in books if one.id == BOOK)
    (file,) = renderers()["pdf"].binder(binder, _context(edition, checked.compilation, workspace(BIG)))
    pages = PdfReader(io.BytesIO(file.content)).pages[:PAGES]
    words = [f"[{number}] {' '.join(page.extract_text().split())}\n" for number, page in enumerate(pages, 1)]
    agree(f"{BIG}/pdf-text.txt", {"": "".join(words)}, update=update_golden)


def test_nothing_else_is_golden() -> None:
    big = {"findings.txt", "manifest.txt", "markdown", "pdf-text.txt", *(f"show-{what}.json" for what in SHOWN)}
    assert {path.name for path in GOLDEN.iterdir()} == {BIG, *SMALL}
    assert {path.name for path in (GOLDEN / BIG).iterdir()} == big


def _below(folder: str, files: Mapping[str, bytes], chosen: Iterable[str]) -> dict[str, str]:
    return {path.removeprefix(f"{folder}/"): files[path].decode() for path in chosen}
