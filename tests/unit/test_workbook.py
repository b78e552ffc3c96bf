"""The Excel form: what is asked stands in it as text, and what people fill in comes back, whatever program saved it."""

import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from sopcurric.forms import workbook, workbook_package
from sopcurric.forms.answers import Fault, MissingPackageError, Returned, UnreadableFormError
from sopcurric.forms.inbox import Entry, Inbox
from sopcurric.forms.inert_text import visible
from sopcurric.model.question import Answer
from sopcurric.model.saying import words

SAME = (("together", "是，归为同一项任务"), ("apart", "否，分开"), ("skip", "Do not teach"))
INBOX = Inbox(
    title="氧化铝岗位课程：待办表",
    language="zh",
    role="plant",
    state="0123456789ab",
    as_of="2026-09-01",
    entries=(
        Entry(
            "q-aaaaaaaa",
            "是否同一项工作",
            "两个程序是否为同一项任务？",
            (("甲", "检查油位\n确认铅封"), ("乙", "检查耙机")),
            SAME,
            proposal="together",
            about=("DIG/P1", "SED/P3"),
        ),
        Entry("q-bbbbbbbb", "任务名称", "名称是否合适？", (), (("keep", "合适"), ("rename", "改名")), free="新名称"),
        Entry("q-cccccccc", "难度", "难度如何？", (), (("1", "1 低"), ("2", "2 中"), ("3", "3 高")), proposal="2"),
        Entry("q-dddddddd", "是否同一项工作", "另外两个呢？", (), SAME),
    ),
)
CELLS = {"q-aaaaaaaa": 7, "q-bbbbbbbb": 8, "q-cccccccc": 9, "q-dddddddd": 10}
"""The row of each question."""
HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.invalid")',
    "#N/A",
    "'quoted'!$A$1",
    '";\',"',
    "a, b; c",
    "_x0041_ _x000D_ _x005F_",
    "nul\x00 esc\x1b ffff\uffff sur\ud800",
    "\u202egnp.exe \u200f",
    "שלום עليكم",
    "<f>1</f>&lt;]]>",
    "1-2",
    "TRUE",
    "2026-09-01",
    "换\r\n行\r又\u2028行",
    '&P &N &"x"',
    "＝１＋１",
)
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40), st.text(alphabet="=+-@\t\"'_x0041{}<>&", max_size=20))


