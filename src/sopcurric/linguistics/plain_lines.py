"""What a plain line of a procedure is: something to do, something to know, or something never to do."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sopcurric.linguistics.lexicon import BUILT_IN, Lexicon
from sopcurric.linguistics.lexicon_zh import LABEL
from sopcurric.linguistics.points import classify, names_subject
from sopcurric.linguistics.statement import parse_statement

KnowledgeTopic = Literal["principle", "parameter", "cause", "equipment", "material", "regulation"]
ConductTopic = Literal["safety", "quality", "teamwork", "craftsmanship"]

_FORBIDDEN_ZH = re.compile(
    r"[^，,；;：:。\d]{0,14}?(?:严禁|禁止|切勿|请勿|杜绝|(?:不得(?!不)|不准(?!确)|不许|不允许)"
    r"(?!超|高于|低于|大于|小于|少于|多于|有|存在|漏|出现|\s*\d))|"
    r"(?:千万|切)?(?:不要|不可|不能|别)(?!忘|超|高于|低于|大于|小于|少于|多于|有|存在|漏|出现|\s*\d)|"
    r"(?:任何|无论)[^，,；;：:]{0,6}(?:都|均|也)不"
)
_FORBIDDEN_EN = re.compile(
    r"(?:please\s+)?(?:do not|don['’]t|never)\b(?! (?:only|forget|hesitate|fail)\b)|"
    r"it is (?:strictly )?(?:forbidden|prohibited)\b|no \w+ing\b|under no circumstances\b|"
    r"keep (?:your )?(?:hands|clear|away|out)\b|"
    r"[^,;:.]{0,60}?\b(?:must|may) not\b(?!\s+(?:exceed|fall|be (?:above|below)))",
    re.IGNORECASE,
)
_TO_LEARN_ZH = re.compile(r"(?:应|须|要|需要?|必须)?(?:了解|掌握|熟悉|理解|熟知|熟记|懂得|知道|认识|学习)(?P<about>.+)")
_NEWS = re.compile("(?:情况|状况|动态|进度|信息|状态|变化)$")
"""What one asks for during the work: to learn that is something to do."""
_TO_LEARN_EN = re.compile(
    r"(?:know|understand|learn|remember|memori[sz]e|be (?:aware of|familiar with))\s+(?P<about>.+)",
    re.IGNORECASE,
)
_FACT_ZH = re.compile(
    r"[^，,；;：:]{2,24}?(?:是指|指的是|称为|叫做|取决于|会(?:导致|造成|引起|使)|由[^，,]{1,20}(?:组成|构成))"
)
_LOOSE_FACT_ZH = re.compile(
    r"[^，,；;：:]{2,24}?(?:是(?!否)|属于|分为|决定|用于|用来|具有|含有|起[^，,]{0,12}作用|导致|造成|引起)"
)
_SEVERAL = re.compile("[，,；;：:]")
_FACT_EN = re.compile(
    r"[^,;:.]{2,60}?\s(?:means|consists? of|depends? on|causes?|leads? to|results? in|serves? (?:to|as)|"
    r"(?:is|are) (?:an?|the|used|made|caused|called|driven|defined|known)\b)",
    re.IGNORECASE,
)
_SUBJECT_EN = re.compile(
    r"(?:the\s+)?(?:purpose|function|principle|meaning|structure|definition|causes?|consequences?|properties)\s+of\b",
    re.IGNORECASE,
)
_KNOWLEDGE: Mapping[KnowledgeTopic, re.Pattern[str]] = {
    "cause": re.compile(
        r"原因|后果|导致|造成|引起|会使|危害|危险|隐患|\bcauses?\b|consequence|lead|result|hazard|danger", re.IGNORECASE
    ),
    "regulation": re.compile(
        r"规程|规定|标准|制度|法规|规范|条例|预案|要求|\brules?\b|standard|regulation", re.IGNORECASE
    ),
    "principle": re.compile(
        r"原理|机理|反应|定义|概念|术语|是指|指的是|称为|principle|reaction|definition|means", re.IGNORECASE
    ),
    "parameter": re.compile(
        r"参数|指标|范围|温度|压力|流量|液位|浓度|parameter|range|limit|temperature|pressure|level", re.IGNORECASE
    ),
    "equipment": re.compile(
        r"设备|结构|构造|作用|用途|组成|构成|功能|性能|equipment|structure|purpose|function|consist|machine|pump|valve",
        re.IGNORECASE,
    ),
    "material": re.compile(r"性质|成分|药剂|物料|原料|介质|溶液|material|reagent|propert|chemical", re.IGNORECASE),
}
_CONDUCT: Mapping[ConductTopic, re.Pattern[str]] = {
    "quality": re.compile("不合格|漏检|质量|伪造|涂改|编造|弄虚作假|falsif|substandard|quality|reject", re.IGNORECASE),
    "teamwork": re.compile(
        "汇报|报告|沟通|交班|接班|交接|脱岗|离岗|串岗|隐瞒|handover|report|leave the post", re.IGNORECASE
    ),
    "craftsmanship": re.compile("乱放|乱丢|乱扔|马虎|敷衍|随意|散落|litter|careless|lying about", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class PlainLine:
    """What a line is, what it is about, and (of something to learn) what is to be known, in its words."""

    kind: Literal["skill", "knowledge", "conduct"]
    topic: KnowledgeTopic | ConductTopic | None = None
    about: str = ""


_DEED = PlainLine("skill")


def read_line(line: str, language: str, lexicon: Lexicon = BUILT_IN) -> PlainLine:
    """What a line is; one that nothing shows to be knowledge or a prohibition is something to do."""
    chinese = language.lower().startswith("zh")
    label = LABEL.match(line)
    words = line[label.end() if label else 0 :].strip(" 　。.；;：:")
    if (_FORBIDDEN_ZH if chinese else _FORBIDDEN_EN).match(words):
        return PlainLine("conduct", _conduct_topic(words))
    about = _to_know(words, lexicon) if chinese else _to_know_in_english(words, lexicon)
    return _DEED if about is None else PlainLine("knowledge", knowledge_topic(words), about)


def _to_know(words: str, lexicon: Lexicon) -> str | None:
    """What a Chinese line wants to be known: a subject, or nothing for a fact; None for something to do."""
    learn = _TO_LEARN_ZH.fullmatch(words)
    if learn:
        return None if _NEWS.search(words) else learn["about"]
    if _is_subject(words, lexicon):
        return words
    headed = lexicon.verb_at(words, 0)
    fact = _FACT_ZH.match(words) or (None if headed else _LOOSE_FACT_ZH.match(words))
    return "" if fact and "是否" not in fact.group() and "确认" not in fact.group() else None


def _is_subject(words: str, lexicon: Lexicon) -> bool:
    """Whether a line is one phrase that names something to know (安全阀的作用)."""
    if _SEVERAL.search(words) or not names_subject(words, lexicon):
        return False
    return classify(words, "zh", lexicon) == "knowledge" and not parse_statement(words, "zh", lexicon).manner


def _to_know_in_english(words: str, lexicon: Lexicon) -> str | None:
    learn = _TO_LEARN_EN.fullmatch(words)
    if learn:
        return learn["about"]
    if _SUBJECT_EN.match(words) or (lexicon.about(words) > 0 and classify(words, "en", lexicon) == "knowledge"):
        return words
    first = words.partition(" ")[0].lower()
    return "" if first not in lexicon.english and _FACT_EN.match(words) else None


def knowledge_topic(words: str) -> KnowledgeTopic:
    """What some knowledge is about; principles where no word tells."""
    return next((topic for topic, cue in _KNOWLEDGE.items() if cue.search(words)), "principle")


def _conduct_topic(words: str) -> ConductTopic:
    return next((topic for topic, cue in _CONDUCT.items() if cue.search(words)), "safety")
