"""The lock on the door: whatever a format says, and wherever it says it, is read back before it leaves."""

import base64
import io
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest
from pypdf import PdfWriter

from generators import Files, built, small, tree_of
from reading_back import FORMATS
from sopcurric.app import gating
from sopcurric.app.building import Built, Request, build
from sopcurric.app.reading_back import Printed, read_back
from sopcurric.app.registry import renderers
from sopcurric.app.steps import Steps
from sopcurric.artefacts import markdown, markup, pdf, raw
from sopcurric.io import resources
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.model.publication import Audience, Binder, Edition, Field, Publication
from sopcurric.model.text import EMPTY, Sentence, Text, sentence
from sopcurric.plugin import OutputFile
from sopcurric.printing.search_index import said_by_index
from sopcurric.source.ref import SourceRef
from sopcurric.stages.leak_scan import Said, Secret, leaks

NAMES = (
    "东岭石灰厂", "西河氟盐厂", "南坪阳极厂", "北川碳素厂", "红岩矿浆厂", "白水赤泥厂", "青山精液厂", "云岭母液厂",
    "金沙滤饼厂", "银坑焙烧厂",
)  # fmt: skip
"""Names that no page has of itself."""


def repository(form: str, *raw_: str, **templates: str) -> dict[str, str]:
    """A plant whose SOP classifies something in each step; what is given is added to templates of ours."""
    steps = "      - 看样品\n" if not raw_ else "".join(f"      - 第几步：联系<<{one}|供应单位>>\n" for one in raw_)
    sop = f"job: {{code: DIG, title: 溶出工}}\nprocedures:\n  - id: P1\n    title: 送料\n    steps:\n{steps}"
    files = {"sopcurric.yaml": f"project: {{name: n}}\nformats: [{form}]\n", "sops/a.yaml": sop}
    for name, text in templates.items():
        path = name.replace("__", "/").replace("_j2", ".j2").replace("_md", ".md").replace("_html", ".html")
        path = path.replace("_typ.", ".typ.")
        files[f"templates/{path}"] = (resources.folder("templates") / path).read_text(encoding="utf-8") + text
    return files


def building(files: Files, out: Path) -> Built:
    return build(MemoryWorkspace(files), Steps(MemoryStore()), Request(out), lambda *_: None)


def told(made: Built) -> dict[int, str]:
    """The path where each mark of `repository` was said, by the number of its step."""
    return {
        int(str(one.related[0].pointer[-1])): str(dict(one.arguments)["path"])
        for one in made.findings
        if one.code == "DEC106"
    }


def joined(name: str) -> str:
    """A name that a template makes out of pieces."""
    return f'{{{{ "{name[::-1]}" | reverse }}}}'


# --- What templates of a project may do ---

IN_HTML = (
    f"<p>{joined(NAMES[0])}</p>",
    '<p>西<sub>河</sub>氟<!-- -->盐{{ "厂" }}</p>',
    f'<p title="{joined(NAMES[2])}">x</p>',
    f"<!-- {joined(NAMES[3])} -->",
    '<style>p::after { content: "\\7ea2\\5ca9 \\77ff 浆厂" }</style>',
    "<script>var x = '\\u767d\\u6c34赤泥厂';</script>",
    f'<img src="data:text/plain;base64,{base64.b64encode(NAMES[6].encode()).decode()}" alt="">',
    "<p>云&#23725;母液厂</p>",
    '<a href="x/%E9%87%91%E6%B2%99%E6%BB%A4%E9%A5%BC%E5%8E%82.html">x</a>',
    f'<script type="application/json">{{"a": "{joined(NAMES[9])}"}}</script>',
)
IN_MARKDOWN = (
    joined(NAMES[0]),
    "西**河**氟<sub>盐</sub>厂",
    "[x](%E5%8D%97%E5%9D%AA%E9%98%B3%E6%9E%81%E5%8E%82.md)",
    f"<!-- {joined(NAMES[3])} -->",
    '<a title="红岩&#30719;浆厂">x</a>',
    "| 白&#27700;赤泥厂 | x |",
    '{{ "青山" }}\n精{{ "液" }}厂',
)
IN_PDF = (
    r'"东岭\u{77f3}灰厂"',
    '[西河#"氟"]; strong("盐厂")',
    r'block(width: 3em, "南坪\u{9633}极厂")',
    r'heading(bookmarked: true, outlined: false, "北川\u{78b3}素厂")',
    r'link("https://example.org/红岩\u{77ff}浆厂")[x]',
    r'figure(rect(), alt: "白水\u{8d64}泥厂")',
    r'place(dx: -90em, "青山\u{7cbe}液厂")',
    r'table(columns: 2, [x], "云岭\u{6bcd}液厂")',
    r'footnote("金沙\u{6ee4}饼厂")',
)
ABOUT_PDF = '\n#set document(keywords: ("银坑\\u{7119}烧厂",))\n'