def opened(content: bytes) -> tuple[Workbook, Worksheet]:
    """A workbook in the hands of a person, and its sheet."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return book, book.worksheets[0]


def filled(cells: Mapping[str, object], inbox: Inbox = INBOX) -> bytes:
    """The form with what a person put into its cells."""
    book, sheet = opened(workbook.write(inbox))
    for place, value in cells.items():
        cell = sheet[place]
        assert cell.protection.locked is False, f"{place} cannot be filled in"
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
    return saved(book)


def saved(book: Workbook) -> bytes:
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def rewritten(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The archive with each of its parts as `change` makes it."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(kept, "w") as after:
        for name in before.namelist():
            after.writestr(name, change(name, before.read(name)))
    return kept.getvalue()


def answers(returned: Returned) -> list[Answer]:
    return [placed.answer for placed in returned.answers]


def refused(content: bytes) -> str:
    """The code of the sentence with which a workbook is refused; it can be said in both languages."""
    with pytest.raises(UnreadableFormError) as caught:
        workbook.read(content)
    assert words(caught.value.said, "zh") != words(caught.value.said, "en")
    return caught.value.code


# --- There and back ---

ANSWERED = {
    "B3": "张三",
    "B4": date(2026, 9, 2),
    "F7": "否，分开",
    "H7": "工艺不同，\n设备也不同",
    "F8": "改名",
    "G8": "处置泄漏",
    "F9": 2,
    "F10": "do  not teach",
}


def test_a_form_that_nobody_touched_says_nothing() -> None:
    assert workbook.read(workbook.write(INBOX)) == Returned("0123456789ab", "plant", "", "", ())


def test_what_people_fill_in_comes_back() -> None:
    returned = workbook.read(filled(ANSWERED))
    assert (returned.state, returned.role, returned.by, returned.date) == (
        "0123456789ab",
        "plant",
        "张三",
        "2026-09-02",
    )
    assert answers(returned) == [
        Answer("q-aaaaaaaa", "apart", why="工艺不同，\n设备也不同"),
        Answer("q-bbbbbbbb", "rename", "处置泄漏"),
        Answer("q-cccccccc", "2"),
        Answer("q-dddddddd", "skip"),
    ]
    assert [placed.place for placed in returned.answers] == ["待办!F7", "待办!F8", "待办!F9", "待办!F10"]
    assert returned.faults == ()


@pytest.mark.parametrize(
    "typed", ["否，分开", " 否 , 分开 ", "否，分开\n", "apart", "\uff21\uff30\uff21\uff32\uff34", "Apart"]
)
def test_blanks_width_and_capitals_do_not_matter(typed: str) -> None:
    assert answers(workbook.read(filled({"F7": typed}))) == [Answer("q-aaaaaaaa", "apart")]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2026-09-01", "2026-09-01"),
        ("2026/9/1", "2026-09-01"),
        ("2026年9月1日", "2026-09-01"),
        ("２０２６\uff0e９\uff0e１", "2026-09-01"),
        ("20260901", "2026-09-01"),
        (46266, "2026-09-01"),
        (date(2026, 9, 1), "2026-09-01"),
    ],
)
def test_dates_in_many_forms(typed: object, read: str) -> None:
    returned = workbook.read(filled({"B4": typed}))
    assert (returned.date, returned.faults) == (read, ())


def test_a_date_that_lost_its_format_is_still_that_day() -> None:
    book, sheet = opened(workbook.write(INBOX))
    sheet["B4"].value, sheet["B4"].number_format = 46266, "General"
    assert workbook.read(saved(book)).date == "2026-09-01"


@pytest.mark.parametrize("typed", ["昨天", "2026-02-30", "2026-13-01", "9/1", "2026-09-01-02", 12, 1e300])
def test_what_is_no_date_is_told(typed: object) -> None:
    returned = workbook.read(filled({"B4": typed, "F7": "apart"}))
    assert returned.date == ""
    assert [(fault.place, fault.code) for fault in returned.faults] == [("待办!B4", "form.fault.date")]
    assert len(returned.answers) == 1


@pytest.mark.parametrize(
    ("cells", "place", "code"),
    [
        ({"F7": "随便"}, "待办!F7", "form.fault.choice"),
        ({"H7": "只有理由"}, "待办!F7", "form.fault.no-choice"),
        ({"G8": "只有名称"}, "待办!F8", "form.fault.no-choice"),
    ],
)
def test_a_bad_row_is_told_and_the_others_come(cells: Mapping[str, object], place: str, code: str) -> None:
    returned = workbook.read(filled({**cells, "F10": "apart"}))
    assert answers(returned) == [Answer("q-dddddddd", "apart")]
    assert [(fault.place, fault.code) for fault in returned.faults] == [(place, code)]
    for fault in returned.faults:
        assert words(fault.said, "zh") != words(fault.said, "en")


def changed(change: Callable[[Worksheet], None]) -> Returned:
    """What is read when somebody lifts the protection and changes the sheet."""
    book, sheet = opened(filled({"F7": "apart", "F10": "skip"}))
    change(sheet)
    return workbook.read(saved(book))


def test_rows_and_columns_may_be_moved_and_the_sheet_renamed() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.insert_cols(2)
        sheet.insert_rows(8, 3)
        sheet.title = "企业答复"

    returned = changed(change)
    assert answers(returned) == [Answer("q-aaaaaaaa", "apart"), Answer("q-dddddddd", "skip")]
    assert [placed.place for placed in returned.answers] == ["企业答复!G7", "企业答复!G13"]


def test_a_question_answered_twice() -> None:
    def change(sheet: Worksheet) -> None:
        for row, typed in ((12, "skip"), (13, "together")):
            sheet.cell(row, 1, "q-dddddddd" if row == 12 else "q-aaaaaaaa")
            sheet.cell(row, 6, typed)

    returned = changed(change)
    assert answers(returned) == [Answer("q-dddddddd", "skip")]
    assert returned.faults == (
        Fault("待办!F13", "form.fault.conflict", (("first", "待办!F7"), ("question", "q-aaaaaaaa"))),
    )


def test_rows_of_other_forms_and_words_that_nobody_wanted_are_told() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["A12"], sheet["F12"] = "q-zzzzzzzz", "apart"
        sheet["G7"] = "顺便说一句"

    returned = changed(change)
    assert answers(returned) == [Answer("q-aaaaaaaa", "apart"), Answer("q-dddddddd", "skip")]
    assert [(fault.place, fault.code) for fault in returned.faults] == [
        ("待办!F12", "form.fault.unknown-question"),
        ("待办!G7", "form.fault.words-not-wanted"),
    ]


# --- Office programs ---


def assert_guarded(content: bytes) -> None:
    """Protection, choices and the hidden sheet are there."""
    book, sheet = opened(content)
    assert (book["sopcurric"].sheet_state, sheet.sheet_state) == ("hidden", "visible")
    assert sheet.protection.sheet
    assert book["sopcurric"].protection.sheet
    for row, entry in zip(CELLS.values(), INBOX.entries, strict=True):
        free = [letter for letter in "ABCDEFGHI" if not sheet[f"{letter}{row}"].protection.locked]
        assert free == (["F", "G", "H"] if entry.free else ["F", "H"])
    choices: dict[str, list[object]] = {}
    for one in sheet.data_validations.dataValidation:
        if one.type == "list":
            shown = [cell.value for (cell,) in book["sopcurric"][str(one.formula1).split("!")[1]]]
            choices |= {cell: shown for part in one.sqref.ranges for cell in map(_name, part.cells)}
    assert choices == {
        f"F{row}": [label for _, label in entry.choices]
        for row, entry in zip(CELLS.values(), INBOX.entries, strict=True)
    }
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$6:$6")


def _name(place: tuple[int, int]) -> str:
    return f"{'ABCDEFGHI'[place[1] - 1]}{place[0]}"


def test_only_cells_to_fill_in_are_open_and_choices_are_offered() -> None:
    assert_guarded(workbook.write(INBOX))


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice on this machine")
@pytest.mark.parametrize("steps", [("xlsx",), ("ods", "xlsx")])
def test_nothing_is_lost_in_libreoffice(steps: tuple[str, ...], tmp_path: Path) -> None:
    hostile = replace(
        INBOX.entries[3], ask="=1+1", shown=(("_x0041_", "@SUM(A1)"),), choices=(*SAME, ("odd", '=1+1, "x"; _x0041_'))
    )
    plain, odd = INBOX, replace(INBOX, entries=(*INBOX.entries[:3], hostile))
    given_cells = ANSWERED | {"F10": '=1+1, "x"; _x005F_x0041_', "H10": "=cmd|' /C calc'!A0"}
    for inbox, cells in ((plain, ANSWERED), (odd, given_cells)):
        content = filled(cells, inbox)
        expected = workbook.read(content)
        assert len(expected.answers) == 4
        path = tmp_path / "form.xlsx"
        path.write_bytes(content)
        for number, step in enumerate(steps):
            folder = tmp_path / str(number)
            home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
            command = ["soffice", home, "--headless", "--convert-to", step, "--outdir", str(folder), str(path)]
            subprocess.run(command, check=True, capture_output=True, timeout=120)
            path = folder / f"form.{step}"
        after = path.read_bytes()
        assert workbook.read(after) == expected
        if inbox is plain:
            assert_guarded(after)
        assert_inert(after)


# --- The same bytes, and limits of cells ---


def test_the_same_bytes_on_any_day() -> None:
    content = workbook.write(INBOX)
    assert content == workbook.write(INBOX)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {(one.date_time, one.compress_type) for one in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}
        assert archive.read("docProps/core.xml").count(b"2000-01-01T00:00:00Z") == 2


def cell_words(content: bytes, place: tuple[int, int]) -> object:
    """What the reader finds in a cell of the sheet."""
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    return rows[place[0] - 1][place[1] - 1]


@pytest.mark.parametrize(
    "long", ["长" * 40_000, "_x0041_" * 9_000, "\r\n" * 60_000, "\x00" * 9_000, "𠮷" * 20_000, "a" * 32_768]
)
def test_what_is_too_long_for_a_cell_ends_in_dots(long: str) -> None:
    content = workbook.write(replace(INBOX, entries=(replace(INBOX.entries[0], ask=long),)))
    found = cell_words(content, (7, 3))
    assert isinstance(found, str)
    assert found.endswith("…")
    assert visible(long).startswith(found[:-1])
    written = opened(content)[1]["C7"].value
    assert 30_000 < len(str(written).encode("utf-16-le")) // 2 <= 32_767


def test_a_text_that_just_fits_is_whole() -> None:
    content = workbook.write(replace(INBOX, entries=(replace(INBOX.entries[0], ask="a" * 32_767),)))
    assert cell_words(content, (7, 3)) == "a" * 32_767


# --- Hostile words ---


def assert_inert(content: bytes) -> None:
    """No cell of the workbook is anything but text, nothing in it computes, and nothing leads out of it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                part = archive.read(name)
                assert b"<f>" not in part
                assert b"<f " not in part
                assert b"<hyperlink" not in part
            assert "externalLink" not in name
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"


