"""Diagrams as SVG: where boxes stand, what they say, and that it is the same every time."""

from xml.etree import ElementTree as ET

from sopcurric.model.publication import Diagram, DiagramLayer, DiagramLink, DiagramNode
from sopcurric.model.text import Text, sentence
from sopcurric.printing.diagram import outline
from sopcurric.printing.diagram_svg import svg

SVG = "{http://www.w3.org/2000/svg}"


def node(name: str, words: str, *, strong: bool = False) -> DiagramNode:
    return DiagramNode(name, Text.plain("zh", words), strong)


DIAGRAM = Diagram(
    "d",
    Text.plain("zh", "启动 & 停止"),
    (
        DiagramLayer(Text.plain("zh", "流程"), (node("p", "启动隔膜泵"),)),
        DiagramLayer(
            Text.plain("zh", "技能点"),
            (
                node("a", "检查油位" * 12),
                node("b", "排出 Na₂O 低的液", strong=True),
                node("c", "开泵"),
                node("e", "停"),
            ),
            7,
        ),
        DiagramLayer(Text.plain("zh", "知识点"), (node("k", "隔膜泵"), node("m", "油位"))),
    ),
    (
        *(DiagramLink("p", one) for one in "abce"),
        *(DiagramLink(one, "k") for one in "abc"),
        DiagramLink("e", "m"),
    ),
)


def drawn() -> ET.Element:
    return ET.fromstring(svg(DIAGRAM, "zh"))  # noqa: S314 - made by us


def boxes() -> list[tuple[float, float, float, float, str]]:
    found = [one for one in drawn().iter(f"{SVG}rect") if one.get("rx")]
    sizes = ("x", "y", "width", "height")
    return [(*(float(one.get(name, "")) for name in sizes), one.get("stroke-width", "")) for one in found]  # type: ignore[misc]


def test_boxes_stand_apart_and_inside() -> None:
    _, _, width, height = map(float, drawn().get("viewBox", "").split())
    found = boxes()
    assert len(found) == 7
    for number, (left, top, wide, high, _) in enumerate(found):
        assert left >= 0
        assert top >= 0
        assert left + wide <= width
        assert top + high <= height
        for other in found[number + 1 :]:
            beside = other[0] >= left + wide or left >= other[0] + other[2]
            below = other[1] >= top + high or top >= other[1] + other[3]
            assert beside or below


def test_lines_lead_from_box_to_box() -> None:
    paths = [one.get("d", "") for one in drawn().iter(f"{SVG}path")]
    assert len(paths) == len(DIAGRAM.links)
    edges = [(left, left + wide) for left, _, wide, _, _ in boxes()]
    for path in paths:
        start, *_, end = (float(corner.split()[0]) for corner in path.removeprefix("M").split("L"))
        assert any(abs(start - right) < 0.02 for _, right in edges)
        assert any(abs(end - left) < 0.02 for left, _ in edges)


def test_what_boxes_say() -> None:
    said = ["".join(one.itertext()) for one in drawn().iter(f"{SVG}text")]
    assert "检查油位" * 12 in said
    assert "排出 Na2O 低的液" in said
    assert {"7", "8", "9", "10"} <= set(said)
    assert "← 技能点 7–9" in said
    assert "← 技能点 10" in said
    assert [one.text for one in drawn().iter(f"{SVG}title")] == ["启动 & 停止"]
    assert next(drawn().iter(f"{SVG}desc")).text == "流程: 1; 技能点: 4; 知识点: 2"


def test_indices_stand_lower_and_the_rest_does_not() -> None:
    moves = [float(one.get("dy", "0")) for one in drawn().iter(f"{SVG}tspan") if one.get("dy")]
    assert len(moves) == 2
    assert sum(moves) == 0
    assert moves[0] > 0


def test_strong_boxes_have_thick_borders() -> None:
    assert sorted(stroke for *_, stroke in boxes()) == [*["0.25"] * 6, "0.6"]


def test_same_drawing_every_time() -> None:
    assert svg(DIAGRAM, "zh") == svg(DIAGRAM, "zh")


def test_every_box_stands_in_the_words() -> None:
    layers = outline(DIAGRAM)
    assert [[node.name for node in layer.nodes] for layer in layers] == [[""], ["7", "8", "9", "10"], ["", ""]]
    assert layers[1].nodes[0].ends == (Text.plain("zh", "隔膜泵"),)
    assert layers[2].nodes[0].ends == ()


def test_a_drawing_of_nothing() -> None:
    empty = Diagram("d", sentence("plain", value="—"), (DiagramLayer(sentence("plain", value="x"), ()),), ())
    assert ET.fromstring(svg(empty, "zh")).tag == f"{SVG}svg"  # noqa: S314 - made by us
