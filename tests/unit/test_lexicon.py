"""Words of a trade: how sentences are read with them, and that nothing remembers them where they do not count."""

from pathlib import Path

import pytest

from generators import checked, compiled, write_files
from sopcurric.app.checking import check
from sopcurric.app.exporting import export
from sopcurric.app.showing import show
from sopcurric.app.steps import Steps
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import DiskWorkspace, MemoryWorkspace
from sopcurric.linguistics import verbs_zh
from sopcurric.linguistics.corpus import Document
from sopcurric.linguistics.families import opposed
from sopcurric.linguistics.features import poles_of
from sopcurric.linguistics.grouping import sort_out
from sopcurric.linguistics.levels import VerbLevel
from sopcurric.linguistics.lexicon import BUILT_IN, OwnWords, lexicon_of
from sopcurric.linguistics.points import classify
from sopcurric.linguistics.similarity import similarity
from sopcurric.linguistics.statement import parse_statement
from sopcurric.linguistics.verbs import level_of
from sopcurric.model.files.lexicon import LexiconFile
from sopcurric.model.shown import ShownWords

pytestmark = pytest.mark.no_cover

OWN = lexicon_of(
    OwnWords(
        synonyms=(("敲击", "震打"), ("分解槽", "种分槽"), ("seed tank", "precipitator"), ("rap", "knock")),
        verbs=(("打锤", VerbLevel.CLEAN), ("rap", VerbLevel.CLEAN)),
        nouns=("打锤机", "停电收尘"),
        opposites=(("提槽", "降槽"),),
        knowledge=("机制",),
    )
)


def test_a_verb_of_the_trade_is_read_and_has_its_level() -> None:
    assert not parse_statement("打锤电收尘极板", "zh").action
    own = parse_statement("打锤电收尘极板", "zh", OWN)
    assert (own.action, own.object) == ("打锤", "电收尘极板")
    assert level_of("打锤", "zh", OWN) is VerbLevel.CLEAN
    assert level_of("打锤", "zh") is None
    assert parse_statement("Rap the plates", "en", OWN).action == "Rap"
    assert level_of("rapping", "en", OWN) is VerbLevel.CLEAN


def test_a_synonym_of_a_verb_is_a_verb_of_its_level() -> None:
    assert parse_statement("震打极板", "zh", OWN).action == "震打"
    assert level_of("震打", "zh", OWN) is VerbLevel.CLEAN
    assert level_of("knock", "en", OWN) is VerbLevel.CLEAN


def test_a_noun_of_the_trade_is_no_verb() -> None:
    assert parse_statement("打锤机检查", "zh", OWN) == parse_statement("打锤机检查", "zh")
    assert parse_statement("停电收尘", "zh").action
    assert not parse_statement("停电收尘", "zh", OWN).action


def test_what_is_called_differently_is_the_same_work() -> None:
    titles = (Document("A", "敲击种分槽"), Document("B", "震打分解槽"), Document("C", "汇报异常"))
    assert sort_out(titles).groups == ((0,), (1,), (2,))
    assert sort_out(titles, lexicon=OWN).groups == ((0, 1), (2,))
    assert similarity("清洗种分槽", "清洗分解槽", OWN) == 1.0
    assert similarity("Clean the seed tanks", "Clean the precipitator", OWN) == 1.0
    assert similarity("Clean the seed tanks", "Clean the precipitator") < 1.0


def test_opposites_of_the_trade_are_never_the_same_work() -> None:
    titles = (Document("A", "阳极提槽操作", ("核对槽号",) * 3), Document("B", "阳极降槽操作", ("核对槽号",) * 3))
    assert sort_out(titles).groups == ((0, 1),)
    assert sort_out(titles, lexicon=OWN).groups == ((0,), (1,))
    assert opposed(poles_of("提槽", OWN), poles_of("降槽", OWN))


def test_a_word_of_the_trade_ends_what_is_to_be_known() -> None:
    assert classify("震打清灰的机制", "zh", OWN) == "knowledge"
    assert classify("清理积灰的机制", "zh") == "skill"