@given(st.lists(TEXTS, min_size=9, max_size=9))
@settings(max_examples=40)
def test_what_people_wrote_stays_text(said: list[str]) -> None:
    entry = Entry(
        "q-aaaaaaaa",
        said[0],
        said[1],
        ((said[2], said[3]),),
        (("a", said[4]), ("b", said[5])),
        "a",
        said[6],
        (said[7],),
    )
    content = workbook.write(replace(INBOX, title=said[8], entries=(entry,)))
    assert_inert(content)
    book, sheet = opened(content)
    cells = {cell.coordinate: cell for row in sheet.iter_rows() for cell in row}
    assert {cell.data_type for cell in cells.values() if cell.value is not None} <= {"s", "inlineStr"}
    assert all(cell.quotePrefix for cell in cells.values() if cell.value is not None)
    assert [one.formula1 for one in sheet.data_validations.dataValidation if one.type] == ["sopcurric!$D$16:$D$17"]
    assert [book["sopcurric"][place].value for place in ("A15", "A16", "A17", "A18")] == [
        "field",
        "choice",
        "choice",
        "entry",
    ]
    assert str(cell_words(content, (7, 2))).strip() == visible(said[0]).strip()
    wanted = f"\n【补充内容】请填写：{visible(said[6])}" if said[6] else ""
    assert str(cell_words(content, (7, 3))).strip() == f"{visible(said[1])}{wanted}".strip()
    assert str(cell_words(content, (7, 4))).strip() == f"{visible(said[2])}：{visible(said[3])}".strip()
    assert workbook.read(content).faults == ()


