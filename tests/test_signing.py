"""Keys, sign-offs, audit records: who answers for what is taught, and nothing raw in what proves it."""

import csv
import io
import json
import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema_rs import Draft202012Validator

from generators import checked, tree_of, write_files
from reading_back import FORMATS
from sopcurric.app.auditing import Audited, _without, audit
from sopcurric.app.building import Request, build
from sopcurric.app.checking import check
from sopcurric.app.exporting import export
from sopcurric.app.reading_back import Printed
from sopcurric.app.schemas import schema
from sopcurric.app.signing import SignedOff, SignRequest, new_key, sign
from sopcurric.app.steps import Steps
from sopcurric.io.cache import MemoryStore
from sopcurric.io.key_file import write_new_key
from sopcurric.io.output import ForeignFolderError
from sopcurric.io.workspace import DiskWorkspace, MemoryWorkspace
from sopcurric.model.files.policy import FieldClass
from sopcurric.model.saying import words
from sopcurric.plugin import OutputFile
from sopcurric.secrecy.keyed import keyed_digest, value_digest
from sopcurric.secrecy.rules import Rules
from sopcurric.secrecy.sign_offs import ROLES, release_hindrances, signed, signed_digest, standing

pytestmark = pytest.mark.no_cover  # whole builds: other tests reach the same lines

KEY = "../keys/plant.key"
SIGN_OFFS = "policies/sign-offs.yaml"
SOP = """\
job: {code: DIG, title: 溶出工}
procedures:
  - id: P1
    title: 升温
    steps:
      - {id: S1, text: 升到 <<272 ℃|260–280 ℃>>}
"""
FILES = {
    "sopcurric.yaml": "project: {name: 案例}\nas_of: 2026-09-01\n",
    "sops/a.yaml": SOP,
    "sops/b.yaml": SOP.replace("DIG", "SET").replace("272", "273"),
    "sops/open.yaml": "job: {code: OPN, title: 取样工}\nprocedures: [{id: P, title: 取样, steps: [取样]}]\n",
    "policies/declassification.yaml": f"key_file: {KEY}\n",
    KEY: "00112233445566778899aabbccddeeff\n",
}
REGISTER = "copies: [{edition: student, number: 7, holder: 一车间, issued: 2026-07-01, due: 2026-08-01}]\n"
REQUEST = SignRequest("processor", "张三", "public", "2027-08-31")
PEOPLE = dict(zip(ROLES, ("张三", "李四", "王五", "赵六"), strict=True))


def steps() -> Steps:
    return Steps(MemoryStore())


def done(files: Mapping[str, str | bytes], **changes: object) -> tuple[SignedOff, dict[str, bytes]]:
    """What became of a request, and the repository afterwards."""
    workspace = MemoryWorkspace(files)
    return sign(workspace, steps(), replace(REQUEST, **changes)), workspace.files  # type: ignore[arg-type]


def everybody(files: Mapping[str, str | bytes]) -> dict[str, bytes]:
    left: Mapping[str, str | bytes] = files
    for role, by in PEOPLE.items():
        outcome, left = done(left, role=role, by=by)
        assert outcome.documents == ("sops/a.yaml", "sops/b.yaml")
    return {path: content if isinstance(content, bytes) else content.encode() for path, content in left.items()}


def codes(files: Mapping[str, str | bytes]) -> list[str]:
    findings = check(MemoryWorkspace(files), steps(), printed=False).findings
    return sorted(one.code for one in findings if one.code.startswith("DEC"))


# --- What is signed ---

RULES = Rules({"own": FieldClass.model_validate({"title": "类", "operation": "drop"})}, {"steps": "own"}, {})
TAUGHT = {"job": {"code": "A", "title": "t"}, "steps": ["一", "二"]}


def digest(content: bytes = b"a: 1\n", taught: object = TAUGHT, rules: Rules = RULES, name: str = "sops/a.yaml") -> str:
    return signed_digest(b"key", name, content, taught, rules)


