"""The wall: what crosses builds the same edition, and says nothing of what is classified."""

import json
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

import pytest
import yaml

from generators import (
    CHINESE,
    FILE_KINDS,
    HOSTILE,
    HOSTILE_LINES,
    PICTURE,
    SURVEY,
    Files,
    built,
    illustrated,
    picture,
    slender,
    small,
    told,
    tree_of,
    write_files,
)
from reading_back import FORMATS
from sopcurric.app.checking import check
from sopcurric.app.exporting import export, teachable_files
from sopcurric.app.loading import POLICIES
from sopcurric.app.steps import Steps
from sopcurric.io import resources
from sopcurric.io.cache import MemoryStore
from sopcurric.io.teachable_folder import EditedError, write_repository
from sopcurric.io.workspace import DiskWorkspace, MemoryWorkspace
from sopcurric.io.yaml_reader import read_yaml
from sopcurric.model.files.baseline import BaselineFile
from sopcurric.stages.declassification import teachable

pytestmark = pytest.mark.no_cover  # whole builds over and over: other tests reach the same lines

Wording = Callable[[int], str]


def marked(number: int) -> str:
    """Words of which a part is classified."""
    return f"文字 {number} <<涉密词甲{number}乙|公开词 {number}>> 之后"


def crossing(files: Mapping[str, str | bytes]) -> dict[str, bytes]:
    """What crosses the wall."""
    workspace = MemoryWorkspace(files)
    return teachable_files(check(workspace, Steps(MemoryStore()), printed=False).loaded, workspace)


def unlevelled(data: object) -> object:
    """Data without levels of secrecy, which do not cross."""
    if isinstance(data, dict):
        return {key: unlevelled(value) for key, value in data.items() if key not in {"level", "levels"}}
    return [unlevelled(one) for one in data] if isinstance(data, list) else data


def as_text(files: dict[str, bytes]) -> dict[str, str]:
    return {path: content.decode(errors="replace") for path, content in files.items()}


# --- What crosses builds the same ---


def test_hostile_words_cross_as_they_are() -> None:
    files = small(told((*HOSTILE, *HOSTILE_LINES, *CHINESE), apart=True), decided=True)
    left = crossing(illustrated(files))
    for path, text in files.items():
        if path in left and path.endswith("yaml"):
            assert read_yaml(path, left[path]).data == unlevelled(teachable(read_yaml(path, text.encode()).data)), path
    assert built(MemoryWorkspace(left), "markdown") == built(files, "markdown")


@pytest.mark.parametrize(
    ("repository", "formats"),
    [(lambda: small(marked, decided=True), tuple(FORMATS)), (lambda: slender(marked), ("markdown",))],
)
def test_an_edition_is_the_same_on_both_sides_of_the_wall(
    repository: Callable[[], Files], formats: tuple[str, ...]
) -> None:
    files = repository()
    left = crossing(illustrated(files))
    ours = {path: page for path, page in built(files, *formats).items() if not path.startswith("mentor/")}
    assert built(MemoryWorkspace(left), *formats) == ours
    assert "涉密词甲" not in "".join(as_text(left).values())
    assert "公开词" in "".join(as_text(left).values())


@pytest.mark.parametrize("example", ["minimal", "group-of-plants"])
def test_an_example_without_secrets_crosses_whole(example: str) -> None:
    files = {path: text.decode() for path, text in tree_of(resources.folder("examples") / example).items()}
    assert built(as_text(crossing(files)), "markdown") == built(files, "markdown")


def test_what_crossed_crosses_again_as_it_is() -> None:
    left = crossing(illustrated(small(marked, decided=True)))
    assert crossing(left) == left


# --- What crosses says nothing of what is classified ---

PAIRS = 250
"""How many plants are compared with a first one; all of them pass the gate."""

