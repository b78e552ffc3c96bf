"""Pictures of steps: which are printed, where, and that plant and college come to the same."""

import re
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from generators import CHINESE, PICTURE, built, illustrated, picture, small, told, tree_of, write_files
from sopcurric.app.building import Built, Request, build
from sopcurric.app.checking import check
from sopcurric.app.exporting import export
from sopcurric.app.steps import Steps
from sopcurric.io.cache import MemoryStore
from sopcurric.io.picture_format import TooManyPixelsError, size_of
from sopcurric.io.picture_metadata import bare_picture
from sopcurric.io.pictures import media_folder, place_of
from sopcurric.io.workspace import DiskWorkspace, MemoryWorkspace, Workspace
from sopcurric.model.picture import turn_of
from sopcurric.model.publication import Picture
from sopcurric.model.text import EMPTY
from sopcurric.printing.picture_typst import picture_view
from test_plant_editions import JPEG

BARE = bare_picture(picture()) or b""
PROJECT = "project: {name: n}\nformats: [html, markdown]\neditions: [{id: s, clearance: %s}]\n"
SOP = """\
%sjob: {code: A, title: 溶出工%s}
procedures:
  - id: P
    title: 启动泵
    steps:
      - {id: S1, text: 检查油位}
      - {id: S2, text: 打开进口阀, media: [{file: media/valve.png, title: 阀门在此%s}]}
"""


EDITIONS = {"both": PROJECT.replace("}]", "}, {id: p, clearance: public}]") % "internal"}
SECRET, INTERNAL = "document: {level: trade-secret}\n", ", purpose: <<internal:甲乙丙|丁>>"


def made(workspace: Workspace, folder: Path, steps: Steps | None = None) -> Built:
    return build(workspace, steps or Steps(MemoryStore()), Request(folder), lambda *_: None)


def variants(result: Built) -> list[object]:
    return [dict(one.arguments)["variant"] for one in result.findings if one.code == "LEF150"]


@pytest.mark.parametrize(
    ("clearance", "parts", "shown", "named"),
    [
        pytest.param("public", ("", "", ""), True, True, id="nothing is classified"),
        pytest.param("public", (SECRET, "", ", level: public"), True, True, id="public"),
        pytest.param("public", (SECRET, "", ""), False, False, id="no class"),
        pytest.param("internal", ("", ", purpose: <<甲乙丙|丁>>", ""), False, True, id="beside a mark"),
        pytest.param("internal", ("", INTERNAL, ""), False, True, id="beside an internal mark"),
        pytest.param("internal", (SECRET, INTERNAL, ", level: public"), True, True, id="marks cross"),
        pytest.param("both", (SECRET, INTERNAL, ", level: public"), True, True, id="marks of one edition cross"),
        pytest.param("both", (SECRET, "", ", level: public"), True, True, id="for every edition"),
    ],
)
def test_plant_and_college_print_the_same(
    clearance: str, parts: tuple[str, str, str], tmp_path: Path, *, shown: bool, named: bool
) -> None:
    files = {"sopcurric.yaml": EDITIONS.get(clearance, PROJECT % clearance), "sops/a.yaml": SOP % parts}
    plant = DiskWorkspace(write_files(tmp_path / "plant", files))
    made(plant, tmp_path / "out")
    assert export(plant, Steps(MemoryStore()), tmp_path / "crossed").written
    made(DiskWorkspace(tmp_path / "crossed"), tmp_path / "college")
    printed = tree_of(tmp_path / "out")
    assert tree_of(tmp_path / "college") == printed
    pictures = [path for path, content in printed.items() if content.startswith(b"\x89PNG")]
    assert bool(pictures) == shown
    assert {printed[path] for path in pictures} <= {BARE}
    said = b"".join(content for path, content in printed.items() if path.endswith((".md", ".html", ".js")))
    assert ("阀门在此".encode() in said) == named
    assert ("见图 1".encode() in said) == shown


def test_every_repository_with_pictures_prints_them() -> None:
    """The generators of the standing properties throw pictures that are printed, in every format."""
    files = small(told([one for one in CHINESE if "<<" not in one], apart=True))
    assert PICTURE in illustrated(files)
    printed = built(files, "html", "markdown")
    pictures = {path.split("/")[1]: content for path, content in printed.items() if path.endswith(".png")}
    assert set(pictures.values()) == {BARE}
    assert {*pictures} == {"html", "markdown"}


