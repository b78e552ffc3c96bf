"""Random edits of a curriculum repository, as people make them between two builds, and repositories to begin with.

An edit takes a repository and chance, and tells what it touched; it gives nothing where the repository has nothing to
edit in that way. Every edit leaves a repository that loads without errors.
"""

import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import PurePosixPath
from string import ascii_uppercase
from typing import cast

import yaml

from generators import Files
from sopcurric.model.address import Address, job_address
from sopcurric.model.files.sop_kinds import Phase

Tree = dict[str, object]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_PROJECT = "sopcurric.yaml"


@dataclass(frozen=True, slots=True)
class Edited:
    """A repository after an edit.

    `touched` are the addresses, old and new, of procedures whose words or structure changed; `renamed` tells the new
    address of each procedure that has another one now.
    """

    files: Files
    kind: str
    touched: frozenset[Address] = frozenset()
    renamed: Mapping[Address, Address] = field(default_factory=dict)


Edit = Callable[[Files, random.Random], Edited | None]

# --- Words -----------------------------------------------------------------------------------------------------------

_SYNONYMS = (
    ("检查", "查看"),
    ("确认", "核实"),
    ("启动", "开启"),
    ("停运", "停止"),
    ("调节", "调整"),
    ("测定", "测量"),
    ("检测", "测试"),
    ("处置", "处理"),
    ("控制", "调控"),
    ("制备", "配制"),
    ("编制", "制定"),
    ("验收", "检验"),
    ("巡回检查", "巡检"),
    ("开车", "开机"),
    ("设备", "装置"),
    ("岗位", "班组"),
    ("取样", "采样"),
    ("打开", "开启"),
    ("联系", "通知"),
)
_ADVERBS = ("及时", "按规定", "定期", "认真", "规范", "正确", "现场", "逐项")
_CLAUSES = ("，并做好记录", "，发现异常及时汇报", "，严禁违章作业", "，两人确认", "（每班一次）")
_STRAY = "的在和中大上个工时作开关水气电机油泵阀检料温压班表"
_NOUNS = (
    ("溶出机组", "蒸发机组"),
    ("离心泵", "真空泵"),
    ("隔膜泵", "柱塞泵"),
    ("磨机", "破碎机"),
    ("沉降", "过滤"),
    ("分解槽", "结晶器"),
    ("焙烧炉", "回转窑"),
    ("矿浆", "料浆"),
    ("电动机", "变压器"),
)
_EXTRA_STEPS = (
    "清理现场杂物，保持通道畅通",
    "核对仪表示值，偏差应在允许范围内",
    "通知上下游岗位和调度",
    "填写操作记录，签名并注明时间",
    "用测温仪测量轴承温度，不高于 75 ℃",
)
_EXTRA_WORK = (
    ("更换机械密封", Phase.MAINTENANCE, ("切断电源并上锁挂牌", "拆卸联轴器和密封压盖", "安装新密封并盘车检查")),
    ("清理管道结疤", Phase.MAINTENANCE, ("隔离管段并泄压", "用高压水清洗内壁", "检查清洗效果，恢复流程")),
    ("切换备用泵", Phase.NORMAL, ("检查备用泵油位", "启动备用泵，观察电流", "停运原运行泵，关闭出口阀")),
    ("处置碱液泄漏", Phase.EMERGENCY, ("立即撤离并报告值长", "切断泄漏点上游阀门", "用大量清水冲洗现场")),
    ("校验现场压力表", Phase.QUALITY, ("关闭根部阀并泄压", "比对标准表示值", "贴校验标签并登记")),
)
_OTHER_TRADES = (
    (
        "仓库保管员",
        (
            ("登记入库物资", Phase.NORMAL, ("核对送货单与采购订单", "清点数量并抽检外观", "录入台账，贴上货位标签")),
            ("盘点库存", Phase.QUALITY, ("打印盘点表", "逐架清点并记录差异", "查明差异原因后报财务")),
            ("发放劳保用品", Phase.NORMAL, ("核对领用单", "按定额发放", "领用人签字")),
        ),
    ),
    (
        "叉车司机",
        (
            ("出车前检查叉车", Phase.PREPARATION, ("检查轮胎气压和制动", "试验喇叭与灯光", "检查货叉有无裂纹")),
            ("装卸托盘货物", Phase.NORMAL, ("货叉对准托盘插孔", "门架后倾，低速行驶", "到位后平稳放下")),
            ("给蓄电池充电", Phase.MAINTENANCE, ("停在充电区并拔下钥匙", "接通充电机，检查电流", "充满后补加蒸馏水")),
        ),
    ),
    (
        "食堂厨师",
        (
            ("验收食材", Phase.QUALITY, ("查验合格证和检疫证", "测量冷藏食品的中心温度", "不合格的当场退回")),
            ("烹制大锅菜", Phase.NORMAL, ("按菜谱称取配料", "旺火翻炒，烧熟煮透", "留样 125 g，冷藏 48 h")),
            ("消毒餐具", Phase.NORMAL, ("刮净残渣后清洗", "放入消毒柜，120 ℃ 保持 15 min", "取出沥干，存入保洁柜")),
        ),
    ),
)

