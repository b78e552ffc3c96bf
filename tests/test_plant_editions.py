"""Editions for those who may see more: protected words in their places, and nothing of them anywhere else."""

import shutil
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from generators import RememberingSteps, built, tree_of, write_files
from sopcurric.app.building import Request, build
from sopcurric.app.checking import check
from sopcurric.app.exporting import NamesCrossError, export, teachable_files
from sopcurric.app.steps import Steps
from sopcurric.io import resources
from sopcurric.io.cache import MemoryStore
from sopcurric.io.picture_metadata import bare_picture
from sopcurric.io.workspace import DiskWorkspace, MemoryWorkspace
from sopcurric.io.yaml_reader import read_yaml

pytestmark = pytest.mark.no_cover  # whole builds: other tests reach the same lines

PROJECT = """
project: {name: n}
organisations: [{id: QL, title: 甲厂}, {id: ZZ, title: 乙厂}]
formats: [markdown]
editions:
  - {id: open, clearance: public}
  - {id: college, clearance: internal}
  - {id: plant, clearance: trade-secret, audience: mentor, marking: {owner: 甲厂, period: 5 年}}
  - {id: core, clearance: core-secret, audience: mentor, marking: {owner: 甲厂, period: 长期}}
"""
SOP = """
document: {level: trade-secret, number: QL-007, version: A}
job: {code: DIG, title: 溶出工, organisation: QL}
equipment: [{id: E1, title: 隔膜泵, tag: P-101A, function: 输送矿浆}]
parameters:
  - {id: T1, title: 溶出温度, range: 268 ℃, meaning: 影响溶出}
  - {id: T2, title: 预热温度, range: 271 ℃, meaning: 影响预热}
procedures:
  - id: P1
    title: 升温
    equipment: [E1]
    parameters: [T1, T2]
    steps:
      - {id: S1, text: 启动 P-101A，升温到 268 ℃}
      - {id: S2, text: "加 <<core-secret:某某一号剂|添加剂>>，<<internal:按七号单|按配料单>>记录"}
      - {id: S3, text: 绝不外传的做法, level: core-secret}
      - {id: S4, text: 检查阀门}
"""
BASE = """
document: {level: trade-secret}
job: {code: EVA, title: 蒸发工, plants: [QL, ZZ]}
procedures: [{id: P1, title: 蒸发, steps: [{id: S1, text: 压力升到 0.62 MPa}, {id: S2, text: 排料}]}]
"""
CHANGES = """
kind: plant-changes
base: EVA
organisation: QL
document: {level: trade-secret}
changes: [{at: P1/S1, set: {text: 压力升到 0.83 MPa}, why: 设备不同}]
"""
FILES = {"sopcurric.yaml": PROJECT, "sops/a.yaml": SOP, "sops/base.yaml": BASE, "sops/c.yaml": CHANGES}
STEPS = RememberingSteps()
RAW = ("268", "271", "P-101A", "QL-007", "某某一号剂", "七号单", "绝不外传", "0.62", "0.83")


def edition(name: str, files: dict[str, str] | None = None) -> str:
    """All that one edition says."""
    pages = built(files or FILES, "markdown")
    return "\n".join(page.decode() for path, page in sorted(pages.items()) if path.startswith(f"{name}/"))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("open", ()),
        ("college", ("七号单",)),
        ("plant", ("268", "271", "P-101A", "QL-007", "七号单", "0.62", "0.83")),
        ("core", ("268", "271", "P-101A", "QL-007", "七号单", "0.62", "0.83", "某某一号剂")),
    ],
)
def test_an_edition_shows_what_is_protected_up_to_its_clearance(name: str, shown: tuple[str, ...]) -> None:
    said = edition(name)
    assert {one for one in RAW if one in said} == {*shown}


def test_each_value_stands_where_it_belongs() -> None:
    lines = edition("plant").splitlines()
    assert any("溶出温度" in line and "268 ℃" in line and "271" not in line for line in lines)
    assert any("预热温度" in line and "271 ℃" in line and "268" not in line for line in lines)
    assert "升温到 268 ℃" in edition("plant")