def test_a_picture_that_changes_makes_its_book_anew(tmp_path: Path) -> None:
    workspace, store = (
        MemoryWorkspace({"sopcurric.yaml": PROJECT % "public", "sops/a.yaml": SOP % ("", "", "")}),
        MemoryStore(),
    )
    workspace.files[PICTURE] = picture()
    made(workspace, tmp_path, Steps(store))
    before = tree_of(tmp_path)
    assert made(workspace, tmp_path, Steps(store)).made == 0
    workspace.files[PICTURE] = picture((b"tEXt", b"Author\0Zhang"))
    assert made(workspace, tmp_path, Steps(store)).made == 1, "it is looked at, and no more"
    workspace.files[PICTURE] = picture(width=5)
    assert made(workspace, tmp_path, Steps(store)).made
    names = [{path for path in tree if path.endswith(".png")} for tree in (before, tree_of(tmp_path))]
    assert len(names[0]) == len(names[1]) == 2
    assert not names[0] & names[1]


def link(place: Path, target: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target)


@pytest.mark.parametrize("outside", [True, False])
@pytest.mark.parametrize("whole", [True, False], ids=["the folder", "the file"])
def test_no_picture_is_read_through_a_link(tmp_path: Path, *, outside: bool, whole: bool) -> None:
    files = {"sopcurric.yaml": PROJECT % "public", "sops/a.yaml": SOP % ("", "", "")}
    folder = write_files(tmp_path / "plant", files)
    elsewhere = tmp_path if outside else folder
    (folder / "media").rename(elsewhere / "elsewhere")
    link(
        *(
            (folder / "media", elsewhere / "elsewhere")
            if whole
            else (folder / PICTURE, elsewhere / "elsewhere/valve.png")
        )
    )
    result = made(DiskWorkspace(folder), tmp_path / "out")
    assert variants(result) == ["linked"]
    assert not [path for path in tree_of(tmp_path / "out") if path.endswith(".png")]
    assert export(DiskWorkspace(folder), Steps(MemoryStore()), tmp_path / "crossed").written
    assert not (tmp_path / "crossed" / PICTURE).exists()