_HAN = re.compile(r"[\u4e00-\u9fff]")


def _typo(text: str, rng: random.Random) -> str | None:
    """One Han character changed, put in or left out; nothing where there are too few."""
    places = [at for at, sign in enumerate(text) if _HAN.match(sign)]
    if len(places) < 3:
        return None
    at = rng.choice(places)
    stray = rng.choice([sign for sign in _STRAY if sign != text[at]])
    return text[:at] + rng.choice((stray, stray + text[at], "")) + text[at + 1 :]


def _swapped(text: str, rng: random.Random) -> str | None:
    """One word changed into another with the same meaning."""
    pairs = [pair for one, other in _SYNONYMS for pair in ((one, other), (other, one)) if pair[0] in text]
    if not pairs:
        return None
    one, other = rng.choice(pairs)
    return text.replace(one, other, 1)


def _reworded(text: str, rng: random.Random) -> str:
    """The same said a little differently: a synonym, or a word that says how."""
    swapped = _swapped(text, rng) if rng.random() < 0.5 else None
    return swapped or rng.choice(_ADVERBS) + text


def _sentence_reworded(text: str, rng: random.Random) -> str:
    """The same for a sentence, which may also get a clause."""
    return text + rng.choice(_CLAUSES) if rng.random() < 0.4 else _reworded(text, rng)


def _about_other_things(text: str) -> str:
    for one, other in _NOUNS:
        text = text.replace(one, other)
    return text


# --- Files -----------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def _read(text: str) -> Tree:
    return cast("Tree", yaml.load(text, Loader=_LOADER))  # noqa: S506 - one of the safe loaders


def _written(tree: object) -> str:
    return yaml.dump(tree, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10_000)


def _parts(tree: Tree, section: str) -> list[Tree]:
    """A list in a file; what is put into it stands in the file."""
    return cast("list[Tree]", tree.setdefault(section, []))


@dataclass(frozen=True, slots=True)
class _Sop:
    """An SOP file opened for editing."""

    path: str
    tree: Tree

    @property
    def job(self) -> Address:
        header = cast("Tree", self.tree["job"])
        return job_address(str(header.get("organisation", "")), str(header["code"]))

    @property
    def procedures(self) -> list[Tree]:
        return _parts(self.tree, "procedures")

    def address(self, procedure: Tree) -> Address:
        return f"{self.job}/{procedure['id']}"

    def text(self) -> str:
        return _written({key: part for key, part in self.tree.items() if part != []})


def sop_paths(files: Files) -> list[str]:
    """The paths of SOP files."""
    return sorted(path for path in files if path.startswith("sops/"))


def _opened(files: Files, path: str) -> _Sop:
    return _Sop(path, deepcopy(_read(files[path])))


def _any_sop(files: Files, rng: random.Random) -> _Sop:
    return _opened(files, rng.choice(sop_paths(files)))


def _with(files: Files, *sops: _Sop) -> Files:
    return {**files, **{sop.path: sop.text() for sop in sops}}


