"""The PDF renderer, read back with pypdf."""

import builtins
import dataclasses
import io
import re
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Literal, TypedDict, Unpack

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination, DictionaryObject

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
from sopcurric.model.text import Phrase, Text
from sopcurric.plugin import FontSetting, RenderContext
from sopcurric.printing.typst_printing import (
    MissingFontError,
    MissingGlyphError,
    MissingPackageError,
    PrintingError,
)
from sopcurric.renderers.pdf import RENDERER

ROOT = Path(__file__).parents[2]
FONTS = FontSetting((str(ROOT / "src/sopcurric/io/fonts"),), "Noto Serif SC", "Noto Sans SC", "digest")
HOSTILE = '#panic("x") *_$<@[]\\ " // /* `` = - + ~ #{1} </script>'


class Templates:
    """The project's own templates, with a few replaced as a user would do."""

    def __init__(self, **replaced: str) -> None:
        self._replaced = replaced
        self.digest = repr(replaced)
        self.overridden = bool(replaced)

    def read(self, name: str) -> str | None:
        replaced = self._replaced.get(Path(name).name.removesuffix(".typ.j2"))
        path = ROOT / "templates" / name
        return replaced or (path.read_text("utf-8") if path.is_file() else None)


class CountingTemplates(Templates):
    """Templates that note what is read of them."""

    def __init__(self) -> None:
        super().__init__()
        self.digest = "counted"
        self.reads: list[str] = []

    def read(self, name: str) -> str | None:
        self.reads.append(name)
        return super().read(name)


class Changes(TypedDict, total=False):
    """What a test may want otherwise in a leaf."""

    kind: LeafKind
    label: str
    title: Phrase
    sources: tuple[Phrase, ...]
    issued: str
    effectivity: tuple[Phrase, ...]
    wide: bool


def text(words: str, english: str | None = None) -> Text:
    return Text.of({"zh": parse(words), **({"en": parse(english)} if english else {})})


def leaf(*blocks: Block, name: str = "W1", **changes: Unpack[Changes]) -> Leaf:
    made = Leaf(
        id=f"leaf-{name}",
        kind=LeafKind(name[0]),
        label=f"M03-T02-{name}",
        title=text(f"活页{name}"),
        blocks=blocks,
        sources=(text("YL-DIG-01 高压溶出岗位操作规程"), text("YL-DIG-02 隔膜泵检修规程")),
        revision=4,
        issued="2026-03-15",
    )
    return dataclasses.replace(made, **changes)


def binder(*leaves: Leaf, loose: bool = True, title: str = "高压溶出岗位课程") -> Binder:
    chapter = Chapter("t7k2mq", "M03-T02", text("启动隔膜泵", "Start the pump"), text("模块三 开车"), leaves)
    return Binder("DIG", "loose_leaf_textbook", text(title), text("副标题"), (Field(text("岗位")),), (chapter,), loose)


def context(*, language: str = "zh", draft: bool = True, templates: Templates | None = None) -> RenderContext:
    edition = Edition("student", text("学生版"), "internal", Audience.STUDENT, language, ("pdf",))
    return RenderContext(
        edition, "课程包", "云岭学院", "2026-09-01", draft, templates or Templates(), FONTS, Pictures()
    )


def read(book: Binder, setting: RenderContext | None = None) -> PdfReader:
    (file,) = RENDERER.binder(book, setting or context())
    return PdfReader(io.BytesIO(file.content))


def pages(book: Binder, setting: RenderContext | None = None) -> list[str]:
    return [page.extract_text().replace("\u00a0", " ") for page in read(book, setting).pages]


def printed(*blocks: Block) -> str:
    """What stands on the pages of the only leaf, without line breaks."""
    return "".join(pages(binder(leaf(*blocks)))[4:]).replace("\n", "")


def wide(page: PageObject) -> bool:
    return float(page.mediabox.width) > float(page.mediabox.height)


def bookmark(mark: object) -> str:
    """The title of one entry of an outline."""
    assert isinstance(mark, Destination)
    assert isinstance(mark.title, str)
    return mark.title


def language_of(made: PdfReader) -> str:
    root = made.trailer["/Root"]
    assert isinstance(root, DictionaryObject)
    language = root["/Lang"]
    assert isinstance(language, str)
    return language


