"""Whole small curriculum repositories, drawn at random or as full as can be.

A repository is drawn as a shape whose words are still missing, so that the same shape can be filled with plain, with
hostile and with other words. Every new kind of input file belongs into `FILE_KINDS`; `test_contracts.py` fails as long
as it does not stand there.
"""

import csv
import hashlib
import io
import re
import struct
import tempfile
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import cycle
from pathlib import Path
from random import Random
from typing import TypeVar

import yaml
from hypothesis import strategies as st

from decided import (
    DERIVED_KINDS,
    LEAF_KINDS,
    SOURCE_KINDS,
    STALE,
    Choices,
    Decider,
    Sight,
    Subjects,
    older,
    with_tombstones,
)
from reading_back import Tree
from sopcurric.app.building import Built, Request, build
from sopcurric.app.checking import Checked, check
from sopcurric.app.compiling import compile_package
from sopcurric.app.loading import Loaded, load
from sopcurric.app.locking import next_lock
from sopcurric.app.steps import Kept, Step, Steps
from sopcurric.io.cache import MemoryStore, Store
from sopcurric.io.lock_file import LOCK_FILE, lock_text
from sopcurric.io.workspace import DiskWorkspace, MemoryWorkspace, Workspace
from sopcurric.model.competency import FACTORS
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.agreements import EntrustedTerms, InternshipTerms
from sopcurric.model.files.base import Frozen
from sopcurric.model.files.baseline import BaselineFile
from sopcurric.model.files.case import CaseFile
from sopcurric.model.files.course import CourseFile
from sopcurric.model.files.decision import DecisionFile, DecisionKind
from sopcurric.model.files.lexicon import LexiconFile
from sopcurric.model.files.policy import FieldDecisionsFile, NamesFile, PolicyFile
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.project import ProjectFile
from sopcurric.model.files.register import RegisterFile
from sopcurric.model.files.schedule import ScheduleFile
from sopcurric.model.files.sign_offs import SignOffsFile
from sopcurric.model.files.sop import MachineFile, ProcessFile, SopFile, SopSections
from sopcurric.model.files.sop_changes import ChangesFile
from sopcurric.model.files.standard import StandardFile
from sopcurric.model.profile import ProfileFile
from sopcurric.model.question_bank import FORMS

Files = Mapping[str, str]
"""A repository: YAML text by path."""
PICTURE = "media/valve.png"
"""What steps are illustrated with."""
PICTURES = (PICTURE, "media/pump-valves.png")
"""The same, and what the big example has."""
Value = TypeVar("Value")

FILE_KINDS: Mapping[type[Frozen], str] = {
    ProjectFile: "sopcurric.yaml",
    SopFile: "sops/",
    ProcessFile: "processes/",
    MachineFile: "machines/",
    ChangesFile: "changes/",
    CourseFile: "courses/",
    StandardFile: "standards/",
    ProgrammeFile: "programmes/one.yaml",
    ScheduleFile: "programmes/one.plan.yaml",
    ProfileFile: "profiles/",
    CaseFile: "cases/",
    DecisionFile: "decisions/",
    LexiconFile: "lexicon.yaml",
    BaselineFile: "findings-baseline.yaml",
    PolicyFile: "policies/declassification.yaml",
    FieldDecisionsFile: "policies/fields.yaml",
    SignOffsFile: "policies/sign-offs.yaml",
    RegisterFile: "policies/register.yaml",
}
"""Kinds of files that people write, and where the generators put them."""
_GRADES = ((1, 2, 3, 2), (2, 3, 2, 1))
SURVEY = "surveys/ratings.csv"
"""Where the generators put what experts rated: a table, not YAML."""
PLAN = "programmes/one.plan.yaml"
WRITTEN_BY_THE_TOOL = (LOCK_FILE, "decisions/", "findings-baseline.yaml", "policies/sign-offs.yaml", PLAN)
"""What the tool itself puts into a repository."""
OWN_PROFILE = "own-profile"
NOT_IN_REPOSITORIES: Mapping[type[Frozen], str] = {
    SopSections: "what the kinds of SOPs have in common",
    NamesFile: "stands outside of them",
}

# --- Words -----------------------------------------------------------------------------------------------------------

Wording = Callable[[int], str]
"""The words of a blank, by its number."""

CHINESE = (
    "检查隔膜泵油位,应在 1/2–2/3",
    "确认安全阀铅封完好",
    "打开进口阀，开度不大于 20 %",
    "启动油泵，油压控制在 0.3–0.5 MPa。",
    "**严禁**带压拆卸法兰",
    "按 $Al(OH)_3 + OH^-$ 核对配方",
    "升温到 260–280 ℃ 后，每 10 min 记录一次",
    "压力保持 0.3MPa以上，温差 ±5 ℃，流量不低于 20 m3/h，2 次/班",
    "升压前核对 <<8.2 MPa|约 8 MPa>> 的压力表",
    "高温碱矿浆喷出",
    "当压力升高时，降低冲次；必要时停车",
    "向值长汇报，并做好记录",
    "交接班",
    "*缓慢* 加入 5 m^3^ 的 H~2~O，CO~3~^2-^ 不大于 10^-3^ mol/L",
    "开泵前：\n- 核对油位\n- 核对铅封\n\n然后汇报",
    "1、取样；\n2、送检",
)
ENGLISH = (
    "Check the oil level of the pump, it must be within 1/2–2/3",
    "Make sure that the seal of the safety valve is intact",
    "Open the inlet valve",
    "Start the oil pump and keep the pressure at 0.3–0.5 MPa",
    "When the pressure rises, lower the stroke rate",
    "Hot liquor",
    "Report to the shift leader.",
    "Before the start:\n1. check the oil\n2. check the *seal*",
)
LONG = "超长" * 90 + "w" * 150
HOSTILE = (
    "<script>alert(1)</script>",
    '#panic("x") *_$<@[]\\',
    "{{ 7*7 }}",
    "{% raw %}",
    "=cmd|' /C calc'!A0",
    "](javascript:x)",
    "` ``` `",
    "\uff5b\uff5b 7*7 \uff5d\uff5d",
    '" onmouseover="alert(1)',
    "' --> ]]> <!-- </style></title>",
    "&lt;b&gt; &amp;amp; &#60;",
    "# *** --- +++ 1) > | a",
    "[x]: javascript:alert(1)",
    "<img src=x onerror=alert(1)>",
    "https://example.invalid/?q=<b>",
    "../../../etc/passwd",
    "C:\\con\\nul",
    "@import url(x); expression(1) }",
    "%s %n ${HOME} $(id) `id`",
    "\\u0022);import(`x`)//",
    "~~x~~ __y__ ^z^",
    "2~3 台、4~5 台，3*4*5，2^3^4，*.txt",
)
"""Words that mean something to one of the formats, and must stay words in all of them."""
HOSTILE_LINES = ("甲：\n- <b>乙</b>\n- # 丙 | 丁\n\n1. {{ 7*7 }}", "1、=cmd|' /C calc'!A0\n2、</span>\\n#{1}")
"""The same in lists, which have elements of their own."""
UNPRINTABLE = ("\U0001f469\u200d\U0001f527\U0001f9ef火", "שלום عليكم", "𠮷野家", "é̀ñ ﬁ Ⅷ ㎡")
"""Letters that no font of ours has, or that readers of PDF give back as others: for HTML and Markdown."""
REFUSED = ("\x1b[31m", "\u202egnp.exe", "\u200f右", "\x00")
"""Characters that the reader refuses, wherever they stand."""


def told(pool: Sequence[str], *, start: int = 0, apart: bool = False) -> Wording:
    """Words from a pool by turns; with `apart` no two blanks say the same."""

    def words(number: int) -> str:
        said = pool[(number + start) % len(pool)]
        return f"{said} {number}" if apart else said

    return words


def harmless(number: int) -> str:
    """Words that mean nothing anywhere, and are said once only."""
    return f"文字 {number}"


# --- Shapes ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Blank:
    """A place for words; with `both`, it is given in two languages."""

    number: int
    both: bool = False


@dataclass(frozen=True)
class Shape:
    """A repository whose words are still missing; `lock` is the text of its lock."""

    trees: Mapping[str, object]
    jobs: int
    lock: str = ""

    def filled(self, wording: Wording) -> dict[str, str]:
        """The files with words in their blanks, and with the digests of what decisions should have seen."""
        trees = {path: _filled(tree, wording) for path, tree in self.trees.items()}
        files = {path: _written(path, _sighted(tree, {})) for path, tree in trees.items()}
        files |= {LOCK_FILE: self.lock} if self.lock else {}
        if not any(path.startswith("decisions/") for path in files):
            return files
        seen = {one.decision: one.seen for one in compiled(files, _STEPS, printed=False).verdicts if one.seen}
        return {**files, **{path: _written(path, _sighted(tree, seen)) for path, tree in trees.items()}}


_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


_LIKE_A_NUMBER = re.compile(r"\b(seen: )(\d+e\d+)$", re.MULTILINE)
"""A digest that reads as a number, which this dumper does not know."""


