"""Skill or knowledge: whether a phrase names a doing or something to know."""

import re
from typing import Literal

from sopcurric.linguistics.levels import VerbLevel, word_set
from sopcurric.linguistics.lexicon import BUILT_IN, Lexicon
from sopcurric.linguistics.lexicon_zh import ADVERB, PREPOSITIONS
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
_PREFIXED = re.compile(
    r"^(?:能够|能(?![源量耗级效])|会(?![议签计])|可以|可(?![燃靠编视见])|学会|正确|熟练|独立|规范(?!的))+"
)
_ONLY_KNOWN = word_set(
    """
    原理 知识 特点 特性 结构 构造 构成 组成 作用 含义 定义 性质 分类 种类 类型 类别 机理 概念 常识 术语 意义 用途 功能
    性能 危害 名称 符号 基础 现象 要点 要领 须知 理论 目的 区别 差异 差别 优点 缺点 优缺点 特征 征兆 成因 后果 公式 定律
    方针 原则 职责 义务 权利 权限 禁忌 注意事项 依据 牌号 型号 规格 反应 化学反应 影响因素 内容 口诀 色标 含量 方式 关系
    对应关系 规律 效应 时间间隔 间隔 形式 等级 由来 历史 现状 概况 背景 来源 途径 体系 症状 细则 条例 法律 意识
    """,
)
"""Words for what can only be known: a phrase that they end is knowledge, unless it tells others of it."""
_WORKED_ON = word_set(
    """
    方法 标准 规程 规范 规定 要求 因素 参数 条件 流程 制度 法规 原因 步骤 顺序 指标 工艺 影响 程序 范围 周期 措施
    路线 曲线 工艺流程 操作法 界限 限值 极限 手续 趋势
    """,
)
"""Words for what can be known, and also determined, written, set or kept to."""
KNOWLEDGE_WORDS = _ONLY_KNOWN | _WORKED_ON
"""Words that end a Chinese phrase that names something to know."""
_TO_KNOW = re.compile(f"(?:{'|'.join(sorted(KNOWLEDGE_WORDS))})等?$")
_KNOWING = word_set(
    "了解 熟悉 熟知 掌握 理解 知道 懂得 明确 认识 清楚 熟记 学习 解释 说明 描述 比较 归纳 阐述 概述 复述 说出"
)
"""Verbs of the mind: what follows is knowledge, unless a doing follows that."""
_DOING_THINGS = re.compile(r"技能|技巧|手法|本领|(?:操作|作业|使用|维护|检修|吊装|焊接|处理)$")
"""What one has mastered when one can do it."""
_QUESTION = re.compile(
    r"什么|为何|怎么|怎样|如何|哪些|哪几|哪种|几种|多少|分为几|"
    r"是指|一般(?=[为控在不是取采])|通常|应为|称为|叫做|[是为]\d"
)
"""What asks for knowledge or states it."""
_QUOTED = re.compile(r"[“\"‘「][^”\"’」]{1,8}[”\"’」]$|[一二三四五六七八九十][不定严懂会][^，]{0,2}$")
"""A rule known by its number, at the end: `“三不放过”`, `润滑五定`."""
_VALUE_STATED = re.compile(r"[^，]{2,}(?:一般|通常|应|为|不[大小高低]于)\s*[≤≥]?\s*\d[^，]*$")
_ACTING = frozenset(
    {
        VerbLevel.DIAGNOSE,
        VerbLevel.CREATE,
        VerbLevel.RECORD,
        VerbLevel.ADJUST,
        VerbLevel.MEASURE,
        VerbLevel.VERIFY,
        VerbLevel.COMMUNICATE,
        VerbLevel.PERCEIVE,
    }
)
"""Levels of verbs that work on reasons, measures, values and rules."""
_KEEPING = word_set(
    "执行 遵守 落实 办理 采取 选择 选定 选用 确定 准备 完成 识别 识读 辨认 辨识 列出 优化 改进 设置 设定 输入 处理"
)
"""Further verbs of that kind."""
_NAMES_OF_WORK = word_set(
    "记录 检查 测量 计算 控制 分析 检测 检验 化验 取样 点检 巡检 调试 调节 管理 维护 设计 报警 交接 识图"
)
"""Verbs that are names of work as well: with another verb behind them they only make up a longer name."""
_OF_DOING = re.compile("(?:[前后时中]|过程中)?的")
"""What turns a verb into the modifier of a name (`检修前的准备工作`)."""
_LED = re.compile(r"[将把对给向与为]|" + PREPOSITIONS.pattern)
"""What leads to a verb at the end, so that the phrase is no name."""
_MADE = re.compile("措施|制度|规程|流程|程序|标准|步骤|路线|规范|方法")
"""What is drawn up, whatever it is for."""
_READ = re.compile("参数|指标|曲线|周期|范围|趋势|限值")
"""What is read off and set, whatever it belongs to."""
_TELLING = word_set(
    "讲解 宣讲 讲授 传授 示范 介绍 交底 培训 分析 研究 判断 查找 排查 诊断 识别 辨认 辨别 辨识 区分 鉴别"
)
"""Verbs that even a principle or a type may be the object of."""
_THEN = re.compile(r"[，,；;]|(?<![前最])后(?![果续备])|并(?![列联网行])")


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
    """A verb with an object is a skill, unless the phrase names a subject, asks for one, or the verb is of knowing."""
    text = _PREFIXED.sub("", phrase)
    able = text != phrase and _begins_work(text, lexicon)
    if not able and (_QUESTION.search(text) or _QUOTED.search(text) or _states(text, lexicon)):
        return "knowledge"
    while (adverb := ADVERB.match(text)) and len(lexicon.verb_at(text, 0)) <= adverb.end():
        text = text[adverb.end() :]
    knowing = next((verb for verb in _KNOWING if text.startswith(verb)), "")
    if knowing:
        return _known(text, knowing, lexicon, able=able)
    subject = _subject(text, lexicon)
    if able or subject < 0:
        return "skill" if able or _is_doing(text, lexicon) else "knowledge"
    return "skill" if _worked_on(text, subject, lexicon) else "knowledge"


