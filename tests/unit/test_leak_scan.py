"""The second lock: what is classified is found however it is written, and what only looks like it is not."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators import small, told
from sopcurric.app.building import Request, build
from sopcurric.app.checking import check
from sopcurric.app.steps import Steps
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.linguistics.chinese_figures import in_figures, significant
from sopcurric.source.ref import SourceRef
from sopcurric.stages.leak_scan import Said, Secret, is_common, is_outside, leaks

HERE, THERE = SourceRef("sops/a.yaml", ("a",)), SourceRef("sops/b.yaml", ("b",))


def found(raw: str, words: str) -> tuple[str, bool] | None:
    """What is found of a secret in open words, and whether it is certain."""
    leak = next(iter(leaks([Secret(HERE, raw, "")], [Said(THERE, words)])), None)
    return (leak.found, leak.certain) if leak else None


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("8.2 MPa", "压力 8.2MPa"),
        ("8.2 MPa", "８．２\uff2d\uff30\uff41"),
        ("8.2 MPa", "8.2 Mpa 左右"),
        ("8.2 MPa", "8.2 兆帕"),
        ("8.2 MPa", "八点二兆帕"),
        ("8.2 MPa", "82 bar"),
        ("8.2 MPa", "8200 kPa"),
        ("8.2 MPa", "83.6 kgf/cm²"),
        ("8.2 MPa", "83.6 kgf·cm⁻²"),
        ("8.2 MPa", "控制在 7.9–8.2 MPa"),
        ("8.2MPa左右", "8.2 MPa"),
        ("7.9–8.2 MPa", "报警 79 bar"),
        ("8.2 MPa", "8.2±0.2 MPa"),
        ("272±5 ℃", "272 ℃"),
        ("8.2 MPa", "8200 千帕"),
        ("12千克", "12 kg"),
        ("12万吨/年", "12 万吨/年"),
        ("12万吨/年", "120000 t/年"),
        ("12 万吨/年", "十二万吨/年"),
        ("8.2 MPa", "PI-101\uff1a8.2 MPa"),
        ("8.2 MPa", "H2O\uff0c8.2 MPa"),
        ("8.2 MPa", "P1:8.2MPa"),
        ("8.2 MPa", "PT101/8.2 MPa"),
        ("8.2 MPa", "A-8.2 MPa"),
        ("272 ℃", "T272℃"),
        ("8.2 MPa", "sops/8.2 MPa.yaml"),
        ("8.2 MPa", "8.2 MPaG"),
        ("8.2 MPaG", "8.2 MPa"),
        ("8.2 MPa", "8.2MPa(abs)"),
        ("8.2 MPa", "8.2MPa/DN50"),
        ("8.2 MPa", "8.2、8.4 MPa"),
        ("8.2 MPa", "8.2/8.4 MPa"),
        ("8.2 MPa", "由 8.2→8.4 MPa"),
        ("8.2 MPa", "压力（MPa）：8.2"),
        ("83.6 kgf/cm2", "8.2 MPa"),
        ("83.6 kgf/cm2", "82 bar"),
        ("12 h", "12个小时"),
        ("45 min", "45 minutes"),
        ("85 %", "百分之八十五"),
        ("12 kg", "12 kilograms"),
        ("82 bar", "82巴"),
        ("240 g/L", "240 克每升"),
        ("8.2 MPa", r"p=8.2\,MPa"),
        ("8.2 MPa", r"8.2\mathrm{MPa}"),
        ("8.2 MPa", "8.2   MPa"),
        ("8.2 MPa", "8.2㎫"),
        ("8.2 MPa", "8.\u200b2 MPa"),
        ("8.2 MPa", "8.2e6 Pa"),
        ("8.2 MPa", "8.2×10^6 Pa"),
        ("8.2 MPa", "8.2×10⁶ Pa"),
        ("8.2 MPa", "8'200 kPa"),
        ("-18 ℃", "255.15 K"),
        ("272 ℃", "272 ºC"),
        ("配方三号", "按配方 3 号"),
        ("272 ℃", "二百七十二摄氏度"),
        ("272 ℃", "545 K"),
        ("20 min", "二十分钟"),
        ("20 min", "1200 s"),
        ("1200 t/d", "1,200 t/d"),
        ("1200 t/d", "1 200 t/d"),
        ("1200 t/d", "每天 50 t/h"),
        ("东岭石灰厂", "由东岭 石灰厂供应"),
        ("Acme Lime Works", "ACME-lime works"),
        ("配方 A-7 改", "按配方A7改加料"),
        ("XV-1203B", "关闭 xv1203b"),
    ],
)
def test_the_same_in_other_words_is_found(raw: str, words: str) -> None:
    leak = found(raw, words)
    assert leak is not None
    assert leak[1]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("8.2 MPa", "约 8 MPa"),
        ("8.2 MPa", "8.3 MPa"),
        ("8.2 MPa", "8.2 kPa"),
        ("8.2 MPa", "8.2 m"),
        ("8.2 MPa", "见 8.2 节"),
        ("1 MPa", "12 bar"),
        ("20 min", "第 20 页"),
        ("20 min", "20"),
        ("20 min", "20 ℃"),
        ("272 ℃", "第 272 页"),
        ("272 ℃", "2720"),
        ("272 ℃", "272.5"),
        ("东岭石灰厂", "东岭"),
        ("0–8.2 MPa", "泄压到 0 MPa"),
        ("-5 ℃", "5 ℃"),
        ("1.0 m", "98 cm"),
        ("salt", "which has alternating positions"),
        ("lime", "limestone"),
        ("TK-12A", "TK-12AB"),
        ("A-701", "A-7015"),
        ("A-701", "DA-701"),
        ("2024 kPa", "GB/T 2024"),
        ("2024 kPa", "2024 年"),
        ("120 ℃", "拨打 120"),
        ("每 2 h 向 3 号槽加氟化铝 12.5 kg", "向槽加料"),
    ],
)
def test_what_only_looks_like_it_is_not(raw: str, words: str) -> None:
    assert found(raw, words) is None


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("272 ℃", "表上 272"),
        ("272", "272 ℃"),
        ("1200 t/d", "1,200"),
        ("90 ℃", "90 度弯头"),
        ("272 ℃", "272 度"),
        ("5 kg", "5 kg 灭火器"),
        ("每 2 h 向 3 号槽加氟化铝 12 kg", "灭火器 12 kg"),
    ],
)
def test_what_may_be_something_else_is_found_with_a_doubt(raw: str, words: str) -> None:
    leak = found(raw, words)
    assert leak is not None
    assert not leak[1]


SIZES = {"MPa": ("kPa", "Pa", "bar"), "t": ("kg",), "h": ("min", "s"), "m": ("mm", "cm"), "kW": ("W", "MW")}


@given(
    st.decimals("1.01", "999.9", places=2),
    st.sampled_from([(unit, other) for unit, others in SIZES.items() for other in others]),
)
def test_any_value_is_found_in_a_unit_of_another_size(value: Decimal, units: tuple[str, str]) -> None:
    unit, other = units
    factors = {"kPa": "1000", "Pa": "1000000", "bar": "10", "kg": "1000", "min": "60", "s": "3600", "mm": "1000"}
    factor = Decimal({**factors, "cm": "100", "W": "1000", "MW": "0.001"}[other])
    leak = found(f"{value} {unit}", f"约 {value * factor:f} {other}")
    assert leak is not None
    assert leak[1]


@pytest.mark.parametrize(("raw", "common"), [("5", True), ("20", True), ("A7", True), ("高", True), ("。", True)])
def test_what_stands_everywhere_cannot_be_looked_for(raw: str, common: bool) -> None:  # noqa: FBT001
    assert is_common(Secret(HERE, raw, "")) == common


@pytest.mark.parametrize("raw", ["272", "5 kg", "东岭", "A-701", "20 min"])
def test_what_can_be_looked_for_is(raw: str) -> None:
    assert not is_common(Secret(HERE, raw, ""))
    assert found(raw, f"其中 {raw} 等") is not None


@pytest.mark.parametrize(
    ("raw", "taught", "outside"),
    [
        ("272 ℃", "260–280 ℃", False),
        ("272 ℃", "280–300 ℃", True),
        ("270–275 ℃", "260–272 ℃", True),
        ("8.2 MPa", "70–90 bar", False),
        ("8.2 MPa", "60–80 bar", True),
        ("8.2 MPa", "约 8 MPa", False),
        ("8.2 MPa", "较高", False),
        ("8.2 MPa", "260–280 ℃", False),
        ("东岭石灰厂", "供应单位", False),
    ],
)
def test_a_range_for_teaching_holds_the_value(raw: str, taught: str, outside: bool) -> None:  # noqa: FBT001
    assert is_outside(Secret(HERE, raw, taught)) == outside


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("八点二兆帕", "8.2兆帕"),
        ("二百六十", "260"),
        ("二百六", "260"),
        ("二百零六", "206"),
        ("一千二", "1200"),
        ("一千零二", "1002"),
        ("三万五", "35000"),
        ("十二", "12"),
        ("一百零五点五", "105.5"),
        ("二六〇", "260"),
        ("一亿二千万", "120000000"),
        ("两百五十", "250"),
        ("没有数字", "没有数字"),
    ],
)
def test_numerals_are_figures(words: str, figures: str) -> None:
    assert in_figures(words) == figures


@given(st.text("零一二三四五六七八九十百千万亿点两", max_size=40))
def test_no_numeral_is_too_much(words: str) -> None:
    in_figures(words)


@pytest.mark.parametrize(("figures", "number"), [("8.2", 2), ("260", 3), ("0.5", 1), ("0.50", 2), ("0", 1)])
def test_figures_that_say_something(figures: str, number: int) -> None:
    assert significant(figures) == number


# --- In a repository ---

SOP = """
job: {code: DIG, title: 溶出工}
procedures:
  - id: P1
    title: 升压
    steps:
      - 升压到 <<8.2 MPa|规定压力>>，打开 <<XV-1203B|放料阀>>
      - OTHER