def _written(path: str, tree: object) -> str:
    """The text of a file: rows as CSV, anything else as YAML."""
    if not path.endswith(".csv"):
        return _yaml(tree)
    assert isinstance(tree, list)
    out = io.StringIO(newline="")
    csv.writer(out).writerows(tree)
    return out.getvalue()


def _yaml(tree: object) -> str:
    written = str(yaml.dump(tree, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=100_000))
    return _LIKE_A_NUMBER.sub(r"\1'\2'", written)


def _filled(tree: object, wording: Wording) -> object:
    if isinstance(tree, Blank):
        said = wording(tree.number)
        return {"zh": said, "en": said} if tree.both else said
    if isinstance(tree, Mapping):
        return {key: _filled(part, wording) for key, part in tree.items()}
    if isinstance(tree, list):
        return [_filled(part, wording) for part in tree]
    return tree


def _sighted(tree: object, seen: Mapping[str, str]) -> object:
    """The same with the digests that decisions ask for, by their names; without those that are not known."""
    if isinstance(tree, Mapping):
        own = seen.get(str(tree.get("id", "")))
        parts = ((key, own if isinstance(part, Sight) else _sighted(part, seen)) for key, part in tree.items())
        return {key: part for key, part in parts if part is not None}
    if isinstance(tree, list):
        return [_sighted(part, seen) for part in tree]
    return tree


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Hypothesis decides."""

    draw: st.DrawFn

    def count(self, low: int, high: int) -> int:
        return self.draw(st.integers(low, high))

    def maybe(self) -> bool:
        return self.draw(st.booleans())

    def one(self, options: Sequence[Value]) -> Value:
        return self.draw(st.sampled_from(options))


@dataclass(slots=True)
class _Everything:
    """As much as possible; of several options, each in its turn."""

    turns: dict[tuple[object, ...], "cycle[object]"] = field(default_factory=dict)

    def count(self, low: int, high: int) -> int:
        return max(low, high)

    def maybe(self) -> bool:
        return True

    def one(self, options: Sequence[Value]) -> Value:
        turn = self.turns.setdefault(tuple(options), cycle(range(len(options))))
        place = next(turn)
        assert isinstance(place, int)
        return options[place]


@dataclass(frozen=True, slots=True)
class _Rolled:
    """A die decides."""

    random: Random

    def count(self, low: int, high: int) -> int:
        return self.random.randint(low, high)

    def maybe(self) -> bool:
        return self.random.random() < 0.5

    def one(self, options: Sequence[Value]) -> Value:
        return self.random.choice(options)


PHASES = (
    "normal",
    "start-up",
    "preparation",
    "quality",
    "inspection",
    "maintenance",
    "shutdown",
    "emergency-shutdown",
    "emergency",
    "handover",
)
FREQUENCIES = ("continuous", "each-shift", "daily", "weekly", "monthly", "yearly", "rarely")
JOB_CODES = ("DIG", "con", "NUL", "x_9-B", "Com1")
ORGANISATIONS = ("QL", "yl", "aux")
_IDS = ("1A", "con", "x_9-B", "NUL")
PROGRAMME = "P-2026"
Known = Mapping[str, list[str]]
"""The ids of the elements of each section."""
LINKED = ("equipment", "valves", "interlocks", "parameters", "hazards", "ppe", "lockouts", "permits", "quality")
"""Sections that procedures and steps refer to."""
NAMED_SECTIONS = ("duties", "principles", *LINKED, "records")
HEADERS = {"job-sop": "job", "process-specification": "process", "equipment-procedure": "machine"}


class _Writer:
    """Writes down the parts of a repository as somebody decides."""

    def __init__(self, choices: Choices, most_procedures: int = 3) -> None:
        self.choose = choices
        self.most_procedures = most_procedures
        self.blanks = 0
        self.plants: Sequence[str] = ()

    def words(self) -> Blank:
        self.blanks += 1
        return Blank(self.blanks, both=self.choose.maybe() if self.blanks % 5 == 0 else False)

    def lines(self, low: int = 0, high: int = 2) -> list[object]:
        return [self.words() for _ in range(self.choose.count(low, high))]

    def some(self, **parts: Callable[[], object]) -> dict[str, object]:
        """The parts that are there."""
        return {name: make() for name, make in parts.items() if self.choose.maybe()}

    def everything(self, **parts: object) -> dict[str, object]:
        """What is there only where everything is: it makes each look at a repository take longer."""
        return parts if isinstance(self.choose, _Everything) else {}

    def ids(self, low: int = 0, high: int = 2) -> list[str]:
        return list(_IDS[: self.choose.count(low, high)])

    def of(self, ids: Sequence[str]) -> list[str]:
        return [one for one in ids if self.choose.maybe()]

    # SOPs

    def sop(self, code: str, organisation: str, kind: str = "job-sop", plants: Sequence[str] = ()) -> dict[str, object]:
        """A document of some kind, which one organisation has or which several plants follow."""
        known: Known = {name: self.ids() for name in NAMED_SECTIONS}
        procedures = [f"P{n}" for n in range(1, self.choose.count(1, self.most_procedures) + 1)]
        own = kind == "job-sop"
        header = {
            "code": code,
            "title": self.words(),
            **({"organisation": organisation} if organisation else {}),
            **({"plants": list(plants)} if plants else {}),
            **self.some(purpose=self.words, tags=lambda: ["high-pressure"]),
            **(self._job() if own else self.some(jobs=lambda: [JOB_CODES[0]])),
            **(self.some(model=lambda: "YL-200") if kind == "equipment-procedure" else {}),
        }
        return {
            **self.some(format=lambda: 1, document=self._header),
            **(self.some(kind=lambda: kind) if own else {"kind": kind}),
            HEADERS[kind]: header,
            **self._process(known),
            **({} if kind == "process-specification" else self._work(procedures, known)),
            **self._safety(known, procedures),
            **self._papers(known),
        }

    def _job(self) -> dict[str, object]:
        return self.some(
            occupation=lambda: "6-17-06-01",
            workplace=self.words,
            reports_to=self.words,
            authority=self.lines,
            qualifications=self.lines,
        )

    def _process(self, known: Known) -> dict[str, object]:
        return {
            "duties": [self._short(one, self.words()) for one in known["duties"]],
            "principles": [{"id": one, "title": self.words(), "text": self.lines(1, 2)} for one in known["principles"]],
            "flow": [
                {
                    "id": one,
                    "title": self.words(),
                    **self.some(text=self.words),
                    "inputs": self.lines(),
                    "outputs": self.lines(),
                    "equipment": self.of(known["equipment"]),
                }
                for one in self.ids()
            ],
            "terms": [{"id": one, "title": self.words(), **self.some(text=self.words)} for one in self.ids()],
            "equipment": [
                {
                    "id": one,
                    "title": self.words(),
                    **self.some(function=self.words, data=self.words, tag=lambda: "P-101"),
                    **self.everything(level="public", levels={"title": "public"}),
                }
                for one in known["equipment"]
            ],
            "valves": [
                {
                    "id": one,
                    "title": self.words(),
                    **self.some(function=self.words, position=self.words, tag=lambda: "V-1"),
                    **self._one("equipment", known),
                }
                for one in known["valves"]
            ],
            "interlocks": [
                {
                    "id": one,
                    "title": self.words(),
                    **self.some(**dict.fromkeys(("condition", "action", "reset", "bypass"), self.words)),
                    **self.some(tag=lambda: "I-1"),
                    "parameters": self.of(known["parameters"]),
                    "equipment": self.of(known["equipment"]),
                }
                for one in known["interlocks"]
            ],
            "parameters": [self._parameter(one) for one in known["parameters"]],
        }

    def _work(self, procedures: Sequence[str], known: Known) -> dict[str, object]:
        idle = self.some(
            stub=lambda: {"id": "P8", "title": self.words(), "stub": self.words()},
            other=lambda: {"id": "P9", "title": self.words(), "not_applicable": self.words()},
        )
        return {
            "procedures": [*(self._procedure(one, known) for one in procedures), *idle.values()],
            "routes": [self._route(f"R{n}", known) for n in range(1, self.choose.count(0, 1) + 1)],
            "deviations": [self._deviation(one, procedures, known["parameters"]) for one in self.ids()],
        }

    def _safety(self, known: Known, procedures: Sequence[str]) -> dict[str, object]:
        return {
            "hazards": [self._hazard(one) for one in known["hazards"]],
            "ppe": [
                {
                    "id": one,
                    "title": self.words(),
                    **self.some(**dict.fromkeys(("standard", "when", "check"), self.words)),
                }
                for one in known["ppe"]
            ],
            "lockouts": [
                {
                    "id": one,
                    "title": self.words(),
                    "energy": self.choose.one(("electrical", "steam", "other")),
                    **self.some(
                        **dict.fromkeys(("device", "method", "discharge", "verification", "release"), self.words)
                    ),
                    **self._one("equipment", known),
                }
                for one in known["lockouts"]
            ],
            "permits": [
                {
                    "id": one,
                    "title": self.words(),
                    "kind": self.choose.one(("hot-work", "confined-space", "other")),
                    "conditions": self.lines(),
                    **self.some(**dict.fromkeys(("monitor", "validity", "approval", "certificate"), self.words)),
                }
                for one in known["permits"]
            ],
            "environment": [
                {
                    "id": one,
                    "title": self.words(),
                    **self.some(**dict.fromkeys(("limit", "measure", "monitoring"), self.words)),
                }
                for one in self.ids()
            ],
            "emergency_cards": [
                {
                    "id": one,
                    "title": self.words(),
                    "actions": self.lines(1, 2),
                    "contacts": self.lines(),
                    "cautions": self.lines(),
                    **self.some(signs=self.words, who=self.words),
                    "hazards": self.of(known["hazards"]),
                    "procedures": self.of(procedures),
                }
                for one in self.ids()
            ],
        }

    def _papers(self, known: Known) -> dict[str, object]:
        return {
            "quality": [self._check(one) for one in known["quality"]],
            "handover": [
                {
                    "id": one,
                    "title": self.words(),
                    **self.some(method=self.words, criterion=self.words),
                    **self._one("record", known, "records"),
                }
                for one in self.ids()
            ],
            "records": [
                {
                    "id": one,
                    "title": self.words(),
                    "columns": self.lines(0, 8),
                    **self.some(retention=self.words, number=lambda: "JL-01"),
                }
                for one in known["records"]
            ],
            "references": [self._short(one, self.words()) for one in self.ids()],
            "revisions": [
                {"version": "1.0", "date": "2026-01-31", "change": self.words(), **self.some(by=self.words)}
                for _ in range(self.choose.count(0, 1))
            ],
            "not_applicable": [
                {"section": "terms", "reason": self.words()} for _ in range(self.choose.count(0, 1)) if not known["ppe"]
            ]
            or [{"section": "handover", "reason": self.words()}],
        }

    def _short(self, name: str, words: Blank) -> object:
        """An element as a mapping, as one sentence, or as a sentence under its id."""
        forms: tuple[object, ...] = ({"id": name, "title": words}, words, {"S1" if name == "con" else name: words})
        return forms[self.choose.one((0, 1, 2))]

    def _one(self, key: str, known: Known, section: str = "") -> dict[str, object]:
        """A reference to one element, where there is any."""
        ids = known[section or key]
        return {key: ids[0]} if ids and self.choose.maybe() else {}

    def changes(self, base: str, organisation: str) -> dict[str, object]:
        """What a plant does otherwise than a base."""
        first = {"at": "P1", "set": {"title": self.words()}, "why": self.words()}
        more = [
            {"at": "P1", "add": [self.words()], "why": self.words()},
            {"at": "P1/1", "before": [{"S8": self.words()}], "why": self.words()},
            {"at": "P1/1", "after": [{"id": "S9", "text": self.words(), "critical": True}], "why": self.words()},
            {"at": "P9", "remove": True, "why": self.words()},
            {"at": "hazards", "add": [{"id": "H9", "title": self.words()}], "why": self.words()},
        ]
        gone = [] if isinstance(self.choose, _Everything) else [more[3]]  # only there where everything is
        return {
            "kind": "plant-changes",
            "base": base,
            "organisation": organisation,
            **self.some(format=lambda: 1, document=self._header),
            "changes": [first, *(one for one in more if one not in gone and self.choose.maybe())],
        }

    def _header(self) -> dict[str, object]:
        return self.some(
            number=lambda: "YL-01",
            version=lambda: "3.0",
            status=self.words,
            department=self.words,
            prepared_by=self.words,
            reviewed_by=self.words,
            approved_by=self.words,
            effective=lambda: "2026-03-01",
            review_by=lambda: "2029-02-28",
        ) | self.everything(level="public", levels={"hazards": "public"})

    def _parameter(self, name: str) -> dict[str, object]:
        optional = ("range", "target", "frequency", "instrument", "meaning", "public_source")
        more = self.some(**dict.fromkeys(optional, self.words), tag=lambda: "TI-1", unit=lambda: "MPa")
        return {"id": name, "title": self.words(), **more, **self.some(alarm=self._limit, interlock=self._limit)}

    def _limit(self) -> object:
        """A limit in words, or limits on two levels."""
        if self.choose.one((True, False)):
            return self.words()
        return {"low": self.words(), **self.some(**dict.fromkeys(("low_low", "high", "high_high"), self.words))}

    def _links(self, known: Known, *sections: str) -> dict[str, object]:
        return {section: self.of(known[section]) for section in sections}

    def _procedure(self, name: str, known: Known) -> dict[str, object]:
        return {
            "id": name,
            "title": self.words(),
            "phase": self.choose.one(PHASES),
            **({"duty": known["duties"][0]} if known["duties"] and self.choose.maybe() else {}),
            **self.some(
                frequency=lambda: self.choose.one(FREQUENCIES),
                rating=lambda: self.some(difficulty=lambda: 3, importance=lambda: 2, frequency=lambda: 1),
                **dict.fromkeys(("trigger", "place", "duration", "result", "certificate", "stub"), self.words),
                **dict.fromkeys(("conditions", "actors", "tools", "materials"), self.lines),
            ),
            **self._links(known, *LINKED, "records"),
            "steps": [self._step(n, known) for n in range(1, self.choose.count(1, 4) + 1)],
        }

    def _step(self, number: int, known: Known) -> object:
        if number == 1:
            return self.words()
        if number == 3:
            return {f"S{number}": self.words()}
        optional = ("actor", "place", "when", "method", "criterion", "reason", "duration", "hold", "certificate")
        return {
            **self.some(id=lambda: f"S{number}"),
            "text": self.words(),
            **self.some(**dict.fromkeys(optional, self.words), critical=lambda: True),
            **self.some(**dict.fromkeys(("warnings", "cautions", "notes", "signatures"), self.lines)),
            **self._links(known, *LINKED),
            **({"record": known["records"][-1]} if known["records"] and self.choose.maybe() else {}),
            **(self._nested(number) if number == 2 else {}),
        }

    def _nested(self, number: int) -> dict[str, object]:
        """What may hang on a step: a picture, sub-steps, alternatives."""
        return self.some(
            media=lambda: [
                {"file": PICTURE, "title": self.words(), "kind": "figure", **self.everything(level="public")}
            ],
            steps=lambda: [self.words(), {"text": self.words(), **self._elsewhere()}],
            either=lambda: [
                {"when": self.words(), "steps": [self.words(), self.words()]},
                {"when": self.words(), "steps": [{f"S{number}b": self.words()}], **self._elsewhere()},
            ],
        )

    def _elsewhere(self) -> dict[str, object]:
        """Where a part holds: only in some plants, or not in others."""
        return self.some(plants=lambda: list(self.plants), except_plants=list) if self.plants else {}

    def _route(self, name: str, known: Known) -> dict[str, object]:
        optional = ("part", "method", "criterion", "interval", "actor", "abnormal")
        return {
            "id": name,
            "title": self.words(),
            **self.some(interval=self.words, place=self.words, frequency=lambda: self.choose.one(FREQUENCIES)),
            **self.some(rating=lambda: {"difficulty": 1}),
            **({"duty": known["duties"][0]} if known["duties"] and self.choose.maybe() else {}),
            **self._links(known, "ppe", "hazards", "records"),
            "points": [
                self.words(),
                {
                    "id": "C2",
                    "item": self.words(),
                    **self.some(**dict.fromkeys(optional, self.words), critical=lambda: True),
                    "state": self.choose.one(("running", "stopped", "either")),
                    **self._one("equipment", known),
                    **self._links(known, "parameters", "hazards"),
                },
            ],
        }

    def _deviation(self, name: str, procedures: Sequence[str], parameters: Sequence[str]) -> dict[str, object]:
        row = {
            "cause": self.words(),
            "actions": self.lines(1, 2),
            **self.some(check=self.words, consequence=self.words),
        }
        return {
            "id": name,
            "title": self.words(),
            "causes": self.lines(),
            "actions": self.lines(1, 2),
            **self.some(consequence=self.words, report=self.words, rows=lambda: [row]),
            "procedures": self.of(procedures),
            "parameters": self.of(parameters),
        }

    def _hazard(self, name: str) -> dict[str, object]:
        return {
            "id": name,
            "title": self.words(),
            "risk": self.choose.one(("general", "major", "low", "larger")),
            "controls": self.lines(),
            "ppe": self.lines(),
            "exposed": self.lines(),
            **self.some(consequence=self.words, first_aid=self.words, assessment=self.words, residual=lambda: "low"),
        }

    def _check(self, name: str) -> dict[str, object]:
        more = self.some(method=self.words, frequency=self.words, sampling=self.words)
        return {"id": name, "title": self.words(), "criterion": self.words(), **more}

    # What stands beside the SOPs

    def courses(self, letter: str) -> dict[str, object]:
        categories = ("general", "foundation", "extension", "practice", "core")
        return {
            **self.some(format=lambda: 1, source=lambda: "教务处"),
            "courses": [
                {
                    "code": f"{letter}{n}",
                    "title": self.words(),
                    "category": self.choose.one(categories),
                    "theory_hours": 16 * n,
                    "practice_hours": 8,
                    "segment": "S1",
                    "semesters": [1],
                    **self.some(
                        nature=lambda: self.choose.one(("required", "restricted", "elective")),
                        weeks=lambda: 2,
                        credits=lambda: 1.5,
                        assessment=lambda: self.choose.one(("exam", "check")),
                        content=self.words,
                        block=lambda: self.choose.one(("general", "core", "industry", "practice")),
                        prerequisites=lambda: [f"{letter}9"],
                        leads_to=lambda: ["DIG"],
                    ),
                    **self.everything(standard=self._standard_of_course()),
                }
                for n in range(1, self.choose.count(1, 3) + 1)
            ],
        }

    def _standard_of_course(self) -> dict[str, object]:
        """What the standard of a course says."""
        return {
            **{one: self.words() for one in ("task", "approach", "textbook", "facilities", "teachers", "reviewed_by")},
            **{one: [self.words()] for one in ("methods", "resources", "prepared_by")},
            "objectives": {
                "general": self.words(),
                **{one: [self.words()] for one in ("character", "knowledge", "ability")},
            },
            "modules": [
                {
                    "title": self.words(),
                    "theory_hours": 8,
                    "practice_hours": 4,
                    "activities": self.words(),
                    "site": self.choose.one(("college", "plant")),
                    **{one: [self.words()] for one in ("knowledge", "skills", "character")},
                }
            ],
            "assessment": [{"title": self.words(), "kind": kind, "percent": 50} for kind in ("process", "final")],
            "certificate": "GH-2026-1",
            "version": "1.0",
            "revised": "2026-05-01",
        }

    def lexicon(self) -> dict[str, object]:
        """Words of a trade, some of which stand in the texts; and some that mean something to patterns."""
        return self.some(
            format=lambda: 1,
            synonyms=lambda: [
                ["隔膜泵", "喂料泵"],
                ["检查", "复看", "点看"],
                ["(a+)+", ".*?"],
                ["liquor", "spent liquor"],
            ],
            verbs=lambda: {"打锤": "clean", "复看": "verify", "[": "operate"},
            nouns=lambda: ["停电收尘", "打锤机", "$"],
            opposites=lambda: [["提槽", "降槽"], ["{1}", "|"]],
            knowledge=lambda: ["机理", "^"],
        )

    def standard(self) -> dict[str, object]:
        return {
            **self.some(format=lambda: 1, source=self.words),
            "code": "6-17-06-01",
            "title": self.words(),
            "levels": [{"id": one, "title": self.words(), **self._of_level()} for one in ("L5", "L4")],
            "functions": [
                {
                    "id": f"F{n}",
                    "title": self.words(),
                    "weights": {"L5": 50, "L4": 50},
                    "contents": [
                        {
                            "id": f"F{n}-1",
                            "title": self.words(),
                            "level": self.choose.one(("L5", "L4")),
                            "skills": self.lines(1, 2),
                            "knowledge": self.lines(),
                        }
                    ],
                }
                for n in (1, 2)
            ],
        }

    def _of_level(self) -> dict[str, object]:
        asked = {"education": lambda: ["higher"], "years": lambda: 4, "after": lambda: "L5"}
        return self.some(
            training_hours=lambda: 120,
            condition=self.words,
            conditions=lambda: [{"id": "A1", "who": "graduate", "text": self.words(), **self.some(**asked)}],
        )

    def cases(self, jobs: Sequence[str]) -> dict[str, object]:
        """One or two entries of each sort, about what may be there."""
        job = self.choose.one(jobs)
        places = [f"{job}/P1", f"{job}/P1/S2", f"{job}/hazards/1A", job, f"{job}/P2", f"{job}/deviations/con"]
        lines, words = (lambda: self.lines(1, 2)), self.words
        effect = {
            "aim": self.choose.one(("safety", "output")),
            **self.some(text=words, before=words, after=words, unit=lambda: "min"),
        }
        more: Mapping[str, tuple[dict[str, object], dict[str, Callable[[], object]]]] = {
            "observations": (
                {"actions": self.lines(1, 2)},
                {
                    **dict.fromkeys(("cues", "mistakes", "tools"), lines),
                    **dict.fromkeys(("difficulty", "duration"), words),
                    **{one: lambda: 2 for one in ("shifts", "people")},
                },
            ),
            "techniques": (
                {"moves": self.lines(1, 2)},
                {
                    **dict.fromkeys(("faults", "evidence"), lines),
                    "why": words,
                    "effect": lambda: effect,
                    "rank": lambda: "senior-technician",
                },
            ),
            "incidents": (
                {"happened": self.words(), "causes": self.lines(1, 2)},
                dict.fromkeys(("consequences", "lessons", "measures"), lines),
            ),
            "ideology": ({"theme": self.words(), "text": self.words()}, {"evidence": lines}),
            "new_items": (
                {"kind": self.choose.one(("technology", "rule")), "text": self.words()},
                {"evidence": lines, "introduced_on": lambda: "2025-10-01"},
            ),
        }
        made = {
            section: [
                {
                    "id": f"{section[:2]}-{number}",
                    "title": self.words(),
                    **needed,
                    **self.some(
                        on=lambda: [self.choose.one(places), self.choose.one(places)],
                        source=words,
                        by=words,
                        date=lambda: "2026-04-01",
                        **optional,
                    ),
                    **self.everything(level="public", levels={"title": "public"}),
                }
                for number in range(self.choose.count(0, 1))
            ]
            for section, (needed, optional) in more.items()
        }
        return {**self.some(format=lambda: 1, document=lambda: self.some(level=lambda: "public")), **made}

    def programme(self, jobs: Sequence[str]) -> dict[str, object]:
        purposes = (("R1", "refresher"), ("J1", "on-the-job"), ("U1", "upgrading"))
        support = ("teachers", "facilities", "resources", "methods", "assessment", "quality")
        return {
            **self.some(format=lambda: 1, level=lambda: "higher", standard=lambda: "6-17-06-01"),
            **self.some(target_level=lambda: "L4", entry=self.words, basis=self.words, revised=lambda: "2026-05-01"),
            "id": PROGRAMME,
            "title": self.words(),
            "cohort": "2026级",
            "years": 3,
            "major": {
                "code": "430504",
                "title": self.words(),
                **self.some(family=self.words, branch=self.words, industry=self.words, occupations=self.words),
            },
            "goals": {
                "target": self.words(),
                "character": self.lines(),
                "knowledge": self.lines(),
                "ability": self.lines(),
                **self.some(supports=lambda: {"A1": {"H": ["S2"], "M": ["C1"], "L": []}}),
            },
            "partners": [
                {
                    "id": one,
                    "role": role,
                    "title": self.words(),
                    "duties": self.lines(1, 2),
                    **self.some(
                        staff=lambda: 600,
                        posts=lambda: [{"job": job, "staff": 40} for job in jobs[:1]],
                        roster=lambda: {"turns": ["day", "day", "night", "off"], "crews": {"K1": 0, "K2": 2}},
                        closed=self._closures,
                    ),
                }
                for one, role in (("A", "college"), ("B", "plant"))
            ],
            "segments": self._segments(),
            **self.some(
                calendar=lambda: {
                    "semesters": [
                        {"number": 1, "start": "2026-09-07", "weeks": 18, "exam_weeks": 1, "holidays": ["2026-10-01"]},
                        {"number": 2, "start": "2027-03-01", "weeks": 18},
                    ]
                }
            ),
            "groups": [
                {
                    "id": "G1",
                    "title": self.words(),
                    "learners": 3,
                    "job": jobs[0],
                    **self.some(plant=lambda: "B", also=lambda: list(jobs[1:2]), class_type=lambda: "apprentice"),
                }
                for _ in range(self.choose.count(0, 1) if jobs else 0)
            ],
            "mentors": [
                {
                    "id": "M1",
                    "title": self.words(),
                    "level": self.words(),
                    "partner": "B",
                    "jobs": list(jobs[:1]),
                    **self.some(
                        apprentices=lambda: 4,
                        grade=lambda: "technician",
                        substitutes=lambda: ["M1"],
                        crew=lambda: "K1",
                        away=self._closures,
                    ),
                }
                for _ in range(self.choose.count(0, 1))
            ],
            "teachers": [
                {
                    "id": "T1",
                    "title": self.words(),
                    "kind": self.choose.one(("school", "company")),
                    "theory": 4,
                    "practice": 3,
                    "teaching": 3,
                    "research": 2,
                    **self.some(dual=lambda: True, evidence=self.lines, jobs=lambda: list(jobs[:1])),
                }
                for _ in range(self.choose.count(0, 1))
            ],
            "bases": [
                {
                    "id": "B1",
                    "title": self.words(),
                    "partner": "A",
                    "places": 20,
                    "jobs": list(jobs[:1]),
                    **self.some(equipment=self.words, closed=self._closures),
                }
                for _ in range(self.choose.count(0, 1))
            ],
            "in_service": [
                {
                    "id": one,
                    "title": self.words(),
                    "purpose": purpose,
                    **self.some(level=lambda: "L5", interval_months=lambda: 12, description=self.words),
                }
                for one, purpose in purposes
            ],
            "in_service_paths": [
                {"id": "W1", "start": jobs[0], "goal": jobs[-1]},
                {"id": "W2", "start": jobs[0], "level": "L4"},
            ][: self.choose.count(0, 2) if jobs else 0],
            **self.some(
                safety_training=lambda: self.some(
                    industry=lambda: "other",
                    plant=lambda: 24,
                    workshop=lambda: 24,
                    team=lambda: 24,
                    yearly=lambda: 20,
                )
            ),
            "new_apprenticeship": [
                {
                    "id": "N1",
                    "title": self.words(),
                    "company": "B",
                    "school": "A",
                    "job": jobs[0],
                    "level": "L4",
                    "apprentices": 12,
                    "years": 1,
                    "starts": "2026-10-08",
                    "contract_months": 24,
                    "hours": {"total": 620, **self.some(together=lambda: 180, online=lambda: 40)},
                    "mentors": ["M1"],
                    **self.some(
                        teachers=lambda: ["T1"], wage=self.words, allowance=self.words, rules=lambda: self.lines(1, 2)
                    ),
                }
                for _ in range(self.choose.count(0, 1) if jobs else 0)
            ],
            **self.some(substitution=self._substitution),
            "graduation": self.lines(),
            "support": self.some(**dict.fromkeys(support, self.words)),
            **self.some(
                evaluation=self._evaluation,
                approval=self._approval,
                overview=self.words,
                outline=lambda: self.choose.one(("2019", "2025")),
                graduation_credits=lambda: {"total": 0.5, **self.some(elective=lambda: 0.0)},
                links=lambda: [
                    {
                        "id": "L1",
                        "jobs": list(jobs[:1]),
                        "courses": ["S2"],
                        **self.some(contest=self.words, certificate=self.words),
                    }
                ],
                mentoring=lambda: self._mentoring(jobs),
                internship=lambda: self._internship(jobs),
                agreements=self._agreements,
                organisation=self._organisation,
            ),
        }

    def _organisation(self) -> dict[str, object]:
        """Items, leaders, costs, majors and methods, of two partners, with one side of some left out."""

        def answering() -> dict[str, object]:
            return {"who": self.words(), **self.some(what=self.words, evidence=lambda: self.lines(1, 2))}

        sides = {"school": answering, "company": answering}
        day = "2026-05-20"
        return self.some(
            leaders=lambda: [
                {"side": side, "name": self.words(), "partner": partner, **self.some(title=self.words)}
                for side, partner in (("school", "A"), ("company", "B"))
            ],
            responsibilities=lambda: [
                {
                    "title": self.words(),
                    "lead": "A",
                    **self.some(takes_part=lambda: ["B"], informed=lambda: ["A"], **sides),
                }
            ],
            costs=lambda: [
                {
                    "title": self.words(),
                    "shares": {"A": 33.3, **self.some(B=lambda: 66.7)},
                    "source": self.words(),
                    **self.some(amount=lambda: 1000),
                }
            ],
            majors=lambda: [
                {
                    "code": "430501",
                    "title": self.words(),
                    "list": self.choose.one(("priority", "upgrade", "limit")),
                    **self.some(evidence=lambda: self.lines(1, 2), decided_on=lambda: day),
                    **self.some(signed=lambda: self.some(company=lambda: day, school=lambda: day)),
                }
            ],
            methods=lambda: [
                {"method": "001:五共", "rows": [{"element": "模式共研", **self.some(**sides)}]},
                {"method": "own:两会", "elements": ["月会", "年会"], **self.some(rows=lambda: [{"element": "月会"}])},
            ],
        )

    def _substitution(self) -> dict[str, object]:
        rule = {"id": "X1", "kind": "certificate", "achievement": self.words(), "course": "C1", "credits": 2}
        optional = self.some(level=lambda: "L4", valid_until=lambda: "2029-07-31", group=lambda: "E1")
        return {
            **self.some(most_credits=lambda: 12, most_share=lambda: 0.2, basis=self.words),
            "rules": [{**rule, "evidence": self.lines(1, 2), **optional} for _ in range(self.choose.count(0, 1))],
        }

    def _approval(self) -> dict[str, object]:
        """Research, review, meetings, an approval that differs from what is now, a change that waits and one done."""
        seen = {"S2": "0+1@3=1"}
        change = {"proposed_on": "2026-07-01", "by": self.words(), "what": self.words(), "reason": self.words()}
        done = {"approved_on": "2026-07-02", "approved_by": self.words(), "seen": seen}
        meeting = {"name": self.words(), "date": "2026-04-01"}
        person = {"name": self.words(), "organisation": self.words()}
        return self.some(
            research=lambda: {
                "companies": 3,
                "graduates": 20,
                **self.some(date=lambda: "2026-03-01", findings=lambda: self.lines(1, 2)),
            },
            review=lambda: {
                "date": "2026-03-20",
                "members": [{**person, **self.some(title=self.words)}],
                "opinion": self.words(),
                **self.some(answer=self.words),
            },
            committee=lambda: {**meeting, **self.some(number=self.words, opinion=self.words)},
            party_committee=lambda: meeting,
            approved=lambda: {"date": "2026-05-01", "by": self.words(), **self.some(seen=lambda: seen)},
            published_on=lambda: "2026-05-10",
            published_at=self.words,
            filed_on=lambda: "2026-05-11",
            applies_to=lambda: ["2026级"],
            changes=lambda: [
                {"id": "C1", **change, **done},
                {"id": "C2", **change, **self.some(effect=self.words)},
            ],
        )

    def schedule(self) -> dict[str, object]:
        """A plan that people wrote in part."""
        kept = self.some(fixed=lambda: True)
        placed = {"group": "G1", "semester": 3, "first": 1, "weeks": 2, "place": "B1", **kept}
        pair = {"group": "G1", "learner": 1, "plant": "B", "mentor": "M1", **self.some(substitutes=lambda: ["M1"])}
        return {
            **self.some(format=lambda: 1),
            "programme": PROGRAMME,
            "modules": [{"item": "M01.theory", **placed} for _ in range(self.choose.count(0, 1))],
            "pairings": [{**pair, **kept} for _ in range(self.choose.count(0, 1))],
        }

    def profile(self) -> dict[str, object]:
        """What a province asks for besides the national text; whether a project names it is left to dice."""
        text = {"source": self.words(), "clause": self.words(), "modality": "must", "verified_on": "2026-05-01"}
        grades = {"difficulty": "high", "importance": "any", "frequency": "low"}
        return {
            **self.some(format=lambda: 1, level=lambda: "higher", high_from=lambda: 2),
            "id": OWN_PROFILE,
            "title": self.words(),
            "extends": ["moe-2019-higher-vocational-3y"],
            "numbers": {"total-hours": {"value": 2600, "unit": "hours", **text, **self.some(bound=lambda: "least")}},
            **self.some(
                courses=lambda: [{"id": "C", "title": self.words(), "nature": "required", "words": ["体育"], **text}],
                outcomes=lambda: [{**grades, "outcome": "intensive"}],
                outcomes_source=self.words,
                refreshers=lambda: [
                    {
                        "outcome": "intensive",
                        **self.some(months=lambda: 6, before_use=lambda: True),
                        **{name: text[name] for name in ("source", "modality", "verified_on")},
                    }
                ],
                authority=lambda: {"rename": ["plant", "college"]},
                authority_source=self.words,
            ),
        }

    def _closures(self) -> list[dict[str, object]]:
        return [{"semester": 5, "first": 3, "last": 6, **self.some(why=self.words)}]

    def _mentoring(self, jobs: Sequence[str]) -> dict[str, object]:
        """What mentors owe and get, what counts at the end, a week that was kept by hand."""
        week = {"segment": "S3", "first": 2, "last": 1, "level": self.choose.one(("watch", "assist", "alone"))}
        return {
            **self.some(
                duties=self.lines,
                duties_of_apprentices=self.lines,
                incentives=self.lines,
                conditions=self.lines,
                allowance=self.words,
                weights=lambda: {"theory": 20, "practice": 50, "conduct": 15, "safety": 15},
                weeks=lambda: [{**week, "task": f"{job}/P1"} for job in jobs[:1]],
                left_out=lambda: [f"{job}/P2" for job in jobs[:1]],
            )
        }

    def _internship(self, jobs: Sequence[str]) -> dict[str, object]:
        """Pay, insurance and what else is organised; some of it against the rules."""
        filing = {"why": ["night", "toxic"], **self.some(number=lambda: "B-1", on=lambda: "2026-05-01")}
        words = ("insurance", "lodging", "hours", "emergency", "approved")
        flags = ("night", "overtime", "rest_days", "holds_documents", "agency", "own_attendance")
        return {
            **self.some(**dict.fromkeys(words, self.words)),
            **self.some(**dict.fromkeys(flags, lambda: True)),
            **self.some(
                youngest=lambda: 17,
                pay=lambda: {
                    "share": 60,
                    "of": "same-post",
                    **self.some(account=self.words, period_months=lambda: 2, direct=lambda: False, money=lambda: False),
                },
                filings=lambda: [filing, *({**filing, "job": job} for job in jobs[:1])],
                inspections=lambda: [{"partner": "B", "on": "2026-05-01", "by": self.words(), "report": "K-1"}],
                posts=lambda: [{"job": job, "grade": 2, "minors": True} for job in jobs[:1]],
                guides=lambda: [{"partner": "B", "teacher": "T1", "unit": self.words()}],
                safety=lambda: {"hours": 72, "test": True, **self.some(protection=self.words)},
                units=lambda: [{"base": "B1", "registered": "R-1"}],
                charges=lambda: ["deposit"],
                consent=lambda: ["student", "guardian"],
            ),
        }

    def _agreements(self) -> dict[str, object]:
        """Both agreements, with some of their terms."""
        entrusted, internship = (
            self.some(**dict.fromkeys(kind.model_fields, self.words)) for kind in (EntrustedTerms, InternshipTerms)
        )
        return {
            "entrusted": {"parties": ["A", "B"], "terms": entrusted},
            "internship": {"parties": ["A", "B"], "terms": internship},
        }

    def _evaluation(self) -> dict[str, object]:
        """Five dimensions of one or two items each, the standard, two cells of parties and layers."""
        lines = ((20, "A"), (20, "A"), (30, "B"), (20, "B"), (10, "A"))
        kinds = zip(("conduct", "knowledge", "skill", "fit", "growth"), lines, strict=True)
        return {
            "dimensions": [
                {
                    "dimension": kind,
                    "weight": weight,
                    **self.some(lead=lambda lead=lead: lead, company=lambda: 60),  # type: ignore[misc]
                    "items": [
                        {
                            "id": f"{kind[0].upper()}1",
                            "title": self.words(),
                            "points": weight,
                            "evidence": ["tasks", "practical"],
                            **self.some(when=lambda: "final", core=lambda: "competence"),
                        }
                    ],
                }
                for kind, (weight, lead) in kinds
            ],
            **self.some(standard=lambda: {"partner": "B", "signed_by": self.words(), "signed_on": "2026-05-01"}),
            "layers": [
                {"party": "learner", "layer": "experience", "instrument": self.words(), "days_after": 30},
                {"party": "teacher", "layer": "satisfaction", "reason": self.words()},
            ],
            "vetoes": self.lines(),
        }

    def _segments(self) -> list[object]:
        shares = (("general", "foundation", "theory"), ("routine",), ("demanding",))
        return [
            {
                "id": f"S{n}",
                "title": self.words(),
                "length": 1,
                "unit": "year",
                "site": "college" if n == 1 else "plant",
                "takes": list(takes),
                **self.some(
                    role=lambda: "apprentice",
                    legal_type=lambda: "observation",
                    weeks=lambda: 4,
                    hours_per_week=lambda: 26,
                    description=self.words,
                ),
            }
            for n, takes in enumerate(shares, start=1)
        ]

    # The project

    def project(self, language: str, organisations: Sequence[str], roots: list[object], jobs: Sequence[str]) -> object:
        return {
            **self.some(format=lambda: 1, as_of=lambda: "2026-09-01", profile=lambda: OWN_PROFILE),
            "project": {"name": self.words(), "language": language, **self.some(publisher=self.words)},
            "organisations": [{"id": one, "title": self.words()} for one in organisations],
            "sops": roots,
            "formats": ["html", "pdf", "markdown"],
            "editions": [
                {
                    "id": "student",
                    "language": language,
                    **self.some(clearance=lambda: self.choose.one(("internal", "public")), audience=lambda: "student"),
                    **self._printing(),
                },
                {"id": "mentor", "language": "en" if language == "zh" else "zh", **self._other(), **self._printing()},
            ],
            **self.some(
                jobs=lambda: list(reversed(jobs)),
                editors=self._editors,
                textbook=lambda: self.some(
                    revised=lambda: "2025-06-01",
                    certificate=lambda: "GH-2026-2",
                    contact=self.words,
                    audience=self.words,
                ),
                course_standards=lambda: self.some(process_percent=lambda: 50, most_objectives=lambda: 6),
                fonts=list,
                hours=self.hours_policy,
                modules=lambda: self.some(least=lambda: 2, most=lambda: 80),
                teaching=lambda: self.some(
                    minutes_per_hour=lambda: self.choose.one((40, 45, 50)),
                    unit_hours=lambda: self.choose.one((1, 2, 4)),
                    longest_hours=lambda: 4,
                    weekly_hours=lambda: 6,
                    interactive_share=lambda: 0.2,
                ),
                body_font=lambda: "Noto Serif SC",
                heading_font=lambda: "Noto Sans SC",
            ),
        }

    def hours_policy(self) -> dict[str, object]:
        """How hours are estimated, each number or none."""
        return self.some(
            per_task=lambda: 1,
            per_step=lambda: 1.5,
            per_knowledge=lambda: 0.2,
            difficulty=lambda: self.some(low=lambda: 0.8, average=lambda: 1, high=lambda: 1.2),
            training=lambda: self.some(
                job_aid=lambda: 0.5, on_demand=lambda: 1, train=lambda: 1.1, intensive=lambda: 2
            ),
            minimum=lambda: 6,
            practice_share=lambda: 0.5,
            round_to=lambda: 1,
        )

    def _editors(self) -> list[dict[str, object]]:
        """Editors of the three sides."""
        return [
            {
                "name": self.words(),
                "kind": kind,
                "organisation": self.words(),
                **self.some(
                    role=lambda: self.choose.one(("chief", "deputy", "author", "reviewer")),
                    title=self.words,
                    signed_on=lambda: "2026-08-01",
                    opinion=self.words,
                ),
            }
            for kind in ("company", "school", "industry")
        ]

    def _printing(self) -> dict[str, object]:
        return self.some(title=self.words, formats=lambda: ["html", "pdf", "markdown"])

    def _other(self) -> dict[str, object]:
        """An edition of the plant with its marking, or one for teaching."""
        clearance = self.choose.one(("trade-secret", "core-secret", "internal"))
        if clearance == "internal":
            return {"audience": self.choose.one(("teacher", "mentor")), **self.some(clearance=lambda: clearance)}
        marking = {"owner": self.words(), "period": self.words()}
        return {"audience": "mentor", "clearance": clearance, "marking": marking}

    def _policy(self) -> dict[str, object]:
        codes = ("COM101", "TRM", "SOP1")
        return self.some(
            severity=lambda: {one: self.choose.one(("error", "warning", "info", "ignore")) for one in self.of(codes)},
            ignore=lambda: [
                {"paths": ["sops/**"], "codes": self.of(codes) or ["STD"], **self.some(why=self.words)}
                for _ in range(self.choose.count(0, 2))
            ],
            baseline=lambda: "findings-baseline.yaml",
        )

    def judged(self, shape: Shape) -> Shape:
        """The same repository with what it says about findings: the last thing to be decided."""
        project = shape.trees["sopcurric.yaml"]
        assert isinstance(project, Mapping)
        trees = {**shape.trees, "sopcurric.yaml": {**project, **self.some(findings=self._policy)}}
        if self.choose.maybe():
            trees["findings-baseline.yaml"] = self._baseline()
        if self.everything(policies=True):
            trees |= self._policies(next(path for path in trees if path.startswith("sops/")))
        trees |= self._papers_of_the_plant()
        papers = self.some(papers=lambda: [self._paper() for _ in range(self.choose.count(0, 2))])
        trees["sopcurric.yaml"] = {**trees["sopcurric.yaml"], **papers}  # type: ignore[dict-item]
        return replace(shape, trees=trees)

    def _paper(self) -> dict[str, object]:
        """Papers of a course, or of every course."""
        forms = self.of(FORMS) or ["short-answer"]
        return self.some(
            course=lambda: "course-DIG",
            seed=lambda: self.choose.count(0, 9),
            minutes=lambda: 60,
            sections=lambda: [{"kind": one, "number": self.choose.count(1, 9), "marks": 4} for one in forms],
        )

    def _policies(self, document: str) -> dict[str, object]:
        """The policy and decisions of a plant whose documents are public, so that all of it is taught."""
        decision = {
            "document": document,
            "at": "P1",
            "key": "title",
            "operation": "keep",
            **self.some(taught=str, source=lambda: "教材", seen=lambda: "0" * 16),
            "by": "张工",
            "date": "2026-05-01",
            "why": "公开",
        }
        policy = self.some(
            format=lambda: 1,
            title=lambda: "规则",
            level=lambda: "public",
            fields=lambda: {"steps.text": "work"},
            classes=lambda: {
                "own": {"title": "类", "operation": "keep", "bands": {"℃": [{"below": 100, "say": "低"}]}}
            },
            key_file=lambda: "../keys/plant.key",
            names_file=lambda: "../keys/names.yaml",
        )
        decisions = {**self.some(format=lambda: 1), "fields": [decision]}
        return {"policies/declassification.yaml": policy, "policies/fields.yaml": decisions}

    def _papers_of_the_plant(self) -> dict[str, object]:
        """Sign-offs, and who has copies."""
        return {
            **self.some(**{"policies/sign-offs.yaml": self._sign_offs}),
            **self.some(**{"policies/register.yaml": self._register}),
        }

    def _sign_offs(self) -> dict[str, object]:
        """Sign-offs of a document that is gone."""
        signed = {"date": "2026-05-01", "expires": "2027-05-01", "seen": "0" * 64, "document": "sops/gone.yaml"}
        roles = (
            ("processor", "campus"),
            ("reviewer", "partners"),
            ("confidentiality", "public"),
            ("approver", "public"),
        )
        entries = [{**signed, "role": role, "by": f"甲{role}", "scope": scope} for role, scope in roles]
        return {**self.some(format=lambda: 1), "sign_offs": entries[: self.choose.count(0, 4)]}

    def _register(self) -> dict[str, object]:
        """Copies that are out, and one that came back."""
        more = self.some(due=lambda: "2026-07-01", recalled=lambda: "2026-07-02", returned=lambda: "2026-07-03")
        copies = [
            {
                "edition": "student",
                "number": number,
                "holder": self.words(),
                "issued": "2026-05-01",
                **more,
                **self.some(note=self.words),
            }
            for number in range(1, self.choose.count(0, 2) + 1)
        ]
        return {**self.some(format=lambda: 1), "copies": copies}

    def _baseline(self) -> dict[str, object]:
        """Findings that nobody has any more."""
        known = [
            {
                "file": "sops/gone.yaml",
                "code": "COM101",
                "fingerprint": f"{number:016x}",
                **self.some(times=lambda: 2),
            }
            for number in range(self.choose.count(0, 2))
        ]
        return {**self.some(format=lambda: 1), "findings": known}

    def repository(self, most_jobs: int, language: str) -> Shape:
        organisations = list(ORGANISATIONS[: self.choose.count(0, len(ORGANISATIONS))])
        plants = self._plants(most_jobs, organisations)
        self.plants = organisations
        apart = bool(organisations) and self.choose.maybe()  # a folder for each plant, or all in one
        trees: dict[str, object] = {}
        for organisation, code in plants:
            folder = f"sops/{organisation}" if apart else "sops"
            trees[f"{folder}/{organisation}{code}.yaml"] = self.sop(
                code, "" if apart and len(trees) % 2 else organisation
            )
        roots: list[object] = [{"path": "sops"}]
        if apart:
            roots = [{"path": f"sops/{one}", "organisation": one} for one in organisations if one in dict(plants)]
        roots += self._other_documents(trees, organisations)
        jobs = [f"{organisation}:{code}" if organisation else code for organisation, code in plants]
        if self.choose.maybe():
            trees["courses/general.yaml"] = self.courses("C")
            trees["courses/more.yaml"] = self.courses("A")
        if self.choose.maybe():
            trees["standards/one.yaml"] = self.standard()
        if self.choose.maybe():
            trees["programmes/one.yaml"] = self.programme(jobs)
            trees["programmes/one.plan.yaml"] = self.schedule()
        trees["profiles/one.yaml"] = self.profile()
        if self.choose.maybe():
            trees[SURVEY] = self._survey(trees)
            trees["lexicon.yaml"] = self.lexicon()
            trees["cases/one.yaml"] = self.cases(jobs)
        trees["sopcurric.yaml"] = self.project(language, organisations, roots, jobs)
        return Shape(trees, len(plants))

    def _survey(self, trees: Mapping[str, object]) -> list[object]:
        """What experts rated, and what they wrote beside it; one of them does not know all of the work."""
        addresses = [one for path, tree in trees.items() if path.startswith("sops/") for one in _procedures(path, tree)]
        rows: list[object] = [["rater", "years", "post", "address", "title", *FACTORS, "unknown", "seen"]]
        for rater in range(1, self.choose.count(1, 4) + 1):
            post = self.plain_words()
            for address in addresses:
                grades = [self.choose.one(_GRADES[rater % 2]) for _ in FACTORS]
                rows.append([f"E{rater}", 7 + rater, post, address, self.plain_words(), *grades, "", ""])
            rows += [[f"E{rater}", 7 + rater, post, address, "", "", "", "", "√", ""] for address in addresses[:1]]
        return rows

    def plain_words(self) -> Blank:
        self.blanks += 1
        return Blank(self.blanks)

    def _other_documents(self, trees: dict[str, object], organisations: Sequence[str]) -> list[object]:
        """Process specifications, equipment procedures, and a base with what a plant does otherwise."""
        owner = organisations[0] if organisations else ""
        if self.choose.maybe():
            trees["processes/one.yaml"] = self.sop("GY-1", owner, "process-specification")
        if self.choose.maybe():
            trees["machines/one.yaml"] = self.sop("SB-1", owner, "equipment-procedure")
        if organisations and self.choose.maybe():
            trees["sops/base/base.yaml"] = self.sop("BASE", "", plants=organisations)
            trees["changes/one.yaml"] = self.changes("BASE", owner)
        folders = {path.split("/")[0] for path in trees} & {"processes", "machines", "changes"}
        folders |= {"sops/base"} if "sops/base/base.yaml" in trees else set()
        return [{"path": one, **self.everything(media_from=".")} for one in sorted(folders)]

    def decided(self, shape: Shape, wording: Wording) -> Shape:
        """The same repository with decisions about what it compiles to with these words, and with a lock."""
        sound = isinstance(self.choose, _Everything)
        plain = compiled(shape.filled(wording), _STEPS, printed=False)
        decider = Decider(self.choose, self.words, plain.inputs.profile.authority, sound=sound)
        sources = decider.decisions(self._kinds(SOURCE_KINDS), Subjects.of(plain))
        shape = _with_decisions(shape, "grouping.yaml", sources)
        grouped = Subjects.of(compiled(shape.filled(wording), _STEPS))
        derived = decider.decisions(self._kinds(DERIVED_KINDS), grouped)
        derived += decider.replacing([*sources, *derived], grouped) if self.choose.maybe() else []
        shape = _with_decisions(shape, "more/second.YML", derived)
        designed = compiled(shape.filled(wording), _STEPS)
        on_leaves = decider.decisions(self._kinds(LEAF_KINDS), Subjects.of(designed))
        shape = _with_decisions(shape, "leaves.yaml", on_leaves)
        lock = next_lock(designed)
        known = with_tombstones(lock) if sound else older(lock, self.choose)
        return replace(shape, lock=lock_text(known) if self.choose.maybe() else "")

    def _kinds(self, kinds: Iterable[DecisionKind]) -> list[DecisionKind]:
        """All kinds, of some of them several, where everything is there; else some."""
        known = [*kinds]
        if isinstance(self.choose, _Everything):
            return [
                *known,
                *(one for one in known if one in {"rename", "map", "rewrite", "add", "question"} for _ in range(2)),
            ]
        if isinstance(self.choose, _Rolled):  # so that the rolls that tests know bring about what these look for
            known = [one for one in known if one not in {"split", "question"}]
        return [self.choose.one(known) for _ in range(self.choose.count(0, 3))]

    def _plants(self, most: int, organisations: Sequence[str]) -> list[tuple[str, str]]:
        """Plant and job code of each SOP; where there are two plants, the first two have the same job."""
        codes = JOB_CODES[: self.choose.count(1, most)]
        if not organisations:
            return [("", code) for code in codes]
        first = [(one, codes[0]) for one in organisations[:2]]
        return [*first, *((organisations[-1], code) for code in codes[1:])][:most]


def _procedures(path: str, tree: object) -> Iterable[str]:
    """The addresses of what is done by an SOP of one plant."""
    assert isinstance(tree, Mapping)
    job = tree.get("job")
    if not isinstance(job, Mapping) or job.get("plants"):
        return
    folder = path.split("/")[1] if path.count("/") > 1 else ""
    owner = job.get("organisation") or folder
    for one in (*tree["procedures"], *tree["routes"]):
        if "steps" in one or "points" in one:
            yield f"{owner}:{job['code']}/{one['id']}" if owner else f"{job['code']}/{one['id']}"


def _with_decisions(shape: Shape, name: str, decisions: Sequence[object]) -> Shape:
    if not decisions:
        return shape
    return replace(shape, trees={**shape.trees, f"decisions/{name}": {"format": 1, "decisions": decisions}})


@st.composite
def shapes(draw: st.DrawFn, most_jobs: int = 3, most_procedures: int = 3, *, decided: bool = False) -> Shape:
    """Repositories without words, of one to `most_jobs` SOPs.

    Where there is one procedure only, what a repository compiles to has the same shape whatever the words are: words
    decide which procedures are the same work, and where an element belongs that no procedure names. With `decided`,
    there are decisions and perhaps a lock: decisions that hold, and decisions that do not.
    """
    writer = _Writer(_Drawn(draw), most_procedures)
    shape = writer.repository(most_jobs, draw(st.sampled_from(("zh", "en"))))
    return writer.judged(writer.decided(shape, harmless) if decided else shape)


@st.composite
def repositories(draw: st.DrawFn, most_jobs: int = 3, *, decided: bool = False) -> dict[str, str]:
    """Repositories with plain words, often the same in several places; with `decided`, see `shapes`."""
    pool = draw(st.sampled_from((CHINESE, ENGLISH, (*CHINESE, *ENGLISH))))
    wording = told(pool, start=draw(st.integers(0, len(pool) - 1)), apart=draw(st.booleans()))
    return draw(shapes(most_jobs, decided=decided)).filled(wording)


def rolled(seed: int, most_jobs: int = 3) -> dict[str, str]:
    """A repository with decisions as a die decides: quicker than `repositories`, and as many as one likes."""
    return dict(_fallen(seed, most_jobs))


@cache
def _fallen(seed: int, most_jobs: int) -> Mapping[str, str]:
    random = Random(seed)  # noqa: S311 - any numbers will do
    writer = _Writer(_Rolled(random))
    wording = told(random.choice((CHINESE, ENGLISH)), apart=random.random() < 0.5)
    return writer.judged(writer.decided(writer.repository(most_jobs, "zh"), wording)).filled(wording)


def fullest(wording: Wording | None = None) -> dict[str, str]:
    """A repository in which everything is given that can be given; every decision in it holds or is taken back."""
    return dict(_usual()) if wording is None else _made(wording)


@cache
def _usual() -> Mapping[str, str]:
    """The one that most tests look at."""
    return _made(told((*CHINESE, *ENGLISH), apart=True))


def slender(wording: Wording | None = None) -> dict[str, str]:
    """The same with one procedure in each SOP: every kind of file and every key in half of the time.

    Only the first edition is printed as PDF, which takes longest.
    """
    files = _made(wording or told((*CHINESE, *ENGLISH), apart=True), 1)
    project = yaml.safe_load(files["sopcurric.yaml"])
    for edition in project["editions"][1:]:
        edition["formats"] = ["html", "markdown"]
    return {**files, "sopcurric.yaml": yaml.safe_dump(project, allow_unicode=True, sort_keys=False)}


def _made(wording: Wording, most_procedures: int = 3) -> dict[str, str]:
    writer = _Writer(_Everything(), most_procedures)
    return _kept(writer, writer.judged(writer.repository(4, "zh")), wording)


def small(wording: Wording | None = None, *, decided: bool = False) -> dict[str, str]:
    """A repository of one SOP with everything in it, and nothing beside it but the project.

    With `decided`, there are decisions, too, and a lock.
    """
    writer = _Writer(_Everything())
    trees = {"sops/one.yaml": writer.sop("DIG", ""), "sopcurric.yaml": {"project": {"name": writer.words()}}}
    shape, words = Shape(trees, 1), wording or told(CHINESE, apart=True)
    return _kept(writer, shape, words) if decided else shape.filled(words)


def outdated(files: Files) -> dict[str, str]:
    """A repository that has changed since people decided: none of them saw what is there now."""
    return {path: re.sub(r"\bseen: '?[0-9a-f]{12}'?", f"seen: '{STALE}'", text) for path, text in files.items()}


def alike() -> dict[str, str]:
    """Two jobs that do almost the same work, so that people are asked whether it is the same."""
    job = "job: {{code: {}, title: 岗位 {}}}\nprocedures:\n  - {{id: P1, title: 隔膜泵{}, steps: [{}核对压力]}}\n"
    oil = "'检查油位,应在 1/2–2/3', "
    return {
        "sopcurric.yaml": "project: {name: n}\n",
        "sops/a.yaml": job.format("DIG", "DIG", "启动", f"{oil}打开进口阀, 启动油泵, "),
        "sops/b.yaml": job.format("SET", "SET", "巡检", oil),
    }


def contradictory() -> dict[str, str]:
    """The same, where people say that it is and that it is not, so that they are asked which of the two holds."""
    decision = (
        f"  - {{decide: {kind}, role: plant, by: 甲, date: 2026-03-01, why: 见现场, on: [DIG/P1, SET/P1]}}\n"
        for kind in ("together", "apart")
    )
    return {**alike(), "decisions/both.yaml": "decisions:\n" + "".join(decision)}


_DECIDED: dict[str, dict[str, str]] = {}


def _kept(writer: _Writer, shape: Shape, wording: Wording) -> dict[str, str]:
    """The same repository with decisions; those about the same words are made once only."""
    key = repr(shape.filled(wording))
    if key not in _DECIDED:
        _DECIDED[key] = writer.decided(shape, wording).filled(wording)
    return dict(_DECIDED[key])


# --- Compiling and building ------------------------------------------------------------------------------------------


class RecordingSteps(Steps):
    """Steps that tell what they computed, in order."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.computed: list[str] = []

    def run(self, step: Step[Value], inputs: Iterable[str], make: Callable[[], Value]) -> Kept[Value]:
        kept = super().run(step, inputs, make)
        if not kept.known:
            self.computed.append(step.name)
        return kept