def _begins_work(text: str, lexicon: Lexicon) -> bool:
    """Whether what follows `能` or `会` is said to be done."""
    return bool(parse_statement(text, "zh", lexicon).action or lexicon.verb_at(text, 0))


def _states(text: str, lexicon: Lexicon) -> bool:
    """Whether a phrase tells a value instead of a doing (`溶出温度一般为 240 ℃`)."""
    return bool(_VALUE_STATED.search(text)) and not parse_statement(text, "zh", lexicon).action


def _known(text: str, verb: str, lexicon: Lexicon, *, able: bool) -> Kind:
    """What follows a verb of knowing: knowledge, unless it is a craft, or a doing comes next."""
    if _DOING_THINGS.search(text.partition("，")[0]) and _subject(text, lexicon) < 0:
        return "skill"
    turn = _THEN.search(text, len(verb))
    then = text[turn.end() :].strip("，, ") if turn else ""
    if then and parse_statement(then, "zh", lexicon).action and _subject(then, lexicon) < 0:
        return "skill"
    return "skill" if able and _subject(text, lexicon) < 0 else "knowledge"


def _is_doing(text: str, lexicon: Lexicon) -> bool:
    """Whether a phrase without a subject to know is something done: not a name that ends in a verb (公差的标注)."""
    if verb := lexicon.verb_at(text, 0):
        return not _OF_DOING.match(text, len(verb))
    action = parse_statement(text, "zh", lexicon).action
    name = "的" in text and text.endswith(action) and not _LED.match(text)
    return bool(action) and not name


def _worked_on(text: str, subject: int, lexicon: Lexicon) -> bool:
    """Whether a word of knowledge is only the object of a doing (制定措施, 分析故障原因, 记录运行参数)."""
    verb = lexicon.verb_at(text, 0)
    if not verb or PREPOSITIONS.match(text):
        verb = parse_statement(text, "zh", lexicon).action
    about = text[text.index(verb) + len(verb) : subject] if verb and verb in text[:subject] else ""
    if not about or lexicon.about(text) >= 0:
        return False
    if verb in _TELLING:
        return not lexicon.verb_at(about, 0)
    if lexicon.chinese.get(verb) is VerbLevel.CREATE and _MADE.match(text, subject):
        return True
    return _acts_on(verb, about, text[subject:], lexicon)


def _acts_on(verb: str, about: str, word: str, lexicon: Lexicon) -> bool:
    """Whether the verb is one that sets, reads or keeps to what the word names, and not part of that name."""
    if verb not in _KEEPING and lexicon.chinese.get(verb) not in _ACTING:
        return False
    if _READ.match(word):
        return not about.endswith("的")
    named = "的" in about or (verb in _NAMES_OF_WORK and lexicon.verb_at(about, 0))
    return word.removesuffix("等") in _WORKED_ON and not named


def names_subject(phrase: str, lexicon: Lexicon = BUILT_IN) -> bool:
    """Whether a Chinese phrase ends with a word for something to know (`…的原理`)."""
    return _subject(phrase, lexicon) > 0


def _subject(text: str, lexicon: Lexicon) -> int:
    """Where the word begins that says what is to be known; -1 without one."""
    found = _TO_KNOW.search(text)
    own = lexicon.about(text)
    places = [place for place in (found.start() if found else -1, own) if place >= 0]
    return min(places, default=-1)