def test_a_public_value_is_never_taken_for_a_protected_one() -> None:
    more = "{id: T3, title: 别处温度, range: 260–280 ℃, level: public, meaning: 影响别处}"
    files = {
        **FILES,
        "sops/a.yaml": SOP.replace("procedures:", f"  - {more}\nprocedures:", 1).replace("T1, T2]", "T1, T2, T3]"),
    }
    lines = edition("plant", files).splitlines()
    assert any("别处温度" in line and "260–280 ℃" in line for line in lines)
    assert not any("别处温度 | 268" in line or "别处温度（268" in line for line in lines)
    assert any("溶出温度（260–280 ℃（教学值））" in line for line in lines), "told where nobody can tell"


def test_the_plants_people_are_told_that_they_hold_a_secret() -> None:
    for name, told in (("open", False), ("college", False), ("plant", True), ("core", True)):
        said = edition(name)
        assert ("不得复制、外传" in said) is told
        assert ("参数为教学范围值" in said) is not told


def test_nothing_protected_is_kept(tmp_path: Path) -> None:
    store = MemoryStore()
    built_ = build(MemoryWorkspace(FILES), Steps(store), Request(tmp_path, (), ("markdown",)), lambda *_: None)
    assert len(built_.editions) == 4
    kept = b"\n".join(kept() for kept in store.entries.values()).decode(errors="replace")
    assert [one for one in RAW if one in kept and one not in {"268", "271"}] == []


@pytest.mark.parametrize(("clearance", "kept"), [("public", False), ("internal", True)])
def test_what_crosses_holds_marks_up_to_a_clearance(clearance: str, *, kept: bool) -> None:
    workspace = MemoryWorkspace(FILES)
    left = teachable_files(check(workspace, STEPS).loaded, workspace, clearance)
    said = b"\n".join(left.values()).decode()
    assert {one for one in RAW if one in said} == ({"七号单"} if kept else set())
    assert ("<<internal:按七号单|按配料单>>" in said) is kept
    assert "clearance: trade-secret" not in said
    ours = {path: page for path, page in built(FILES, "markdown").items() if path.startswith(("open/", "college/"))}
    theirs = built({path: text.decode() for path, text in left.items()}, "markdown")
    if kept:
        assert theirs == ours
    else:
        assert {path: page for path, page in theirs.items() if path.startswith("open/")} == {
            path: page for path, page in ours.items() if path.startswith("open/")
        }


# --- The example ---


HINTS = {"COM120", "COM121", "TSK110", "CRS127", "CRS144", "CRS149"}
"""Codes that tell authors what they might add; the example is signed as it is."""


def test_the_example_shows_both_sides_as_they_are(tmp_path: Path) -> None:
    example = tmp_path / "example"
    shutil.copytree(resources.folder("examples") / "plant-and-college", example)
    before = tree_of(example)
    checked = check(DiskWorkspace(example / "plant"), Steps(MemoryStore()), locked=True)
    told = {one.code for one in checked.reported} - HINTS
    assert told == {"DEC108"}, "signed, and one step waits for a decision"
    sorts = {one.sort for one in checked.loaded.classifier.handled()}
    assert sorts >= {"setpoint", "control", "identity", "people", "recipe", "incidents", "site", "picture", "figures"}
    exported = export(DiskWorkspace(example / "plant"), Steps(MemoryStore()), example / "college")
    assert exported.written
    assert tree_of(example) == before, "what lies in the example is what is exported now"
    college = check(DiskWorkspace(example / "college"), Steps(MemoryStore()), locked=True)
    assert {one.code for one in college.reported} <= HINTS
    ours, theirs = (printed(example / side, tmp_path / side) for side in ("plant", "college"))
    assert {path.split("/")[0] for path in ours} == {"student", "teacher", "plant"}
    assert theirs == {path: page for path, page in ours.items() if not path.startswith("plant/")}


def printed(repository: Path, out: Path) -> Mapping[str, bytes]:
    """The pages of a repository but PDF, which takes long."""
    made = build(DiskWorkspace(repository), Steps(MemoryStore()), Request(out, (), ("html",)), lambda *_: None)
    assert made.editions
    return tree_of(out)


# --- Other names are kept outside ---