def test_the_words_that_come_along_alone_change_nothing() -> None:
    assert lexicon_of(OwnWords()) == BUILT_IN
    assert BUILT_IN.chinese == verbs_zh.VERBS
    assert BUILT_IN.nouns == verbs_zh.NOUNS
    assert BUILT_IN.plain("震打极板") == "震打极板"
    assert hash(OWN) == hash(lexicon_of(OWN.own))
    assert OWN != BUILT_IN
    assert OWN.digest != BUILT_IN.digest


def test_every_level_may_be_named() -> None:
    every = {f"词{level.value}": level.value for level in VerbLevel}
    assert dict(LexiconFile.model_validate({"verbs": every}).own.verbs) == {
        word: VerbLevel(one) for word, one in every.items()
    }


# --- In a repository -------------------------------------------------------------------------------------------------

FILES = {
    "sopcurric.yaml": "project: {name: 案例}\n",
    "sops/a.yaml": "job: {code: A, title: 甲工}\nprocedures: [{id: P, title: 敲击种分槽, steps: [打锤极板]}]\n",
    "sops/b.yaml": "job: {code: B, title: 乙工}\nprocedures: [{id: P, title: 震打分解槽, steps: [汇报]}]\n",
}
WORDS = """\
synonyms: [[敲击, 震打], [分解槽, 种分槽]]
verbs: {打锤: clean}
nouns: [停电收尘]
opposites: [[提槽, 降槽]]
knowledge: [机理]
"""


def test_a_lexicon_changes_what_was_computed_before() -> None:
    steps = Steps(MemoryStore())
    without = check(MemoryWorkspace(FILES), steps).compilation
    with_it = check(MemoryWorkspace({**FILES, "lexicon.yaml": WORDS}), steps).compilation
    again = check(MemoryWorkspace(FILES), steps).compilation
    assert without is not None
    assert with_it is not None
    assert again is not None
    assert [len(one.catalogue.tasks) for one in (without, with_it, again)] == [2, 1, 2]
    assert [one.points["A/P/1.skill"].level for one in (without, with_it, again)] == ["", "clean", ""]


def test_faults_of_a_lexicon_are_told_at_their_lines_and_the_rest_is_checked() -> None:
    broken = "synonyms: [[敲击]]\nverbs: {打锤: cleaning}\nnouns: [<<密|开>>]\nopposites: [[甲, 乙, 丙]]\nwords: 1\n"
    outcome = checked({**FILES, "lexicon.yaml": broken})
    own = [one for one in outcome.findings if one.place and one.place.document == "lexicon.yaml"]
    assert {one.code for one in own} >= {"SOP010", "SOP013", "SOP016", "DEC001"}
    assert outcome.compilation is not None
    assert outcome.compilation.inputs.own_words == LexiconFile()


def test_words_are_shown_with_where_they_come_from() -> None:
    records = [
        one
        for one in show(checked({**FILES, "lexicon.yaml": WORDS}), "lexicon", "", "zh")
        if isinstance(one, ShownWords)
    ]
    own = {(one.kind, one.title, one.level) for one in records if one.origin == "own"}
    assert own == {
        ("verb", "打锤", "clean"),
        ("verb", "震打", "clean"),
        ("noun", "停电收尘", ""),
        ("synonyms", "敲击", ""),
        ("synonyms", "分解槽", ""),
        ("opposites", "提槽 | 降槽", ""),
        ("knowledge", "机理", ""),
    }
    assert {one.kind for one in records if one.origin == "built-in"} == {one.kind for one in records}
    assert len({one.id for one in records}) == len(records)


def test_the_lexicon_crosses_to_the_college(tmp_path: Path) -> None:
    write_files(tmp_path / "plant", {**FILES, "lexicon.yaml": WORDS})
    done = export(DiskWorkspace(tmp_path / "plant"), Steps(MemoryStore()), tmp_path / "out")
    assert done.written is not None
    there = (tmp_path / "out/lexicon.yaml").read_text(encoding="utf-8")
    assert (
        compiled({**FILES, "lexicon.yaml": there}).inputs.lexicon
        == compiled({**FILES, "lexicon.yaml": WORDS}).inputs.lexicon
    )