def addresses(files: Files) -> frozenset[Address]:
    """The addresses of all procedures."""
    sops = (_Sop(path, _read(files[path])) for path in sop_paths(files))
    return frozenset(sop.address(procedure) for sop in sops for procedure in sop.procedures)


def _line(steps: list[object], at: int) -> str:
    step = steps[at]
    return str(cast("Tree", step)["text"]) if isinstance(step, dict) else str(step)


def _steps(procedure: Tree) -> list[object]:
    return cast("list[object]", procedure["steps"])


def _set_line(steps: list[object], at: int, text: str) -> None:
    step = steps[at]
    steps[at] = {**step, "text": text} if isinstance(step, dict) else text


def _fresh(taken: Iterable[object], rng: random.Random) -> str:
    """An identifier that is not taken, and that hardly anybody else would hit upon."""
    known = {str(one).casefold() for one in taken}
    while True:
        made = "".join(rng.choices(ascii_uppercase, k=3)) + str(rng.randrange(1000))
        if made.casefold() not in known:
            return made


def _work(title: str, phase: object, lines: Iterable[str]) -> Tree:
    return {"title": title, "phase": str(phase), "steps": [*lines]}


# --- Wording ---------------------------------------------------------------------------------------------------------


def _of_a_step(kind: str, said: Callable[[str, random.Random], str | None]) -> Edit:
    def edit(files: Files, rng: random.Random) -> Edited | None:
        sop = _any_sop(files, rng)
        procedure = rng.choice(sop.procedures)
        steps = _steps(procedure)
        at = rng.randrange(len(steps))
        text = said(_line(steps, at), rng)
        if text is None:
            return None
        _set_line(steps, at, text)
        return Edited(_with(files, sop), kind, frozenset({sop.address(procedure)}))

    return edit


def _of_a_title(kind: str, said: Callable[[str, random.Random], str | None]) -> Edit:
    def edit(files: Files, rng: random.Random) -> Edited | None:
        sop = _any_sop(files, rng)
        procedure = rng.choice(sop.procedures)
        text = said(str(procedure["title"]), rng)
        if text is None:
            return None
        procedure["title"] = text
        return Edited(_with(files, sop), kind, frozenset({sop.address(procedure)}))

    return edit


def _of_an_element(files: Files, rng: random.Random) -> Edited | None:
    """Other words for a hazard, a parameter or a deviation; no procedure is touched by that."""
    sop = _any_sop(files, rng)
    section = rng.choice(("hazards", "parameters", "deviations"))
    if not _parts(sop.tree, section):
        return None
    element = rng.choice(_parts(sop.tree, section))
    key = rng.choice([key for key in ("title", "consequence", "meaning", "report") if key in element])
    element[key] = _sentence_reworded(str(element[key]), rng)
    return Edited(_with(files, sop), "element wording")


# --- Steps -----------------------------------------------------------------------------------------------------------


def _add_step(files: Files, rng: random.Random) -> Edited | None:
    sop = _any_sop(files, rng)
    procedure = rng.choice(sop.procedures)
    steps = _steps(procedure)
    named = [one for one in steps if isinstance(one, dict)]
    line = rng.choice(_EXTRA_STEPS)
    added: object = {"id": _fresh((one["id"] for one in named), rng), "text": line} if named else line
    steps.insert(rng.randrange(len(steps) + 1), added)
    return Edited(_with(files, sop), "step added", frozenset({sop.address(procedure)}))


def _remove_step(files: Files, rng: random.Random) -> Edited | None:
    sop = _any_sop(files, rng)
    procedure = rng.choice(sop.procedures)
    steps = _steps(procedure)
    if len(steps) < 2:
        return None
    steps.pop(rng.randrange(len(steps)))
    return Edited(_with(files, sop), "step removed", frozenset({sop.address(procedure)}))


def _reorder_steps(files: Files, rng: random.Random) -> Edited | None:
    sop = _any_sop(files, rng)
    procedure = rng.choice(sop.procedures)
    rng.shuffle(_steps(procedure))
    return Edited(_with(files, sop), "steps reordered", frozenset({sop.address(procedure)}))


