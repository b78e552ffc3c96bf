"""The HTML site: complete, inert, linked, the same every time."""

import json
import re
from dataclasses import dataclass, replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

import pytest

from generators import Pictures
from sopcurric.model.markup import parse
from sopcurric.model.publication import (
    Audience,
    Binder,
    Block,
    Callout,
    Cell,
    Chapter,
    Checklist,
    Column,
    Diagram,
    DiagramLayer,
    DiagramLink,
    DiagramNode,
    Edition,
    Field,
    Fields,
    Heading,
    Item,
    Leaf,
    LeafKind,
    Listing,
    Marking,
    Paragraph,
    Picture,
    Publication,
    Row,
    Signatures,
    Table,
)
from sopcurric.model.text import Text
from sopcurric.plugin import FontSetting, RenderContext
from sopcurric.renderers.html import RENDERER

TEMPLATES = Path(__file__).parents[2] / "templates"
HOSTILE = '</title></script><script>alert(1)</script>"\'&lt;{{ 7*7 }}{% raw %};}--x:"\\'
VOID = frozenset({"img", "meta", "link", "col", "input", "br"})


@dataclass(frozen=True)
class Templates:
    """The project's templates, some of them replaced."""

    replaced: tuple[tuple[str, str], ...] = ()

    def read(self, name: str) -> str | None:
        path = TEMPLATES / name
        return dict(self.replaced).get(name) or (path.read_text(encoding="utf-8") if path.is_file() else None)

    @property
    def digest(self) -> str:
        return repr(self.replaced)

    @property
    def overridden(self) -> bool:
        return bool(self.replaced)


def text(words: str) -> Text:
    return Text.of({"zh": parse(words)})


def blocks(words: str) -> tuple[Block, ...]:
    said = text(words)
    item = Item(said, ("DIG/P1/S1",))
    cells = (Cell((said, said)), Cell((said,)))
    return (
        Heading("h", said, 1, ("DIG/P1",), "decided"),
        Paragraph("p", said),
        Listing("l", (item,), numbered=True),
        Checklist("c", (item,), said),
        Table("t", (Column(said), Column(said, 30, "right")), (Row(cells, ("DIG/P1/S2",)),), said, blank_rows=2),
        Fields("f", (Field(said, said), Field(said))),
        Callout("o", said, (item,), "danger"),
        Signatures("s", (said,)),
        Diagram(
            "g",
            said,
            (DiagramLayer(said, (DiagramNode("a", said),)), DiagramLayer(said, (DiagramNode("b", said),), 1)),
            (DiagramLink("a", "b"),),
            ("DIG/P1",),
        ),
        Picture("i", said, said, "picture-01.png", 3, 2, ("DIG/P1",)),
    )


def leaf(name: str, kind: LeafKind, shown: tuple[Block, ...]) -> Leaf:
    return Leaf(
        f"DIG-{name}", kind, f"M01-T01-{name}", text(f"页{name}"), shown, (text("规程甲"),), (), 3, "2026-02-03"
    )


def publication(words: str = "隔膜泵 **出口** 压力 ≤ 6.5 MPa，$H_2O$") -> Publication:
    leaves = (leaf("W1", LeafKind.WORK, blocks(words)), leaf("R1", LeafKind.RECORD, (Paragraph("p", text("闪蒸")),)))
    book = Binder(
        "QL:DIG",
        "loose_leaf_textbook",
        text("溶出课程"),
        text(words),
        (Field(text("岗位"), text(words)),),
        (Chapter("k", "M01-T01", text("启动"), text("模块一"), leaves),),
    )
    section = replace(leaf("s1", LeafKind.SECTION, blocks(words)), effectivity=(text("QL"), text("ZZ")), wide=True)
    chapters = (Chapter("s", "1", section.title, None, (section,)),)
    plan = Binder("plan", "talent_training_programme", text("培养方案"), None, (), chapters, loose=False)
    edition = Edition("student", text("学生版"), "internal", Audience.STUDENT, "zh", ("html",))
    return Publication(edition, text("课程包"), text("学院"), "2026-09-01", draft=True, binders=(book, plan))


