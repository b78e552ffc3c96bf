"""Questions that wait for people: what is asked, who is asked, and that answers become decisions that hold."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from random import Random

import pytest
import yaml

import sopcurric.questions
from edits import one_plant, reordered
from generators import HOSTILE, Files, RememberingSteps, compiled, fullest, small, told
from sopcurric.app.registry import questions
from sopcurric.deciding.asking import deciders, keyed, lines
from sopcurric.deciding.recording import record_of
from sopcurric.deciding.telling import Teller
from sopcurric.io import resources
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import Named, name_of
from sopcurric.model.files.decision import Decision, DecisionFile, Rewrite, Role
from sopcurric.model.question import Answer, Question, Record
from sopcurric.model.saying import words
from sopcurric.model.text import Phrase, Sentence, Text, sentence
from sopcurric.plugin import AnswerError
from sopcurric.wording.catalogue import LANGUAGES, codes
from test_architecture import names

KNOWN = RememberingSteps()
STALE = "0" * 12
STEPS = "检查油位,应在 1/2–2/3|打开进口阀|启动油泵|核对压力"
RAW = "8.2 MPa"

DIG = {
    "job": {"code": "DIG", "title": "溶出工"},
    "duties": [{"id": "D1", "title": "完成开车操作"}],
    "equipment": [{"id": "E-pump", "title": "高压隔膜泵"}, {"id": "E-free", "title": "备用油站"}],
    "hazards": [
        {"id": "H1", "title": "高压矿浆喷出", "risk": "major"},
        {"id": "H2", "title": "噪声", "risk": "low"},
    ],
    "deviations": [{"id": "V1", "title": "油压过低", "actions": ["停泵检查"]}],
    "procedures": [
        {
            "id": "P1",
            "title": "隔膜泵启动",
            "duty": "D1",
            "equipment": ["E-pump"],
            "hazards": ["H1"],
            "steps": [{"id": f"S{n}", "text": text} for n, text in enumerate(STEPS.split("|"), start=1)],
        },
        {
            "id": "P2",
            "title": "交接班",
            "rating": {"difficulty": 1, "importance": 2, "frequency": 3},
            "steps": [{"id": "S1", "text": f"说明压力是否低于 <<{RAW}|约 8 MPa>>"}, {"id": "S2", "text": "签字"}],
        },
    ],
}
SET = {
    "job": {"code": "SET", "title": "沉降工"},
    "procedures": [
        {
            "id": "P7",
            "title": "隔膜泵巡检",
            "steps": [{"id": "S1", "text": "检查油位,应在 1/2–2/3"}, {"id": "S2", "text": "核对压力"}],
        },
        {
            "id": "P8",
            "title": "清理滤网",
            "steps": [{"id": "S1", "text": "取下滤网冲洗"}, {"id": "S2", "text": "装回"}],
        },
    ],
}
STANDARD = {
    "code": "6-17-06-01",
    "title": "氧化铝制取工",
    "levels": [{"id": "L5", "title": "五级/初级工"}],
    "functions": [
        {
            "id": "F1",
            "title": "隔膜泵操作",
            "contents": [
                {"id": "F1-1", "title": "隔膜泵操作", "level": "L5", "skills": ["能启动隔膜泵"]},
                {"id": "F1-2", "title": "焙烧炉点火", "level": "L5", "skills": ["能点燃焙烧炉"]},
            ],
        }
    ],
}


def text(tree: object) -> str:
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10_000)


@cache
def programme() -> str:
    return (resources.folder("examples") / "alumina-refinery/programmes/alumina-2026.yaml").read_text(encoding="utf-8")


def repository(*decisions: Record, dig: object = DIG) -> dict[str, str]:
    """A small repository in which much is open, with decisions."""
    files = {
        "sopcurric.yaml": text({"project": {"name": "课程"}}),
        "sops/dig.yaml": text(dig),
        "sops/set.yaml": text(SET),
        "standards/one.yaml": text(STANDARD),
        "programmes/one.yaml": programme(),
    }
    return with_decisions(files, *decisions) if decisions else files


def with_decisions(files: Files, *records: Record, date: str = "2026-01-01") -> dict[str, str]:
    """The repository with one more file of decisions."""
    header = {"role": "college", "by": "张老师", "date": date, "why": "教研室讨论"}
    path = f"decisions/d{len(files)}.yaml"
    return {**files, path: text({"decisions": [{**header, **record} for record in records]})}


def edited(**changes: object) -> object:
    """The SOP of the first job with its first procedure changed."""
    first, *others = DIG["procedures"]
    assert isinstance(first, dict)
    return {**DIG, "procedures": [{**first, **changes}, *others]}


def compile_(files: Files) -> Compilation:
    return compiled(files, KNOWN)


def asked(compilation: Compilation, *kinds: str) -> list[Question]:
    return [question for name in kinds or questions() for question in questions()[name].ask(compilation)]


def about(found: Iterable[Question], *names: str) -> Question:
    """The only question about all of these."""
    (question,) = [one for one in found if {*names} <= {*one.about}]
    return question


def decided(compilation: Compilation, question: Question, choice: str, typed: str = "") -> list[Record]:
    answer = Answer(question.id, choice, typed, "理由")
    return [*questions()[question.kind].decide(compilation, question, answer)]


def read_back(records: Sequence[Record]) -> tuple[Decision, ...]:
    return DecisionFile.model_validate({"decisions": records}, context={"language": "zh"}).decisions


def signed(records: Iterable[Record], role: Role) -> list[Record]:
    header = {"role": role, "by": "李工", "date": "2026-10-01", "why": "会议决定"}
    return [{**record, **header} for record in records]


def seen_by(record: Record, files: Files) -> str:
    """What a decision would see in a repository."""
    compilation = compile_(with_decisions(files, {**record, "id": "look"}))
    (verdict,) = [one for one in compilation.verdicts if one.decision == "look"]
    assert verdict.kind == "unseen", verdict
    return verdict.seen


# --- Repositories in which something is asked ------------------------------------------------------------------------

PARAGRAPH = "先看油位，再开阀。"
TABLE = {"table": ["项目", "标准"], "rows": [["压力", ""], ["**油位** <<1/2|约一半>>", "合格"]]}
REWRITE: dict[str, object] = {
    "decide": "rewrite",
    "leaf": "DIG/P1#W",
    "block": "W/DIG/P1/steps",
    "text": [PARAGRAPH, TABLE],
    "saw": ["检查油位"],
}
STALE_DECISIONS: Mapping[str, Record] = {
    "together": {"on": ["DIG/P1", "SET/P8"]},
    "apart": {"on": ["DIG/P1", "SET/P8"]},
    "rename": {"on": ["DIG/P1"], "title": {"zh": "**启动**隔膜泵 $Al(OH)_3$", "en": "Start"}},
    "rate": {"on": ["DIG/P1"], "difficulty": 3, "role": "plant"},
    "move": {"on": ["DIG/P1"], "to": "course-DIG.stop"},
    "order": {"on": ["DIG/P2", "DIG/P1"]},
    "hours": {"on": ["DIG/P1"], "theory": 2, "practice": 8},
    "course": {"on": ["course-DIG"], "course": "hydro", "title": "湿法冶金"},
    "split": {
        "on": ["DIG/P1"],
        "into": [{"title": "检查", "on": ["DIG/P1/S1"]}, {"title": "启动", "on": ["DIG/P1/S2"]}],
    },
    "categorise": {"on": ["course-DIG"], "category": "extension"},
    "map": {"on": ["DIG/P1"], "standard": "6-17-06-01", "item": "F1-1", "fits": False},
    "exclude": {"on": ["DIG/equipment/E-free"], "reason": "obsolete"},
    "add": {
        "leaf": "DIG/P1#W",
        "after": "W/DIG/P1/steps",
        "text": [{"box": "注意", "tone": "danger", "items": ["<b>烫</b>"]}],
    },
    "hide": {"leaf": "DIG/P1#W", "block": "W/DIG/P1/steps"},
    "reorder": {"leaf": "DIG/P1#W", "blocks": ["W/DIG/P1/steps", "W/DIG/P1/cautions"]},
}


def stale(kind: str) -> dict[str, str]:
    """A repository with a decision that saw something else."""
    return repository({"decide": kind, "id": "old", "seen": STALE, **STALE_DECISIONS[kind]})


def suspect() -> dict[str, str]:
    """A repository with a rewritten block whose source has changed."""
    seen = seen_by(REWRITE, repository())
    steps = [{"id": "S1", "text": "检查油位,应在 1/3–2/3"}, {"id": "S2", "text": "打开进口阀"}]
    return repository({**REWRITE, "id": "old", "seen": seen}, dig=edited(steps=steps))


def suspect_box() -> dict[str, str]:
    """A repository with a rewritten box whose source has changed."""
    box = {"block": "W/DIG/P1/cautions", "text": ["小心"], "role": "plant", "id": "old", "seen": STALE}
    return repository(REWRITE | box)


LOST = (
    {"decide": "apart", "id": "old", "on": ["DIG/P9", "SET/P8"]},
    {"decide": "hide", "id": "leaf", "leaf": "OLD/P1#W", "block": "W/x"},
    {"decide": "rename", "id": "number", "on": ["lt-zzzzzzzz"], "title": "名"},
    {"decide": "readdress", "id": "again", "on": ["DIG/P5"], "now": "DIG/P6"},
    {"decide": "exclude", "id": "element", "on": ["DIG/equipment/E-gone"], "reason": "obsolete"},
)
AGAINST = (
    {"decide": "together", "id": "yes", "on": ["DIG/P1", "SET/P7"]},
    {"decide": "apart", "id": "no", "on": ["DIG/P1", "SET/P7"], "role": "plant"},
)


@dataclass(frozen=True, slots=True)
class Case:
    """An answer to the question about some things."""

    kind: str
    subject: str
    choice: str
    words: str = ""
    files: str = "open"


REPOSITORIES: Mapping[str, Callable[[], dict[str, str]]] = {
    "open": repository,
    "suspect": suspect,
    "suspect-box": suspect_box,
    "lost": lambda: repository(*LOST),
    "against": lambda: repository(*AGAINST),
    **{f"stale-{kind}": partial(stale, kind) for kind in STALE_DECISIONS},
}
CASES = (
    Case("suspect_block", "@decision/old", "keep", files="suspect"),
    Case("suspect_block", "@decision/old", "computed", files="suspect"),
    Case("suspect_block", "@decision/old", "reword", "第一段\n\n 第二段 **重点** ", "suspect-box"),
    *(Case("stale_decision", "@decision/old", "keep", files=f"stale-{kind}") for kind in STALE_DECISIONS),
    *(Case("stale_decision", "@decision/old", "withdraw", files=f"stale-{kind}") for kind in STALE_DECISIONS),
    Case("lost_decision", "@decision/old", "withdraw", files="lost"),
    Case("lost_decision", "@decision/old", "readdress", "DIG/P2", "lost"),
    Case("lost_decision", "@decision/leaf", "withdraw", files="lost"),
    Case("lost_decision", "@decision/number", "withdraw", files="lost"),
    Case("lost_decision", "@decision/again", "readdress", " DIG/P2 ", "lost"),
    Case("lost_decision", "@decision/element", "readdress", "DIG/equipment/E-free", "lost"),
    Case("contradiction", "@decision/yes", "yes", files="against"),
    Case("contradiction", "@decision/yes", "no", files="against"),
    Case("same_work", "DIG/P1", "together"),
    Case("same_work", "DIG/P1", "apart"),
    Case("rating", "DIG/P1", "agree"),
    Case("rating", "DIG/P1", "change", "3 2 1"),
    Case("standard_item", "DIG/P1", "yes"),
    Case("standard_item", "DIG/P1", "no"),
    Case("standard_item", "@standard/6-17-06-01/F1-2", "task", "SET/P8"),
    *(
        Case("untaught_element", "DIG/equipment/E-free", reason)
        for reason in ("taught-elsewhere", "plant-training", "obsolete", "out-of-scope")
    ),
    Case("untaught_element", "DIG/deviations/V1", "obsolete"),
)


@cache
def compilation_of(name: str) -> Compilation:
    return compile_(REPOSITORIES[name]())


def case_question(case: Case) -> Question:
    return about(asked(compilation_of(case.files), case.kind), case.subject)


def named(case: Case) -> str:
    return f"{case.files}-{case.kind}-{case.subject}-{case.choice}"


# --- The kinds --------------------------------------------------------------------------------------------------------


def test_kinds_are_named_like_their_files_and_stand_in_the_order_of_their_ranks() -> None:
    assert set(questions()) == names(sopcurric.questions)
    ranks = [(kind.rank, name) for name, kind in questions().items()]
    assert ranks == sorted(ranks)
    assert all(name == kind.name for name, kind in questions().items())
    for language in LANGUAGES:
        assert {f"question.{name}" for name in questions()} <= codes(language)


def test_every_kind_is_asked_and_answered_here() -> None:
    assert {case.kind for case in CASES} == set(questions())


def test_every_choice_of_every_question_is_tried_here() -> None:
    tried = {(case.kind, case.choice) for case in CASES} | {
        ("standard_item", "none"),
        ("untaught_element", "procedure"),
    }
    offered = {
        (question.kind, choice.value)
        for name in REPOSITORIES
        for question in asked(compilation_of(name))
        for choice in question.choices
    }
    assert offered == tried


@pytest.mark.parametrize("case", CASES, ids=named)
def test_an_answer_becomes_decisions_that_hold_and_settles_the_question(case: Case) -> None:
    compilation, question = compilation_of(case.files), case_question(case)
    records = decided(compilation, question, case.choice, case.words)
    assert records
    for role in question.roles:
        made = signed(records, role)
        after = compile_({**REPOSITORIES[case.files](), "decisions/answer.yaml": text({"decisions": made})})
        kinds = {verdict.decision: verdict.kind for verdict in after.verdicts}
        assert {kinds[name_of(one)] for one in read_back(made)} == {"applied"}
        left = asked(after, case.kind)
        assert question.id not in {one.id for one in left}
        assert not [one for one in left if one.about == question.about]
        assert not [one for one in asked(after, "contradiction") if one.about[0] != "@decision/no"]


@pytest.mark.parametrize("case", CASES, ids=named)
def test_records_name_what_people_wrote_and_nothing_that_was_derived(case: Case) -> None:
    records = decided(compilation_of(case.files), case_question(case), case.choice, case.words)
    plain = text([record for record in records if record["decide"] != "withdraw"])
    assert not re.search(r"\b(tt|lt|md|q|dc)-", plain)
    assert yaml.safe_load(text(records)) == records


def test_a_kept_decision_says_the_same_as_before() -> None:
    for kind in STALE_DECISIONS:
        name = f"stale-{kind}"
        question = about(asked(compilation_of(name), "stale_decision"), "@decision/old")
        (record,) = decided(compilation_of(name), question, "keep")
        (decision,) = read_back(signed([record], "plant"))
        old = compilation_of(name).decisions["old"].decision
        header = {"id", "role", "by", "date", "why", "seen", "replaces"}
        assert decision.model_dump(exclude=header) == old.model_dump(exclude=header)
        assert decision.replaces == ("old",)


def test_a_rewritten_block_is_kept_as_it_may_be_taught_and_remembers_what_stands_there_now() -> None:
    case = CASES[0]
    question = case_question(case)
    (record,) = decided(compilation_of("suspect"), question, "keep")
    rows = [["压力", ""], ["**油位**约一半", "合格"]]
    assert record["text"] == [PARAGRAPH, {**TABLE, "rows": rows}]
    said = {words(one.label, "zh"): words(one.value, "zh") for one in question.shown}
    assert said["教师改写的内容"].splitlines() == ["先看油位，再开阀。", "压力", "油位约一半 | 合格"]
    assert said["改写时的内容"] == "检查油位"
    assert "1/3–2/3" in said["按现行规程生成的内容"]
    assert "1/3–2/3" in str(record["saw"])
    (reworded,) = decided(compilation_of("suspect-box"), case_question(CASES[2]), "reword", CASES[2].words)
    assert reworded["text"] == ["第一段", "第二段 **重点**"]


def test_a_table_is_not_rewritten_as_paragraphs_but_in_the_text_of_its_leaf() -> None:
    table, box = case_question(CASES[0]), case_question(CASES[2])
    assert ([one.value for one in table.choices], table.free) == (["keep", "computed"], None)
    assert [one.value for one in box.choices] == ["keep", "computed", "reword"]
    assert box.free
    (how,) = [one.value for one in table.shown if words(one.label, "en") == "To write it anew"]
    assert "sopcurric todo --leaf DIG/P1#W" in words(how, "en")
    assert "To write it anew" not in {words(one.label, "en") for one in box.shown}


def test_hazards_are_asked_of_those_who_answer_for_safety_and_cannot_be_excluded() -> None:
    open_ = compilation_of("open")
    hazard = about(asked(open_, "untaught_element"), "DIG/hazards/H2")
    assert [one.value for one in hazard.choices] == ["procedure"]
    assert hazard.roles == ("plant",)
    assert case_question(CASES[2]).roles == ("plant",)
    assert case_question(CASES[0]).roles == ("plant", "college")


def test_who_is_asked_follows_from_the_profile() -> None:
    authority: dict[str, tuple[Role, ...]] = {
        "rate": ("industry", "plant"),
        "map": ("college",),
        "withdraw": ("plant", "industry"),
    }
    profile = compilation_of("open").inputs.profile.model_copy(update={"authority": authority})
    assert deciders(profile, "rate") == ("industry", "plant")
    assert deciders(profile, "rate", "withdraw") == ("industry", "plant")
    assert deciders(profile, "map", "withdraw") == ("college", "plant", "industry"), "somebody must be asked"
    assert [one.roles for one in asked(compilation_of("open"), "rating")] == [("plant", "industry")] * 3


def test_what_is_settled_or_given_is_not_asked() -> None:
    found = asked(compilation_of("open"))
    assert not [one for one in found if one.kind == "rating" and "DIG/P2" in one.about], "the SOP gives its rating"
    assert not [one for one in found if one.kind == "untaught_element" and "DIG/equipment/E-pump" in one.about]
    assert {one.kind for one in asked(compilation_of("against"))} >= {"contradiction"}
    assert not asked(compilation_of("against"), "same_work"), "there is a contradiction to settle first"
    rated = [
        {"decide": "rate", "id": "a", "on": ["DIG/P1"], "difficulty": 1, "role": "plant"},
        {"decide": "rate", "id": "b", "on": ["DIG/P1"], "difficulty": 3, "role": "industry"},
    ]
    after = compile_(repository(*rated))
    assert len(asked(after, "contradiction")) == 1
    assert not [one for one in asked(after, "rating") if one.about == ("DIG/P1",)]


# --- Answers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "grades"),
    [
        *((one, (3, 2, 1)) for one in ("3 2 1", "3,2,1", "３，２，１", "321", " 3、2、1 ", "3/2/1")),
        ("难度3 重要度2 频度1", (3, 2, 1)),
        ("频度：1；重要度：2；难度：3。", (3, 2, 1)),
        ("Difficulty=2, importance 3, frequency 2", (2, 3, 2)),
    ],
)
def test_grades_are_read_however_people_type_them(typed: str, grades: tuple[int, int, int]) -> None:
    open_ = compilation_of("open")
    (record,) = decided(open_, about(asked(open_, "rating"), "DIG/P1"), "change", typed)
    assert (record["difficulty"], record["importance"], record["frequency"]) == grades


WRONG = (
    *(
        Case("rating", "DIG/P1", "change", one)
        for one in ("", "3 2", "3 2 1 1", "4 2 1", "难度3 难度2 频度1", "难度3", "高", "32")
    ),
    *(Case("rating", "DIG/P1", "change", one) for one in HOSTILE),
    Case("rating", "DIG/P1", "agree", "3 2 1"),
    Case("standard_item", "@standard/6-17-06-01/F1-2", "task", "DIG/P99"),
    Case("standard_item", "@standard/6-17-06-01/F1-2", "task", ""),
    Case("untaught_element", "DIG/equipment/E-free", "procedure", "P99"),
    Case("untaught_element", "DIG/equipment/E-free", "procedure", "SET/P7"),
    Case("untaught_element", "DIG/hazards/H2", "obsolete"),
    Case("lost_decision", "@decision/old", "readdress", "DIG/P99", "lost"),
    Case("lost_decision", "@decision/old", "readdress", "DIG", "lost"),
    Case("lost_decision", "@decision/old", "readdress", "DIG/equipment/E-pump", "lost"),
    Case("lost_decision", "@decision/old", "readdress", "DIG/P1 DIG/P2", "lost"),
    Case("lost_decision", "@decision/number", "readdress", "DIG/P1", "lost"),
    Case("lost_decision", "@decision/element", "readdress", "DIG/hazards/H2", "lost"),
    Case("lost_decision", "@decision/element", "readdress", "DIG/P1", "lost"),
    Case("suspect_block", "@decision/old", "reword", "  \n ", "suspect-box"),
    Case("suspect_block", "@decision/old", "reword", "压力 <<8.2|", "suspect-box"),
    Case("suspect_block", "@decision/old", "reword", "好\n机密★", "suspect-box"),
    Case("suspect_block", "@decision/old", "reword", "一段话", "suspect"),
    Case("contradiction", "@decision/yes", "maybe", files="against"),
    *(Case("same_work", "DIG/P1", one) for one in ("", "TOGETHER", "\x00", *HOSTILE)),
)


@pytest.mark.parametrize("case", WRONG, ids=lambda case: f"{case.kind}-{case.choice!r}-{case.words!r}")
def test_an_answer_that_cannot_be_taken_is_refused_in_both_languages(case: Case) -> None:
    with pytest.raises(AnswerError) as error:
        decided(compilation_of(case.files), case_question(case), case.choice, case.words)
    for language in LANGUAGES:
        said = words(sentence(error.value.code, **error.value.arguments), language)
        assert said
        assert len(said) < 250


def test_hostile_words_stay_words() -> None:
    for typed in HOSTILE:
        (record,) = decided(compilation_of("suspect-box"), case_question(CASES[2]), "reword", typed)
        (decision,) = read_back(signed([record], "college"))
        assert isinstance(decision, Rewrite)
        assert record_of(decision, "zh")["text"] == [" ".join(typed.split())]


def test_a_question_about_what_is_gone_is_refused() -> None:
    question = case_question(CASES[0])
    with pytest.raises(AnswerError) as error:
        decided(compilation_of("open"), question, "keep")
    assert error.value.code == "ask.error.gone"


def test_leaving_things_as_they_are_decides_nothing() -> None:
    open_ = compilation_of("open")
    assert decided(open_, about(asked(open_, "standard_item"), "@standard/6-17-06-01/F1-2"), "none") == []
    for name in ("P1", "DIG/P1"):
        assert not decided(open_, about(asked(open_, "untaught_element"), "DIG/equipment/E-free"), "procedure", name)


def test_an_element_tied_to_a_procedure_is_not_asked_about_any_more() -> None:
    question = about(asked(compilation_of("open"), "untaught_element"), "DIG/equipment/E-free")
    (how,) = [words(one.value, "zh") for one in question.shown if words(one.label, "zh") == "关联的写法"]
    assert how.endswith("equipment: [E-free]")
    after = compile_(repository(dig=edited(equipment=["E-pump", "E-free"])))
    assert not [one for one in asked(after, "untaught_element") if one.about == question.about]


# --- Identity, order, secrets -----------------------------------------------------------------------------------------


def ids(found: Iterable[Question]) -> set[str]:
    return {one.id for one in found}


def test_ids_are_unique_and_questions_come_in_the_same_order_every_time() -> None:
    for files in (repository(), repository(*LOST, *AGAINST), fullest()):
        first = [one.id for one in asked(compiled(files))]
        assert len(first) == len(set(first))
        shuffled = {path: files[path] for path in reversed(files)}
        assert [one.id for one in asked(compiled(shuffled))] == first


def test_an_item_is_asked_about_once_however_many_programmes_lead_to_it() -> None:
    more = programme().replace("id: alumina-2026", "id: alumina-2027", 1)
    assert more != programme()
    after = compile_({**repository(), "programmes/two.yaml": more})
    assert len(after.plans) == 2
    assert [one.id for one in asked(after)] == [one.id for one in asked(compilation_of("open"))]


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        ({"title": "隔膜泵开车"}, {"same_work", "rating", "standard_item", "untaught_element"}),
        ({"steps": [{"id": "S1", "text": "检查油位"}]}, {"same_work", "rating"}),
        ({"result": "运行平稳"}, {"same_work"}),
        ({"equipment": []}, {"untaught_element"}),
    ],
)
def test_a_question_has_another_id_where_it_shows_something_else_and_only_there(
    changes: Mapping[str, object], kinds: set[str]
) -> None:
    before, after = asked(compilation_of("open")), asked(compile_(repository(dig=edited(**changes))))
    for kind in questions():
        old, new = (ids(one for one in found if one.kind == kind) for found in (before, after))
        assert (old != new) == (kind in kinds), kind


def shown_of(question: Question) -> str:
    beside = (one for part in question.shown for one in (part.label, part.value))
    said = (question.ask, *beside, *(one.label for one in question.choices))
    return "\n".join(words(phrase, "zh") for phrase in said)


def test_questions_that_show_the_same_have_the_same_id_and_others_have_not() -> None:
    by_id: dict[str, set[str]] = {}
    variants: list[Mapping[str, object]] = [
        {},
        {"title": "隔膜泵开车"},
        {"steps": [{"id": "S1", "text": "检查"}]},
        {"result": "平稳"},
        {"hazards": []},
    ]
    for changes in variants:
        for question in asked(compile_(repository(dig=edited(**changes)))):
            measured = [one for one in question.shown if words(one.label, "zh") != "相近程度"]
            said = "\n".join(words(one.value, "zh") for one in measured)
            by_id.setdefault(question.id, set()).add(f"{words(question.ask, 'zh')}\n{said}")
    assert by_id
    assert all(len(said) == 1 for said in by_id.values())


def test_an_unrelated_sop_changes_no_question() -> None:
    other = {
        "job": {"code": "CAL", "title": "焙烧工"},
        "procedures": [{"id": "P1", "title": "焙烧炉点火", "steps": ["点火"]}],
    }
    after = compile_({**repository(), "sops/cal.yaml": text(other)})
    gone = ids(asked(compilation_of("open"))) - ids(asked(after))
    assert {one.about for one in asked(compilation_of("open")) if one.id in gone} <= {("@standard/6-17-06-01/F1-2",)}


def test_the_teachable_form_is_shown_and_never_the_raw_one() -> None:
    secret = {"decide": "rename", "id": "old", "seen": STALE, "on": ["DIG/P2"], "title": f"压到 <<{RAW}|约 8 MPa>>"}
    rewrite = REWRITE | {"id": "text", "seen": STALE, "text": [f"压到 <<{RAW}|约 8 MPa>>"], "why": f"因 <<{RAW}|压力>>"}
    lost = {
        "decide": "rename",
        "id": "lost",
        "on": ["X/P2"],
        "title": f"压到 <<{RAW}|约 8 MPa>>",
        "by": f"<<{RAW}|某>>",
    }
    found = asked(compile_(repository(secret, rewrite, lost, *AGAINST)))
    told_words = "\n".join(map(shown_of, found))
    assert told_words.count("约 8 MPa") >= 3
    assert RAW not in told_words
    assert RAW not in repr(found)


def test_every_question_can_be_said_in_both_languages() -> None:
    for name in REPOSITORIES:
        for question in asked(compilation_of(name)):
            for language in LANGUAGES:
                phrases: list[Phrase] = [question.ask, *(one.label for one in question.choices)]
                phrases += [part for one in question.shown for part in (one.label, one.value)]
                phrases += [question.free] if question.free else []
                assert all(words(phrase, language).strip() for phrase in phrases)
                assert len({words(one.label, language) for one in question.choices}) == len(question.choices)
            assert question.roles
            assert not question.proposal or question.proposal in {one.value for one in question.choices}
            assert len(question.seen) == 12


def test_the_big_example_asks_what_nobody_decided(alumina: Compilation) -> None:
    found = asked(alumina)
    ratings = [one for one in found if one.kind == "rating"]
    assert len(ratings) == sum(
        not all(grade.given for grade in (one.rating.difficulty, one.rating.importance, one.rating.frequency))
        for one in alumina.competencies.values()
    )
    rows = [row for plan in alumina.plans for row in plan.levels]
    items = [one for one in found if one.kind == "standard_item"]
    assert len(items) == sum(len(row.tasks) or 1 for row in rows)
    assert {one.kind for one in found} == {"rating", "same_work", "standard_item"}


# --- Words and records ------------------------------------------------------------------------------------------------


def test_decisions_of_every_kind_are_told_with_what_they_are_about() -> None:
    for kind in STALE_DECISIONS:
        question = about(asked(compilation_of(f"stale-{kind}"), "stale_decision"), "@decision/old")
        said = [words(one.value, "zh") for one in question.shown]
        assert said[0] == f"{words(sentence(f'decision.{kind}'), 'zh')}（old）"
        assert "（DIG/" in said[1] or "任务实施" in said[1] or "course-DIG" in said[1]
        assert said[-2] == "教研室讨论"
        assert said[-1].strip("（无）")
    rated = about(asked(compilation_of("stale-rate"), "stale_decision"), "@decision/old")
    assert [words(one.value, "zh") for one in rated.shown][2:] == [
        "难度 3（高）",
        "企业：张老师，2026-01-01",
        "教研室讨论",
        "隔膜泵启动\n难度（计算结果）：低",
    ]


def test_what_is_lost_is_shown_with_where_it_may_be_now() -> None:
    question = about(asked(compilation_of("lost"), "lost_decision"), "@decision/old")
    said = {words(one.label, "zh"): words(one.value, "zh") for one in question.shown}
    assert said["已不存在的对象"] == "DIG/P9"
    assert said["可能的新编号"].splitlines() == ["隔膜泵启动（DIG/P1）", "交接班（DIG/P2）"]
    leaf = about(asked(compilation_of("lost"), "lost_decision"), "@decision/leaf")
    assert leaf.about == ("@decision/leaf", "OLD/P1")
    element = about(asked(compilation_of("lost"), "lost_decision"), "@decision/element")
    said = {words(one.label, "zh"): words(one.value, "zh") for one in element.shown}
    assert said["可能的新编号"].splitlines() == [
        "高压隔膜泵（DIG/equipment/E-pump）",
        "备用油站（DIG/equipment/E-free）",
    ]
    number = about(asked(compilation_of("lost"), "lost_decision"), "@decision/number")
    assert [one.value for one in number.choices] == ["withdraw"]
    assert number.free is None


def test_of_two_decisions_the_other_one_is_withdrawn() -> None:
    against = compilation_of("against")
    (question,) = asked(against, "contradiction")
    assert decided(against, question, "yes") == [{"decide": "withdraw", "replaces": ["no"]}]
    assert decided(against, question, "no") == [{"decide": "withdraw", "replaces": ["yes"]}]


def test_procedures_that_parted_are_not_said_to_be_gone() -> None:
    apart = {"decide": "rename", "id": "old", "on": ["DIG/P1", "SET/P8"], "title": "名"}
    (question,) = asked(compile_(repository(apart)), "lost_decision")
    assert question.ask == sentence("ask.lost.split", kind=sentence("decision.rename"))
    assert [one.value for one in question.choices] == ["withdraw"]


def test_leaves_that_changed_are_shown_as_they_are_now() -> None:
    found = [about(asked(compilation_of(f"stale-{kind}")), "@decision/old") for kind in ("add", "hide", "exclude")]
    now = [words(one.shown[-1].value, "zh").splitlines() for one in found]
    assert now[0] == ["全程注意", "操作步骤"]
    assert now[1][:2] == ["操作步骤", "1 | 检查油位 | 应在 1/2–2/3 | □"]
    assert now[2] == ["备用油站"]


def test_very_long_lists_are_cut_and_say_how_long_they_are() -> None:
    phrase = lines(Text.plain("zh", str(number)) for number in range(1000))
    assert words(phrase, "zh").splitlines()[-2:] == ["39", "……（共 1000 条）"]
    assert isinstance(lines(()), Sentence)


def test_a_key_tells_languages_and_marks_apart() -> None:
    phrases = (Text.plain("zh", "a"), Text.plain("en", "a"), sentence("plain", value="a"), sentence("grade.1"))
    assert len({keyed("x", one) for one in phrases} | {keyed("y", phrases[0])}) == 5


def test_every_decision_is_told_whatever_is_in_it() -> None:
    compilation = compiled(small(told(HOSTILE, apart=True)))
    teller = Teller(compilation)
    for record in STALE_DECISIONS.values():
        kind = next(kind for kind, one in STALE_DECISIONS.items() if one is record)
        (decision,) = read_back(signed([{"decide": kind, **record}], "plant"))
        for part in teller.shown(Named("x", decision)):
            assert words(part.value, "zh")


def test_the_order_of_files_and_keys_asks_nothing_else(alumina_files: dict[str, str]) -> None:
    plain = one_plant(alumina_files)
    assert ids(asked(compile_(plain))) == ids(asked(compile_(reordered(plain, Random(1)))))  # noqa: S311 - any order)