SOP = """
{comment}
job: {{code: DIG, title: 溶出工}}
parameters:
  - {{id: T1, title: 溶出温度, range: "<<{0}|范围一>>", {spaced}alarm: "<<{1}|范围二>> 以上"}}
equipment: [{{id: E1, title: "<<{2}|设备>>", function: "由<<{3}|>>供货"}}]
hazards: [{{id: H1, title: 烫伤, controls: [戴手套, "保持 <<{4}|安全距离>>"], ppe: [手套]}}]
procedures:
  - id: P1
    title: 升温{mark}
    hazards: [H1]
    steps:
      - "升温到 <<{0}|范围一>>"
      - {{id: S2, text: "加入<<{5}|添加剂>>", criterion: "<<{6}|合格>>"}}
      - |
        分两步：

        - 先加<<{7}|一种料>>
        - <<{8}|>>
        - 再加另一种
"""
KINDS: tuple[Callable[[Random], str], ...] = (
    lambda dice: f"{dice.randint(100, 999)}.{dice.randint(1, 9)} ℃",
    lambda dice: f"{dice.randint(11, 99)}–{dice.randint(100, 999)} kPa",
    lambda dice: "".join(dice.choices("氟铝钠镁硅钙锂碳石灰矿浆槽炉泵阀", k=dice.randint(2, 12))),
    lambda dice: "".join(dice.choices("ABCDEFGHKMNPQRSTUVWXYZ0123456789-", k=dice.randint(4, 14))),
    lambda dice: f"配方{dice.randint(100, 999)}：{dice.randint(1, 9)} 份比 {dice.randint(1, 9)} 份",
    lambda dice: "[x](y) **粗** {{ 1 }} %s \\\\ # " + str(dice.random()),
)


def plant(dice: Random) -> dict[str, str]:
    """A plant's repository, of which only what is classified is thrown: marks that people typed."""
    raw = [json.dumps(dice.choice(KINDS)(dice), ensure_ascii=False)[1:-1].replace("|", "") for _ in range(9)]
    text = SOP.format(
        *raw,
        comment=f"# {dice.random()} {dice.choice(KINDS)(dice)}",
        spaced=" " * dice.randint(0, 5),
        mark="" if dice.random() < 0.5 else "  # 见内部资料",
    )
    level = dice.choice(("", "core-secret:", "internal:", "trade-secret:"))
    return {"sopcurric.yaml": PUBLIC, "sops/a.yaml": text.replace("<<", f"<<{level}")}


PUBLIC = "project: {name: n}\neditions: [{id: s, clearance: public}]\n"


def ruled(dice: Random) -> dict[str, str]:
    """The same for a plant that works by a policy: levels of all kinds, what is withheld there or not, in any order."""
    name = f"{dice.choice('PGVK')}-{dice.randint(100, 999)}{dice.choice('ABCD')}"
    kinds = [lambda: f"第 {dice.randint(100, 999)} 号配方", lambda: dice.choice(KINDS)(dice)]
    hidden = [dice.choice(kinds)() for _ in range(dice.randint(0, 4))]
    withheld = [{"text": one, "level": dice.choice(("internal", "trade-secret", "core-secret"))} for one in hidden]
    first, last = ([one for one in withheld if dice.random() < 0.5] for _ in range(2))
    pictures = [{"file": f"media/{dice.random()}.png", "title": "图"} for _ in range(dice.randint(0, 2))]
    shown = {"file": PICTURE, "title": "阀门", "level": "public"}
    step = {"id": "S1", "text": f"启动 {name}，升温到 {_bucket(dice)} ℃", **({"media": pictures} if pictures else {})}
    sop = {
        "document": {"number": f"QL-{dice.random()}", "prepared_by": _person(dice), "levels": {"terms": "core-secret"}},
        "job": {"code": "DIG", "title": "溶出工"},
        "terms": [{"title": one} for one in hidden] or [{"title": "某词"}],
        "equipment": [{"id": "E1", "title": "隔膜泵", "tag": name, "data": f"流量 {dice.randint(345, 354)} m³/h"}],
        "parameters": [
            *({"id": f"X{number}", "title": one, "level": "core-secret"} for number, one in enumerate(hidden)),
            {"id": "T1", "title": "温度", "range": f"{_bucket(dice)} ℃", "interlock": f"{dice.randint(300, 999)} ℃"},
            {"id": "T2", "title": "苛性比", "range": f"{dice.random():.4f}"},
        ],
        "hazards": [{"id": "H1", "title": "烫伤", "controls": ["戴手套"], "ppe": ["手套"]}],
        "quality": [{"id": "Q1", "title": "纯度", "criterion": f"≥ 98.{dice.randint(1, 9)} %"}],
        "procedures": [
            {
                "id": "P1",
                "title": "升温",
                "parameters": [*(f"X{number}" for number, _ in enumerate(hidden)), "T1"],
                "hazards": ["H1"],
                "steps": [*first, step, *last, {"id": "S9", "text": "检查阀门", "media": [shown]}],
            }
        ],
    }
    cases = {
        "techniques": [
            {
                "id": "T1",
                "title": "听音辨温",
                "on": [*(f"DIG/parameters/X{number}" for number, _ in enumerate(hidden)), "DIG/P1"],
                "moves": [f"听到 {_bucket(dice)} ℃ 时的声音"],
                "by": _person(dice),
                "effect": {"aim": "safety", "text": _person(dice), "before": f"{dice.randint(272, 288)} ℃"},
            },
            *(
                {"id": f"H{number}", "title": one, "on": [f"DIG/parameters/X{number}/deep"], "moves": [one]}
                for number, one in enumerate(hidden)
            ),
        ],
        "new_items": [{"id": "N1", "title": "新泵", "kind": "equipment", "on": ["DIG/P1"], "text": f"装在 {name} 旁"}],
    }
    if hidden:
        incidents = [{"id": f"I{number}", "title": one, "happened": _person(dice)} for number, one in enumerate(hidden)]
        cases["incidents"] = [
            {**one, "date": f"2026-05-{dice.randint(10, 28)}", "causes": ["某因"]} for one in incidents
        ]
    fields = {"document": "sops/a.yaml", "by": _person(dice), "date": f"2026-05-{dice.randint(10, 28)}"}
    decided = {**fields, "at": "parameters/T2", "key": "range", "operation": "replace", "taught": "规定范围"}
    policy = {"level": dice.choice(("trade-secret", "core-secret")), "title": dice.choice(KINDS)(dice)}
    grades = [f"{number},DIG/P1,{'123'[number % 3]},2,{'13'[number % 2]}\r\n" for number in range(6)]
    rated = [f"{dice.choice(KINDS)(dice).replace(',', '')} {_person(dice)},{one}" for one in grades]
    dice.shuffle(rated)
    return {
        SURVEY: f"评定人,工作年限,任务编号,难度,重要度,频度\r\n{''.join(rated).replace(chr(34), '')}",
        "sopcurric.yaml": PUBLIC,
        "sops/a.yaml": f"# {dice.random()}\n{yaml.safe_dump(sop, allow_unicode=True, sort_keys=False)}",
        "cases/a.yaml": yaml.safe_dump(cases, allow_unicode=True, sort_keys=False),
        "policies/declassification.yaml": yaml.safe_dump(policy, allow_unicode=True),
        "policies/fields.yaml": yaml.safe_dump({"fields": [{**decided, "why": str(hidden)}]}, allow_unicode=True),
    }


