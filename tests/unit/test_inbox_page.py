"""The HTML form: words stay words, nothing leaves the page but a file, and that file comes back."""

import json
import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from browser import digest, in_browser, left_by
from sopcurric.forms import page
from sopcurric.forms.answers import LARGEST, MOST, Fault, Returned, UnreadableFormError, read_answers
from sopcurric.forms.inbox import Entry, Inbox
from sopcurric.forms.inert_text import visible
from sopcurric.model.question import Answer
from sopcurric.model.saying import words

ROOT = Path(__file__).parents[2]
SAME = (("together", "是，归为同一项任务"), ("apart", "否，分开"))
MANY = tuple((f"m-{number}", f"模块 M{number:02}") for number in range(12))
INBOX = Inbox(
    title="氧化铝岗位课程：待办",
    language="zh",
    role="plant",
    state="0123456789ab",
    as_of="2026-09-01",
    entries=(
        Entry("q-aaaaaaaa", "是否同一项工作", "是否为同一项任务？", (("甲", "检查\n确认"),), SAME, "together"),
        Entry("q-bbbbbbbb", "任务名称", "名称是否合适？", (), (("keep", "合适"), ("rename", "改名")), free="新名称"),
        Entry("q-cccccccc", "调整模块", "放在哪个模块？", (), MANY, "m-3", about=("DIG/P1",)),
        Entry("q-dddddddd", "是否同一项工作", "另外两个呢？", (), SAME),
    ),
)
HOSTILE = (
    "</script><script>document.body.dataset.hacked = 1</script>",
    "<img src=x onerror='document.body.dataset.hacked = 1'>",
    '" autofocus onfocus="document.body.dataset.hacked = 1',
    "</textarea></title></style><!-- ]]>",
    "{{ 7*7 }} {% raw %} {# x #}",
    "&lt;b&gt; &#60; &amp;amp;",
    "nul\x00 esc\x1b sur\ud800",
    "\u202egnp.exe",
    "שלום عليكم",
    "javascript:alert(1) https://example.invalid/?q=<b>",
    "换\r\n行",
    "长" * 50_000,
    "#",
)
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40), st.text(alphabet="<>&\"'{%}#/=\\", max_size=20))


class Templates:
    """The project's templates."""

    digest = "ours"
    overridden = False

    def read(self, name: str) -> str | None:
        path = ROOT / "templates" / name
        return path.read_text("utf-8") if path.is_file() else None