@given(TEXTS, TEXTS)
@settings(max_examples=25)
def test_every_choice_can_be_chosen_whatever_it_is_called(one: str, other: str) -> None:
    entry = Entry("q-aaaaaaaa", "类", "问", (), (("one", one), ("other", other), ("third", one)))
    inbox = replace(INBOX, entries=(entry,))
    hidden = openpyxl.load_workbook(io.BytesIO(workbook.write(inbox)))["sopcurric"]
    offered = {str(row[2].value): row[3].value for row in hidden.iter_rows() if row[0].value == "choice"}
    assert set(offered) == {"one", "other", "third"}
    for value, label in offered.items():
        assert answers(workbook.read(filled({"F7": label}, inbox))) == [Answer("q-aaaaaaaa", value)]


@given(TEXTS, TEXTS)
@settings(max_examples=40)
def test_what_people_answer_comes_back_as_they_wrote_it(said: str, why: str) -> None:
    typed = {"F8": "改名", "G8": excel(said), "H8": excel(why)}
    (answer,) = answers(workbook.read(filled(typed)))
    assert answer == Answer("q-bbbbbbbb", "rename", visible(said).strip(), visible(why).strip())


def excel(text: str) -> str:
    """Typed words as an office program stores them: it keeps no characters that XML forbids."""
    from sopcurric.forms.workbook_sheet import cell_text  # noqa: PLC0415 - what is tested is the way back

    return cell_text(text)


# --- Files that are none of ours ---


def test_files_of_other_kinds_are_refused() -> None:
    assert refused(b"") == "form.unreadable.no-workbook"
    assert refused("编号,决定\n".encode()) == "form.unreadable.no-workbook"
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == "form.unreadable.old-workbook"
    assert refused(b"PK\x03\x04") == "form.unreadable.damaged"
    assert refused(packed({"mimetype": b"x"})) == "form.unreadable.no-workbook"
    assert refused(saved(Workbook())) == "form.unreadable.foreign"


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return kept.getvalue()


def with_key(change: Callable[[Worksheet], None]) -> bytes:
    """A form whose hidden sheet somebody changed."""
    book, _ = opened(filled({"F7": "apart"}))
    change(book["sopcurric"])
    return saved(book)


def test_forms_that_cannot_be_trusted_are_refused() -> None:
    def put(place: str, value: object) -> bytes:
        return with_key(lambda sheet: sheet[place].__setattr__("value", value))

    assert answers(workbook.read(put("H1", "x"))) == [Answer("q-aaaaaaaa", "apart")]
    assert refused(put("C1", "2")) == "form.unreadable.newer"
    assert refused(put("C1", "²")) == "form.unreadable.foreign"
    assert refused(put("B1", "other")) == "form.unreadable.foreign"
    assert refused(put("B2", None)) == "form.unreadable.no-state"
    assert refused(put("B2", "0123456789AB")) == "form.unreadable.no-state"
    assert refused(put("B3", "boss")) == "form.unreadable.foreign"
    book, sheet = opened(workbook.write(INBOX))
    sheet["F6"].value = "决定"
    assert refused(saved(book)) == "form.unreadable.no-table"