def _bucket(dice: Random) -> str:
    """A temperature of those that are taught as one range."""
    return f"{dice.randint(265, 274)}.{dice.randint(1, 9)}"


def _person(dice: Random) -> str:
    return "".join(dice.choices("赵钱孙李周吴郑王", k=3))


def everything(dice: Random) -> Files:
    """Every kind of file with every key, and something classified in every text."""
    thrown = Random(dice.random())  # noqa: S311 - the words may be asked for more than once
    raw = [dice.choice(("涉密词", "配方", "XK")) + str(thrown.randint(10_000, 99_999)) for _ in range(2000)]
    return slender(lambda number: f"文字 {number} <<{raw[number % len(raw)]}|公开词 {number}>> 之后")


PLANTS: Mapping[str, tuple[Callable[[Random], Files], int]] = {
    "marks": (plant, 100),
    "policy": (ruled, PAIRS),
    "everything": (everything, 1),
}
"""Ways to throw a plant of which only what is classified differs, and how many of each are compared with the first."""


def assert_every_kind_of_file_is_there(crossed: Mapping[str, bytes]) -> None:
    """A new kind of file that may cross must be thrown, too."""
    kinds = {kind for kind, place in FILE_KINDS.items() if any(path.startswith(place) for path in crossed)}
    inside = {kind for kind, place in FILE_KINDS.items() if place.startswith(POLICIES)} | {BaselineFile}
    assert kinds == {*FILE_KINDS} - inside, "give each kind of file that may cross something classified"
    assert SURVEY in crossed


@pytest.mark.parametrize("kind", PLANTS)
def test_two_plants_that_differ_in_what_is_classified_export_the_same(kind: str) -> None:
    dice = Random(20260901)  # noqa: S311
    crossed: list[dict[str, bytes]] = []
    seen: set[str] = set()
    throw, pairs = PLANTS[kind]
    files: Files = {}
    while len(crossed) <= pairs:
        files = throw(dice)
        workspace = MemoryWorkspace(files)
        workspace.files[PICTURE] = picture((b"tEXt", f"Author\0{dice.random()}".encode()))
        checked = check(workspace, Steps(MemoryStore()), printed=False)
        if not checked.shut:
            crossed.append(teachable_files(checked.loaded, workspace))
            seen.add(str(sorted(files.items())))
    assert len(seen) == len(crossed), "all plants differ"
    assert set(crossed[0]) <= {*files, PICTURE}
    assert (PICTURE in crossed[0]) == (kind == "policy")
    assert [number for number, one in enumerate(crossed) if one != crossed[0]] == []
    if kind == "everything":
        assert_every_kind_of_file_is_there(crossed[0])