def test_what_matters_makes_another_digest_and_nothing_else_does() -> None:
    other = Rules({"own": FieldClass.model_validate({"title": "类", "operation": "keep"})}, {"steps": "own"}, {})
    matters = [
        digest(),
        digest(content=b"a: 2\n"),
        digest(taught={**TAUGHT, "steps": ["二", "一"]}),
        digest(name="sops/b.yaml"),
        digest(rules=other),
        digest(rules=replace(RULES, fields={"steps.text": "own"})),
        digest(rules=replace(RULES, level="internal")),
        signed_digest(b"other", "sops/a.yaml", b"a: 1\n", TAUGHT, RULES),
    ]
    assert len(set(matters)) == len(matters)
    renamed = Rules(
        {"own": FieldClass.model_validate({"title": "另一个名称", "operation": "drop"})}, {"steps": "own"}, {}
    )
    same = [digest(content=b"a: 1\r\n"), digest(rules=renamed), digest(taught=dict(reversed(TAUGHT.items())))]
    assert set(same) == {digest()}


def test_parts_of_a_digest_do_not_run_together() -> None:
    assert keyed_digest(b"k", b"ab", b"c") != keyed_digest(b"k", b"a", b"bc")
    assert value_digest(b"k", [("", "272 ℃")]) != value_digest(b"l", [("", "272 ℃")])
    assert value_digest(b"", [("", "272 ℃")]) == "", "a digest without a key is guessed"


# --- Signing ---


def test_four_persons_sign_and_nothing_hinders_a_release_then() -> None:
    assert codes(FILES) == ["DEC301", "DEC301"]
    files = everybody(FILES)
    assert codes(files) == []
    found = check(MemoryWorkspace(files), steps(), printed=False)
    assert release_hindrances(found.findings) == ()
    assert [one.code for one in release_hindrances(checked(FILES).findings)] == ["DEC301", "DEC301"]


@pytest.mark.parametrize(
    ("path", "old", "new", "stale"),
    [
        ("sops/a.yaml", "272", "274", 4),  # what is protected, though the same is taught
        ("sops/a.yaml", "260", "250", 4),  # what is taught
        ("policies/declassification.yaml", "key_file", "fields: {steps.text: recipe}\nkey_file", 8),
        ("policies/declassification.yaml", "key_file", "title: 新名称\nkey_file", 0),
        ("sops/open.yaml", "取样", "采样", 0),
        ("sops/a.yaml", "\n", "\r\n", 0),
    ],
)
def test_what_was_signed_is_stale_where_it_changed(path: str, old: str, new: str, stale: int) -> None:
    files = everybody(FILES)
    changed: dict[str, str | bytes] = {**files, path: files[path].decode().replace(old, new)}
    assert codes(changed) == ["DEC302"] * stale


def test_who_signs_again_replaces_only_what_was_signed_before() -> None:
    files = everybody(FILES)
    changed = {**files, "sops/a.yaml": files["sops/a.yaml"].replace(b"272", b"274")}
    outcome, left = done(changed, documents=("sops/a*",), by="孙七")
    assert outcome.documents == ("sops/a.yaml",)
    assert codes(left) == ["DEC302"] * 3
    before, after = (set(one[SIGN_OFFS].decode().split("  - ")) for one in (files, left))
    assert len(after - before) == len(before - after) == 1


@pytest.mark.parametrize(
    ("files", "changes", "why"),
    [
        ({}, {"documents": ("sops/open.yaml",)}, "没有符合"),
        ({}, {"documents": ("sops/a.yaml", "sops/typo.yaml")}, "没有符合"),
        ({}, {"expires": "2026-09-01"}, "不晚于"),
        ({}, {"by": "张" * 201}, "姓名"),
        ({KEY: " \n"}, {}, "没有密钥"),
        ({"policies/declassification.yaml": "level: public\n"}, {}, "没有密钥"),
        ({"sops/a.yaml": SOP.replace("升温", "升到 272 ℃")}, {}, "还不能输出"),
        ({SIGN_OFFS: "sign_offs: [{by: 我}]\n"}, {}, "读不出来"),
    ],
)
def test_signing_is_refused(files: dict[str, str], changes: dict[str, object], why: str) -> None:
    before = {**FILES, **files}
    outcome, after = done(before, **changes)
    assert outcome.documents == ()
    assert why in words(outcome.said, "zh")
    assert after == MemoryWorkspace(before).files