class ForgetfulStore(MemoryStore):
    """A store that keeps nothing."""

    def put(self, key: str, value: Callable[[], bytes]) -> None:
        """Forget it."""


class RememberingSteps(Steps):
    """Steps whose latest values are kept as they are: for tests that look at much the same a hundred times."""

    def __init__(self, most: int = 480) -> None:
        super().__init__(ForgetfulStore())
        self._most = most
        self._kept: dict[tuple[str, ...], object] = {}

    def run(self, step: Step[Value], inputs: Iterable[str], make: Callable[[], Value]) -> Kept[Value]:
        given = tuple(inputs)
        key = (step.name, *given)
        known = self._kept.pop(key, None)
        found = known if isinstance(known, Kept) else super().run(step, given, make)
        self._kept[key] = found
        if len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]
        return found


_STEPS = RememberingSteps()
"""For what the generators compile themselves, to know what there is to decide about."""


def checked(files: Files, steps: Steps | None = None) -> Checked:
    """Everything that a repository compiles to, and its findings."""
    return check(MemoryWorkspace(illustrated(files)), steps or Steps(MemoryStore()))


def compiled(files: Files, steps: Steps | None = None, *, printed: bool = True) -> Compilation:
    """What a repository compiles to; every file of it must be taken. No rule is asked about it.

    Where nothing is to be `printed`, binders are there only if decisions are about their leaves.
    """
    steps = steps or Steps(MemoryStore())
    loaded = load(MemoryWorkspace(illustrated(files)), steps)
    assert loaded.inputs is not None, loaded.findings
    _assert_taken(loaded)
    return compile_package(loaded.inputs, loaded, steps, printed=printed)


