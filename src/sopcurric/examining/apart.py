"""Whether two texts speak of different things, so that one of them cannot be right where the other is.

It is asked strictly: texts that share a pair of characters (or a word) that means something are not apart. A question
is not asked where too few texts are left.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

_HAN = re.compile("[\u3400-\u9fff]+")
_WORD = re.compile(r"[A-Za-z]{4,}")
_EMPTY_PAIRS = frozenset(
    [
        "作业",
        "人员",
        "操作",
        "现场",
        "规定",
        "立即",
        "不得",
        "严禁",
        "禁止",
        "应当",
        "必须",
        "进行",
        "以及",
        "或者",
        "之后",
        "之前",
        "以上",
        "以下",
        "不少",
        "不大",
        "不小",
        "不超",
        "超过",
        "少于",
        "大于",
        "小于",
        "保持",
        "造成",
        "导致",
        "引起",
        "可能",
        "严重",
        "情况",
        "时间",
    ]
)
"""Pairs that say nothing of what is spoken of."""
_EMPTY_WORDS = frozenset(
    [
        "with",
        "from",
        "that",
        "this",
        "when",
        "then",
        "must",
        "shall",
        "into",
        "work",
        "keep",
        "check",
        "make",
        "sure",
        "before",
        "after",
    ]
)
_GOINGS_ON = frozenset("沉积结堵卡压胀热冷漏爆触电滑坠毒腐蚀碎裂振松烧焦氧汽燃缺干湿潮")
"""Characters of what may happen to people and machines, each of which stands in several words for one thing."""
_EVERYWHERE = re.compile(
    "上锁|挂牌|作业票|许可|监护|警戒|培训|持证|体检|健康检查|检修前|防护|巡检|巡查|报告|汇报|急停|应急|撤离|联锁|"
    "安全帽|安全鞋|工作服|胶靴|护目镜|面罩|手套|管理|制度|规程|检验|检查|定期|栏杆|扶手|警示|标志|照明|通道|清扫|清除|"
    r"lock|tag|permit|watch|train|inspect|report|evacuat|helmet|shoes|clothing|goggles|gloves|guard|rules",
    re.IGNORECASE,
)
"""Measures that are good against nearly everything."""


_SHORT_WORD = 3
"""So many characters at most make a word that one character in common may make alike."""


@lru_cache(maxsize=1 << 13)
def telling(words: str) -> frozenset[str]:
    """The pairs of Chinese characters and the words of other languages that say what is spoken of."""
    pairs = {run[at : at + 2] for run in _HAN.findall(words) for at in range(len(run) - 1)} - _EMPTY_PAIRS
    return frozenset(pairs | ({one.casefold() for one in _WORD.findall(words)} - _EMPTY_WORDS))


def are_apart(words: str, others: Iterable[str]) -> bool:
    """Whether a text has nothing telling in common with any of others."""
    own = telling(words)
    return all(own.isdisjoint(telling(one)) and not _short_and_alike(words, one) for one in others)


def _short_and_alike(words: str, other: str) -> bool:
    """Whether two short words share a character: 处理 and 处置 may mean the same."""
    one, two = (set("".join(_HAN.findall(said))) for said in (words, other))
    return max(len(one), len(two)) <= _SHORT_WORD and bool(one & two)


def are_of_other_kinds(words: str, other: str) -> bool:
    """Whether two reasons name different goings-on: 沉积 and 沉降 may be the reason for one thing."""
    return not (_GOINGS_ON & set(words) & set(other))


def is_of_everything(words: str) -> bool:
    """Whether a measure is good against nearly every danger, so that it never is a wrong answer."""
    return bool(_EVERYWHERE.search(words))


def like_in_length(words: str, others: Iterable[str]) -> bool:
    """Whether a text is neither half as long as the shortest of others nor twice as long as the longest."""
    lengths = [len(one) for one in others]
    few = 4
    return not lengths or (min(lengths) <= 2 * len(words) + few and len(words) <= 2 * max(lengths) + few)