def test_every_page_of_a_leaf_can_be_filed() -> None:
    long = Listing("l", tuple(Item(text(f"第 {number} 项内容")) for number in range(60)))
    of_leaf = pages(binder(leaf(long)))[4:]
    assert len(of_leaf) == 2
    for number, page in enumerate(of_leaf, 1):
        for mark in ("M03-T02-W1", "第 4 版", "2026-03-15", "YL-DIG-01", "YL-DIG-02", "草稿", f"M03-T02-{number}"):
            assert mark in page


def test_a_book_that_is_no_draft_does_not_say_so() -> None:
    assert "草稿" not in "".join(pages(binder(leaf()), context(draft=False)))


def test_every_page_for_teaching_says_so() -> None:
    lying = binder(leaf(name="C1"), leaf(name="R1", wide=True))
    said = {"zh": "内容已脱密处理，参数为教学范围值，不得用于生产", "en": "must not be used in production"}
    for language, words in said.items():
        for page in (*pages(lying, context(language=language)), *pages(plan(), context(language=language))):
            assert words in page


@pytest.mark.parametrize("owner", ["示例氧化铝厂", "某某集团有限责任公司" * 20])
def test_every_page_of_the_plant_bears_the_marking(owner: str) -> None:
    """Level and period are there even where there is no room for the owner."""
    setting = context()
    marking = Marking(text(owner), text("5 年"))
    plant = dataclasses.replace(setting.edition, clearance="core-secret", audience=Audience.MENTOR, marking=marking)
    setting = dataclasses.replace(setting, edition=plant)
    lying = binder(leaf(name="C1"), leaf(name="R1", wide=True))
    for page in (*pages(lying, setting), *pages(plan(), setting)):
        for words in (owner[:10], "核心商密", "5 年"):
            assert words in page
        assert "不得用于生产" not in page


def test_leaves_start_on_right_hand_pages_and_padding_says_so() -> None:
    book = pages(binder(leaf(name="C1"), leaf(name="K1"), leaf(name="R1", wide=True)))
    assert len(book) == 10
    for number, page in enumerate(book, 1):
        assert ("本页有意留白" in page) == (number % 2 == 0)
    for number, name in ((5, "C1"), (7, "K1"), (9, "R1")):
        assert f"活页{name}" in book[number - 1].replace(" ", "")
        assert f"M03-T02-{name}" in book[number]


def test_only_wide_leaves_lie() -> None:
    book = read(binder(leaf(name="C1"), leaf(name="R1", wide=True), leaf(name="E1")))
    assert [wide(page) for page in book.pages] == [False] * 6 + [True] * 2 + [False] * 2


def test_page_numbers_begin_again_with_each_chapter() -> None:
    book = binder(leaf(name="C1"), leaf(name="K1"))
    second = dataclasses.replace(book.chapters[0], id="b", label="M03-T03")
    both = pages(dataclasses.replace(book, chapters=(*book.chapters, second)))
    assert [f"M03-T02-{number}" in both[number + 3] for number in (1, 2, 3, 4)] == [True] * 4
    assert "M03-T03-1" in both[8]


def test_contents_are_the_list_of_effective_leaves() -> None:
    contents = pages(binder(leaf(name="C1"), leaf(name="K1")))[2]
    for words in ("有效页清单", "模块三 开车", "启动隔膜泵", "M03-T02-C1", "M03-T02-K1", "第 4 版", "2026-03-15"):
        assert words in contents


def test_cover() -> None:
    cover = pages(binder(leaf()))[0]
    for words in ("高压溶出岗位课程", "副标题", "岗位", "云岭学院", "学生版", "2026-09-01", "草稿", "课程包"):
        assert words in cover


def test_bookmarks_are_chapters_and_leaves() -> None:
    outline = read(binder(leaf(Heading("h", text("小标题")), name="C1"), leaf(name="K1"))).outline
    assert bookmark(outline[1]).split() == ["M03-T02", "启动隔膜泵"]
    below = outline[2]
    assert isinstance(below, list)
    assert [bookmark(mark) for mark in below] == ["活页C1", "活页K1"]


def test_metadata_come_from_the_project() -> None:
    made = read(binder(leaf()))
    assert made.metadata is not None
    assert (made.metadata.title, made.metadata.author) == ("高压溶出岗位课程", "云岭学院")
    created = made.metadata.creation_date
    assert created is not None
    assert created.isoformat() == "2026-09-01T00:00:00+00:00"
    assert language_of(made) == "zh-CN"