def planted(form: str) -> dict[str, str]:
    """A repository whose templates say every name in another way."""
    if form == "html":
        return repository(form, *NAMES, html__cover_html_j2="\n".join(IN_HTML))
    if form == "markdown":
        return repository(form, *NAMES[: len(IN_MARKDOWN)], markdown__cover_md_j2="\n\n".join(("", *IN_MARKDOWN, "")))
    said = "".join(f"\n#{{ {one} }}\n" for one in IN_PDF)
    return repository(form, *NAMES, typst__book_cover_typ_j2=said, typst__style_typ_j2=ABOUT_PDF)


@pytest.mark.parametrize("form", FORMATS)
def test_whatever_a_template_makes_is_found(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gating, "_as_shown", lambda _: "")  # the lock at the sources would find some of it
    files = planted(form)
    made = building(files, tmp_path / "out")
    found = told(made)
    marks = files["sops/a.yaml"].count("<<")
    assert {number for number in range(marks) if number not in found} == set()
    assert {one.code for one in made.findings if one.gravity == 0} == {"DEC106"}
    assert not made.editions
    assert made.lock == "kept"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("form", "name", "said"),
    [
        ("html", "html__cover_html_j2", '<p>{{ "8" }}.<b>2</b> <i>M</i>Pa</p>'),
        ("markdown", "markdown__cover_md_j2", '{{ "8" }}\\.**2** M*Pa*\n'),
        ("pdf", "typst__book_cover_typ_j2", '\n#block(width: 2.6em)[压力#"8.2" #"MPa"]\n'),
    ],
)
def test_a_value_is_found_however_it_is_set(form: str, name: str, said: str, tmp_path: Path) -> None:
    assert told(building(repository(form, "82 bar", "8.2 kg", **{name: said}), tmp_path)) != {}
    assert 1 not in told(building(repository(form, "82 bar", "8.2 kg", **{name: said}), tmp_path))


def test_other_editions_and_what_was_there_before_stay(tmp_path: Path) -> None:
    editions = "editions: [{id: a, formats: [html]}, {id: b, formats: [markdown]}]\n"
    files = repository("html", NAMES[0])
    files["sopcurric.yaml"] = f"project: {{name: n}}\n{editions}"
    first = building(files, tmp_path)
    assert [one.id for one in first.editions] == ["a", "b"]
    before = tree_of(tmp_path / "b")
    leaking = {**files, **repository("html", markdown__cover_md_j2=joined(NAMES[0]))}
    leaking |= {path: files[path] for path in ("sopcurric.yaml", "sops/a.yaml")}
    second = building(leaking, tmp_path)
    assert [one.id for one in second.editions] == ["a"]
    assert tree_of(tmp_path / "b") == before
    assert [dict(one.arguments)["edition"] for one in second.findings if one.code == "DEC106"] == ["b"]


# --- What is clean is not stopped ---


def marked(number: int) -> str:
    """Words of which a part is classified: names and values."""
    raw_ = f"涉密词甲{number}乙" if number % 2 else f"{number}.{number % 7 + 1} MPa"
    return f"文字 {number} <<{raw_}|公开词 {number}>> 之后"


def test_what_is_opened_everywhere_is_put_in_place(tmp_path: Path) -> None:
    workspace = MemoryWorkspace(small(marked, decided=True))
    request = Request(tmp_path, formats=("html", "markdown"))
    made = build(workspace, Steps(MemoryStore()), request, lambda *_: None)
    assert made.editions
    assert not [one for one in made.findings if one.code in {"DEC106", "DEC117"}]


def publication(*facts: Sentence) -> Publication:
    """An edition of one binder with these sentences on its cover."""
    edition = Edition("e", None, "internal", Audience.STUDENT, "zh", ("html",))
    cover = tuple(Field(sentence("column.hours"), one) for one in facts)
    return Publication(edition, EMPTY, None, "", draft=True, binders=(Binder("B", "", EMPTY, None, cover, ()),))


def secrets(*raw_: str) -> tuple[Secret, ...]:
    return tuple(Secret(SourceRef("a.yaml", (one,)), one, "") for one in raw_)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("填写检查页", ["DEC117"]),
        ("检查页与东岭石灰厂", ["DEC106", "DEC117"]),
        ("检查页，95 %", ["DEC106", "DEC117"]),
        ("12.5 % 和 25 %", ["DEC117", "DEC117"]),
        ("40 %", ["DEC106"]),
        ("公开的词", []),
    ],
)
def test_what_we_say_ourselves_is_no_leak_but_what_stands_beside_it_is(words: str, codes: list[str]) -> None:
    computed = (sentence("percent", value="12.5"), sentence("percent", value=sentence("percent", value="25 %")))
    written = sentence("percent", value=Text.plain("zh", "40"))
    file = Printed(OutputFile("a.html", words.encode()), lambda one: [one.content.decode()])
    protected = secrets("检查页", "检查页与东岭石灰厂", "95 %", "12.5 %", "25 %", "40 %")
    found = read_back([file], protected, publication(*computed, written))
    assert [one.code for one in found] == codes


