"""What leaves for other programs: every format is read back, words stay words, and nothing classified goes along."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generators import HOSTILE, checked, compiled, slender, small, told
from sopcurric.app import target_export
from sopcurric.app.registry import exporters
from sopcurric.app.target_export import NoSuchNodeError, hand_out
from sopcurric.cli.main import run
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.model.competency_graph import NodeKind
from sopcurric.model.compilation import Compilation
from sopcurric.model.publication import Audience, Edition
from sopcurric.plugin import Exporter, OutputFile
from sopcurric.printing.wording import words

EDITION = Edition("e", None, "internal", Audience.STUDENT, "zh", ("html",))
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
DRAWN: tuple[NodeKind, ...] = ("project", "task", "process", "skill", "knowledge", "conduct")
_CODE = re.compile(r"#(\d+);")
_NODE = re.compile(r' +n\d+\["(?P<said>[^"]*)"\]')
_EDGE = re.compile(r" +n\d+ (?:-->|-\.->|==>) n\d+")
_GROUP = re.compile(r' +subgraph \w+\["[^"]*"\]| +end|flowchart LR|')


def _graphml(content: bytes) -> list[str]:
    tree = ET.fromstring(content)  # noqa: S314 - made by us
    known = {node.get("id") for node in tree.iter(f"{GRAPHML}node")}
    for edge in tree.iter(f"{GRAPHML}edge"):
        assert {edge.get("source"), edge.get("target")} <= known
    keys = {key.get("id") for key in tree.iter(f"{GRAPHML}key")}
    assert {one.get("key") for one in tree.iter(f"{GRAPHML}data")} <= keys
    return [one.text or "" for one in tree.iter(f"{GRAPHML}data") if one.get("key") == "label"]


def _json(content: bytes) -> list[str]:
    made = json.loads(content)
    known = {one["id"] for one in made["nodes"]}
    assert all({one["source"], one["target"]} <= known for one in made["edges"])
    return [one["title"] for one in made["nodes"]]


def _csv(content: bytes) -> list[str]:
    assert content.startswith("\ufeff".encode())
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert {len(row) for row in rows} == {len(head)}
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    return [re.sub("^'(?=[=+@-])", "", cell) for row in rows for cell in (row[2], row[7])]


def _mermaid(content: bytes) -> list[str]:
    lines = content.decode().split("\n")
    assert all(_NODE.fullmatch(line) or _EDGE.fullmatch(line) or _GROUP.fullmatch(line) for line in lines)
    found = (_NODE.fullmatch(line) for line in lines)
    return [_CODE.sub(lambda code: chr(int(code[1])), one["said"]) for one in found if one]


def _svg(content: bytes) -> list[str]:
    tree = ET.fromstring(content)  # noqa: S314 - made by us
    tags = {one.tag.rpartition("}")[2] for one in tree.iter()}
    assert tags <= {"svg", "title", "desc", "rect", "text", "tspan", "g", "path"}
    return ["".join(one.itertext()) for one in tree.iter("{http://www.w3.org/2000/svg}text")]


FORMATS: Mapping[str, tuple[Callable[[bytes], list[str]], tuple[NodeKind, ...]]] = {
    "csv": (_csv, (*DRAWN, "clause", "requirement")),
    "graphml": (_graphml, (*DRAWN, "clause", "requirement")),
    "json": (_json, (*DRAWN, "clause", "requirement")),
    "mermaid": (_mermaid, DRAWN),
    "svg": (_svg, DRAWN),
}
"""How each format is read back, and which kinds of nodes it says."""


def test_every_format_is_read_back_here() -> None:
    assert list(exporters()) == ["graph"]
    assert set(exporters()["graph"]) == set(FORMATS)


def export(form: str, compilation: Compilation, top: str = "") -> bytes:
    return exporters()["graph"][form].export(compilation, top, "zh")


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def hostile() -> Compilation:
    return compiled(slender(told(HOSTILE, apart=True)))


@pytest.mark.parametrize("form", FORMATS)
def test_words_stay_words(form: str, hostile: Compilation) -> None:
    read, kinds = FORMATS[form]
    content = export(form, hostile)
    said = {squeezed(one) for one in read(content)}
    titles = {squeezed(words(one.title, "zh")) for one in hostile.graph.of_kind(*kinds)}
    if form == "svg":  # indices are letters there
        titles = {one for one in titles if one.isascii()}
    assert len(titles) > 15
    assert titles <= said
    every = squeezed("".join(exporters()["graph"][form].said(OutputFile(f"graph.{form}", content))))
    assert [one for one in titles if one not in every] == []


@pytest.fixture(scope="module")
def turned(alumina_files: dict[str, str]) -> Compilation:
    return compiled(dict(reversed(alumina_files.items())))


@pytest.mark.parametrize("form", FORMATS)
def test_same_bytes_whatever_the_order_of_files(form: str, turned: Compilation, alumina: Compilation) -> None:
    assert export(form, turned) == export(form, alumina)


@pytest.mark.parametrize("form", FORMATS)
def test_a_part(form: str, alumina: Compilation) -> None:
    read, _ = FORMATS[form]
    whole, part = read(export(form, alumina)), read(export(form, alumina, "DIG/P2"))
    assert "检查焙烧炉点火条件" not in part
    assert 10 < len(part) < len(whole)


MARKED = {
    "sopcurric.yaml": "project: {name: x}\n",
    "sops/a.yaml": """