# --- Writing it ---


def test_what_is_wrong_keeps_everything_inside(tmp_path: Path) -> None:
    for name, text in (("leak", "保持 82 bar"), ("broken", "保持 <<8.2 MPa|规定压力>")):
        steps = f"['升到 <<8.2 MPa|规定值>>', '{text}']"
        sop = f"job: {{code: A, title: t}}\nprocedures: [{{id: P, title: t, steps: {steps}}}]\n"
        workspace = MemoryWorkspace({**small(), "sops/own.yaml": sop})
        exported = export(workspace, Steps(MemoryStore()), tmp_path / name)
        assert exported.written is None
        assert any(one.gravity == 0 for one in exported.findings)
        assert not (tmp_path / name).exists()


def test_templates_of_the_project_are_looked_at_too(tmp_path: Path) -> None:
    files = {**small(marked), "templates/markdown/control.md.j2": "涉密词甲3乙"}
    exported = export(MemoryWorkspace(files), Steps(MemoryStore()), tmp_path / "out")
    assert exported.written is None
    assert {(one.code, one.place.document) for one in exported.findings if one.place and one.gravity < 2} == {
        ("DEC101", "templates/markdown/control.md.j2")
    }


def test_an_export_can_be_repeated_and_takes_away_what_is_gone(tmp_path: Path) -> None:
    gone = "sops/gone.yaml"
    files = {**small(marked), gone: "job: {code: GONE, title: t}\nprocedures: [{id: P, title: t, steps: [开阀]}]\n"}
    first = export(MemoryWorkspace(files), Steps(MemoryStore()), tmp_path).written
    again = export(MemoryWorkspace(files), Steps(MemoryStore()), tmp_path).written
    assert first
    assert again
    assert first.changed == len(files) == again.same
    assert (again.changed, again.removed) == (0, 0)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("theirs")
    (tmp_path / "decisions" / "theirs.yaml").parent.mkdir(exist_ok=True)
    (tmp_path / "decisions" / "theirs.yaml").write_text("decisions: []\n")
    fewer = export(
        MemoryWorkspace({path: text for path, text in files.items() if path != gone}), Steps(MemoryStore()), tmp_path
    )
    assert fewer.written
    assert fewer.written.removed == 1
    assert not (tmp_path / gone).exists()
    assert (tmp_path / ".git" / "HEAD").read_text() == "theirs"
    assert (tmp_path / "decisions" / "theirs.yaml").exists()
    assert check(DiskWorkspace(tmp_path), Steps(MemoryStore())).compilation is not None


def test_what_says_the_same_in_other_words_stays(tmp_path: Path) -> None:
    theirs = b"# ours\ndecisions: [{on: [A],  why: b}]\n"
    (tmp_path / "decisions.yaml").write_bytes(theirs)
    wanted = {"decisions.yaml": b"decisions:\n  - on:\n      - A\n    why: b\n", "a.yaml": b"one"}
    assert write_repository(tmp_path, wanted).changed == 1
    assert write_repository(tmp_path, wanted).changed == 0
    assert (tmp_path / "decisions.yaml").read_bytes() == theirs
    with pytest.raises(EditedError):
        write_repository(tmp_path, {**wanted, "decisions.yaml": b"decisions: []\n"})


@pytest.mark.parametrize("what", ["edited", "foreign", "folder"])
def test_nothing_of_others_is_overwritten(what: str, tmp_path: Path) -> None:
    if what != "foreign":
        write_repository(tmp_path, {"a.yaml": b"one", "b.yaml": b"two"})
    if what == "folder":
        (tmp_path / "b.yaml").unlink()
        (tmp_path / "b.yaml").mkdir()
    else:
        (tmp_path / "b.yaml").write_bytes(b"theirs")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(EditedError) as error:
        write_repository(tmp_path, {"a.yaml": b"new", "b.yaml": b"new"})
    assert error.value.paths == ("b.yaml",)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("link", ["sops", "sops/a.yaml"])