def test_what_nobody_can_tell_is_not_said() -> None:
    assert codes({**FILES, KEY: ""}) == ["DEC301", "DEC301"], "without sign-offs no key is missed"
    broken: dict[str, str | bytes] = {**everybody(FILES), "sops/a.yaml": SOP.replace(">>", "")}
    assert codes(broken) == ["DEC001"], "what is half typed may be classified or not"


def test_who_signed_signs_again_in_the_same_role() -> None:
    _, files = done(FILES)
    outcome, after = done(files, expires="2028-08-31")
    assert outcome.documents == ("sops/a.yaml", "sops/b.yaml")
    assert after[SIGN_OFFS] == files[SIGN_OFFS].replace(b"2027-08-31", b"2028-08-31")


def test_nobody_signs_in_two_roles() -> None:
    _, files = done(FILES, documents=("sops/b.yaml",))
    outcome, after = done(files, role="reviewer", by=" 张　三")
    assert "sops/b.yaml" in words(outcome.said, "zh")
    assert (outcome.documents, after) == ((), files)
    outcome, _ = done(files, role="reviewer", documents=("sops/a.yaml",))
    assert outcome.documents == ("sops/a.yaml",)


def test_the_standing_of_a_document_is_its_gravest() -> None:
    from sopcurric.model.files.sign_offs import SignOff  # noqa: PLC0415

    def state(now: str = "a" * 64, as_of: str = "2026-09-01", **changes: str) -> str:
        given = {"document": "x", "date": "2026-08-01", "scope": "campus", "expires": "2027-01-01", "seen": "a" * 64}
        entries = [SignOff.model_validate({**given, "role": role, "by": by, **changes}) for role, by in PEOPLE.items()]
        every = signed(entries, {"x": now} if now else {}, as_of)
        return standing("x", every).state

    assert state() == "complete"
    assert state(now="") == "unchecked"
    assert state(now="b" * 64) == "stale"
    assert state(expires="2026-08-31") == "expired"
    assert state(expires="2026-08-31", as_of="") == "complete"
    assert state(by="张三") == "one-person"
    assert standing("y", ()).state == "missing"


@pytest.mark.parametrize("file", ["policies/sign-offs.yaml", "policies/register.yaml"])
def test_drafts_are_built_whatever_is_wrong_with_the_papers(file: str, tmp_path: Path) -> None:
    broken = {**FILES, file: "[unclosed", "sopcurric.yaml": "project: {name: n}\nformats: [markdown]\n"}
    made = build(MemoryWorkspace(broken), steps(), Request(tmp_path / "out"), lambda _what, _done, _all: None)
    assert [one.id for one in made.editions] == ["student"]
    assert any(one.place and one.place.document == file for one in made.findings)
    assert not any(one.code.startswith("DEC30") for one in made.findings) or file == "policies/register.yaml"


def test_nothing_of_the_policies_crosses(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {**everybody(FILES), "policies/register.yaml": REGISTER}
    crossed = export(MemoryWorkspace(files), steps(), tmp_path / "out").leaving
    assert crossed
    assert [path for path in tree_of(tmp_path / "out") if "policies" in path or "keys" in path] == []
    everything = b"".join(tree_of(tmp_path / "out").values()).decode()
    assert not any(one in everything for one in (*PEOPLE.values(), "一车间", "00112233"))


# --- The key ---


def test_a_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    place = tmp_path / "keys" / "plant.key"
    write_new_key(place)
    made = place.read_text()
    assert len(bytes.fromhex(made.strip())) == 32
    if os.name == "posix":
        assert place.stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        write_new_key(place)
    assert place.read_text() == made
    write_new_key(tmp_path / "other.key")
    assert (tmp_path / "other.key").read_text() != made


def test_a_link_is_no_way_to_a_key_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "plant.key").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        write_new_key(tmp_path / "plant.key")
    assert not (tmp_path / "elsewhere").exists()


# --- The audit record ---