# --- Procedures ------------------------------------------------------------------------------------------------------


def _elsewhere(files: Files, rng: random.Random) -> Tree:
    """A procedure of any job, told of other equipment, without what it refers to."""
    procedure = rng.choice(_any_sop(files, rng).procedures)
    steps = _steps(procedure)
    lines = [_about_other_things(_line(steps, at)) for at in range(len(steps))]
    return _work(_about_other_things(str(procedure["title"])), procedure.get("phase", Phase.NORMAL.value), lines)


def _add_procedure(files: Files, rng: random.Random) -> Edited | None:
    sop = _any_sop(files, rng)
    made = _elsewhere(files, rng) if rng.random() < 0.5 else _work(*rng.choice(_EXTRA_WORK))
    procedure: Tree = {"id": _fresh((one["id"] for one in sop.procedures), rng), **made}
    sop.procedures.insert(rng.randrange(len(sop.procedures) + 1), procedure)
    return Edited(_with(files, sop), "procedure added", frozenset({sop.address(procedure)}))


def _named_by_deviations(sop: _Sop, names: Mapping[object, object]) -> None:
    """Give procedures that deviations and emergency cards name their new names; those without one are named no more."""
    for one in (*_parts(sop.tree, "deviations"), *_parts(sop.tree, "emergency_cards")):
        named = cast("list[object]", one.get("procedures", []))
        one["procedures"] = [names[name] for name in named if name in names]


def without(files: Files, address: Address) -> Files:
    """The repository without a procedure."""
    sop = next(sop for sop in map(partial(_opened, files), sop_paths(files)) if address.startswith(f"{sop.job}/"))
    _remove(sop, address.removeprefix(f"{sop.job}/"))
    return _with(files, sop)


def _remove(sop: _Sop, name: object) -> None:
    sop.procedures[:] = [procedure for procedure in sop.procedures if procedure["id"] != name]
    _named_by_deviations(sop, {one["id"]: one["id"] for one in sop.procedures})


def _remove_procedure(files: Files, rng: random.Random) -> Edited | None:
    sop = _any_sop(files, rng)
    if len(sop.procedures) < 2:
        return None
    procedure = rng.choice(sop.procedures)
    _remove(sop, procedure["id"])
    return Edited(_with(files, sop), "procedure removed", frozenset({sop.address(procedure)}))


def _reorder_procedures(files: Files, rng: random.Random) -> Edited | None:
    sop = _any_sop(files, rng)
    rng.shuffle(sop.procedures)
    return Edited(_with(files, sop), "procedures reordered")


def _change_phase(files: Files, rng: random.Random) -> Edited | None:
    sop = _any_sop(files, rng)
    procedure = rng.choice(sop.procedures)
    now = procedure.get("phase", Phase.NORMAL.value)
    procedure["phase"] = rng.choice([one.value for one in Phase if one.value != now])
    return Edited(_with(files, sop), "phase changed", frozenset({sop.address(procedure)}))


def _rename_id(files: Files, rng: random.Random) -> Edited | None:
    sop = _any_sop(files, rng)
    procedure = rng.choice(sop.procedures)
    before = sop.address(procedure)
    names = {one["id"]: one["id"] for one in sop.procedures}
    names[procedure["id"]] = _fresh(names, rng)
    _named_by_deviations(sop, names)
    procedure["id"] = names[procedure["id"]]
    after = sop.address(procedure)
    return Edited(_with(files, sop), "procedure id renamed", frozenset({before, after}), {before: after})


# --- Files and jobs --------------------------------------------------------------------------------------------------


def _moved(files: Files, before: str, after: str, kind: str) -> Edited | None:
    if after in files:
        return None
    return Edited({**{path: text for path, text in files.items() if path != before}, after: files[before]}, kind)


def _rename_file(files: Files, rng: random.Random) -> Edited | None:
    path = rng.choice(sop_paths(files))
    return _moved(files, path, str(PurePosixPath(path).with_name(f"f{rng.randrange(10**6)}.yaml")), "file renamed")