def test_bombs_are_refused_before_they_are_read() -> None:
    content = workbook.write(INBOX)
    assert refused(b"PK" + bytes(workbook_package.LARGEST)) == "form.unreadable.too-large"
    assert refused(packed({"xl/workbook.xml": bytes(90_000_000)}, zipfile.ZIP_DEFLATED)) == "form.unreadable.too-much"
    assert refused(packed({f"{number}.xml": b"" for number in range(501)})) == "form.unreadable.too-much"
    for cell, code in (
        (b'<c r="XFD1048576"><v>1</v></c>', "too-many"),
        (b'<c r="A50001"><v>1</v></c>', "too-many"),
        (b"<x:c x:r=\"A1\"  r = 'XFD99'><v>1</v></x:c>", "too-many"),
        (b'<c r="A1" r="A9999999"><v>1</v></c>', "too-many"),
        (b"<c><v>1</v></c>", "damaged"),
        (b'<c t=">" r="A1"><v>1</v></c>', "damaged"),
        (b'<c r="&#65;1"><v>1</v></c>', "damaged"),
        (b"\0", "damaged"),
    ):
        swollen = rewritten(content, swap(b"</sheetData>", cell + b"</sheetData>"))
        assert refused(swollen) == f"form.unreadable.{code}", cell
    entity = rewritten(content, swap(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet'))
    assert refused(entity) == "form.unreadable.damaged"


def swap(old: bytes, new: bytes) -> Callable[[str, bytes], bytes]:
    """A change of the first sheet."""
    return lambda name, part: part.replace(old, new) if name == "xl/worksheets/sheet1.xml" else part


def test_parts_of_the_same_name_and_rare_compressions_are_refused() -> None:
    content = workbook.write(INBOX)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert workbook.read(packed(parts, zipfile.ZIP_DEFLATED)) == workbook.read(content)
    for method in (zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2):
        assert refused(packed(parts, method)) == "form.unreadable.damaged"
    twice = io.BytesIO(content)
    with zipfile.ZipFile(twice, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/workbook.xml", parts["xl/workbook.xml"])
    assert refused(twice.getvalue()) == "form.unreadable.damaged"


WHOLE = workbook.write(INBOX)
PARTS = (
    "xl/workbook.xml",
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml",
    "xl/styles.xml",
    "[Content_Types].xml",
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A form with a part in which something was cut out, put in or overwritten."""
    victim = draw(st.sampled_from(PARTS))
    place, cut = draw(st.integers(0, 20_000)), draw(st.integers(0, 200))
    put = draw(
        st.one_of(st.binary(max_size=8), st.sampled_from([b"<", b'"', b"&#0;", b"<c r='B9'/>", b"999999999", b"-1"]))
    )

    def change(name: str, part: bytes) -> bytes:
        start = place % (len(part) + 1)
        return part[:start] + put + part[start + cut :] if name == victim else part

    return rewritten(WHOLE, change)


def quietly(content: bytes) -> None:
    with suppress(UnreadableFormError):
        workbook.read(content)


@given(
    st.one_of(
        st.binary(max_size=300),
        st.binary(max_size=300).map(b"PK\x03\x04".__add__),
        st.integers(0, len(WHOLE)).map(lambda end: WHOLE[:end]),
        st.tuples(st.integers(0, len(WHOLE)), st.binary(max_size=8)).map(
            lambda change: WHOLE[: change[0]] + change[1] + WHOLE[change[0] + len(change[1]) :]
        ),
        damaged(),
    )
)
@settings(max_examples=300)
def test_no_bytes_end_in_anything_but_a_sentence(content: bytes) -> None:
    quietly(content)


def test_without_the_packages_there_is_one_clear_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    for package, use in (
        ("openpyxl", lambda: workbook.write(INBOX)),
        ("python_calamine", lambda: workbook.read(WHOLE)),
    ):
        monkeypatch.setitem(sys.modules, package, None)
        with pytest.raises(MissingPackageError) as caught:
            use()
        assert 'pip install "sopcurric[sheets]"' in words(caught.value.said, "zh")