@pytest.mark.parametrize(
    "block",
    [
        Heading("k", text(HOSTILE)),
        Paragraph("k", text(HOSTILE)),
        Listing("k", (Item(text(HOSTILE)),)),
        Checklist("k", (Item(text(HOSTILE)),)),
        Table("k", (Column(text("列")),), (Row((Cell((text(HOSTILE),)),)),)),
        Fields("k", (Field(text("名"), text(HOSTILE)),)),
        Callout("k", text("题"), (Item(text(HOSTILE)),)),
        Signatures("k", (text(HOSTILE),)),
        Diagram("k", text("图"), (DiagramLayer(text("层"), (DiagramNode("a", text(HOSTILE)),)),), ()),
        Picture("k", text(HOSTILE), text(HOSTILE), "picture-01.png", 3, 2),
    ],
    ids=lambda block: block.kind,
)
def test_hostile_text_is_printed_as_it_stands(block: Block) -> None:
    assert HOSTILE.replace(" ", "") in printed(block).replace(" ", "")


def test_hostile_text_of_frames_is_printed_as_it_stands() -> None:
    book = binder(
        leaf(title=text(HOSTILE), sources=(text(HOSTILE),), label='"#x', effectivity=(text(HOSTILE),)), title=HOSTILE
    )
    setting = dataclasses.replace(context(), publisher=HOSTILE, title=HOSTILE)
    for chosen in (book, dataclasses.replace(book, loose=False)):
        assert 'panic("x")' in pages(chosen, setting)[0]


def test_the_same_bytes_twice_and_from_threads() -> None:
    book = binder(leaf(Paragraph("p", text("正文"))))
    first = RENDERER.binder(book, context())
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: RENDERER.binder(book, context()), range(6))) == {first}


def test_unknown_family() -> None:
    setting = dataclasses.replace(context(), fonts=dataclasses.replace(FONTS, heading="Nowhere Gothic"))
    with pytest.raises(MissingFontError, match="Nowhere Gothic") as raised:
        read(binder(leaf()), setting)
    assert raised.value.arguments["family"] == "Nowhere Gothic"


def test_missing_glyphs_are_named() -> None:
    with pytest.raises(MissingGlyphError, match="U\\+20BB7") as raised:
        printed(Paragraph("p", text("𠮷祥 😀 与 **𠮷**")))
    assert raised.value.characters == ("😀", "𠮷")