def _move_file(files: Files, rng: random.Random) -> Edited | None:
    path = PurePosixPath(rng.choice(sop_paths(files)))
    return _moved(files, str(path), str(path.parent / rng.choice(("a", "z")) / path.name), "file moved")


def _codes(files: Files) -> set[object]:
    return {cast("Tree", _read(files[path])["job"])["code"] for path in sop_paths(files)}


def _split_file(files: Files, rng: random.Random) -> Edited | None:
    """Some procedures become a job of their own, with all that they refer to."""
    sop = _any_sop(files, rng)
    if len(sop.procedures) < 2:
        return None
    new = _Sop(str(PurePosixPath(sop.path).with_name(f"split{rng.randrange(10**6)}.yaml")), deepcopy(sop.tree))
    header = cast("Tree", new.tree["job"])
    header |= {"code": _fresh(_codes(files), rng), "title": f"{header['title']}（辅助）"}
    new.tree.pop("routes", None)
    leaving = set(rng.sample([one["id"] for one in sop.procedures], rng.randint(1, len(sop.procedures) - 1)))
    for one, kept in ((sop, False), (new, True)):
        one.procedures[:] = [procedure for procedure in one.procedures if (procedure["id"] in leaving) is kept]
        _named_by_deviations(one, {procedure["id"]: procedure["id"] for procedure in one.procedures})
    renamed = {f"{sop.job}/{procedure['id']}": new.address(procedure) for procedure in new.procedures}
    return Edited(_with(files, sop, new), "file split", frozenset({*renamed, *renamed.values()}), renamed)


def _with_job(files: Files, title: str, work: Sequence[Tree], kind: str, rng: random.Random) -> Edited:
    code = _fresh(_codes(files), rng)
    header: Tree = {"code": code, "title": title}
    organisations = cast("list[Tree]", _read(files[_PROJECT]).get("organisations", []))
    if organisations:
        header["organisation"] = rng.choice(organisations)["id"]
    procedures = [{"id": f"P{number}", **one} for number, one in enumerate(work, start=1)]
    sop = _Sop(f"sops/{code.lower()}.yaml", {"job": header, "procedures": procedures})
    return Edited(_with(files, sop), kind, frozenset(map(sop.address, sop.procedures)))


def _new_job(files: Files, rng: random.Random) -> Edited | None:
    work = [_elsewhere(files, rng) for _ in range(rng.randint(3, 6))]
    return _with_job(files, "综合操作工", work, "similar job added", rng)


def _unrelated_job(files: Files, rng: random.Random) -> Edited | None:
    title, work = rng.choice(_OTHER_TRADES)
    return _with_job(files, title, [_work(*one) for one in work], "unrelated job added", rng)


def _remove_job(files: Files, rng: random.Random) -> Edited | None:
    if len(sop_paths(files)) < 3:
        return None
    sop = _any_sop(files, rng)
    project = deepcopy(_read(files[_PROJECT]))
    if "jobs" in project:
        project["jobs"] = [job for job in cast("list[str]", project["jobs"]) if job != sop.job]
    left = {path: text for path, text in files.items() if path != sop.path}
    touched = frozenset(map(sop.address, sop.procedures))
    return Edited({**left, _PROJECT: _written(project)}, "job removed", touched)


# --- All of them -----------------------------------------------------------------------------------------------------

STEP_TYPO: Edit = _of_a_step("step typo", _typo)
TITLE_TYPO: Edit = _of_a_title("title typo", _typo)
WORDING: tuple[Edit, ...] = (
    _of_a_step("step wording", _sentence_reworded),
    STEP_TYPO,
    TITLE_TYPO,
    _of_a_title("title wording", _reworded),
    _of_an_element,
)
"""Edits of words only."""
UNSEEN: tuple[Edit, ...] = (_of_an_element, _reorder_steps, _reorder_procedures, _rename_file, _move_file)
"""Edits of what no grouping looks at: they must not change the lock."""
_OF_STEPS: tuple[Edit, ...] = (_add_step, _remove_step, _reorder_steps)
_OF_PROCEDURES: tuple[Edit, ...] = (_add_procedure, _remove_procedure, _reorder_procedures, _change_phase, _rename_id)
OF_JOBS: tuple[Edit, ...] = (_rename_file, _move_file, _split_file, _new_job, _unrelated_job, _remove_job)
EDITS: tuple[Edit, ...] = (*WORDING, *_OF_STEPS, *_OF_PROCEDURES, *OF_JOBS)
EVERYDAY: tuple[Edit, ...] = (*WORDING * 4, *_OF_STEPS * 4, *_OF_PROCEDURES * 2, *OF_JOBS)
"""All edits, the usual ones more often: words and steps change from day to day, jobs come and go from year to year."""