def test_a_link_does_not_lead_out(link: str, tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    write_files(outside, {"a.yaml": "theirs"})
    write_files(inside, {".git/HEAD": "theirs"})
    (inside / link).parent.mkdir(exist_ok=True)
    (inside / link).symlink_to(outside if link == "sops" else outside / "a.yaml")
    with pytest.raises(EditedError):
        write_repository(inside, {"sops/a.yaml": b"theirs", "sops/new.yaml": b"new"})
    assert tree_of(outside) == {"a.yaml": b"theirs"}


def test_a_killed_export_can_be_repeated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = ({f"{name}.yaml": f"{when} {name}".encode() for name in "abcd"} for when in ("old", "new"))
    write_repository(tmp_path, old)
    real = Path.replace
    for deadly in range(1, 7):
        done = 0

        def replace(self: Path, target: Path, deadly: int = deadly) -> Path:
            nonlocal done
            done += 1
            if done == deadly:
                raise KeyboardInterrupt
            return real(self, target)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", replace)
            with pytest.raises(KeyboardInterrupt):
                write_repository(tmp_path, new)
        assert {path: (tmp_path / path).read_bytes() for path in new}.items() <= {*old.items(), *new.items()}
        write_repository(tmp_path, new)
        assert {path: (tmp_path / path).read_bytes() for path in new} == new
        write_repository(tmp_path, old)


def test_a_damaged_list_is_no_licence_to_overwrite(tmp_path: Path) -> None:
    write_repository(tmp_path, {"a.yaml": b"one"})
    (tmp_path / ".sopcurric-teachable").write_text('{"../outside": ["x"], "a.yaml": 3}')
    with pytest.raises(EditedError):
        write_repository(tmp_path, {"a.yaml": b"two"})
    assert write_repository(tmp_path, {"a.yaml": b"one"}).same == 1


def test_sops_of_another_folder_come_along(tmp_path: Path) -> None:
    sop = "job: {code: A, title: t}\nprocedures: [{id: P, title: t, steps: [开阀]}]\n"
    project = "project: {name: n}\nsops: [{path: sops}, {path: ../other/sops}]\n"
    write_files(tmp_path / "mine", {"sopcurric.yaml": project, "sops/b.yaml": sop.replace("A", "B")})
    write_files(tmp_path / "other", {"sops/deep/a.yaml": sop})
    exported = export(DiskWorkspace(tmp_path / "mine"), Steps(MemoryStore()), tmp_path / "out")
    assert exported.written
    assert set(tree_of(tmp_path / "out")) >= {"sopcurric.yaml", "sops/b.yaml", "sops-2/deep/a.yaml"}
    checked = check(DiskWorkspace(tmp_path / "out"), Steps(MemoryStore()))
    assert checked.compilation
    assert [sop.address for sop in checked.compilation.inputs.sops] == ["A", "B"]


# --- At the command line ---


def test_the_command_tells_what_it_did_in_both_languages(call: Callable[..., object], tmp_path: Path) -> None:
    plant_folder = write_files(tmp_path / "plant", small(marked))
    for lang, words in (("zh", "可教学仓库"), ("en", "teachable repository")):
        done = call("declassify", "-C", plant_folder, "--out", tmp_path / lang, "--lang", lang)
        assert isinstance(done, subprocess.CompletedProcess)
        assert (done.returncode, done.stdout) == (0, "")
        assert words in done.stderr
    assert tree_of(tmp_path / "zh") == tree_of(tmp_path / "en")


@pytest.mark.parametrize(
    ("where", "status", "code"),
    [("plant/teachable", 2, "inside"), ("file", 2, "file"), ("edited", 1, "README")],
)
def test_the_command_refuses_calmly(
    call: Callable[..., object], where: str, status: int, code: str, tmp_path: Path
) -> None:
    plant_folder = write_files(tmp_path / "plant", {**small(marked), "templates/README": "ours"})
    (tmp_path / "file").write_text("theirs")
    write_files(tmp_path / "edited", {"templates/README": "theirs"})
    done = call("declassify", "-C", plant_folder, "--out", tmp_path / where, "--lang", "en")
    assert isinstance(done, subprocess.CompletedProcess)
    assert done.returncode == status, done.stderr
    assert code in done.stderr
    assert (tmp_path / "file").read_text() == "theirs"
    assert tree_of(tmp_path / "edited") == {"templates/README": b"theirs"}
    assert not (plant_folder / "teachable").exists()


def test_the_plant_sees_every_mark_beside_what_may_be_taught(call: Callable[..., object], tmp_path: Path) -> None:
    sop = "job: {code: A, title: t}\nprocedures:\n  - {id: P, title: t, steps: [升到 <<core-secret:8.2 MPa|规定值>>]}\n"
    folder = write_files(tmp_path, {"sopcurric.yaml": "project: {name: n}\n", "sops/a.yaml": sop})
    done = call("declassify", "-C", folder, "--lang", "zh")
    assert isinstance(done, subprocess.CompletedProcess)
    assert done.returncode == 0
    assert re.search(r"sops/a.yaml:3\s+工作内容\s+核心商密\s+手工标记\s+升到 8\.2 MPa\s+升到 规定值", done.stdout)
    assert "标密和处理 1 处" in done.stderr