def test_other_names_stay_the_same_when_things_come_and_go(tmp_path: Path) -> None:
    policy = "names_file: ../keys/names.yaml\n"
    folder = write_files(tmp_path / "plant", {**FILES, "policies/declassification.yaml": policy})
    first = export(DiskWorkspace(folder), STEPS, tmp_path / "out")
    assert first.written
    names = read_yaml("n", (tmp_path / "keys" / "names.yaml").read_bytes()).data
    assert names == {"format": 1, "names": {"QL-007": "DOC-01", "P-101A": "EQ-01"}}
    more = SOP.replace("equipment: [", "equipment: [{id: E0, title: 新泵, tag: A-001},", 1)
    write_files(folder, {"sops/a.yaml": more})
    assert export(DiskWorkspace(folder), STEPS, tmp_path / "out").written
    left = (tmp_path / "out" / "sops" / "a.yaml").read_text(encoding="utf-8")
    assert "title: 新泵\n    tag: EQ-02" in left
    assert "title: 隔膜泵\n    tag: EQ-01" in left


def test_the_list_of_other_names_does_not_cross(tmp_path: Path) -> None:
    policy = "names_file: ../out/names.yaml\n"
    folder = write_files(tmp_path / "plant", {**FILES, "policies/declassification.yaml": policy})
    with pytest.raises(NamesCrossError):
        export(DiskWorkspace(folder), STEPS, tmp_path / "out")
    assert not (tmp_path / "out").exists()


# --- Pictures ---


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """A picture of one point with chunks of our own."""
    parts = [(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), *chunks, (b"IDAT", zlib.compress(b"\0\0"))]
    made = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in (*parts, (b"IEND", b""))
    )
    return b"\x89PNG\r\n\x1a\n" + made


JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xe0\x00\x08JFXX\x00\x10\xff\xe1\x00\x0aGPS-here\xff\xfe\x00\x08secret\xff\xda\x00\x04ab"
    b"data\xff\x00more\xff\xd0end\xff\xd9"
)


def test_pictures_lose_what_is_not_seen() -> None:
    assert bare_picture(png((b"tEXt", b"Author\0Zhang"), (b"eXIf", b"GPS"), (b"tRNS", b"x" * 300)) + b"behind") == png()
    hidden = png().replace(zlib.compress(b"\0\0"), zlib.compress(b"\0\0") + b"hidden")
    assert bare_picture(hidden.replace(struct.pack(">I", 10) + b"IDAT", struct.pack(">I", 16) + b"IDAT")) == png()
    left = JPEG
    for told in (b"\xff\xe0\x00\x08JFXX\x00\x10", b"\xff\xe1\x00\x0aGPS-here", b"\xff\xfe\x00\x08secret"):
        assert told in left
        left = left.replace(told, b"")
    assert bare_picture(JPEG + b"behind") == left


@pytest.mark.parametrize("content", [b"", b"<svg/>", png()[:-14], JPEG[:-8], b"\xff\xd8\xff", b"\xff\xd8ab" * 9])
def test_what_is_no_whole_picture_does_not_leave(content: bytes) -> None:
    assert bare_picture(content) is None


@pytest.mark.parametrize(
    ("head", "level", "leaves"),
    [
        ("", "", True),
        ("document: {level: internal}\n", "", False),
        ("document: {level: internal}\n", ", level: public", True),
        ("purpose", "", False),
    ],
)
def test_only_pictures_that_may_leave_do(head: str, level: str, tmp_path: Path, *, leaves: bool) -> None:
    purpose = ", purpose: <<甲乙丙|丁>>" if head == "purpose" else ""
    sop = (
        f"{head if purpose == '' else ''}job: {{code: A, title: t{purpose}}}\nprocedures:\n"
        f"  - {{id: P, title: t, steps: [{{id: S1, text: 看, media: [{{file: media/a.png, title: 图{level}}}]}}]}}\n"
    )
    folder = write_files(tmp_path / "plant", {"sopcurric.yaml": "project: {name: n}\n", "sops/a.yaml": sop})
    (folder / "media").mkdir()
    (folder / "media" / "a.png").write_bytes(png((b"tEXt", b"Author\0Zhang")))
    assert export(DiskWorkspace(folder), STEPS, tmp_path / "out").written
    assert tree_of(tmp_path / "out").get("media/a.png") == (png() if leaves else None)