def test_missing_package(monkeypatch: pytest.MonkeyPatch) -> None:
    load = builtins.__import__

    def without(
        name: str,
        scope: Mapping[str, object] | None = None,
        inner: Mapping[str, object] | None = None,
        wanted: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        if name == "typst":
            raise ImportError(name)
        return load(name, scope, inner, wanted, level)

    monkeypatch.delitem(sys.modules, "typst", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingPackageError, match=r"pip install \"sopcurric\[pdf\]\""):
        RENDERER.binder(binder(leaf()), context())


def test_a_broken_template_of_the_user_is_reported() -> None:
    setting = context(templates=Templates(paragraph="#nothing-like-this()"))
    with pytest.raises(PrintingError, match="nothing-like-this") as raised:
        read(binder(leaf(Paragraph("p", text("正文")))), setting)
    assert str(ROOT) not in str(raised.value)


def test_only_the_first_fault_is_told_in_one_short_line() -> None:
    setting = context(templates=Templates(paragraph="#nothing-like-this()\n#other-thing()\n"))
    with pytest.raises(PrintingError) as raised:
        read(binder(leaf(*(Paragraph(str(number), text("正文")) for number in range(9)))), setting)
    assert re.fullmatch(r"Typst, line \d+: unknown variable: nothing-like-this", raised.value.arguments["what"])


@pytest.mark.parametrize(
    "code", ['#import "@preview/cetz:0.3.1"', '#include  ("@preview/x:1.0.0")', '#{import"@local/x:1.0.0"}']
)
def test_packages_are_not_fetched(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    setting = context(templates=Templates(paragraph=code))
    with pytest.raises(PrintingError, match=r"packages are not available offline: @(preview|local)/"):
        read(binder(leaf(Paragraph("p", text("正文")))), setting)


@pytest.mark.parametrize(
    "words", ['import "@preview/x:1.0.0"', "import ", "@preview/x:1.0.0", 'import \\"@x', 'import" "@x']
)
def test_words_about_packages_are_words(words: str) -> None:
    shown = printed(
        Paragraph("p", text(words)), Paragraph("q", text("@x")), Fields("f", (Field(text(words), text("@x")),))
    )
    assert words.replace(" ", "") in shown.replace(" ", "")


ENDLESS = "极长的课程名称" * 45


def test_endless_titles_stay_on_their_page() -> None:
    words = text(f"{ENDLESS}尾")
    leaves = tuple(
        leaf(name=name, title=words, sources=(words,) * 3, effectivity=(words,), wide=name == "R1")
        for name in ("C1", "R1")
    )
    book = dataclasses.replace(binder(*leaves, title=f"{ENDLESS}尾"), subtitle=words)
    setting = dataclasses.replace(context(), publisher=ENDLESS, title=ENDLESS)
    plain = binder(leaf(name="C1"), leaf(name="R1", wide=True))
    for loose in (True, False):
        made = read(dataclasses.replace(book, loose=loose), setting)
        first = made.pages[0].extract_text().replace("\n", "")
        assert "岗位" in first
        assert "2026-09-01" in first
        for page in made.pages:
            marks = ("2026-09-01", "M03-T02-1", "M03-T02-2", "— 1 —", "学生版")
            assert all(40 < top < float(page.mediabox.height) - 20 for top in tops(page, marks))
            assert max(tops(page)) < float(page.mediabox.height) - 20
        assert all("…" in page.extract_text() for page in (made.pages[0], made.pages[-1]))
        assert loose is False or len(made.pages) == len(read(plain).pages)


def tops(page: PageObject, wanted: tuple[str, ...] = ("",)) -> list[float]:
    """How high runs of words stand; what is left out lies hidden below."""
    found: list[float] = []

    def note(words: str, matrix: list[float], place: list[float], *_: object) -> None:
        if words.strip() and any(one in words for one in wanted):
            found.append(place[4] * matrix[1] + place[5] * matrix[3] + matrix[5])

    page.extract_text(visitor_text=note)
    return found


def test_a_template_of_the_user_cannot_read_files() -> None:
    setting = context(templates=Templates(paragraph='#read("/pyproject.toml")'))
    with pytest.raises(PrintingError):
        read(binder(leaf(Paragraph("p", text("正文")))), setting)


def test_a_template_of_the_user_takes_the_place_of_ours() -> None:
    setting = context(templates=Templates(paragraph='#strong(<< block.content|say >>) #"本校版式"'))
    assert "本校版式" in pages(binder(leaf(Paragraph("p", text("正文")))), setting)[4]


def test_heading_paragraph_listing() -> None:
    shown = printed(
        Heading("h", text("溶出反应")),
        Paragraph("p", text("反应 $Al(OH)₄⁻$ 每 m³ 在 **溶出温度** 260–280 ℃ 进行：“引号”——破折号")),
        Listing("n", (Item(text("先一步")), Item(text("后一步"))), numbered=True),
        Listing("b", (Item(text("一点")),)),
    )
    for words in ("溶出反应", "Al(OH)4−", "260–280 ℃", "“引号”——破折号", "1. 先一步", "2. 后一步", "• 一点"):
        assert words.replace(" ", "") in shown.replace(" ", "")


def test_checklist() -> None:
    shown = printed(Checklist("c", (Item(text("面罩")), Item(text("很长的检查项目" * 5))), text("防护用品")))
    assert "防护用品" in shown
    assert shown.count("□") == 2


def test_table_repeats_its_header_and_keeps_rows_whole() -> None:
    rows = tuple(Row((Cell((text(f"起{number}" + "说明" * 40 + f"终{number}"),)), Cell())) for number in range(30))
    of_leaf = pages(binder(leaf(Table("t", (Column(text("操作步骤")), Column(text("记录"))), rows))))[4:]
    assert len(of_leaf) > 1
    for page in (page for page in of_leaf if "起" in page):
        assert "操作步骤" in page
        assert page.count("起") == page.count("终")


def test_a_row_taller_than_a_page_goes_on() -> None:
    row = Row((Cell((text("短"),)), Cell((text("很长的段落。" * 600 + "到此为止"),))))
    of_leaf = pages(binder(leaf(Table("t", (Column(text("一")), Column(text("二"))), (row,)))))[4:]
    assert "到此为止" not in of_leaf[0]
    assert sum("到此为止" in page.replace("\n", "") for page in of_leaf) == 1


def test_table_with_spans_and_missing_cells() -> None:
    columns = tuple(Column(text(name), 1, "center") for name in ("甲", "乙", "丙"))
    rows = (
        Row((Cell((text("跨两行"),), rows=2, strong=True), Cell((text("一"),)), Cell((text("二"),)))),
        Row((Cell((text("三"), text("另一段"))),)),
        Row((Cell((text("跨三列"),), columns=9),)),
        Row(()),
    )
    shown = printed(Table("t", columns, rows, text("表题")))
    for words in ("表题", "甲乙丙", "跨两行", "一", "三", "另一段", "跨三列"):
        assert words in shown.replace(" ", "")


def test_blank_rows_leave_room_to_write() -> None:
    """Thirty rows of at least 8 mm do not fit on one page of 241 mm."""
    blank = Table("t", (Column(text("时间")), Column(text("压力"))), (), blank_rows=30)
    assert len(pages(binder(leaf(blank)))) == 6
    assert "本页有意留白" not in pages(binder(leaf(blank)))[5]


def test_a_code_in_a_narrow_column_is_not_broken() -> None:
    columns = (Column(text("代码"), 1), Column(text("说明"), 200))
    row = Row((Cell((text("ZY043051"),)), Cell((text("说明" * 60),))))
    assert "ZY043051" in pages(binder(leaf(Table("t", columns, (row,)))))[4]


def test_more_columns_than_there_is_room_for() -> None:
    columns = tuple(Column(text(f"第{number}"), 1) for number in range(30))
    assert "第29" in printed(Table("t", columns, (Row(()),))).replace("\n", "")


def test_fields() -> None:
    fields = (
        Field(text("班级")),
        Field(text("说明"), text("很长的说明" * 9)),
        Field(text("姓名")),
        Field(text("组号")),
    )
    shown = printed(Fields("f", fields))
    for words in ("班级", "很长的说明", "姓名", "组号"):
        assert words in shown


@pytest.mark.parametrize("tone", ["note", "caution", "danger"])
def test_callout_says_its_tone_in_words(tone: Literal["note", "caution", "danger"]) -> None:
    wording = {"note": "提示", "caution": "注意", "danger": "危险"}[tone]
    shown = printed(Callout("c", text("热碱液灼伤"), (Item(text("冲洗 ≥ 15 min")),), tone))
    for words in (wording, "热碱液灼伤", "冲洗 ≥ 15 min"):
        assert words in shown
    assert printed(Callout("c", text(wording), (Item(text("一")),), tone)).count(wording) == 1


def test_signatures() -> None:
    shown = printed(Signatures("s", (text("组长"), text("企业导师"))))
    assert shown.count("日期") == 2
    assert "企业导师" in shown


def test_line_breaks_of_the_author_stay() -> None:
    assert "前\n后" in pages(binder(leaf(Paragraph("p", text("前\n\n后")))))[4]


def test_english_edition() -> None:
    made = read(binder(leaf(Paragraph("p", text("中", "Mind the pump’s “pressure”")))), context(language="en"))
    book = [page.extract_text() for page in made.pages]
    assert language_of(made) == "en"
    assert "This page is intentionally left blank" in book[1]
    assert "pump’s “pressure”" in book[4]
    assert "Start the pump" in book[2]


def plan() -> Binder:
    section = leaf(Heading("h", text("小节")), Paragraph("p", text("说明")), name="C1", kind=LeafKind.SECTION)
    lying = dataclasses.replace(section, title=text("二、进程"), wide=True)
    book = binder(section, lying, loose=False)
    last = Chapter("s2", "2", text("三、保障"), None, (dataclasses.replace(section, title=text("三、保障")),))
    return dataclasses.replace(book, chapters=(*book.chapters, last))


def test_plans_run_on_with_page_numbers_in_the_contents() -> None:
    made = read(plan())
    shown = [page.extract_text() for page in made.pages]
    assert [wide(page) for page in made.pages] == [False, False, False, True, False]
    assert "目录" in shown[1]
    assert shown[1].replace("\n", "").partition("内容已脱密")[0].rstrip().endswith("3")
    assert "— 1 —" in shown[2]
    assert "本页有意留白" not in "".join(shown)


def test_a_section_named_like_its_chapter_is_named_once() -> None:
    assert read(plan()).pages[4].extract_text().count("三、保障") == 1


def test_file_names_suit_windows() -> None:
    (file,) = RENDERER.binder(binder(leaf(), title='溶出: "一"/\\<二>|三?*' + "很长" * 40), context())
    name = file.path.removeprefix("pdf/")
    assert name.startswith("DIG-溶出 一二三很长")
    assert len(name) == 60 + len(".pdf")
    assert not set(name) & set('<>:"/\\|?*')


def test_nothing_stands_above_binders() -> None:
    setting = context()
    whole = Publication(setting.edition, text("课程包"), None, "2026-09-01", draft=True, binders=(binder(leaf()),))
    assert RENDERER.index(whole, setting) == ()


def test_a_book_so_large_that_typst_is_made_to_forget_it() -> None:
    blocks = tuple(Paragraph(str(number), text(f"第 {number} 段" * 30)) for number in range(600))
    assert len(pages(binder(leaf(*blocks)))) > 10


def test_lowered_and_raised_characters_are_real_indices() -> None:
    shown = printed(Paragraph("p", text("苛性比 αₖ、xₐₑₒ、Al(OH)₄⁻、10⁻³、m³、商标™ 与 **Na₂Oₖ**")))
    for words in ("αk", "xaeo", "Al(OH)4−", "10−3", "m³", "商标TM", "Na2Ok"):
        assert words in shown.replace(" ", "")


def test_formulas_are_set_as_formulas() -> None:
    shown = printed(Paragraph("p", text(r"反应 $Al(OH)_4^- \rightarrow Al(OH)_3 + OH^-$ 在 $\alpha_{k,1}$ 时")))
    for words in ("Al(OH)4−→Al(OH)3+OH−", "αk,1"):
        assert words in shown.replace(" ", "")


def test_quantities_are_not_broken_in_narrow_columns() -> None:
    columns = (Column(text("范围"), 1), Column(text("说明"), 30))
    row = Row((Cell((text("压力 4.5–6.5 MPa"),)), Cell((text("说明" * 60),))))
    assert "4.5–6.5 MPa" in pages(binder(leaf(Table("t", columns, (row,)))))[4]


def test_sections_of_a_loose_book_have_no_letter_and_no_title_twice() -> None:
    section = leaf(Paragraph("p", text("说明")), kind=LeafKind.SECTION, label="Z-1", title=text("附录"))
    book = dataclasses.replace(binder(leaf()), chapters=(Chapter("z", "Z", text("附录"), None, (section,)),))
    made = read(book)
    shown = [page.extract_text() for page in made.pages]
    assert shown[2].count("附录") == 1
    assert shown[4].count("附录") == 2, "in the header and above the text"
    assert "Z-1" in shown[2]
    assert bookmark(made.outline[-1]) == "附录"


def test_contents_do_not_repeat_the_title_of_the_task() -> None:
    contents = pages(binder(*(leaf(name=name, title=text("启动隔膜泵", "Start the pump")) for name in ("C1", "K1"))))[2]
    assert contents.count("启动隔膜泵") == 1
    assert "任务单" in contents
    assert "知识链接" in contents


def test_nothing_dated_is_printed_as_such() -> None:
    setting = dataclasses.replace(context(), as_of="")
    book = pages(binder(leaf(issued="")), setting)
    assert "—" in book[0]
    assert "—" in book[2]
    assert "—" in book[4]
    plan_pages = pages(dataclasses.replace(binder(leaf(issued="")), loose=False), setting)
    assert "—" in plan_pages[0]


def test_a_leaf_says_where_it_is_valid() -> None:
    assert "适用：QL；ZZ" in pages(binder(leaf(effectivity=(text("QL"), text("ZZ")))))[4]
    assert "适用" not in "".join(pages(binder(leaf())))


def test_an_environment_is_made_once() -> None:
    templates = CountingTemplates()
    for _ in range(3):
        RENDERER.binder(binder(leaf(Paragraph("p", text("正文")))), context(templates=templates))
    assert len(templates.reads) == len(set(templates.reads))


def test_rows_that_belong_together_stay_on_one_page() -> None:
    columns = (Column(text("序号")), Column(text("步骤")))
    rows = [
        row
        for n in range(60)
        for row in (
            Row((Cell((text(f"{n}"),), rows=2, keep=True), Cell((text(f"警告B{n}Z"),), tone="danger"))),
            Row((Cell((text(f"步骤A{n}Z" + "并缓慢升压" * (n * 7 % 19)),)),)),
        )
    ]
    found = pages(binder(leaf(Table("steps", columns, tuple(rows)))))
    parted = [n for n in range(60) if not any(f"B{n}Z" in page and f"A{n}Z" in page for page in found)]
    assert parted == []
