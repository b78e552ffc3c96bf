"""Faults that a reader hears in one printed line of Chinese: doubled words, wrong marks, measure words, seams.

Patterns are made once, and each line is read once: pages repeat a lot.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

HAN = "[\u3400-\u9fff]"


class Heard(NamedTuple):
    """What is wrong with a line, and the words where it is."""

    kind: str
    words: str


_DOUBLED = re.compile(
    r"(?<![\u3400-\u9fff])(?:应应|能能|在在|将将|把把|由由|从从|请请|须须)|的的(?!确|士)|了了(?!解)|和和(?!气)|与与|或或|被被|不不|"
    r"（1）（1）|等等等|岗位岗位|工种工种|[。，；：、]([。，；：、])(?<=\1\1)|"
    rf"(?P<word>(?!一){HAN}{{2,6}})(?P=word)"
)
"""A word twice in a row that nobody says twice; `一步一步` is one way to say it."""
_HALF = re.compile(
    rf"{HAN}[，]?[,;:?!](?=\s?{HAN})|{HAN}\s?\((?=[^()]*{HAN})|\([^()]*{HAN}[^()]*\)|{HAN}\.(?=$|\s*{HAN})"
)
"""Half-width marks among Chinese characters."""
_ODD = re.compile(
    r"[，、；：][。；，、：！？]|。[，；、：]|：——|——：|^[，。；、：）》”]|[，、]$|（\s*）|“”|“[^”]*“|《\s*》|《《|》》|[（(][，。；、]|[，、；：][)）]"
)
"""Marks that cannot stand like this."""
_PAIRS = (("（", "）"), ("《", "》"), ("“", "”"), ("【", "】"))
_SEAM = re.compile(
    r"^(?:★\s*)?能(?:独立|按规程|熟练)?(?:完成|操作)?(?:不得|严禁|禁止|切勿|请勿|必须|应(?![急对答变用])|须|能够?(?!量|源|耗|力|级)|会(?=[做用]))|"
    r"达到标准：(?:应(?![急对答变])|必须|须|达到)|能按规程操作：(?:能|按规程)|由由|能在在|能对对|完成完成|进行进行|完成进入|"
    r"[A-Za-z%℃‰]等 \d"
)
"""Where our words and those of an author do not join."""
_MANY = 12
_LONG = 300
_REPEATED = re.compile(
    r"^(?:★\s*)?(.{2,40})[：:]\s*\1[。]?$|^(报警|联锁)：[^：]*\2|(?:^|；)([^：；，。]{2,6}：)[^；]*；(?:[^；]*；)*?\3"
)
"""A label said again, by what it stands before or in front of the next item."""
_FOREIGN = re.compile(r"(?:[A-Za-z]{2,}[\s,]+){3,}[A-Za-z]{2,}")

_MEASURES: Mapping[str, str] = {
    r"阀门|(?:进口|出口|截止|安全|调节|放料|排气|取样)阀": "个只道组",
    r"(?:离心|隔膜|循环|备用|真空|计量|给料|喂料)?泵(?![房站体腔组区坑壳池轴盖口压送前后的出进用])": "台组套",
    r"风机|电机|电动机|压缩机|减速机|变压器|搅拌机|过滤机|磨机|机床|空压机": "台套",
    r"(?:压力|温度|流量|液位|电流|电压)表(?![明示])": "块只台个",
    r"螺栓|螺母|螺钉": "个条根颗只套副",
    r"手套": "副双只",
    r"(?:安全|绝缘|防护|劳保)?鞋|胶靴": "双只",
    r"安全帽": "顶个只",
    r"安全带": "条根副",
    r"(?:作业|操作|检修|监护|值班)?人员": "名位个批组类",
    r"(?:作业票|工作票|操作票|记录|表单|申请单)": "份张本种个",
    r"(?:行车|天车|吊车|叉车|汽车|槽车)": "台辆部",
    r"管道|管线": "条根段路",
}
"""Nouns with the measure words that go with them; others sound wrong."""
_NUMBER = r"(?:(?<![第\d])[一二两三四五六七八九十几]|(?<![\d.第~～–-])\d{1,3}\s?)"
_MEASURED = tuple(
    (
        re.compile(
            rf"{_NUMBER}(?P<measure>[个台只条根块名位张份把座辆套副双件支枚颗匹头艘间本顶道片段路部])(?:{noun})"
        ),
        fit,
    )
    for noun, fit in _MEASURES.items()
)
_ANY_MEASURE = re.compile(
    r"[一二两三四五六七八九十几\d]\s?[个台只条根块名位张份把座辆套副双件支枚颗匹头艘间本顶道片段路部][\u3400-\u9fff]"
)


@lru_cache(maxsize=1 << 16)
def heard(line: str) -> tuple[Heard, ...]:
    """What sounds wrong in a line, each kind once."""
    return tuple({one.kind: one for one in _heard(line)}.values())


def _heard(line: str) -> Iterator[Heard]:
    for kind, pattern in (
        ("doubled", _DOUBLED),
        ("half", _HALF),
        ("odd", _ODD),
        ("seam", _SEAM),
        ("repeats", _REPEATED),
    ):
        if found := pattern.search(line):
            yield Heard(kind, around(line, found))
    for opening, closing in _PAIRS:
        if line.count(opening) != line.count(closing):
            yield Heard("odd", _short(line))
    if measured := _wrong_measure(line):
        yield Heard("measure", measured)
    if len(line) > _LONG or line.count("；") >= _MANY:
        yield Heard("long", _short(line))
    if (found := _FOREIGN.search(line)) and not re.search(HAN, line):
        yield Heard("foreign", _short(found.group()))


def _wrong_measure(line: str) -> str:
    if not _ANY_MEASURE.search(line):
        return ""
    for pattern, fit in _MEASURED:
        for found in pattern.finditer(line):
            if found["measure"] not in fit:
                return found.group()
    return ""


_AROUND = 8
_MOST_WORDS = 40


def around(line: str, found: re.Match[str]) -> str:
    """The words of a fault with a few before and behind."""
    start, end = max(0, found.start() - _AROUND), min(len(line), found.end() + _AROUND)
    return line[start:end].strip()


def _short(line: str) -> str:
    return line if len(line) <= _MOST_WORDS else f"{line[:_MOST_WORDS]}…"