@cache
def checked_fullest() -> Checked:
    """What `fullest` compiles to, and its findings: made once for all tests that only look at it."""
    return checked(fullest())


@cache
def compiled_fullest() -> Compilation:
    """The same, where every file must be taken."""
    compilation = checked_fullest().compilation
    assert compilation is not None
    _assert_taken(checked_fullest().loaded)
    return compilation


def _assert_taken(loaded: Loaded) -> None:
    refused = [one for one in loaded.findings if one.gravity == 0]
    assert not refused, refused


def build_into(
    out: Path,
    source: Workspace | Path | Files,
    *formats: str,
    steps: Steps | None = None,
    jobs: int = 2,
) -> Built:
    """Build into a folder; without formats, all of them."""
    if isinstance(source, Path):
        source = DiskWorkspace(source)
    workspace = MemoryWorkspace(illustrated(source)) if isinstance(source, Mapping) else source
    return build(workspace, steps or Steps(MemoryStore()), Request(out, formats=formats, jobs=jobs), _quiet)


def _quiet(_what: str, _done: int, _all: int) -> None:
    """Progress that nobody watches."""


def built(source: Workspace | Path | Files, *formats: str, steps: Steps | None = None, jobs: int = 2) -> Tree:
    """Everything that a build writes; nothing may be left unprinted."""
    with tempfile.TemporaryDirectory() as folder:
        made = build_into(Path(folder), source, *formats, steps=steps, jobs=jobs)
        unprinted = [one for one in made.findings if one.code.startswith("LEF00")]
        assert not unprinted, unprinted
        return tree_of(Path(folder))


