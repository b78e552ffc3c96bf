"""Cards for the post: which there are, what stands on them, who gets them, and what has room on a page."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pypdf import PdfReader

from generators import compiled, tree_of
from sopcurric.app.building import _context
from sopcurric.app.checking import check
from sopcurric.app.exporting import teachable_files
from sopcurric.app.registry import renderers
from sopcurric.app.steps import Steps
from sopcurric.documents import plant_cards
from sopcurric.io import resources
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.leaves.card_pages import UPRIGHT, Room, pages
from sopcurric.linguistics.safety_signs import MANDATORY, WARNING, signs
from sopcurric.model.compilation import Compilation
from sopcurric.model.provenance import leaf_sources, sources_on
from sopcurric.model.publication import Audience, Block, Callout, Fields, Leaf, LeafKind, Paragraph, Table, printed_for
from sopcurric.model.saying import words

pytestmark = pytest.mark.no_cover  # whole repositories over and over

PROJECT = "project: {name: n, language: zh}\n"
SOP = """
job: {code: DIG, title: 溶出工, reports_to: 班长}
hazards:
  - {id: H1, title: 噪声, risk: low, controls: [戴耳塞]}
  - id: H2
    title: 碱液喷溅
    risk: major
    controls: [严禁带压紧固, 送汽前疏水, 取样时站在侧面]
    ppe: [面罩]
    first_aid: 冲洗
ppe: [{id: G1, title: 手套, when: 取样, check: 不漏气}]
interlocks: [{id: I1, title: 压力高停泵, condition: 压力达到高高限, action: 停泵, bypass: 车间主任批准}]
parameters: [{id: T1, title: 温度, range: 260–280 ℃, alarm: {low: 260 ℃}}]
emergency_cards: [{id: C1, title: 灼伤, actions: [冲洗, 送医], contacts: [中控 8001], procedures: [P3]}]
deviations: [{id: V1, title: 压力升高, actions: [降量, 查阀门], report: 报告班长。, procedures: [P1]}]
procedures:
  - id: P1
    title: 取样
    phase: quality
    hazards: [H1, H2]
    ppe: [G1]
    interlocks: [I1]
    steps:
      - {id: S1, text: 打开取样阀, warnings: [快开会喷溅], criterion: 缓慢, reason: 防溅, critical: true, hazards: [H2]}
      - {id: S2, text: 看温度，应为 260–280 ℃, parameters: [T1]}
      - {id: S3, text: 送样, parameters: [T1]}
  - {id: P2, title: 巡检, phase: inspection, steps: [{id: S1, text: 检查轴承, criterion: 不烫}, 检查油位，应在 1/2–2/3]}
  - {id: P3, title: 处置刺漏, phase: emergency, steps: [撤离刺漏点, 报告中控]}
  - {id: P4, title: 测量绝缘, phase: inspection, steps: [停电上锁, 放电, 检查表, 接线, 恢复接线]}
routes:
  - id: R1
    title: 点检泵
    points: [{id: M1, item: 油位, part: 油箱, method: 看, parameters: [T1], abnormal: 补油}]