def test_names_of_files_are_read_too() -> None:
    files = [Printed(OutputFile(f"html/东岭石灰厂/{n}.html", b""), lambda _: ()) for n in range(3)]
    (found,) = read_back(files, secrets(NAMES[0]), publication())
    said = {"edition": "e", "files": 3, "found": "东岭石灰厂", "path": "html/东岭石灰厂/0.html"}
    assert dict(found.arguments) == said


def test_what_cannot_be_read_back_is_not_put_in_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    made = building(repository("pdf", NAMES[0]), tmp_path / "out")
    assert not made.editions
    assert [dict(one.arguments)["package"] for one in made.findings if one.code == "LEF001"] == ["pypdfium2"]
    assert not (tmp_path / "out").exists()
    assert building(repository("pdf"), tmp_path / "out").editions, "without marks nothing is read back"


# --- Every format is read back whole ---


def unsaid(form: str, tree: Mapping[str, bytes]) -> dict[str, int]:
    """Letters that an independent reader finds in files of a format more often than they are read back from them."""
    said, lost = renderers()[form].said, Counter[str]()
    for path, content in tree.items():
        if path.endswith(FORMATS[form].ending):
            known = Counter("".join(said(OutputFile(path, content))))
            lost += Counter(filter(str.isalnum, FORMATS[form].read(content))) - known
    return dict(lost)


@pytest.mark.parametrize("form", renderers())
def test_every_format_is_read_back_whole(form: str) -> None:
    files = repository(form, *NAMES) if form == "pdf" else small()  # every leaf of the other one takes long to print
    assert unsaid(form, built(files, form)) == {}, "what a renderer prints, its `said` reads"


# --- Readers ---

SECRETS = tuple(Secret(SourceRef("a.yaml"), raw_, "") for raw_ in ("8.2 MPa", "12.5 %", "18 mm", "12 kg", NAMES[0]))


INDEX = 'window.x={"places":["8.2 MPa"],"pages":[["a%20b","c","12 kg",0]],"terms":{"18mm":[0]}};'


def found_in(said: Iterable[str]) -> list[str]:
    every = (one for words in said for one in leaks(SECRETS, [Said(SourceRef("a"), words)]) if one.certain)
    return [*dict.fromkeys(one.found for one in every)]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (lambda: markup.said('<col style="width:12.5%"><path d="M12kg"/><p>12</p><p>kg</p>'), []),
        (lambda: markup.said("<table><tr><td>12</td><td>kg</td></tr></table>"), []),
        (lambda: markup.said("<p>8.2<br>MPa</p>"), ["8.2 MPa"]),
        (lambda: markup.said("<!doctype 东岭石灰厂><?x 8.2 MPa?><![CDATA[12 kg]]>"), [NAMES[0], "8.2 MPa", "12 kg"]),
        (lambda: markup.said("<p>8.2 M"), []),
        (lambda: markup.said("<title>8.2 MPa"), ["8.2 MPa"]),
        (lambda: markup.said("<script>'8.2 MPa'"), ["8.2 MPa"]),
        (lambda: markup.said('<i data-x="8.2 MPa">'), ["8.2 MPa"]),
        (lambda: markup.said('<i src="data:,8.2%20MPa"><i src="data:x;base64,8.2 MPa">'), ["8.2 MPa"]),
        (lambda: markup.said_by_style("@page { margin: 18mm } /* 8.2 MPa */ a { width: 12.5% }"), ["8.2 MPa"]),
        (lambda: markup.said_by_style(r"a { content: '\00004D\0000ff\110000' '8.2 \4d Pa' }"), ["8.2 MPa"]),
        (lambda: markup.said_by_script(r"a = '8.2\x20\u{4d}Pa'"), ["8.2 MPa"]),
        (lambda: markdown.said("12. kg\n- 12\n- kg\n| 12 | kg |\n12\n\nkg\n"), []),
        (lambda: markdown.said("压力\\: 8\\.2\nMPa\n"), ["8.2 MPa"]),
        (lambda: said_by_index(INDEX), ["8.2 MPa", "12 kg"]),
        (lambda: raw.said(b"a\n8.2 MPa"), ["8.2 MPa"]),
        (lambda: raw.said(b"\x89PNG\0\xff" + "东岭石灰厂".encode() + b"\0\xff12 kg\0"), [NAMES[0], "12 kg"]),
        (lambda: raw.said(b"\xff" + "8.2 MPa".encode("utf-16-le")), ["8.2 MPa"]),
    ],
)  # fmt: skip
def test_readers(said: Callable[[], Iterable[str]], found: list[str]) -> None:
    assert found_in(said()) == found


def test_what_no_page_of_a_pdf_shows() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/Subject": "东岭石灰厂", "/Keywords": "(8.2) \\ 8.2 MPa"})
    writer.add_outline_item(title="12 kg", page_number=0)
    writer.add_attachment(filename="18 mm.txt", data=b"12.5 %")
    for compressed in (False, True):
        if compressed:
            writer.compress_identical_objects()
        file = io.BytesIO()
        writer.write(file)
        assert sorted(set(found_in(pdf.said(file.getvalue())))) == ["12 kg", "12.5 %", "18 mm", "8.2 MPa", "东岭石灰厂"]