RAW = {
    "setpoint": "8273 kPa",
    "figures": "97.31 %",
    "control": "9131 kPa",
    "identity": "TAGQX-771",
    "people": "欧阳密探",
    "business": "东岭石灰厂供货",
    "recipe": "氟化铝掺冰晶石丁方",
    "incidents": "丙寅年闪爆",
    "site": "北沟三号硐室",
    "unpublished": "未申请的旋流工艺",
    "picture": "media/secret-drawing-77.png",
    "mark": "4415 mm",
    "decided": "石灰甲种六成",
}
"""Something raw of every class, of marks by hand and of what people decided."""
CLASSIFIED = f"""\
document: {{number: {RAW["identity"]}, level: core-secret, prepared_by: {RAW["people"]}}}
job: {{code: DIG, title: 溶出工}}
duties: [{{id: D1, title: {RAW["unpublished"]}}}]
principles:
  - {{id: K1, title: 反应, text: ["{RAW["recipe"]}"]}}
  - {{id: K2, title: 加料, text: ["{RAW["decided"]}"]}}
flow: [{{id: F1, title: 来料, text: "{RAW["business"]}"}}]
terms: [{{id: T1, title: 闪爆, text: "{RAW["incidents"]}"}}]
equipment: [{{id: E1, title: 溶出器, function: "{RAW["site"]}", data: "{RAW["setpoint"]}"}}]
interlocks: [{{id: I1, title: 超压, condition: "压力高于 {RAW["control"]}", action: 停泵}}]
quality: [{{id: Q1, title: 合格率, criterion: "{RAW["figures"]}"}}]
procedures:
  - id: P1
    title: 升温
    steps:
      - {{id: S1, text: 打开阀门, media: [{{file: {RAW["picture"]}, title: 总图}}]}}
"""
PLANT = {
    "sopcurric.yaml": "project: {name: 案例}\nas_of: 2026-09-01\nformats: [html, pdf, markdown]\neditions:\n"
    "  - {id: student, clearance: internal}\n  - {id: web, clearance: public, language: en}\n"
    "  - {id: own, audience: mentor, clearance: core-secret, marking: {owner: 云岭铝业, period: 长期}}\n",
    "sops/a.yaml": CLASSIFIED,
    "sops/b.yaml": SOP.replace("DIG", "SET").replace("272 ℃|260–280 ℃", f"{RAW['mark']}|规定高度"),
    "sops/c.yaml": SOP.replace("DIG", "OTH").replace("272 ℃|260–280 ℃", "internal:5527 rpm|规定转速"),
    "policies/declassification.yaml": "fields: {principles.text: recipe, flow.text: business, terms.text: incidents, "
    f"equipment.function: site, duties: unpublished}}\nkey_file: {KEY}\n",
    "policies/fields.yaml": "fields:\n  - {document: sops/a.yaml, at: principles/K2, key: text.1, operation: replace, "
    "taught: =按规定配料, by: 周八, date: 2026-08-01, why: 教材已有说法}\n",
    "policies/register.yaml": REGISTER,
    KEY: FILES[KEY],
}