"""
FILES = {"sopcurric.yaml": PROJECT, "sops/a.yaml": SOP}


@pytest.fixture(scope="module")
def made() -> Compilation:
    """A job with everything that cards are made of."""
    return compiled(FILES)


@pytest.fixture(scope="module")
def group() -> dict[str, str]:
    """The files of the example with three plants."""
    return {path: text.decode() for path, text in tree_of(resources.folder("examples") / "group-of-plants").items()}


@pytest.fixture(scope="module")
def plants(group: dict[str, str]) -> Compilation:
    """The example with three plants, compiled."""
    return compiled(group)


def cards(compilation: Compilation, *kinds: LeafKind) -> list[Leaf]:
    """The cards of some kinds."""
    binders = plant_cards.compose(compilation)
    return [leaf for binder in binders for leaf in binder.leaves if leaf.kind in (kinds or tuple(LeafKind))]


def card(compilation: Compilation, kind: LeafKind, address: str) -> Leaf:
    """The card of one kind about something."""
    (found,) = [one for one in cards(compilation, kind) if address in one.derived_from]
    return found


def said(leaf: Leaf, language: str = "zh") -> str:
    """Everything that stands on a leaf, line by line."""
    return "\n".join(line for block in leaf.blocks for line in _lines(block, language))


def _lines(block: Block, language: str) -> Iterator[str]:
    match block:
        case Table(rows=rows):
            yield from (" | ".join(words(one, language) for cell in row.cells for one in cell.content) for row in rows)
        case Callout(items=items, title=title):
            yield words(title, language)
            yield from (words(one.content, language) for one in items)
        case Fields(fields=fields):
            yield from (f"{words(one.label, language)}: {words(one.value, language)}" for one in fields if one.value)
        case Paragraph(content=content):
            yield words(content, language)
        case _:
            pass


def test_every_procedure_has_the_card_of_its_kind(made: Compilation) -> None:
    about = {kind: [leaf.derived_from for leaf in cards(made, kind)] for kind in LeafKind}
    assert about[LeafKind.OPERATION_CARD] == [("DIG/P1",), ("DIG/P4",)], "most steps of P4 are no looks"
    assert about[LeafKind.EMERGENCY_CARD] == [("DIG/emergency_cards/C1",), ("DIG/P3",)]
    assert about[LeafKind.RISK_CARD] == [("DIG",)]
    assert about[LeafKind.SPOT_CHECK] == [("DIG/P2",), ("DIG/R1",)]
    assert set(about[LeafKind.SHIFT_TALK]) == {("DIG",)}


def test_an_operation_card_says_what_is_done_what_threatens_and_what_never_to_do(made: Compilation) -> None:
    lines = said(card(made, LeafKind.OPERATION_CARD, "DIG/P1")).splitlines()
    assert lines == [
        "岗位: 溶出工",
        "风险与防护",
        "重大风险（红） 碱液喷溅：取样时站在侧面",
        "低风险（蓝） 噪声：戴耳塞",
        "劳保用品：手套、面罩",
        "联锁须投用：压力高停泵",
        "警告：快开会喷溅",
        "1 | ★ 打开取样阀 | 缓慢 | □",
        "2 | 看温度 | 应为 260–280 ℃ | □",
        "3 | 送样 | 温度：260–280 ℃ | □",
        "禁止事项",
        "严禁带压紧固",
        "未经批准，不得解除联锁：压力高停泵",
        "出现异常时",
        "压力升高：降量；报告班长",
    ]


def test_emergency_cards_say_whom_to_call_and_what_comes_then(made: Compilation) -> None:
    lines = said(card(made, LeafKind.EMERGENCY_CARD, "DIG/emergency_cards/C1")).splitlines()
    assert lines[1:] == [
        "报告联系: 中控 8001",
        "1 | 冲洗 | □",
        "2 | 送医 | □",
        "后续处置",
        "按应急处置卡“处置刺漏”继续处置",
    ]
    assert "报告联系: 中控 8001" in said(card(made, LeafKind.EMERGENCY_CARD, "DIG/P3")), "the card names the procedure"
    without = SOP.replace(", procedures: [P3]", "")
    alone = card(compiled({**FILES, "sops/a.yaml": without}), LeafKind.EMERGENCY_CARD, "DIG/P3")
    assert "报告联系: 班长" in said(alone)


def test_what_stands_on_cards_only_is_not_taught(made: Compilation) -> None:
    assert sources_on(plant_cards.compose(made)) == frozenset()


def test_the_risk_card_has_every_hazard_the_gravest_first(made: Compilation) -> None:
    risks = card(made, LeafKind.RISK_CARD, "DIG")
    lines = said(risks).splitlines()
    assert [line.split(" | ")[0] for line in lines[-2:]] == ["碱液喷溅", "噪声"]
    assert "最高风险: 重大风险（红）" in lines
    assert {one.address for one in made.inputs.sops[0].hazards} <= leaf_sources(risks)


def test_a_sheet_has_a_place_for_every_shift_and_a_row_to_sign(made: Compilation) -> None:
    table = next(one for one in card(made, LeafKind.SPOT_CHECK, "DIG/R1").blocks if isinstance(one, Table))
    titles = [words(one.title, "zh") for one in table.columns]
    assert titles == ["序号", "部位", "项目", "方法", "标准", "早", "中", "晚", "异常处理"]
    assert words(table.rows[0].cells[2].content[0], "zh") == "油位", "the part has a column of its own"
    assert [sum(cell.columns for cell in row.cells) for row in table.rows] == [len(titles)] * 2


def test_questions_take_turns_and_their_answers_are_for_staff_only(made: Compilation) -> None:
    talks = cards(made, LeafKind.SHIFT_TALK)
    asked = [line for leaf in talks for line in said(leaf).splitlines() if " | " in line]
    assert len(asked) == len({line.split(" | ")[1] for line in asked}) > len(talks)
    assert any("打开取样阀，做到什么程度才算合格？ | 缓慢 | 《取样》第 1 步" in line for line in asked)
    assert any("当班发现“压力升高”" in line and "报告班长" in line for line in asked)
    learners = printed_for(plant_cards.compose(made), Audience.STUDENT)
    assert LeafKind.SHIFT_TALK not in {leaf.kind for binder in learners for leaf in binder.leaves}
    assert any(
        leaf.kind is LeafKind.SHIFT_TALK for leaf in printed_for(plant_cards.compose(made), Audience.MENTOR)[0].leaves
    )


def test_ids_follow_from_what_a_card_is_about(made: Compilation) -> None:
    more = {**FILES, "sops/a.yaml": SOP.replace("  - {id: P2,", "  - {id: P0, title: 准备, steps: [看]}\n  - {id: P2,")}
    other = {"sops/b.yaml": SOP.replace("DIG", "AAA")}
    before = {leaf.id: leaf.derived_from for leaf in cards(made)}
    after = {leaf.id: leaf.derived_from for leaf in cards(compiled({**more, **other}))}
    assert len(after) > 2 * len(before)
    assert before.items() <= after.items()


def test_each_plant_has_its_own_cards_even_where_another_does_the_same(plants: Compilation) -> None:
    known = {
        words(leaf.title, "zh"): {words(one, "zh")[:2] for one in leaf.effectivity}
        for leaf in cards(plants, LeafKind.OPERATION_CARD)
    }
    stopping = {title: whose for title, whose in known.items() if title.startswith("停运循环水泵")}
    assert sorted(map(sorted, stopping.values())) == [["东河"], ["云岭"], ["白沙"]]
    (dosing,) = [leaf for leaf in cards(plants, LeafKind.OPERATION_CARD) if "BS:SB-DOS/P1" in leaf.derived_from]
    assert dosing.derived_from == ("BS:SB-DOS/P1",)
    assert {one.partition(":")[0] for one in leaf_sources(dosing)} == {"BS"}
    assert all(len(leaf.effectivity) == 1 for leaf in cards(plants, LeafKind.RISK_CARD))


def test_a_long_card_goes_on_and_no_step_is_lost_or_parted(alumina: Compilation) -> None:
    every = [leaf for binder in alumina.binders if binder.document == "plant_cards" for leaf in binder.leaves]
    several = 0
    for procedure in alumina.procedures.values():
        own = [one for one in every if one.derived_from == (procedure.address,) and not one.wide]
        steps = [list(_steps(leaf)) for leaf in own]
        several += len(own) > 1
        assert not own or [one for page in steps for one in page] == [one.address for one in procedure.steps]
    assert several > 1


def _steps(leaf: Leaf) -> Iterator[str]:
    """The steps in the tables of a leaf, in order."""
    rows = (row for block in leaf.blocks if isinstance(block, Table) for row in block.rows)
    yield from dict.fromkeys(row.derived_from[0] for row in rows)


@pytest.mark.parametrize("height", [70, 80, 90, 100])
def test_a_page_holds_what_has_room_on_it(height: int, made: Compilation) -> None:
    blocks = card(made, LeafKind.OPERATION_CARD, "DIG/P1").blocks
    assert pages(blocks, "zh") == (blocks,)
    parts = pages(blocks, "zh", Room(UPRIGHT.width, height))
    tables = [one for part in parts for one in part if isinstance(one, Table)]
    (whole,) = [one for one in blocks if isinstance(one, Table)]
    assert len(parts) > 1
    assert tuple(row for one in tables for row in one.rows) == whole.rows
    steps = [step for one in tables for step in {row.derived_from[0] for row in one.rows}]
    assert len(steps) == len(set(steps)), "a warning stays with its step"
    assert len({one.key for part in parts for one in part}) == sum(map(len, parts))


def test_every_card_is_printed_on_one_page(plants: Compilation, group: dict[str, str]) -> None:
    edition = replace(plants.inputs.settings.editions[0], audience=Audience.TEACHER)
    (binder,) = printed_for(plant_cards.compose(plants), Audience.TEACHER)
    (file,) = renderers()["pdf"].binder(binder, _context(edition, plants, MemoryWorkspace(group)))
    printed = Counter[str]()
    for page in PdfReader(io.BytesIO(file.content)).pages:
        text = page.extract_text()
        label = re.search(r"活页 ?(\S+)", text)
        if label and "本页有意留白" not in text:
            printed[label[1]] += 1
    assert printed == {leaf.label: 1 for leaf in binder.leaves}


def test_what_cases_tell_of_a_step_is_not_taken_for_the_step(made: Compilation) -> None:
    case = {
        "id": "TQ",
        "title": "听针辨音",
        "on": "[DIG/P1/S1, DIG/deviations/V1]",
        "moves": "[贴紧]",
        "why": "固体传声",
    }
    told = ", ".join(f"{key}: {value}" for key, value in case.items())
    more = compiled({**FILES, "cases/a.yaml": f"techniques: [{{{told}}}]\n"})
    assert len(more.points) > len(made.points)
    assert {step: point.work for step, point in more.step_points.items()} == {
        step: point.work for step, point in made.step_points.items()
    }


def test_cards_are_the_same_at_the_college_and_say_nothing_classified() -> None:
    marked = SOP.replace("260–280 ℃", "<<273 ℃|260–280 ℃>>").replace("取样时站在侧面", "取样时站在<<涉密台|侧面>>")
    plant = MemoryWorkspace({**FILES, "sops/a.yaml": marked})
    checked_there = check(plant, Steps(MemoryStore()), printed=False)
    crossed = {path: data.decode() for path, data in teachable_files(checked_there.loaded, plant).items()}
    assert checked_there.compilation is not None
    there = plant_cards.compose(checked_there.compilation)
    assert there == plant_cards.compose(compiled(crossed))
    shown = "\n".join(said(leaf) for binder in there for leaf in binder.leaves)
    assert "侧面" in shown
    assert "涉密" not in shown
    assert "273" not in shown


@pytest.mark.parametrize(
    ("table", "text", "found"),
    [
        (WARNING, "高温碱矿浆喷溅，皮肤灼伤", ("corrosion", "hot")),
        (WARNING, "隔膜泵噪声", ("noise",)),
        (WARNING, "Falling objects", ("falling-objects",)),
        (MANDATORY, "安全帽、耳塞", ("helmet", "ears")),
        (MANDATORY, "记录本", ()),
    ],
)
def test_signs_follow_from_words(table: dict[str, re.Pattern[str]], text: str, found: tuple[str, ...]) -> None:
    assert signs(table, text) == found
