"""Words stay words: nothing that a person typed acts in any output format, leaves the output folder, or gets lost."""

import dataclasses
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators import (
    CHINESE,
    HOSTILE,
    HOSTILE_LINES,
    LONG,
    REFUSED,
    UNPRINTABLE,
    Files,
    Shape,
    built,
    checked,
    compiled,
    harmless,
    shapes,
    small,
    told,
)
from reading_back import FORMATS, Tree, sheets
from sopcurric.io.output import UnsafePathError, write_edition
from sopcurric.model.compilation import Compilation
from sopcurric.model.publication import Binder, Edition, printed_for
from sopcurric.model.saying import say
from sopcurric.model.text import Index, Phrase, Sentence, Text, by_line
from sopcurric.plugin import OutputFile
from sopcurric.printing.formula import raised

pytestmark = pytest.mark.no_cover  # whole builds over and over: other tests reach the same lines

EVERYTHING = (*HOSTILE, *UNPRINTABLE, LONG)
VERBATIM = tuple(one for one in CHINESE if "$" not in one)
"""Ordinary words without formulas, which are set with indices."""
FREE = frozenset(("alt", "style", "aria-label", "placeholder", "data-found"))
"""Attributes that hold words; of the others, the values are the same whatever people type."""
_NAMED_AFTER_WORDS = re.compile(r"\bdc-[a-z2-7]{8}\b")
"""Names of decisions without an id, which follow from all that they say."""