"""


def repository(other: str, **more: str) -> dict[str, str]:
    return {**small(), "sops/open.yaml": SOP.replace("OTHER", other).replace("DIG", "LEAK"), **more}


def test_no_edition_is_printed_where_something_stands_open(tmp_path: Path) -> None:
    for name, files in (("open", repository("保持 82 bar")), ("closed", repository("保持压力"))):
        request = Request(tmp_path / name, formats=("markdown",) if name == "closed" else ())
        made = build(MemoryWorkspace(files), Steps(MemoryStore()), request, lambda *_: None)
        assert bool(made.editions) == (name == "closed")
        assert (tmp_path / name).exists() == (name == "closed")
        assert ("DEC101" in {one.code for one in made.findings}) == (name == "open")


def test_no_setting_lets_it_pass() -> None:
    settings = """
project: {name: n}
findings:
  severity: {DEC: ignore}
  ignore: [{paths: ["**"], codes: [DEC], why: 不看}]
"""
    files = repository("保持 82 bar  # sopcurric: ignore DEC101 -- 不看", **{"sopcurric.yaml": settings})
    assert "DEC101" in {one.code for one in check(MemoryWorkspace(files), Steps(MemoryStore())).reported}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("sops/压力 82 bar.yaml", "job: {code: NAME, title: t}\nprocedures: [{id: P, title: t, steps: [s]}]\n"),
        (
            "sops/id.yaml",
            "job: {code: NAME, title: t}\nequipment: [{id: E, title: t, tag: xv1203b}]\nprocedures: []\n",
        ),
        ("templates/html/frame.html.j2", "<p>8.2 MPa</p>"),
        ("sops/unit.yaml", "job: {code: NAME, title: t}\nparameters: [{id: T, title: t, unit: MPa, target: '8.2'}]\n"),
        ("sops/key.yaml", "job: {code: NAME, title: t}\nprocedures: [{id: XV1203B, title: t, steps: [s]}]\n"),
        ("courses/more.yaml", "courses: [{code: X1, title: 八点二兆帕的设备}]\n"),
    ],
)
def test_every_file_is_looked_at_and_its_name(path: str, text: str) -> None:
    findings = check(MemoryWorkspace(repository("保持压力", **{path: text})), Steps(MemoryStore())).findings
    assert [one.place.document for one in findings if one.code == "DEC101" and one.place] == [path]


@pytest.mark.parametrize(
    "faulty", ["job: {code: A", "job: {code: A, title: 《《8.2 MPa|约 8 MPa》》}", "a: 1\n---\nb: 2"]
)
def test_no_edition_is_printed_while_nobody_can_tell(faulty: str, tmp_path: Path) -> None:
    files = {**repository("保持压力"), "sops/faulty.yaml": f"# <<8.2 MPa|约 8 MPa>>\n{faulty}\n"}
    assert not build(MemoryWorkspace(files), Steps(MemoryStore()), Request(tmp_path), lambda *_: None).editions
    files = {**small(), "sops/faulty.yaml": "job: {code: A\n"}
    request = Request(tmp_path, formats=("markdown",))
    assert build(MemoryWorkspace(files), Steps(MemoryStore()), request, lambda *_: None).editions


def test_nothing_raw_is_kept_or_told_beside_the_file() -> None:
    store = MemoryStore()
    checked = check(MemoryWorkspace(repository("保持 82 bar")), Steps(store))
    assert store.entries
    assert not [key for key, kept in store.entries.items() if b"8.2 MPa" in kept()]
    assert "8.2 MPa" not in repr([one for one in checked.findings if one.code == "DEC101"])


@pytest.mark.parametrize(
    "faulty",
    [
        "job: {code: <<7.77 MPa|x>>, title: t}",
        "job: {code: A, title: t}\nequipment: [{id: E, title: t, tag: <<7.77 MPa|x>>}]",
        "job: {code: A, title: t}\ntags: [<<7.77 MPa|x>>]\nprocedures: [{id: P, title: t, phase: <<7.77 MPa|x>>}]",
        "job: {code: A, title: <<7.77 MPa|x>}",
        "job: {code: A, title: 《《7.77 MPa|x》》}",
        "job: {code: A, title: <<7.77 MPa}",
        "document: {effective: <<7.77 MPa|x>>}\njob: {code: A, title: <<a|7.77 MPa>>}",
    ],
)
def test_findings_quote_nothing_that_a_mark_protects(faulty: str) -> None:
    store = MemoryStore()
    checked = check(MemoryWorkspace({**small(), "sops/faulty.yaml": f"{faulty}\n"}), Steps(store))
    assert any(one.gravity == 0 for one in checked.findings)
    assert "7.77" not in repr([one for one in checked.findings if one.code != "DEC101"])
    assert not [kept for kept in store.entries.values() if b"7.77" in kept()] or "<<a|7.77 MPa>>" in faulty


@pytest.mark.parametrize("mark", ["'<<:8.2 MPa|约 8>>'", "'<<: 8.2 MPa|约 8>>'"])
def test_a_mark_that_looks_like_a_merge_is_one(mark: str) -> None:
    sop = f"job: {{code: A, title: t}}\nprocedures: [{{id: P, title: t, steps: [{mark}, 82 bar]}}]\n"
    findings = check(
        MemoryWorkspace({"sopcurric.yaml": "project: {name: n}\n", "sops/a.yaml": sop}), Steps(MemoryStore())
    ).findings
    assert "DEC101" in {one.code for one in findings}


def test_without_marks_nothing_is_read_again() -> None:
    assert not check(MemoryWorkspace(small(told(("文字",)))), Steps(MemoryStore())).loaded.marked


EMPTIED = """
job: {code: VOID, title: TITLE}
parameters: [{id: T, title: TITLE, range: TITLE}]
procedures:
  - {id: P1, title: TITLE, parameters: [T], steps: [TITLE, {text: TITLE, criterion: TITLE}]}
deviations: [{id: V, title: TITLE, causes: [TITLE], actions: [TITLE]}]
"""


def test_an_sop_with_nothing_to_teach_in_it_is_left_out_and_told_all_at_once(tmp_path: Path) -> None:
    files = {**small(), "sops/void.yaml": EMPTIED.replace("TITLE", '"<<氟化铝加料配方|>>"')}
    request = Request(tmp_path, formats=("html",))
    made = build(MemoryWorkspace(files), Steps(MemoryStore()), request, lambda *_: None)
    assert made.editions
    assert len([one for one in made.findings if one.code == "DEC105"]) == EMPTIED.count("TITLE")
    assert not [path for path in tmp_path.rglob("*.html") if "氟化铝加料配方" in path.read_text(encoding="utf-8")]