job: {code: DIG, title: 高压溶出工}
procedures:
  - {id: P1, title: 升压, steps: [{id: S1, text: "升压到 <<8.2 MPa|约 8 MPa>>。"}]}
""",
}


def handed(form: str, files: Mapping[str, str] = MARKED) -> target_export.Handed:
    done = checked(files)
    assert done.compilation is not None
    return hand_out(done, done.compilation, MemoryWorkspace(files), ("graph", form), "", EDITION)


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_classified_stays(form: str) -> None:
    content = handed(form).content
    assert content is not None
    assert "约 8 MPa" in content.decode()
    assert "8.2" not in content.decode()


def test_what_would_say_it_is_not_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    talking = Exporter("graph", "json", lambda *_: "升压到 8.2 MPa。".encode(), lambda file: (file.content.decode(),))
    monkeypatch.setattr(target_export, "exporters", lambda: {"graph": {"json": talking}})
    found = handed("json")
    assert found.content is None
    assert [one.code for one in found.findings] == ["DEC106"]


def test_nothing_is_handed_out_where_something_stands_open() -> None:
    open_ = {**MARKED, "sops/b.yaml": "job: {code: B, title: 在 8.2 MPa 下操作}\nprocedures: []\n"}
    found = handed("json", open_)
    assert found.content is None
    assert "DEC101" in {one.code for one in found.findings}


def test_there_is_no_such_node() -> None:
    done = checked(small())
    assert done.compilation is not None
    with pytest.raises(NoSuchNodeError):
        hand_out(done, done.compilation, MemoryWorkspace(small()), ("graph", "json"), "NOPE", EDITION)


# --- The command -----------------------------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for path, text in MARKED.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def call(project: Path, *arguments: str) -> int:
    return run(["export", *arguments, "-C", str(project), "--cache-dir", str(project / "cache"), "--lang", "en"])


def test_export_writes_a_file_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = project / "out" / "graph.graphml"
    assert call(project, "graph", "--format", "graphml", "--out", str(out)) == 0
    assert _graphml(out.read_bytes())
    assert str(out) in capsys.readouterr().err
    before = out.read_bytes()
    assert call(project, "graph", "DIG/P1", "--format", "csv", "--out", str(out)) == 2
    assert out.read_bytes() == before
    assert call(project, "graph", "DIG/P1", "--format", "csv", "--out", str(out), "--force") == 0
    assert _csv(out.read_bytes())


def test_export_prints(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(project, "graph", "--format", "json") == 0
    assert _json(capsys.readouterr().out.encode())


@pytest.mark.parametrize("form", FORMATS)
def test_a_repository_without_points_is_drawn_too(form: str, tmp_path: Path) -> None:
    (tmp_path / "sopcurric.yaml").write_text("project: {name: 空}\n", encoding="utf-8")
    assert call(tmp_path, "graph", "--format", form, "--out", str(tmp_path / f"g.{form}")) == 0
    assert (tmp_path / f"g.{form}").stat().st_size > 0


@pytest.mark.parametrize(("arguments", "said"), [
    (("tasks",), "graph"), (("graph", "--format", "dot"), "graphml"), (("graph", "DIG/P9"), "DIG/P1"),
    (("graph", "--edition", "x"), "x"),
])  # fmt: skip
def test_export_of_what_there_is_not(
    project: Path, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(project, *arguments) == 2
    done = capsys.readouterr()
    assert done.out == ""
    assert said in done.err


def test_show_as_csv(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "graph", "-C", str(project), "--cache-dir", str(project / "cache"), "--csv"]) == 0
    head, *rows = csv.reader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff"), newline=""))
    assert head[:2] == ["id", "title"]
    assert "约 8 MPa" in str(rows)