class _Elements(HTMLParser):
    """Counts elements with their attributes; words in attributes are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Counter[tuple[str, tuple[tuple[str, str], ...]]] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag, tuple(sorted((name, _value(name, value or "")) for name, value in attrs))] += 1

    def handle_comment(self, data: str) -> None:
        self.found[f"<!--{data}", ()] += 1

    def unknown_decl(self, data: str) -> None:
        self.found[f"<![{data}", ()] += 1

    def handle_pi(self, data: str) -> None:
        self.found[f"<?{data}", ()] += 1


def _value(name: str, value: str) -> str:
    if name == "style":
        return re.sub(r'"[^"\\]*(?:\\[0-9a-f]{6}[^"\\]*)*"', '""', value)
    return "" if name in FREE else _NAMED_AFTER_WORDS.sub("dc-", value)


def elements(page: bytes) -> Counter[tuple[str, tuple[tuple[str, str], ...]]]:
    """The elements of a page."""
    counting = _Elements()
    counting.feed(page.decode())
    counting.close()
    return counting.found


def disarmed(word: str) -> str:
    """The same word without its signs of markup: what is related by its words stays so, and is on the same leaves."""
    return word.translate(str.maketrans("<>&\"'#:", "‹›\uff06“’\uff03∶"))


def assert_no_element_comes_from_words(hostile: Tree, plain: Tree) -> None:
    """Two sites of the same shape have the same pages, and each page the same elements."""
    assert set(hostile) == set(plain)
    for path in hostile:
        if path.endswith(".html"):
            assert elements(hostile[path]) == elements(plain[path]), path
        elif path.endswith((".css", "search.js")):
            assert hostile[path] == plain[path]
        elif path.endswith("search-index.js"):
            data = hostile[path].decode().removeprefix("window.sopcurricSearch=").removesuffix(";\n")
            assert set(json.loads(data)) == {"places", "pages", "terms"}


def _phrases(value: object) -> Iterator[Phrase]:
    if isinstance(value, Text | Sentence):
        yield value
    elif isinstance(value, tuple):
        yield from (phrase for part in value for phrase in _phrases(part))
    elif dataclasses.is_dataclass(value):
        yield from (phrase for field in dataclasses.fields(value) for phrase in _phrases(getattr(value, field.name)))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def said(binder: Binder, language: str) -> set[str]:
    """Everything that stands on the leaves of a binder, without white space."""
    leaves = (leaf for chapter in binder.chapters for leaf in chapter.leaves)
    phrases = (phrase for leaf in leaves for phrase in _phrases((leaf.title, leaf.blocks)))
    return {_squeezed(line) for phrase in phrases for line in _lines(phrase, language)}


def _lines(phrase: Phrase, language: str) -> Iterator[str]:
    """The words of each line, with indices as they are set."""
    for _, runs in by_line(say(phrase, language)):
        yield "".join(raised(run.letters) if isinstance(run, Index) else run.text for run in runs)


def _marked(edition: Edition) -> set[str]:
    """What people typed of the marking of an edition."""
    parts = (edition.marking.owner, edition.marking.period) if edition.marking else ()
    return {_squeezed(line) for part in parts for line in _lines(part, edition.language)}


def assert_everything_is_readable(compilation: Compilation, tree: Tree, *formats: str) -> None:
    """What the blocks and the marking say can be read in each format, letter by letter."""
    for edition in compilation.inputs.settings.editions:
        for form in formats:
            shown = FORMATS[form].words(tree, f"{edition.id}/{form}/")
            assert {one for one in _marked(edition) if one not in shown} == set()
            own = printed_for(compilation.binders, edition.audience) if edition.for_teaching else ()
            for binder in own:  # editions of the plant say what is not in there
                missing = {one for one in said(binder, edition.language) if one not in shown}
                assert not missing, (form, binder.id)


@settings(max_examples=5)
@given(st.one_of(shapes(1, 1), shapes(1, 1, decided=True)))
def test_words_make_no_elements_in_html(shape: Shape) -> None:
    words = told(EVERYTHING, apart=True)
    hostile = built(shape.filled(words), "html", jobs=1)
    assert_no_element_comes_from_words(hostile, built(shape.filled(lambda number: disarmed(words(number))), "html"))


@settings(max_examples=3)
@given(shapes(most_jobs=2, decided=True))
def test_words_are_readable_letter_by_letter(shape: Shape) -> None:
    for pool in (EVERYTHING, (*VERBATIM, *HOSTILE_LINES)):
        files = shape.filled(told(pool))
        assert_everything_is_readable(compiled(files), built(files, "html", "markdown", jobs=1), "html", "markdown")


def test_words_stay_words_on_paper() -> None:
    files = small(told((*HOSTILE, *HOSTILE_LINES, *VERBATIM), apart=True), decided=True)
    tree = built(files, "pdf")
    shown = FORMATS["pdf"].words(tree)
    assert len(tree) > 1
    compilation = compiled(files)
    for binder in printed_for(compilation.binders, compilation.inputs.settings.editions[0].audience):
        missing = {one for one in said(binder, "zh") if one not in shown}
        assert not missing


@pytest.mark.parametrize("words", HOSTILE)
def test_markings_stay_words_on_paper(words: str) -> None:
    """Page by page, whole where there is room."""
    marking = {"owner": words, "period": words}
    plant = {"id": "plant", "clearance": "core-secret", "audience": "mentor", "marking": marking, "formats": ["pdf"]}
    project = json.dumps({"project": {"name": "n"}, "editions": [plant]}, ensure_ascii=False)
    files = {"sopcurric.yaml": project, "sops/a.yaml": _job("DIG")}
    (edition,) = compiled(files).inputs.settings.editions
    for page in built(files, "pdf").values():
        for sheet in sheets(page) if page.startswith(b"%PDF") else ():
            shown = _squeezed(sheet)
            assert {one for one in _marked(edition) if one not in shown} == set()
            assert "核心商密" in shown


@pytest.mark.parametrize("sign", REFUSED)
def test_signs_that_steer_terminals_or_hide_are_refused(sign: str) -> None:
    files = small(lambda number: f"文字 {number}{sign}" if number == 7 else harmless(number))
    typed = {path: text.encode().decode("unicode_escape") if False else text for path, text in files.items()}
    raw = {path: re.sub(r'"文字 7[^"]*"', f"文字 7{sign}", text) for path, text in typed.items()}
    for one in (files, raw):
        outcome = checked(
            {**one, "sops/whole.yaml": "job: {code: W, title: t}\nprocedures: [{id: P, title: t, steps: [s]}]"}
        )
        assert "SOP007" in {found.code for found in outcome.findings}
        assert outcome.compilation is not None
        assert [sop.address for sop in outcome.compilation.inputs.sops] == ["W"]


# --- Paths -----------------------------------------------------------------------------------------------------------

TWO = {"sopcurric.yaml": "project: {name: n}\norganisations: [{id: QL, title: 甲}, {id: YL, title: 乙}]\n"}


def _job(code: str, organisation: str = "", work: str = "操作") -> str:
    named = f", organisation: {organisation}" if organisation else ""
    steps = f"[{{id: S1, text: {work} {code}{organisation}}}]"
    return (
        f"job: {{code: {code}, title: 岗位 {code}{named}}}\n"
        f"procedures: [{{id: P1, title: {work}, phase: maintenance, steps: {steps}}}]\n"
    )


def _plain_names(tree: Mapping[str, bytes]) -> None:
    """Names that Windows and macOS can hold side by side."""
    assert len({path.casefold() for path in tree}) == len(tree)
    reserved = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
    for part in {part for path in tree for part in path.split("/")}:
        assert not reserved.fullmatch(part)
        assert not re.search(r'[<>:"\\|?*\x00-\x1f]|[. ]$', part)
        assert len(part.encode()) < 240


@pytest.mark.parametrize("code", ["con", "NUL", "Com1", "aux", "lpt9", "A-_b"])
def test_job_codes_that_windows_reserves(code: str) -> None:
    files: Files = {"sopcurric.yaml": "project: {name: n}\n", "sops/a.yaml": _job(code)}
    tree = built(files, "html", "markdown")
    _plain_names(tree)
    assert f"操作{code}" in FORMATS["html"].words(tree)


def test_job_codes_that_differ_in_case_between_plants() -> None:
    files = {**TWO, "sops/a.yaml": _job("dig", "QL", "更换滤布"), "sops/b.yaml": _job("DIG", "YL", "校准天平")}
    tree = built(files, "html", "markdown")
    _plain_names(tree)
    for form in ("html", "markdown"):
        shown = FORMATS[form].words(tree)
        assert "更换滤布digQL" in shown
        assert "校准天平DIGYL" in shown


PROGRAMME = """
title: 方案
cohort: "2026"
years: 3
major: {code: "430504", title: 冶金}
goals: {target: 会做}
partners: [{id: A, role: plant, title: 厂, duties: [教]}]
segments: [{id: S1, title: 学, length: 1, unit: year, site: plant, takes: [theory, routine, demanding]}]
"""


def test_editions_and_programmes_that_differ_in_case_only() -> None:
    files = {
        "sopcurric.yaml": "project: {name: n}\neditions: [{id: student}, {id: Student, audience: teacher}]\n",
        "sops/a.yaml": _job("DIG"),
        "programmes/a.yaml": f"id: P-1\n{PROGRAMME}",
        "programmes/b.yaml": f"id: p-1\n{PROGRAMME}",
    }
    tree = built(files, "html", "markdown")
    _plain_names(tree)
    assert {path.split("/")[0] for path in tree} == {"student"}
    clashes = [one for one in checked(files).findings if one.code == "SOP021"]
    assert [dict(one.arguments)["id"] for one in clashes] == ["Student", "p-1"]


def test_long_titles_and_titles_like_paths() -> None:
    for title in ("超长的岗位名称" * 30, "../../etc/passwd", "C:\\con\\nul", "con", "a/b:c*?"):
        sop = _job("DIG").replace("岗位 DIG", json.dumps(title, ensure_ascii=False))
        _plain_names(built({"sopcurric.yaml": "project: {name: n}\n", "sops/a.yaml": sop}))


@pytest.mark.parametrize(
    "path",
    [
        "../x",
        "/etc/x",
        "a/../../x",
        "a\\b",
        "C:x",
        "con",
        "a/NUL.txt",
        "a /b",
        "a./b",
        "x\n",
        "",
        "é" * 121,
        "a/COM1.html",
    ],
)
def test_nothing_is_written_outside_the_output_folder(path: str, tmp_path: Path) -> None:
    target = tmp_path / "out" / "student"
    files = (OutputFile("html/index.html", b"fine"), OutputFile(path, b"not fine"))
    with pytest.raises(UnsafePathError):
        write_edition(target, files)
    assert list(tmp_path.iterdir()) == []
