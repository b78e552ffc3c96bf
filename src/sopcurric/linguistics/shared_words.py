"""Words that two sentences share: what tells them apart from others, found again in near-linear time."""

import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from sopcurric.linguistics.levels import word_set
from sopcurric.linguistics.lexicon import HAN
from sopcurric.linguistics.verbs_en import stem

_RUN = re.compile("[\u3400-\u9fff]+|[A-Za-z]+")
_PARTICLES = frozenset("能会可应须并和的与及或对按将在其等所从向由被把以为有无是各本该后前时再至到于之不得做了每")
"""Characters that hold sentences together; a pair with one of them tells nothing."""
_EMPTY_PAIRS = word_set(
    """
    进行 完成 检查 确认 要求 规定 情况 状态 操作 处理 处置 设备 系统 装置 岗位 作业 运行 正常 异常 工作 现场 相关 主要
    常用
    符合 控制 调节 填写 记录 名称 作用 了解 掌握 熟悉 知道 组成 流程 原因 方法 知识 内容 注意 事项 遵守 执行 使用 正确
    准备 开始 保持 达到 立即 及时 报告 汇报 组织 分析 判断 提出 措施
    """
)
"""Words that nearly every SOP has; verbs are compared as verbs, not as words."""
_EMPTY = re.compile("|".join(sorted(_EMPTY_PAIRS)))
_STOP = word_set(
    """
    a an the of to and or in on at by for with from as is are be been that this these those which it its their into
    can able all any each per not no so than then when while how what why know knows name names
    """
)
_LISTED = re.compile("[、，；和及与或并]|,|;|\\band\\b|\\bor\\b")
_PAIRS_THAT_TELL = 2.5
"""How many terms that a single text has it takes to tell something by themselves."""
_SMOOTHING = 0.5
_COMMON = 0.1
_ALWAYS_TELLING = 40
"""A term that more than this share of the texts have, and more than so many, is no way to find them."""


@lru_cache(maxsize=1 << 15)
def terms(text: str) -> tuple[str, ...]:
    """What a text is found by, in its order: pairs of Chinese characters, stems of other words; none of them twice."""
    found: list[str] = []
    for run in _RUN.findall(_EMPTY.sub(" ", text)):
        if HAN.match(run):
            found += [pair for at in range(len(run) - 1) if _telling(pair := run[at : at + 2])]
        elif run.lower() not in _STOP and len(run) > 1:
            found.append(stem(run))
    return tuple(dict.fromkeys(found))


def _telling(pair: str) -> bool:
    return _PARTICLES.isdisjoint(pair)


def shared_runs(text: str, shared: Collection[str]) -> tuple[str, ...]:
    """The longest parts of a text that are made of shared terms, as a person reads them: 隔膜, 膜泵 are 隔膜泵."""
    found: list[str] = []
    for run in _RUN.findall(_EMPTY.sub(" ", text)):
        if not HAN.match(run):
            found += [run.lower()] if stem(run) in shared else []
            continue
        part = ""
        for at in range(len(run) - 1):
            if run[at : at + 2] in shared:
                part = part + run[at + 1] if part else run[at : at + 2]
            elif part:
                found.append(part)
                part = ""
        found += [part] if part else []
    return tuple(dict.fromkeys(found))


class TermIndex:
    """Texts by their terms. The rarer a term, the more it weighs."""

    __slots__ = ("_limit", "_lists", "_size", "_telling", "_unknown", "_weights")

    def __init__(self, texts: Sequence[str]) -> None:
        """Index the texts; positions in results are positions in this sequence."""
        self._lists: dict[str, list[int]] = {}
        own = [terms(text) for text in texts]
        for position, found in enumerate(own):
            for term in found:
                self._lists.setdefault(term, []).append(position)
        count = len(texts)
        self._limit = max(_ALWAYS_TELLING, _COMMON * count)
        self._weights = {term: math.log((count + 1) / len(having)) + _SMOOTHING for term, having in self._lists.items()}
        self._unknown = math.log(count + 1) + _SMOOTHING
        self._telling = _PAIRS_THAT_TELL * self._unknown
        self._size = [self.weight(found) for found in own]

    def weight(self, found: Iterable[str]) -> float:
        """What some terms weigh together; what no text has weighs as much as what one has."""
        return math.fsum([self._weights.get(term, self._unknown) for term in found])

    def like(self, text: str) -> Mapping[int, tuple[float, tuple[str, ...]]]:
        """The texts that share a telling term with this one: how much they have in common (0 to 1), and which terms.

        Half of the measure is that of the whole sentences (the mean of the cosine of the shared weight and of how far
        the shorter one is contained in the longer), half how far one of the things that this one lists is contained:
        a step does one of the things that a requirement names.
        """
        own = terms(text)
        size = self.weight(own)
        found = {term for term in own if len(self._lists.get(term, ())) <= self._limit}
        candidates = {position for term in found for position in self._lists.get(term, ())}
        shared: dict[int, list[str]] = {}
        for term in own:
            for position in self._lists.get(term, ()):
                if position in candidates:
                    shared.setdefault(position, []).append(term)
        parts = [(part, self.weight(part)) for listed in _LISTED.split(text) if (part := terms(listed))]
        return {
            position: ((self._alike(had, size, self._size[position]) + self._part(had, parts)) / 2, tuple(had))
            for position, had in shared.items()
        }

    def _alike(self, shared: Iterable[str], size: float, other: float) -> float:
        weight = self.weight(shared)
        return min(1.0, (weight / math.sqrt(size * other) + weight / min(size, other)) / 2)

    def _part(self, shared: Collection[str], parts: Iterable[tuple[tuple[str, ...], float]]) -> float:
        """How far the best part is contained; parts of little weight say little."""
        had = frozenset(shared)
        contained = (
            (self.weight([term for term in part if term in had]), max(size, self._telling)) for part, size in parts
        )
        return max((weight / size for weight, size in contained), default=0.0)