def tree_of(folder: Path) -> Tree:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def digest_of_tree(tree: Tree) -> str:
    """One digest of all paths and bytes."""
    state = hashlib.sha256()
    for path, content in sorted(tree.items()):
        state.update(f"{path}\0{len(content)}\0".encode() + content)
    return state.hexdigest()


def write_files(folder: Path, files: Files) -> Path:
    """Put a repository into a folder."""
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")
    for path, content in illustrated(files).items():
        if isinstance(content, bytes):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
    return folder


def illustrated(files: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """A repository with the pictures that its steps name."""
    sops = [
        text.encode() if isinstance(text, str) else text for path, text in files.items() if path.startswith("sops/")
    ]
    named = [one for one in PICTURES if any(one.encode() in text for text in sops)]
    return {**files, **{one: picture() for one in named}}


class Pictures:
    """The picture that blocks of tests name."""

    def read(self, name: str) -> bytes:
        assert name == "picture-01.png"
        return picture()


def picture(*told: tuple[bytes, bytes], width: int = 3, height: int = 2) -> bytes:
    """A grey PNG picture with chunks of our own; a camera wrote into it, if nobody else."""
    head = (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    lines = zlib.compress((b"\0" + b"\x7f" * width) * height)
    chunks = (head, *(told or ((b"tEXt", b"GPS\0a place"),)), (b"IDAT", lines), (b"IEND", b""))
    made = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)