@dataclass
class Seen:
    """What a browser makes of a page: elements with their attributes, and the words outside scripts and styles."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    code: dict[str, list[str]] = field(default_factory=lambda: {"script": [], "style": []})

    def all(self, name: str) -> list[dict[str, str]]:
        return [attributes for element, attributes in self.elements if element == name]


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen = Seen()
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.elements.append((tag, {name: value or "" for name, value in attrs}))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._inside = ""

    def handle_data(self, data: str) -> None:
        self.seen.code.get(self._inside, self.seen.words).append(data)


def seen(content: bytes) -> Seen:
    reader = Reader()
    reader.feed(content.decode())
    reader.close()
    return reader.seen


def made(inbox: Inbox = INBOX) -> bytes:
    return page.write(inbox, Templates())


# --- What stands on the page ---


def test_every_question_with_its_choices() -> None:
    shown = seen(made())
    assert [one["data-question"] for one in shown.all("section")] == [entry.id for entry in INBOX.entries]
    radios = [one["value"] for one in shown.all("input") if one.get("type") == "radio"]
    assert radios == ["together", "apart", "", "keep", "rename", "", "together", "apart", ""]
    assert [one["value"] for one in shown.all("option")] == ["", *(value for value, _ in MANY)]
    assert [name for one in shown.all("textarea") for name in one if name.startswith("data-")] == [
        "data-why", "data-words", "data-why", "data-why", "data-why",
    ]  # fmt: skip
    (form,) = shown.all("form")
    assert (form["data-state"], form["data-role"]) == ("0123456789ab", "plant")
    said = "".join(shown.words)
    assert all(part in said for part in ("检查\n确认", "新名称", "DIG/P1", "2026-09-01", "企业"))
    assert said.count("建议") == 2


def test_the_page_speaks_the_language_of_the_project() -> None:
    chinese, english = ("".join(seen(made(replace(INBOX, language=one))).words) for one in ("zh", "en"))
    assert "保存答复" in chinese
    assert "Save answers" in english
    assert "保存" not in english


def test_an_empty_inbox_says_so() -> None:
    assert "没有等待答复的问题" in "".join(seen(made(replace(INBOX, entries=()))).words)


def test_the_same_bytes() -> None:
    assert made() == made()


def assert_sealed(content: bytes) -> None:
    """One script and one style, both known by their digests; nothing is fetched, nothing acts from an attribute."""
    shown = seen(content)
    (policy,) = [one["content"] for one in shown.all("meta") if one.get("http-equiv") == "Content-Security-Policy"]
    ((script,), (style,)) = shown.code["script"], shown.code["style"]
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src {digest(style)}",
        f"script-src {digest(script)}",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert script == Templates().read("inbox/page.js")
    assert style == Templates().read("inbox/page.css")
    names = {name for _, attributes in shown.elements for name in attributes}
    assert not {name for name in names if name.startswith("on") or name in ("src", "href", "style", "action")}
    assert not re.search(r"url\(|@import|fetch|XMLHttp|innerHTML|eval|document\.write", script + style)


def test_the_page_is_sealed() -> None:
    assert_sealed(made())


@given(st.lists(TEXTS, min_size=9, max_size=9))
@example(["nul\x00 esc\x1b sur\ud800 \u202egnp.exe"] * 9)
@settings(max_examples=60)
def test_what_people_wrote_stays_words(said: list[str]) -> None:
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
    many = replace(entry, id="q-bbbbbbbb", choices=tuple((f"{n}", said[n % 9]) for n in range(9)))
    content = made(replace(INBOX, title=said[8], entries=(entry, many)))
    assert_sealed(content)
    shown = seen(content)
    plain = seen(made(replace(INBOX, title="题", entries=(_tame(entry), _tame(many)))))
    if said[6]:
        assert [name for name, _ in shown.elements] == [name for name, _ in plain.elements]
    read = "".join(shown.words)
    assert all(visible(one) in read for one in said)
    assert not re.search("[\x00\x1b\u202a-\u202e\ud800-\udfff]", content.decode())


def _tame(entry: Entry) -> Entry:
    choices = tuple((value, "选") for value, _ in entry.choices)
    return Entry(entry.id, "类", "问", (("甲", "乙"),), choices, entry.proposal, "字", ("DIG/P1",))


# --- In a browser ---

PROBE = """
const made = [];
URL.createObjectURL = (blob) => { made.push(blob); return "about:blank"; };
HTMLAnchorElement.prototype.click = function () { document.body.dataset.file = this.download; };
addEventListener("load", async () => {
  const form = document.getElementById("inbox");
  const [first, second, third, fourth] = form.querySelectorAll("[data-question]");
  const put = (field, value) => { field.value = value; field.dispatchEvent(new Event("input", { bubbles: true })); };
  const tick = (question, value) => {
    const radio = question.querySelector(`input[value="${value}"]`);
    radio.checked = true;
    radio.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const told = [];
  const save = () => { form.requestSubmit(); told.push(document.getElementById("notice").textContent); };
  save();
  put(form.elements.by, " 张三 ");
  put(form.elements.date, "2026-09-02");
  tick(first, "apart");
  put(first.querySelector("[data-why]"), "<\\/script>\\n\\"工艺\\" 不同");
  put(second.querySelector("[data-words]"), "新的");
  save();
  tick(second, "rename");
  put(third.querySelector("select"), "m-5");
  save();
  const state = localStorage.getItem("sopcurric:0123456789ab:plant");
  const out = document.createElement("pre");
  out.id = "probe";
  out.textContent = JSON.stringify({
    told, saved: await Promise.all(made.map((blob) => blob.text())), kept: JSON.parse(state),
    progress: document.getElementById("done").textContent, copy: document.getElementById("text").value,
  });
  document.body.append(out);
});
"""
FILL_IN_AGAIN = """
localStorage.setItem("sopcurric:0123456789ab:plant", JSON.stringify({ by: "李四", date: "2026-09-03", answers: [
  { question: "q-bbbbbbbb", choice: "rename", words: "旧的", why: "因为" }, { question: "q-cccccccc", choice: "m-7" },
  { question: "q-aaaaaaaa", choice: "gone" }, { question: "q-zzzzzzzz", choice: "x" } ] }));
addEventListener("load", () => {
  const out = document.createElement("pre");
  out.id = "probe";
  const form = document.getElementById("inbox");
  out.textContent = JSON.stringify({
    by: form.elements.by.value,
    chosen: [...form.querySelectorAll("input:checked, select")].map((one) => one.value),
    typed: [...form.querySelectorAll("textarea:not([readonly])")].map((one) => one.value),
    progress: document.getElementById("done").textContent,
  });
  document.body.append(out);
});
"""


def probed(content: bytes, probe: str, folder: Path) -> Seen:
    """The page after a script of ours."""
    return seen(left_by(content, probe, folder))


def told(shown: Seen) -> dict[str, object]:
    read = json.loads(next(said for said in reversed(shown.words) if said.startswith("{")))
    assert isinstance(read, dict)
    return read


@in_browser
def test_somebody_fills_in_the_page(tmp_path: Path) -> None:
    shown = probed(made(), PROBE, tmp_path)
    probe = told(shown)
    assert isinstance(probe["saved"], list)
    (saved,) = probe["saved"]
    returned = read_answers(saved.encode())
    assert replace(returned, answers=()) == Returned("0123456789ab", "plant", "张三", "2026-09-02", ())
    assert [placed.answer for placed in returned.answers] == [
        Answer("q-aaaaaaaa", "apart", why='</script>\n"工艺" 不同'),
        Answer("q-bbbbbbbb", "rename", "新的"),
        Answer("q-cccccccc", "m-5"),
    ]
    assert probe["copy"] == saved
    assert probe["kept"] == json.loads(saved)
    assert probe["progress"] == "已决定 3 项，共 4 项"
    assert isinstance(probe["told"], list)
    assert [said[:5].strip() for said in probe["told"]] == ["请先填写“", "有 1 题", "已生成 a"]
    assert shown.all("body")[0]["data-file"] == "answers.json"


@in_browser
def test_what_was_typed_is_there_again(tmp_path: Path) -> None:
    assert told(probed(made(), FILL_IN_AGAIN, tmp_path)) == {
        "by": "李四",
        "chosen": ["", "rename", "m-7", ""],
        "typed": ["", "旧的", "因为", "", ""],
        "progress": "已决定 2 项，共 4 项",
    }


@in_browser
def test_hostile_words_do_nothing_in_a_browser(tmp_path: Path) -> None:
    said = " ".join(HOSTILE[:5])
    entry = Entry("q-aaaaaaaa", said, said, ((said, said),), (("a", said), ("b", said)), "a", said, (said,))
    shown = probed(made(replace(INBOX, title=said, entries=(entry,))), "", tmp_path)
    assert "data-hacked" not in shown.all("body")[0]
    assert len(shown.all("section")) == 1


# --- The file that comes back ---

FILE = {
    "format": 1,
    "state": "0123456789ab",
    "role": "plant",
    "by": "张三",
    "date": "2026-09-02",
    "answers": [{"question": "q-aaaaaaaa", "choice": "apart", "words": "", "why": "工艺不同\r\n"}],
}


def read(**changed: object) -> Returned:
    return read_answers(json.dumps(FILE | changed).encode())


def refused(content: bytes) -> str:
    with pytest.raises(UnreadableFormError) as caught:
        read_answers(content)
    assert words(caught.value.said, "zh") != words(caught.value.said, "en")
    return caught.value.code


def test_a_file_of_answers() -> None:
    returned = read()
    assert [(placed.answer, placed.place) for placed in returned.answers] == [
        (Answer("q-aaaaaaaa", "apart", why="工艺不同"), "#1")
    ]
    assert replace(returned, answers=()) == Returned("0123456789ab", "plant", "张三", "2026-09-02", ())
    assert read_answers(b"\xef\xbb\xbf" + json.dumps(FILE).encode()) == returned


def line(question: str = "q-aaaaaaaa", choice: object = "apart", **more: object) -> dict[str, object]:
    return {"question": question, "choice": choice, **more}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (line(choice=1), "form.fault.malformed"),
        (line(choice="a b"), "form.fault.malformed"),
        (line("../etc"), "form.fault.malformed"),
        (line(why="x" * 40_000), "form.fault.malformed"),
        (line(more=1), "form.fault.malformed"),
        ("apart", "form.fault.malformed"),
        (None, "form.fault.malformed"),
        (line(choice="", why="只有理由"), "form.fault.no-choice"),
        (line(choice="", words="只有内容"), "form.fault.no-choice"),
    ],
)
def test_a_bad_answer_is_told_and_the_others_come(wrong: object, code: str) -> None:
    returned = read(answers=[wrong, line("q-bbbbbbbb")])
    assert [placed.answer for placed in returned.answers] == [Answer("q-bbbbbbbb", "apart")]
    assert [(fault.place, fault.code) for fault in returned.faults] == [("#1", code)]
    assert words(returned.faults[0].said, "zh") != words(returned.faults[0].said, "en")


def test_an_empty_answer_is_none() -> None:
    returned = read(answers=[line(choice="")])
    assert (returned.answers, returned.faults) == ((), ())


def test_the_same_question_twice() -> None:
    assert len(read(answers=[line(), line()]).answers) == 1
    returned = read(answers=[line(), line("q-bbbbbbbb"), line(choice="together")])
    assert [placed.answer.question for placed in returned.answers] == ["q-bbbbbbbb"]
    assert returned.faults == (Fault("#3", "form.fault.conflict", (("first", "#1"), ("question", "q-aaaaaaaa"))),)


def test_a_date_that_is_none() -> None:
    returned = read(date="next week")
    assert returned.date == ""
    assert [(fault.place, fault.code) for fault in returned.faults] == [("date", "form.fault.date")]


def test_files_that_are_none_of_ours_are_refused() -> None:
    assert refused(b" " * (LARGEST + 1)) == "form.unreadable.too-large"
    assert refused(json.dumps(FILE | {"answers": [0] * (MOST + 1)}).encode()) == "form.unreadable.too-many"
    assert refused(json.dumps(FILE | {"format": 2, "news": 1}).encode()) == "form.unreadable.newer"
    wrong: tuple[dict[str, object], ...] = (
        {"format": 0},
        {"format": True},
        {"format": 10**7},
        {"format": "1"},
        {"state": "0123456789AB"},
        {"state": "0123456789ab\n"},
        {"state": ""},
        {"role": "boss"},
        {"by": None},
        {"answers": {}},
        {"more": 1},
    )
    for changed in wrong:
        assert refused(json.dumps(FILE | changed).encode()) == "form.unreadable.not-answers"
    for content in (
        "",
        "[]",
        "null",
        f'{{"format": {"9" * 5000}}}',
        "[" * 100_000,
        '{"format": 1',
        '{"format": 1, "state": "\\ud800"}',
    ):
        assert refused(content.encode()) == "form.unreadable.not-answers"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*FILE, "question", "why"]), inner),
    max_leaves=12,
)


@given(st.one_of(st.binary(max_size=200), JSON.map(lambda value: json.dumps(value).encode())))
@settings(max_examples=200)
def test_no_bytes_end_in_anything_but_a_sentence(content: bytes) -> None:
    with suppress(UnreadableFormError):
        read_answers(content)


@given(st.lists(JSON, max_size=4))
@settings(max_examples=100)
def test_no_answer_ends_in_anything_but_a_fault(lines: list[object]) -> None:
    with suppress(UnreadableFormError):
        returned = read(answers=lines)
        assert len(returned.answers) + len(returned.faults) <= len(lines)


@given(TEXTS, TEXTS)
@settings(max_examples=60)
def test_what_people_answer_comes_back_as_they_wrote_it(said: str, why: str) -> None:
    said, why = (one.encode("utf-8", "replace").decode()[:30_000] for one in (said, why))
    (placed,) = read(answers=[line(words=said, why=why)]).answers
    assert placed.answer == Answer("q-aaaaaaaa", "apart", visible(said).strip(), visible(why).strip())