@pytest.mark.parametrize("path", ["../secret.png", "/etc/secret.png", "media\\\\..\\\\..\\\\secret.png"])
def test_no_picture_is_read_from_outside(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.png").write_bytes(picture())
    sop = (SOP % ("", "", "")).replace(PICTURE, f"'{path}'".replace("\\\\", "\\"))
    folder = write_files(tmp_path / "plant", {"sopcurric.yaml": PROJECT % "public", "sops/a.yaml": sop})
    made(DiskWorkspace(folder), tmp_path / "out")
    assert not [one for one in tree_of(tmp_path / "out") if one.endswith(".png")]


def test_what_several_steps_show_is_one_figure(tmp_path: Path) -> None:
    sop = SOP % ("", "", "")
    more = (("S3", "阀门在此"), ("S4", "别的阀门"))
    sop += "".join(
        f"      - {{id: {one}, text: 检查出口阀, media: [{{file: {PICTURE}, title: {title}}}]}}\n"
        for one, title in more
    )
    workspace = MemoryWorkspace({"sopcurric.yaml": PROJECT % "public", "sops/a.yaml": sop})
    workspace.files[PICTURE] = picture()
    made(workspace, tmp_path)
    said = next(
        content.decode()
        for path, content in tree_of(tmp_path).items()
        if path.endswith(".md") and b"(picture-" in content
    )
    captions = ["图 1　阀门在此（第 2、3 步）", "图 2　别的阀门（第 4 步）"]
    assert [line for line in said.splitlines() if line in captions] == captions
    assert said.count("见图 1") == 2


# --- SOPs of other repositories ---


def joined(folder: Path, *, media_from: str = "") -> DiskWorkspace:
    """A project that reads the SOPs of two plants, whose pictures have the same name."""
    for width, plant in ((4, "B"), (5, "C")):
        sop = (SOP % ("", "", "")).replace("code: A", f"code: {plant}")
        write_files(folder / plant, {"sopcurric.yaml": PROJECT % "public", f"files/{plant}.yaml": sop})
        (folder / plant / "media").mkdir()
        (folder / plant / PICTURE).write_bytes(picture(width=width))
    (folder / "C/sopcurric.yaml").unlink()
    said = f", media_from: {media_from}" if media_from else ""
    roots = f"sops: [{{path: ../B/files{said}}}, {{path: ../C/files}}]\n"
    return DiskWorkspace(write_files(folder / "whole", {"sopcurric.yaml": PROJECT % "public" + roots}))


def widths(folder: Path) -> set[int]:
    return {size_of(content)[0] for path, content in tree_of(folder).items() if path.endswith(".png")}


def test_pictures_stand_in_the_repository_of_their_sops(tmp_path: Path) -> None:
    whole = joined(tmp_path)
    assert variants(made(whole, tmp_path / "out")) == []
    assert widths(tmp_path / "out") == {4, 5}
    assert export(whole, Steps(MemoryStore()), tmp_path / "crossed").written
    made(DiskWorkspace(tmp_path / "crossed"), tmp_path / "college")
    assert tree_of(tmp_path / "college") == tree_of(tmp_path / "out")


@pytest.mark.parametrize(
    ("root", "folder"),
    [
        ("./sops", "."),
        ("inside/deep/sops", "."),
        ("../a/sops", "../a"),
        ("../a/deep/sops/", "../a"),
        ("../b/sops", "../b"),
        ("../../z/sops", "../.."),
        ("..", "../.."),
        ("/data/p/sops", "/data/p"),
        ("D:/p/sops", "D:/p"),
        ("/", "/"),
    ],
)
def test_pictures_are_looked_for_from_a_folder_with_a_project_file(root: str, folder: str) -> None:
    projects = MemoryWorkspace({"../a/sopcurric.yaml": "", "../../sopcurric.yaml": "", "inside/sopcurric.yaml": ""})
    assert media_folder(projects, root, None) == folder
    assert media_folder(projects, root, "../c/") == "../c"


def test_a_path_means_one_file_on_every_machine() -> None:
    assert place_of("../a", "./media//valve.png") == "../a/media/valve.png"
    for path in ("media/../valve.png", "media\\valve.png", "../valve.png", "/valve.png", "D:valve.png"):
        assert not place_of("../a", path)


def test_a_project_says_where_the_pictures_of_sops_stand(tmp_path: Path) -> None:
    made(joined(tmp_path, media_from="../C"), tmp_path / "out")
    assert widths(tmp_path / "out") == {5}


def test_no_picture_is_read_from_beside_another_repository(tmp_path: Path) -> None:
    whole = joined(tmp_path)
    (tmp_path / "secret.png").write_bytes(picture(width=9))
    (tmp_path / "B" / PICTURE).unlink()
    (tmp_path / "B" / PICTURE).symlink_to(tmp_path / "secret.png")
    sop = tmp_path / "C/files/C.yaml"
    sop.write_text(sop.read_text(encoding="utf-8").replace(PICTURE, "../secret.png"), encoding="utf-8")
    result = made(whole, tmp_path / "out")
    assert variants(result) == ["linked"]
    assert "SOP041" in {one.code for one in result.findings}
    assert not widths(tmp_path / "out")


# --- Photographs ---


def exif(order: str, turned: int, *, begin: int = 8, kind: int = 3) -> bytes:
    """What a camera writes: its name, how it was held, where it was."""
    entries = [(0x010F, 2, 4, 0x5A68616E), (0x0112, kind, 1, turned << (16 if order == ">" else 0)), (0x8825, 4, 1, 99)]
    told = struct.pack(f"{order}HI", 42, begin) + struct.pack(f"{order}H", len(entries))
    told += b"".join(struct.pack(f"{order}HHII", *entry) for entry in entries) + bytes(4) + b"GPS 25N 102E"
    told = b"Exif\0\0" + {"<": b"II", ">": b"MM"}[order] + told
    return b"\xff\xe1" + struct.pack(">H", len(told) + 2) + told


JFIF = b"\xff\xe0\0\x10JFIF\0\1\2\0\0\1\0\1\0\0"


@pytest.mark.parametrize("head", [b"", JFIF], ids=["bare", "JFIF"])
@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(("turned", "size"), [(1, (3, 2)), (3, (3, 2)), (6, (2, 3)), (8, (2, 3)), (9, (3, 2))])
def test_of_what_a_camera_wrote_only_how_it_was_held_is_kept(
    turned: int, size: tuple[int, int], order: str, head: bytes
) -> None:
    photograph = b"\xff\xd8" + head + exif(order, turned) + jpeg()[2:]
    bare = bare_picture(photograph) or b""
    assert b"GPS" not in bare
    assert b"Zhan" not in bare
    assert len(bare) == len(jpeg()) + len(head) + (36 if turned in range(2, 9) else 0)
    assert turn_of(bare) == (turned if turned < 9 else 1)
    assert size_of(bare) == size
    assert bare_picture(bare) == bare


@pytest.mark.parametrize(
    "told", [exif("<", 6, kind=4), exif("<", 6, begin=9999), exif(">", 6)[:30], b"\xff\xe1\0\x08Exif\0\0"]
)
def test_what_a_camera_wrote_may_be_damaged(told: bytes) -> None:
    told = told[:2] + struct.pack(">H", len(told) - 2) + told[4:]
    assert bare_picture(b"\xff\xd8" + told + jpeg()[2:]) == jpeg()


def test_typst_is_told_how_a_photograph_is_turned() -> None:
    """Where the corners come to (Exif 2.32, tag 274): the first line of the file begins at the corner named first."""
    corners = {2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}
    for turned, (right, down) in corners.items():
        content = bare_picture(b"\xff\xd8" + exif("<", turned) + jpeg()[2:]) or b""
        wide, high = size_of(content)
        shown = picture_view(Picture("k", EMPTY, EMPTY, "picture-1.jpg", wide, high), content, 100, "zh").source
        (found,) = re.findall(r"<image width='3' height='2' transform='matrix\((.*?)\)'", shown)
        *_, x, y = map(int, found.split())
        assert (x, y) == (wide * right, high * down), turned


# --- Formats ---


def png(head: tuple[int, int, int, int, int], lines: bytes, **more: bytes) -> bytes:
    width, height, depth, colour, interlaced = head
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced))]
    chunks += [(name.encode(), body) for name, body in more.items()]
    parts = (*chunks, (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )


def jpeg(frame: bytes = b"\xff\xc0\x00\x0b\x08\x00\x02\x00\x03\x01\x01\x11\x00") -> bytes:
    return (
        b"\xff\xd8\xff\xdb\x00\x04ab"
        + frame
        + b"\xff\xc4\x00\x04cd\xff\xda\x00\x04ef"
        + b"data\xff\x00\xff\xd0more\xff\xd9"
    )


SOUND: Mapping[str, bytes] = {
    "grey": png((3, 2, 8, 0, 0), b"\0abc\4def"),
    "bits": png((9, 2, 1, 0, 0), b"\0ab\0cd"),
    "colour": png((3, 2, 8, 2, 0), (b"\1" + b"r" * 9) * 2, tRNS=b"123456"),
    "palette": png((3, 2, 4, 3, 0), b"\0\0\0\0\0\0", PLTE=b"abcdef", tRNS=b"x"),
    "transparent": png((3, 2, 16, 6, 0), (b"\2" + b"r" * 24) * 2),
    "interlaced": png((3, 2, 8, 0, 1), b"\0a\0b\0c\0def"),
    "jpeg": jpeg(),
}


@pytest.mark.parametrize("name", SOUND)
def test_sound_pictures_stay_what_they_are(name: str) -> None:
    assert bare_picture(SOUND[name]) == SOUND[name]
    assert size_of(SOUND[name]) == (3 if name != "bits" else 9, 2)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(png((3, 2, 8, 0, 0), b"\0abc\0de"), id="too little"),
        pytest.param(png((3, 2, 8, 0, 0), b"\0abc\0defg"), id="the rest of a larger picture"),
        pytest.param(png((3, 2, 8, 0, 0), b"\0abc\5def"), id="no filter"),
        pytest.param(png((3, 2, 8, 0, 1), b"\0a\0b\0c\5def"), id="no filter in a pass"),
        pytest.param(png((3, 0, 8, 0, 0), b""), id="no height"),
        pytest.param(png((3, 2, 3, 0, 0), b"\0abc\0def"), id="no depth"),
        pytest.param(png((3, 2, 8, 3, 0), b"\0abc\0def"), id="no palette"),
        pytest.param(png((3, 2, 8, 0, 0), b"\0abc\0def", tRNS=b"abc"), id="no transparency"),
        pytest.param(JPEG, id="no frame"),
        pytest.param(jpeg(b"\xff\xc3\x00\x0b\x08\x00\x02\x00\x03\x01\x01\x11\x00"), id="lossless"),
        pytest.param(jpeg(b"\xff\xc0\x00\x0b\x08\x00\x00\x00\x03\x01\x01\x11\x00"), id="no lines"),
        pytest.param(jpeg(b"\xff\xc0\x00\x0b\x08\x00\x02\x00\x03\x04\x01\x11\x00"), id="four colours"),
        pytest.param(jpeg()[:-2] + b"\xff\xda\x00\x04ef" * 64 + b"\xff\xd9", id="so many scans that it never ends"),
    ],
)
def test_damaged_pictures_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        size_of(bare_picture(content) or b"")


@pytest.mark.parametrize("size", [(8001, 1), (5001, 5000)])
def test_pictures_that_no_page_needs_are_refused(size: tuple[int, int]) -> None:
    with pytest.raises(TooManyPixelsError):
        size_of(png((*size, 8, 0, 0), b""))


def test_a_book_with_a_picture_that_only_looks_sound_is_printed(tmp_path: Path) -> None:
    files = {"sopcurric.yaml": PROJECT.replace("html, markdown", "pdf") % "public", "sops/a.yaml": SOP % ("", "", "")}
    workspace = MemoryWorkspace(files)
    workspace.files[PICTURE] = jpeg()
    result = made(workspace, tmp_path)
    assert [one.code for one in result.findings if one not in result.checked.findings] == []
    assert len(tree_of(tmp_path)) > 1


def test_no_project_is_needed_to_see_what_is_wrong_with_a_picture() -> None:
    files = {"sopcurric.yaml": "nothing", "sops/a.yaml": SOP % ("", "", ""), PICTURE: "no picture"}
    assert "LEF150" in {one.code for one in check(MemoryWorkspace(files), Steps(MemoryStore())).findings}