def edited(files: Files, rng: random.Random, edits: Sequence[Edit] = EDITS) -> Edited:
    """The repository after one edit of any of these kinds."""
    while True:
        made = rng.choice(edits)(files, rng)
        if made is not None:
            return made


def chain(files: Files, rng: random.Random, length: int, edits: Sequence[Edit] = EDITS) -> Edited:
    """The repository after some edits one after another, with everything that they touched."""
    made = Edited(files, "")
    for _ in range(length):
        after = edited(made.files, rng, edits)
        kind = f"{made.kind}, {after.kind}" if made.kind else after.kind
        renamed = {old: after.renamed.get(new, new) for old, new in made.renamed.items()}
        renamed |= {old: new for old, new in after.renamed.items() if old not in made.renamed.values()}
        made = replace(after, kind=kind, touched=made.touched | after.touched, renamed=renamed)
    return made


# --- To begin with ---------------------------------------------------------------------------------------------------


def one_plant(files: Files) -> Files:
    """The jobs of a repository alone, laid out as edits lay them out."""
    alone = {path: _written(_read(files[path])) for path in sop_paths(files)}
    return {**alone, _PROJECT: _written(_project(files))}


def _project(files: Files) -> Tree:
    """The project of a repository without the profile that stands in it, as that stays behind."""
    project = deepcopy(_read(files[_PROJECT]))
    project.pop("profile", None)
    return project


def _as_in_a_plant(sop: _Sop, organisation: str, rng: random.Random) -> _Sop:
    """An SOP as another plant has it: some titles and lines in other words, now and then one line less."""
    tree = deepcopy(sop.tree)
    header = cast("Tree", tree["job"])
    header["organisation"] = organisation
    for procedure in _parts(tree, "procedures"):
        if rng.random() < 0.25:
            procedure["title"] = _reworded(str(procedure["title"]), rng)
        steps = _steps(procedure)
        for at in range(len(steps)):
            if rng.random() < 0.3:
                _set_line(steps, at, _sentence_reworded(_line(steps, at), rng))
        if len(steps) > 2 and rng.random() < 0.2:
            steps.pop(rng.randrange(len(steps)))
    return _Sop(sop.path.replace("sops/", f"sops/{organisation.lower()}/"), tree)


def several_plants(files: Files, organisations: Sequence[str], rng: random.Random, jobs: int | None = None) -> Files:
    """The first jobs of a repository (all, unless told) in several plants with small differences."""
    project = _project(files)
    project.pop("jobs", None)
    project["organisations"] = [{"id": one, "title": f"{one} 厂"} for one in organisations]
    made = [
        _as_in_a_plant(_opened(files, path), organisation, rng)
        for organisation in organisations
        for path in sop_paths(files)[:jobs]
    ]
    return {**{sop.path: sop.text() for sop in made}, _PROJECT: _written(project)}


def reordered(files: Files, rng: random.Random) -> Files:
    """The same with other names for its SOP files, and with the keys of every mapping in another order."""

    def turned(node: object) -> object:
        if isinstance(node, dict):
            return {key: turned(node[key]) for key in rng.sample(list(node), len(node))}
        return [turned(one) for one in node] if isinstance(node, list) else node

    numbers = rng.sample(range(len(files)), len(files))
    names = {path: f"sops/{number:02}.yaml" for path, number in zip(sop_paths(files), numbers, strict=False)}
    return {names.get(path, path): _written(turned(_read(text))) for path, text in files.items()}
