"""What a procedure is compared by: words or characters of its title and of its steps, and what it is done to."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sopcurric.linguistics.families import facing, families_of, poles, verbs_in_en, verbs_in_zh
from sopcurric.linguistics.levels import word_set
from sopcurric.linguistics.lexicon import BUILT_IN, HAN, Lexicon
from sopcurric.linguistics.statement import parse_statement

_RUN = re.compile(r"[\u3400-\u9fff]+|[A-Za-z]+|\d+")
_GENERAL = frozenset({"操作", "进行", "做", "开展", "作业", "完成", "执行"})
_VAGUE = re.compile(
    "系统|设备|装置|机组|岗位|作业票?|操作票?|许可证?|(?:开车|停车|启动)?条件|运行|状态|情况|参数|工序|车间|"
    "现场|前|后|的|和|与|及|"
    "温度|压力|流量|液位|料位|料量|[风煤水氧]量|停留时间|时间|电流|电压|转速|负荷"
)
"""What titles about different things have in common: general words, and what is measured everywhere."""
_STOP = word_set(
    """
    a an the of to and or in on at by for with from as is are be been that this these those which it its their
    they such other using use into onto than then when while so not any all each per during after before through
    within according proper ensure properly prescribed specified required necessary specific various up out off
    eg etc
    """,
)
_WHOLE = word_set("交接班 交接 接班 交班 上锁挂牌 上锁 挂牌 解锁 摘牌 解锁摘牌 解除上锁 急救 心肺复苏 演练 灭火")
"""Verbs that name a whole piece of work, whatever it is done to."""
_DEEDS = word_set(
    """
    startup start shutdown shut stop operation operate inspection inspect maintenance maintain cleaning clean patrol
    procedure routine normal emergency check
    """,
)
"""Words of English titles that only name a deed."""
_LEAD, _OTHER, _PURPOSE, _NOUN_FAMILY, _TWO = 1.2, 0.5, 0.7, 0.7, 1.0
"""Weights of a leading verb, of words of a means or an example, of words of a purpose, of a family of nouns, and of a
verb together with what it is done to, beside 1 for other words."""
_LEADING = 4
_TURNS = re.compile(
    r"(?P<means>using|with|by|manually|according|based|applying)\b|"
    r"(?P<purpose>to|so|in order|for|that|which|when|if|until|during|after|before)\b|(?P<example>such as|including)\b",
    re.IGNORECASE,
)

Features = Mapping[str, float]
"""Features with their raw weights."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Features of a title, of the steps, and of what the title says the work is done to.

    `verbs` are the families of the verbs of a Chinese title (empty where it has one that is in none; English verbs are
    among its features), `poles` the sides of opposites that it takes. A title that only names a deed (启动, 巡检,
    Start-up) tells nothing of what it is done to and has neither features nor verbs.
    """

    title: Features
    steps: Features
    thing: Features
    verbs: frozenset[str]
    poles: frozenset[tuple[int, int]]


def profile(title: str, body: Iterable[str], lexicon: Lexicon = BUILT_IN) -> Profile:
    """The features of a document; its language is seen from its title, or from its steps where that is empty."""
    lines = tuple(body)
    chinese = HAN.search(title or " ".join(lines)) is not None
    read = _chinese if chinese else _english
    words, thing = ({}, {}) if is_bare(title, lexicon) else read(title, lexicon)
    counted = Counter(word for line in lines for word in (_pairs(line, lexicon) if chinese else _words(line, lexicon)))
    steps = {word: 1 + math.log(count) for word, count in counted.items()}
    verbs = _families(title, lexicon) if chinese and words else frozenset()
    return Profile(words, steps, thing, verbs, poles_of(title, lexicon))


def _families(title: str, lexicon: Lexicon) -> frozenset[str]:
    """Families of the verbs of a Chinese title; none where it has a verb of no family, which may stand for any."""
    known = families_of(lexicon).verbs
    named = [known.get(verb, ()) for verb in verbs_in_zh(title, lexicon) if verb not in _GENERAL]
    return frozenset(str(family) for families in named for family in families) if all(named) else frozenset()


def told_by(title: str, lexicon: Lexicon = BUILT_IN) -> tuple[tuple[str, ...], str]:
    """What a title says is done, and to what, as a person reads it; empty where it does not say so."""
    if HAN.search(title) is None:
        statement = parse_statement(title, "en", lexicon)
        return ((statement.action,) if statement.action else ()), statement.object
    verbs = tuple(dict.fromkeys(verb for verb in verbs_in_zh(title, lexicon) if verb not in _GENERAL))
    thing = title
    for word in sorted((*verbs, *_GENERAL), key=len, reverse=True):
        thing = thing.replace(word, "")
    return verbs, thing


@lru_cache(maxsize=4096)
def is_bare(title: str, lexicon: Lexicon = BUILT_IN) -> bool:
    """Whether a title only names a deed that is done to many things, but nothing that it is done to."""
    if HAN.search(title) is None:
        words = re.findall("[a-z]+", title.lower())
        return all(word in _STOP or lexicon.stem(word) in _DEEDS for word in words)
    known = families_of(lexicon).verbs
    verbs = [verb for verb in verbs_in_zh(title, lexicon) if verb not in _GENERAL]
    if not verbs or any(verb in _WHOLE or verb not in known for verb in verbs):
        return False
    return not _RUN.search(_without(title, (*verbs, *_GENERAL)))


def poles_of(title: str, lexicon: Lexicon = BUILT_IN) -> frozenset[tuple[int, int]]:
    """On which side of which opposites a title stands, as in its profile."""
    own = lexicon.opposites_in(title)
    if HAN.search(title) is None:
        verbs = verbs_in_en(parse_statement(title, "en", lexicon).action, lexicon)
    else:
        verbs = (*verbs_in_zh(title, lexicon), parse_statement(title, "zh", lexicon).action)
    return poles((*verbs, *own), lexicon) | facing(title)


def grams(text: str, sizes: tuple[int, ...] = (1, 2, 3), lexicon: Lexicon = BUILT_IN) -> list[str]:
    """Character n-grams of Chinese runs; words and numbers of other runs."""
    found: list[str] = []
    for run in _RUN.findall(text):
        if HAN.match(run):
            found += [run[at : at + size] for size in sizes for at in range(len(run) - size + 1)]
        else:
            found.append(lexicon.stem(run))
    return found


def _pairs(text: str, lexicon: Lexicon) -> list[str]:
    return grams(text, (1, 2), lexicon)


def _chinese(title: str, lexicon: Lexicon) -> tuple[Features, Features]:
    statement = parse_statement(title, "zh", lexicon)
    named = _without(statement.object, ()) if statement.action else ""
    thing = named or _without(title, ()) or title
    return dict.fromkeys(_pairs(title, lexicon), 1.0), dict.fromkeys(_pairs(thing, lexicon), 1.0)


def _without(text: str, verbs: Iterable[str]) -> str:
    """A title without its verbs and without words that every title may have."""
    for verb in sorted(verbs, key=len, reverse=True):
        text = text.replace(verb, "")
    return _VAGUE.sub("", text)


def _words(text: str, lexicon: Lexicon) -> list[str]:
    return [lexicon.stem(word) for word in re.findall("[A-Za-z]+", text) if word.lower() not in _STOP]


def _english(title: str, lexicon: Lexicon) -> tuple[Features, Features]:
    """Main clause above means, purposes and examples; the leading verbs above all, and what they are done to."""
    known = families_of(lexicon)
    weight, seen, leading = 1.0, 0, 0
    found: dict[str, float] = {}
    heads: dict[str, float] = {}
    families: list[str] = []
    for token in re.finditer("[A-Za-z]+|[,;]", title):
        weight = _turn(title, token.start(), weight)
        word = token.group()
        if not word[0].isalpha() or word.lower() in _STOP:
            continue
        base = lexicon.stem(word)
        lead = weight == 1.0 and seen == leading < _LEADING and base == word.lower() and base in lexicon.english
        leading += lead
        seen += 1
        _raise(found, base, _LEAD if lead else weight)
        nouns = [f"noun {family}" for family in known.nouns.get(base, ())]
        for noun in nouns:
            _raise(found, noun, weight * _NOUN_FAMILY)
        if lead:
            families += [str(family) for family in known.verbs.get(base, (base,))]
        elif weight >= _PURPOSE:
            for noun in nouns or [base]:
                _raise(heads, noun, weight)
    for family in families:
        _raise(found, f"verb {family}", 1.0 / len(families) ** 0.5)
        for noun in (noun for noun, value in heads.items() if value == 1.0):
            found[f"two {family} {noun}"] = _TWO / len(families) ** 0.5
    return found, heads


def _turn(text: str, place: int, weight: float) -> float:
    """The weight of words from here on."""
    turn = _TURNS.match(text, place)
    if turn:
        return _PURPOSE if turn.lastgroup == "purpose" else _OTHER
    return _OTHER if text[place] in ",;" and weight != 1.0 else weight


def _raise(found: dict[str, float], name: str, value: float) -> None:
    found[name] = max(found.get(name, 0.0), value)