@cache
def site(value: Publication | None = None, templates: Templates | None = None, *, draft: bool = True) -> dict[str, str]:
    made = value or publication()
    fonts = FontSetting((), "", "", "")
    context = RenderContext(
        made.edition, "课程包", "学院", "2026-09-01", draft, templates or Templates(), fonts, Pictures()
    )
    files = [file for binder in made.binders for file in RENDERER.binder(binder, context)]
    files += RENDERER.index(made, context)
    assert len({file.path for file in files}) == len(files)
    return {file.path: file.content.decode(errors="replace") for file in files}


WORK = "html/QL~3aDIG/DIG-W1.html"
PLAN = "html/plan/document.html"


class Page(HTMLParser):
    """Elements, links and names of a page; fails where elements are not nested properly."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.feed(source)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def values(self, name: str) -> list[str]:
        return [value for known, value in self.attributes if known == name]


def test_same_bytes_twice() -> None:
    assert site.__wrapped__() == site.__wrapped__()


@pytest.mark.parametrize("path", sorted(path for path in site() if path.endswith(".html")))
def test_pages_are_well_formed_and_their_links_lead_somewhere(path: str) -> None:
    page = Page(site()[path])
    for link in [*page.values("href"), *page.values("src")]:
        target, _, anchor = link.partition("#")
        file = normpath(PurePosixPath(path).parent / unquote(target)) if target else path
        assert file in site(), link
        assert not anchor or f'id="{unquote(anchor)}"' in site()[file], link


def test_a_leaf_says_label_revision_date_and_source_on_screen_and_in_the_margins() -> None:
    page = Page(site()[WORK])
    shown, margins = " ".join(page.words), page.values("style")[0]
    for words in ("M01-T01-W1", "第 3 版", "2026-02-03", "规程甲"):
        assert words in shown
        assert words in margins
    section = " ".join(Page(site()[PLAN]).words)
    assert all(words in section for words in ("第 3 版", "2026-02-03", "规程甲", "适用：QL；ZZ"))


def test_a_leaf_links_to_its_neighbours_binder_and_package_only() -> None:
    links = set(Page(site()[WORK]).values("href"))
    assert links == {"#main", "../style.css", "../index.html", "index.html", "DIG-R1.html"}


def test_every_block_is_rendered_and_says_where_it_comes_from() -> None:
    for path in (WORK, PLAN):
        page = Page(site()[path])
        assert page.values("data-key") == ["h", "p", "l", "c", "t", "f", "o", "s", "g", "i"]
        assert {"DIG/P1", "DIG/P1/S1", "DIG/P1/S2"} <= set(page.values("data-from"))
        assert page.values("data-origin") == ["decided"]
    source = site()[WORK]
    assert '<span class="quantity">≤ 6.5 MPa</span>' in source
    assert "<strong>出口</strong>" in source
    assert '<span class="formula">H<sub>2</sub>O</span>' in source
    assert source.count('<tr class="blank">') == 2
    assert '<span class="tone">危险</span>' in source
    assert '<dd class="blank"></dd>' in source
    assert '<col style="width:25%">' in source
    assert '<img src="picture-01.png" alt="隔膜泵出口压力 ≤ 6.5 MPa，H₂O" width="3" height="2">' in source


def test_headings_go_on_below_the_title_of_their_leaf() -> None:
    assert '<h2 data-key="h"' in site()[WORK]
    assert '<h3 data-key="h"' in site()[PLAN]


def test_hostile_text_is_words_and_nothing_else() -> None:
    tame = site(publication("驯服"))
    for path, source in site(publication(HOSTILE)).items():
        if path.endswith(".html"):
            assert Page(source).tags == Page(tame[path]).tags
    assert HOSTILE in Page(site(publication(HOSTILE))[WORK]).words


def test_hostile_text_stays_inside_the_margin_strings() -> None:
    value = publication()
    named = tuple(replace(binder, title=Text.plain("zh", HOSTILE)) for binder in value.binders)
    margins = Page(site(replace(value, binders=named))[WORK]).values("style")[0]
    inside = re.fullmatch(r'(?:--[a-z]+:"[^"]*"(?:;|$))+', margins)
    assert inside
    assert "\\000022" in margins


def test_a_withheld_value_is_never_shown() -> None:
    for source in site(publication("压力 <<8.2 MPa|约 8 MPa>>")).values():
        assert "8.2" not in source


def test_spans_keep_the_alignment_of_the_column_a_cell_begins_in() -> None:
    columns = (Column(text("甲")), Column(text("乙"), align="center"), Column(text("丙"), align="right"))
    first = Row((Cell((text("一"),), rows=2, strong=True), Cell((text("二"),)), Cell((text("三"),))))
    second = Row((Cell((text("四"),)), Cell((text("五"),))))
    third = Row((Cell((text("六"),), columns=2), Cell()))
    value = publication()
    table = Table("t", columns, (first, second, third))
    chapter = Chapter("k", "M", text("启动"), None, (leaf("W1", LeafKind.WORK, (table,)),))
    source = site(replace(value, binders=(replace(value.binders[0], chapters=(chapter,)),)))[WORK]
    assert '<th scope="row" class="left strong" rowspan="2">一</th>' in source
    assert '<td class="center">四</td>\n<td class="right">五</td>' in source
    assert '<td class="left" colspan="2">六</td>\n<td class="right blank"></td>' in source


NOTICE = "内容已脱密处理，参数为教学范围值，不得用于生产"


def test_leaves_and_plans_for_teaching_bear_the_notice_on_the_screen_and_on_paper() -> None:
    for path in (WORK, PLAN):
        source = site()[path]
        assert f'<p class="notice">{NOTICE}</p>' in source
        assert NOTICE in Page(source).values("style")[0].partition("--foot:")[2].partition('";')[0]
        assert 'class="stamp"' not in source


def test_every_page_of_the_plant_bears_the_marking() -> None:
    made = publication()
    marking = Marking(text("示例氧化铝厂"), text("5 年"))
    plant = replace(made.edition, clearance="trade-secret", audience=Audience.MENTOR, marking=marking)
    pages = {path: source for path, source in site(replace(made, edition=plant)).items() if path.endswith(".html")}
    for source in pages.values():
        assert "示例氧化铝厂 · 普通商密 · 5 年" in "".join(Page(source).words)
        assert '--stamp:"示例氧化铝厂 · 普通商密 · 5 年"' in Page(source).values("style")[0]
        assert NOTICE not in source


def test_a_long_owner_leaves_room_for_level_and_period_on_paper() -> None:
    made = publication()
    marking = Marking(text("某某集团有限责任公司" * 20), text("自公布之日起" * 20))
    plant = replace(made.edition, clearance="trade-secret", audience=Audience.MENTOR, marking=marking)
    (margins,) = Page(site(replace(made, edition=plant))["html/index.html"]).values("style")
    stamp = margins.partition('--stamp:"')[2].partition('"')[0]
    owner, grade = stamp.split("\\00000a")
    assert owner.startswith("某某集团")
    assert grade.startswith("普通商密 · 自公布之日起")
    assert max(len(owner), len(grade)) < 24


def test_the_draft_mark_is_shown_only_on_drafts() -> None:
    assert "草稿" in site()[WORK]
    assert not [path for path, source in site(draft=False).items() if "草稿" in source]


def test_nothing_is_loaded_from_elsewhere() -> None:
    for source in (source.replace('xmlns="http://www.w3.org/2000/svg"', "") for source in site().values()):
        assert not re.search(r"https?:|@import|@font-face|fetch\(|innerHTML|import\(|type=\"module\"", source)


def index() -> dict[str, list[list[str]] | dict[str, list[int]]]:
    script = site()["html/search-index.js"]
    loaded: dict[str, list[list[str]] | dict[str, list[int]]] = json.loads(
        script.removeprefix("window.sopcurricSearch=").removesuffix(";\n")
    )
    return loaded


def pages_with(term: str) -> list[str]:
    known, pages = index()["terms"], index()["pages"]
    assert isinstance(known, dict)
    assert isinstance(pages, list)
    distances = known.get(term, [])
    return [pages[sum(distances[: place + 1])][0] for place in range(len(distances))]


def test_the_search_index_knows_chinese_pairs_and_latin_words() -> None:
    work, record, section = "QL~3aDIG/DIG-W1.html", "QL~3aDIG/DIG-R1.html", "plan/document.html#DIG-s1"
    assert pages_with("隔膜") == [work, section]
    assert pages_with("闪蒸") == [record]
    assert pages_with("mpa") == [work, section]
    assert pages_with("w1") == [work]
    assert pages_with("规程") == [work, record, section]
    assert pages_with("甲乙") == []


def test_a_template_of_the_user_takes_the_place_of_ours() -> None:
    own = Templates((("html/blocks/paragraph.html.j2", "<p>our own {{ block.content | say }}</p>\n"),))
    assert "our own 隔膜泵" in site(templates=own)[WORK]
    assert "our own" not in site()[WORK]


def one_leaf(made: Leaf, title: str = "启动", label: str = "M01-T01") -> dict[str, str]:
    value = publication()
    chapter = Chapter("k", label, text(title), None, (made,))
    return site(replace(value, binders=(replace(value.binders[0], chapters=(chapter,)),)))


def test_formulas_are_lowered_and_raised() -> None:
    shown = one_leaf(leaf("W1", LeafKind.WORK, (Paragraph("p", text(r"比 $\alpha_k^{-1}$ 高")),)))[WORK]
    assert '<span class="formula">α<sub>k</sub><sup>−1</sup></span>' in shown


def test_formulas_in_attributes_and_in_the_index_are_words() -> None:
    files = one_leaf(replace(leaf("W1", LeafKind.WORK, ()), title=text(r"测 $\alpha_k$")))
    assert "<title>M01-T01-W1 测 αₖ" in files[WORK].replace("  ", " ")
    assert "\\\\" not in files["html/search-index.js"]
    assert "αk" in files["html/search-index.js"]


def test_sections_of_a_loose_book_have_no_tab_and_no_title_twice() -> None:
    section = replace(leaf("Z1", LeafKind.SECTION, ()), label="Z-1", title=text("附录"))
    files = one_leaf(section, "附录", "Z")
    shown = files["html/QL~3aDIG/DIG-Z1.html"]
    assert 'class="tab"' not in shown
    assert 'class="chapter"' not in shown
    assert "Z-1" in " ".join(Page(shown).words)
    assert "Z-1" in files["html/QL~3aDIG/index.html"]


def test_undated_leaves_and_places_of_validity() -> None:
    undated = replace(leaf("W1", LeafKind.WORK, ()), issued="", effectivity=(text("QL"),))
    shown = one_leaf(undated)
    assert "<dd>—</dd>" in shown[WORK]
    assert "适用：QL" in " ".join(Page(shown[WORK]).words)
    assert "适用：QL" in Page(shown[WORK]).values("style")[0]
    assert "<dd>—</dd>" in site(replace(publication(), as_of=""))["html/index.html"]


def test_margins_hold_no_more_than_there_is_room_for() -> None:
    endless = text("很长的名称" * 60)
    shown = one_leaf(replace(leaf("W1", LeafKind.WORK, ()), sources=(endless,), effectivity=(endless,)))
    (style,) = Page(shown[WORK]).values("style")
    assert len(style) < 250
    assert style.count("…") == 2
    assert "很长的名称" * 60 in "".join(Page(shown[WORK]).words)


def test_the_index_counts_leaves() -> None:
    assert "共 2 张活页" in site()["html/index.html"]


@pytest.mark.parametrize(("columns", "look"), [(3, '"scroll"'), (5, '"scroll broad"'), (17, '"scroll very broad"')])
def test_broad_tables_scroll(columns: int, look: str) -> None:
    table = Table("t", tuple(Column(text("列")) for _ in range(columns)), (Row(()),))
    assert f"<div class={look}" in one_leaf(leaf("W1", LeafKind.WORK, (table,)))[WORK]


def test_many_narrow_columns_do_not_scroll_far() -> None:
    told = Column(text("学习任务"))
    table = Table("t", (told, *(Column(text("列")) for _ in range(9))), (Row(()),))
    assert '<div class="scroll broad"' in one_leaf(leaf("W1", LeafKind.WORK, (table,)))[WORK]
