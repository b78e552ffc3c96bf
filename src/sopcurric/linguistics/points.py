"""Skill or knowledge: whether a phrase names a doing or something to know."""

import re
from typing import Literal

from sopcurric.linguistics.levels import VerbLevel, word_set
from sopcurric.linguistics.lexicon import BUILT_IN, Lexicon
from sopcurric.linguistics.lexicon_zh import ADVERB
from sopcurric.linguistics.statement import parse_statement

Kind = Literal["skill", "knowledge"]

_VERBAL_ENDING = re.compile(r"[a-z]{2,}(?:ise|ize|ify|ulate|icate|inate|iate|orate|itate|erate|uate)$")
_NOMINAL = re.compile(
    r"(?:ing|tion|sion|ment|ness|ity|ics|ogy|ism|ship|ance|ence|ure|age|al|ic|ive|ous|er|or|s|ery|phy)$"
)
_NOUN_NEXT = re.compile(
    r"of\b|and\b(?!\s+\w+\s+\w)|[a-z-]+ing$|(?:techniques?|methods?|procedures?|equipment|systems?|boxes|"
    r"routes?|geometry|drawings?|gestures|"
    r"principles|theory|processing|training|law|legislation|types?)$",
)
_PREFIXED = re.compile(r"^(?:能够|能|会|可以|可|学会|正确|熟练|独立|规范)+")
KNOWLEDGE_WORDS = word_set(
    """
    原理 知识 方法 特点 特性 结构 构造 作用 标准 规程 规范 规定 要求 含义 定义 性质 分类 种类 组成 机理 概念 因素
    常识 参数 术语 意义 条件 流程 制度 法规 用途 功能 性能 危害 原因 步骤 顺序 注意事项 内容 指标 关系 规律 工艺 公式
    反应 名称 符号 基础 影响 现象 程序 要点 范围 周期 措施
    """,
)
"""Words that end a Chinese phrase that names something to know."""
_TO_KNOW = re.compile(f"(?:{'|'.join(sorted(KNOWLEDGE_WORDS))})$")
_MENTAL = frozenset({VerbLevel.RECALL, VerbLevel.EXPLAIN})


def classify(phrase: str, language: str, lexicon: Lexicon = BUILT_IN) -> Kind:
    """`skill` for a phrase that is headed by an action, `knowledge` for one that names a subject."""
    read = _chinese if language.lower().startswith("zh") else _english
    return read(phrase.strip(), lexicon)


def _english(phrase: str, lexicon: Lexicon) -> Kind:
    words = re.findall(r"[^\s,;()]+", phrase)
    if not words or lexicon.about(phrase) > 0:
        return "knowledge"
    first = words[0] if words[0].isupper() else words[0].lower()
    if first not in lexicon.english and not _looks_verbal(first):
        return "knowledge"
    alone = len(words) == 1
    noun = len(words) <= len(("verb", "noun", "noun")) and _NOUN_NEXT.match(" ".join(words[1:]))
    return "knowledge" if alone or noun or words[1] == "of" else "skill"


def _looks_verbal(word: str) -> bool:
    return bool(_VERBAL_ENDING.match(word)) and not _NOMINAL.search(word)


def _chinese(phrase: str, lexicon: Lexicon) -> Kind:
    """A verb with an object is a skill, unless it is a verb of knowing or the verb only modifies a subject."""
    text = _PREFIXED.sub("", phrase)
    while (adverb := ADVERB.match(text)) and not lexicon.verb_at(text, 0):
        text = text[adverb.end() :]
    verb = lexicon.verb_at(text, 0)
    subject = _subject(text, lexicon)
    if not verb:
        return "skill" if parse_statement(text, "zh", lexicon).action and subject < 0 else "knowledge"
    mental = lexicon.chinese[verb] in _MENTAL
    if mental or subject < 0:
        return "knowledge" if mental and (subject >= 0 or text == phrase) else "skill"
    about = text[len(verb) : subject]
    return "knowledge" if not about or about.endswith("的") else "skill"


def names_subject(phrase: str, lexicon: Lexicon = BUILT_IN) -> bool:
    """Whether a Chinese phrase ends with a word for something to know (`…的原理`)."""
    return _subject(phrase, lexicon) > 0


def _subject(text: str, lexicon: Lexicon) -> int:
    """Where the word begins that says what is to be known; -1 without one."""
    found = _TO_KNOW.search(text)
    own = lexicon.about(text)
    places = [place for place in (found.start() if found else -1, own) if place >= 0]
    return min(places, default=-1)