def audited(files: Mapping[str, str | bytes], folder: Path) -> Audited:
    return audit(MemoryWorkspace(files), steps(), folder)


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Audit records of a plant that has something raw of every class, signed by one person."""
    _, files = done(PLANT)
    folder = tmp_path_factory.mktemp("audit")
    made = audited(files, folder)
    assert [one for one, _ in made.editions] == ["student", "web"], made.findings
    return dict(tree_of(folder))


def test_nothing_raw_stands_in_any_byte_of_a_record(records: dict[str, bytes]) -> None:
    rows = json.loads(records["student/audit.json"])["rows"]
    assert {one["sort"] for one in rows} >= {*RAW} - {"decided"}, "each class is there"
    for name, form in FORMATS.items():
        own = {path: content for path, content in records.items() if f"/{name}/" in path}
        said = form.words(own)
        assert "周八" in said, "it can be read back"
        assert [raw for raw in RAW.values() if raw in said or raw.replace(" ", "") in said] == []
    for path, content in records.items():
        assert [raw for raw in RAW.values() if raw.encode() in content] == [], path
        plain = content.decode("utf-8", "ignore").replace(" ", "").replace("\n", "")
        assert [raw for raw in RAW.values() if raw.replace(" ", "") in plain] == [], path
    assert not any(raw in path for raw in RAW.values() for path in records)


def test_a_record_says_what_was_done_and_who_answers(records: dict[str, bytes]) -> None:
    text = records["student/audit.csv"]
    assert text.startswith("\ufeff".encode())
    head, *rows = csv.reader(io.StringIO(text.decode("utf-8-sig")))
    assert head[:4] == ["文件", "条目", "项目", "类别编号"]
    by_place = {(one[0], one[1], one[2]): one for one in rows}
    decided = by_place["sops/a.yaml", "principles/K2", "text.1"]
    assert decided[6:9] == ["替换", "改写后教学", "'=按规定配料"], "no spreadsheet computes it"
    assert len(decided[9]) == 16
    assert decided[10:13] == ["周八", "2026-08-01", "教材已有说法"]
    assert decided[13:] == ["缺签", "公开", "2027-08-31"]
    assert by_place["sops/a.yaml", "principles/K1", "text.1"][7] == "尚未决定，不教"
    assert by_place["sops/b.yaml", "P1/S1", "text"][4:9] == ["文中标记", "普通商密", "替换", "改写后教学", "规定高度"]
    record = json.loads(records["student/audit.json"])
    assert list(Draft202012Validator(schema("audit")).iter_errors(record)) == []
    assert len(rows) == len(record["rows"])
    assert record["complete"] is False
    assert [(one["number"], one["overdue"]) for one in record["copies"]] == [(7, True)]
    assert {one["state"] for one in record["sign_offs"]} == {"valid"}
    english = list(csv.reader(io.StringIO(records["web/audit.csv"].decode("utf-8-sig"))))
    assert english[0][:2] == ["document", "element"]


def test_an_edition_that_may_show_something_is_not_said_to_hide_it(records: dict[str, bytes]) -> None:
    for edition, result in (("student", "shown"), ("web", "taught")):
        rows = json.loads(records[f"{edition}/audit.json"])["rows"]
        assert {one["result"] for one in rows if one["document"] == "sops/c.yaml"} == {result}


def test_without_a_key_there_are_no_digests(tmp_path: Path) -> None:
    one = {**PLANT, KEY: "", "sopcurric.yaml": PLANT["sopcurric.yaml"].replace("html, pdf, markdown", "markdown")}
    audited(one, tmp_path)
    assert {row["digest"] for row in json.loads((tmp_path / "web" / "audit.json").read_bytes())["rows"]} == {""}


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        ("policies/fields.yaml", "教材已有说法", f"原为 {RAW['setpoint']}", "policies/fields.yaml"),
        ("policies/register.yaml", "一车间", RAW["mark"], "policies/register.yaml"),
        ("policies/register.yaml", "due", f"note: {RAW['site']}, due", "policies/register.yaml"),
        ("sops/b.yaml", "升温", RAW["mark"], "sops/b.yaml"),
    ],
)
def test_what_people_wrote_beside_it_may_say_nothing_raw(
    path: str, old: str, new: str, place: str, tmp_path: Path
) -> None:
    made = audited({**PLANT, path: PLANT[path].replace(old, new)}, tmp_path / "out")
    assert made.editions == ()
    assert place in {one.place.document for one in made.findings if one.place and one.code == "DEC101"}
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("file", [SIGN_OFFS, "policies/register.yaml", "templates/markdown/control.md.j2"])
def test_nothing_is_written_where_a_paper_cannot_be_read_or_a_page_says_too_much(file: str, tmp_path: Path) -> None:
    text = "{{ '44' ~ '15 mm' }}" if file.endswith("j2") else "[unclosed"
    made = audited({**PLANT, file: text}, tmp_path / "out")
    assert made.editions == ()
    assert any(one.gravity == 0 for one in made.findings)
    assert ("DEC106" in {one.code for one in made.findings}) == file.endswith("j2")
    assert not (tmp_path / "out").exists()


def test_digests_that_look_like_values_are_none() -> None:
    pieces = ["甲 708d ba7e 05d7 90ad 乙", "708dba7e\n05d790ad", "45d0 45d0 45d0 45d0"]
    printed = Printed(OutputFile("x", b""), lambda _file: pieces)
    without = _without(printed, {"708dba7e05d790ad"})
    assert list(without.said(without.file)) == ["甲   乙", " ", pieces[2]]


def test_a_record_can_be_made_again_and_overwrites_nothing_of_others(tmp_path: Path) -> None:
    files = {**FILES, "sopcurric.yaml": "project: {name: n}\nformats: [markdown]\n"}
    assert audited(files, tmp_path).editions == (("student", True),)
    assert audited(files, tmp_path).editions == (("student", False),)
    (tmp_path / "student" / ".sopcurric-output").unlink()
    before = tree_of(tmp_path)
    with pytest.raises(ForeignFolderError):
        audited({**files, "sops/c.yaml": SOP.replace("DIG", "OTH")}, tmp_path)
    assert tree_of(tmp_path) == before


# --- At the command line ---


def test_from_a_new_key_to_an_audit_record(call: Callable[..., object], tmp_path: Path) -> None:
    project = "project: {name: n}\nas_of: 2026-09-01\nformats: [markdown]\n"
    own = {path: text for path, text in FILES.items() if path != KEY}
    plant = write_files(tmp_path / "plant", {**own, "sopcurric.yaml": project})

    def run(*flags: object, lang: str = "zh") -> tuple[int, str]:
        ran = call("declassify", "-C", plant, *flags, "--lang", lang)
        assert isinstance(ran, subprocess.CompletedProcess)
        assert ran.stdout == ""
        return ran.returncode, ran.stderr

    assert run("--new-key")[0] == 0
    key = (tmp_path / "keys" / "plant.key").read_bytes()
    assert run("--new-key", lang="en")[0] == 2
    assert (tmp_path / "keys" / "plant.key").read_bytes() == key
    signing = ("--by", "张三", "--scope", "campus", "--expires", "2027.8.31")
    assert run("--sign", "processor", *signing) == (
        0,
        "已写入 policies/sign-offs.yaml：签了 2 份文件。请随企业的仓库一起提交。\n",
    )
    status, said = run("--sign", "approver", *signing, lang="en")
    assert (status, "four persons" in said) == (1, True)
    assert "date: 2026-09-01" in (plant / SIGN_OFFS).read_text(encoding="utf-8").replace("'", "")
    for flags in (
        ("--sign", "boss"),
        ("--sign", "approver"),
        ("--by", "张三"),
        ("--new-key", "--audit", tmp_path / "x"),
    ):
        assert run(*flags)[0] == 2
    assert run("--audit", plant / "audit")[0] == 2
    assert not (plant / "audit").exists()
    status, said = run("--audit", tmp_path / "audit")
    assert (status, str(tmp_path / "audit" / "student") in said) == (0, True)
    assert {"student/audit.csv", "student/audit.json"} <= set(tree_of(tmp_path / "audit"))


def test_a_key_inside_the_repository_is_not_made(call: Callable[..., object], tmp_path: Path) -> None:
    for text in ("key_file: keys/plant.key\n", f"key_file: {tmp_path}/plant/own.key\n", ""):
        plant = write_files(tmp_path / "plant", {**FILES, "policies/declassification.yaml": text})
        ran = call("declassify", "-C", plant, "--new-key", "--lang", "zh")
        assert isinstance(ran, subprocess.CompletedProcess)
        assert ran.returncode == 2
        assert "没有生成密钥" in ran.stderr
    assert not list((tmp_path / "plant").rglob("*.key"))


def test_a_key_is_not_made_where_it_would_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    plant = write_files(tmp_path / "plant", {**FILES, "policies/declassification.yaml": "key_file: keys/own.key\n"})
    (plant / "keys").symlink_to(tmp_path / "elsewhere")
    said, made = new_key(DiskWorkspace(plant), steps())
    assert (made, "在仓库之内" in words(said, "zh")) == (False, True)
    assert not list((tmp_path / "elsewhere").iterdir())
