"""Verbs and nouns that stand for the same work, and verbs that are opposites."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sopcurric.linguistics.lexicon import BUILT_IN, Lexicon

_VERBS = """
启动 启用 启运 起动 开启 开动 开车 开机 开泵 投用 投运 投入 试启动 开炉
停运 停止 停车 停机 停泵 停炉 停用 紧急停车 紧急停机 急停 退出 切除
打开 全开 开大 微开
关闭 全关 关小 关严
巡回检查 巡检 巡视 巡视检查 巡查 点检
检查 检视 查看 核查 查验
确认 核对 核实 复核
调节 调整 控制 微调 调 优化
清理 清洗 清扫 冲洗 清除 疏通 酸洗 清灰 清渣 除垢
更换 换 换装 替换
取样 采样 取样检验 化验 检验
测量 测定 检测 测试 量测
处置 处理 应急处置 紧急处理 应对 抢修
上锁挂牌 上锁 挂牌 隔离 锁定 挂锁
解锁 摘牌 解锁摘牌 解除上锁
交接班 交接 接班 交班
润滑 加油 注油 补油 加注
紧固 拧紧 旋紧
安装 装配 组装 回装 复装
拆卸 拆除 拆下 拆解 解体 拆开
切换 倒换 倒泵 转换
记录 填写 登记 填入
吊装 吊运 起吊
点火 点炉 点着
检修 维修 修理 维护 保养
诊断 判断 排查 查找 分析
试车 试运 试运行 试运转
装料 加料 进料 投料 上料
卸料 出料 放料 下料
inspect examine check observe verify watch monitor test review evaluate compare detect look feel listen taste grade \
see assess
measure gauge weigh calculate compute count determine estimate
adjust set regulate turn control tune align calibrate level synchronise synchronize change alter modify \
correct manipulate
operate tend run start activate drive perform power ignite engage
mount install fasten attach secure bolt clamp fit assemble insert tighten screw connect join position align lock
load feed place charge dump shovel
unload remove withdraw eject extract unclamp
disassemble dismantle detach
clean wash wipe scrape rinse flush brush clear sweep degrease sterilize sterilise
repair replace maintain lubricate overhaul service grease oil restore fix
record log document write enter
read study interpret analyse analyze plan
select choose obtain
move transport carry lift hoist push pull convey transfer deliver haul raise lower stack
cut saw trim shear slit slice punch drill bore mill machine
grind smooth polish buff hone sand finish file deburr sharpen lap
mix blend pour add stir fill dissolve
signal communicate notify inform direct train instruct tell confer \
supervise teach help assist coordinate guide report
heat bake cook dry cool melt roast light cure
weld solder braze fuse
stop shut close
pack package wrap label mark tag stamp
shape form bend press roll forge flatten straighten mold mould cast
"""
_NOUNS = """
product workpiece part piece item component stock material object article sample ingredient
specification standard requirement blueprint drawing instruction order diagram sketch schedule manual recipe chart
gauge micrometer caliper ruler instrument template scale meter thermometer
control dial lever button pedal knob panel handwheel handle
speed pressure temperature depth rate tension angle flow
tool die blade bit cutter fixture jig attachment accessory chuck roll punch arbor spindle
defect malfunction problem damage flaw jam
hoist crane truck conveyor forklift dolly sledge
oven furnace kiln dryer torch burner drier roaster
surface edge burr
hole pipe tubing casing well
coal rock ore dirt mine
record data log
worker operator crew coworker personnel supervisor
dimension thickness diameter size length tolerance
die mold mould core pattern
quality color colour texture moisture
"""
_OPPOSITES = """
启动 启用 启运 起动 开车 开机 开泵 开炉 点火 点炉 投用 投运 送电 合闸 送汽 送料 | \
停运 停止 停车 停机 停泵 停炉 停用 退出 切除 \
停电 断电 分闸 停汽 停料 急停 紧急停车 紧急停机
打开 全开 开启 开大 | 关闭 全关 关小 关严 切断
上锁 挂牌 上锁挂牌 锁定 挂锁 隔离 | 解锁 摘牌 解锁摘牌 解除上锁 解除上锁挂牌 恢复送电
封闭 封上 盖上 | 打开 揭开 开启
合闸 合上 投入 | 分闸 断开 拉开 切断
停气 停水 停风 停供 | 恢复供气 恢复供水 恢复供风 恢复供料
发出 拉响 | 解除
挂接 挂接地线 装设 | 拆接地线 拆除
投用 投运 投入 启用 | 摘除 解除 停用 退出
上水 加水 注水 | 放水 排水
打压 加压 充压 升压 | 泄压 卸压 降压 放压
进罐 入罐 | 出罐
夹紧 夹住 | 松开
充电 | 放电
入库 进库 | 出库
通风 送风 | 停风
加酸 | 加碱
提升 升高 | 降低
安装 装配 组装 回装 复装 装上 | 拆卸 拆除 拆下 拆开 拆解 解体
装料 加料 进料 投料 上料 装车 | 卸料 出料 放料 卸车 下料
升温 加热 预热 | 降温 冷却
升压 充压 | 降压 泄压 卸压
提高 增加 增大 加大 提产 提量 增产 | 降低 减少 减小 减产 减量
充水 充填 灌入 注水 | 放水 排空 放空 排尽
接班 | 交班
吊起 提升 抬升 | 放下 下放 落下
start activate energize energise restart engage | stop shut deactivate disengage
open | close
lock isolate | unlock
install mount attach assemble | remove dismantle disassemble detach
load feed fill | unload discharge empty drain
tighten | loosen
raise hoist | lower
heat preheat | cool
increase | decrease reduce
connect couple | disconnect uncouple
enable | disable
pressurise pressurize | depressurise depressurize vent
plug | unplug
charge | discharge
lockout | unlock
"""


def _number(lines: str) -> dict[str, tuple[int, ...]]:
    """For each word the numbers of its lines."""
    found: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(lines.strip().splitlines()):
        for word in line.split():
            found[word] = (*found.get(word, ()), number)
    return found


VERB_FAMILIES = _number(_VERBS)
"""Families of each verb (base form in English)."""

NOUN_FAMILIES = _number(_NOUNS)
"""Families of English nouns that manufacturing procedures use for one another."""


def _poles(lines: str) -> dict[str, frozenset[tuple[int, int]]]:
    found: dict[str, frozenset[tuple[int, int]]] = {}
    for number, line in enumerate(lines.strip().splitlines()):
        for side, words in enumerate(line.split("|")):
            for word in words.split():
                found[word] = found.get(word, frozenset()) | {(number, side)}
    return found


_FACING = """
上锁|挂牌 // 解除上锁(?:挂牌)?|解锁|摘牌|开锁
停[气风水汽供] // 恢复供|送[气风水汽]
发出|拉响 // 解除
上水|注水|加水 // 放水|排水|泄水
打水?压|升压|加压|充压 // 泄水?压|卸压|降压|放压
启动|开启|投用|投运|启$ // 停止|停运|停用|停$
充电 // 放电
(?:正常|计划)停 // (?:紧急|事故)停|急停
\\b(?:turn|switch|power)\\w* on\\b // \\b(?:turn|switch|power)\\w* off\\b
\\binto service\\b // \\bout of service\\b
\\benabl\\w+ // \\bdisabl\\w+
\\bpressuri[sz]\\w+ // \\bdepressuri[sz]\\w+
\\bplug\\w* in\\b // \\bunplug\\w*
\\bstart(?:s|ing)?(?:[- ]?up)?\\b // \\bshut(?:s|ting)?[- ]?down\\b|\\bstop(?:s|ping)?\\b
\\block(?:ing)?[- ]?out\\b // \\bremov\\w+ (?:the )?lock[- ]?out\\b|\\bunlock\\w*
\\bnormal\\b // \\bemergency\\b
"""
_SIDES = [[re.compile(side, re.IGNORECASE) for side in line.split(" // ")] for line in _FACING.strip().splitlines()]
"""Pairs of opposites that are no verbs of the lexicon, or more than a verb; where the second is found in a title, the
words of it are no longer looked at for the first."""
_FIRST_SIDE = 500
"""Such pairs are numbered from here, between those of the lexicon and those of a repository."""

POLES = _poles(_OPPOSITES)
"""On which side of which pair of opposites each verb stands."""


@dataclass(frozen=True, slots=True)
class Families:
    """Families of verbs and of nouns, and sides of opposites, by word."""

    verbs: Mapping[str, tuple[int, ...]]
    nouns: Mapping[str, tuple[int, ...]]
    poles: Mapping[str, frozenset[tuple[int, int]]]


@lru_cache(maxsize=16)
def families_of(lexicon: Lexicon) -> Families:
    """What comes along, with what a repository says of its words: a synonym is in every family that any of them is in.

    Families and pairs of a repository are numbered from 1000.
    """
    tables = {"verb": dict(VERB_FAMILIES), "noun": dict(NOUN_FAMILIES)}
    sides = dict(POLES)
    for number, pair in enumerate(lexicon.own.opposites, start=1000):
        for side, word in enumerate(pair):
            sides[word.lower()] = sides.get(word.lower(), frozenset()) | {(number, side)}
    for number, group in enumerate(lexicon.groups, start=1000):
        table = tables[group.kind]
        known = sorted({one for word in group.words for one in table.get(word, ())})
        stood = frozenset(pole for word in group.words for pole in sides.get(word, frozenset()))
        for word in group.words:
            table[word] = (*known, number)
            if stood:
                sides[word] = stood
    return Families(tables["verb"], tables["noun"], sides)


def poles(verbs: Iterable[str], lexicon: Lexicon = BUILT_IN) -> frozenset[tuple[int, int]]:
    """On which side of which pair of opposites the verbs stand; a pair of which both sides occur says nothing."""
    known = families_of(lexicon).poles
    found = frozenset(pole for verb in verbs for pole in known.get(verb, frozenset()))
    return frozenset((pair, side) for pair, side in found if (pair, 1 - side) not in found)


def facing(text: str) -> frozenset[tuple[int, int]]:
    """On which side of which pair of opposites the words of a title stand, verbs of the lexicon aside."""
    found = set()
    for number, (first, second) in enumerate(_SIDES, start=_FIRST_SIDE):
        rest = second.sub(" ", text)
        stand = (first.search(rest) is not None, rest != text)
        if any(stand) and not all(stand):
            found.add((number, int(stand[1])))
    return frozenset(found)


def opposed(one: frozenset[tuple[int, int]], other: frozenset[tuple[int, int]]) -> bool:
    """Whether the two stand on opposite sides of any pair."""
    return any((pair, 1 - side) in other for pair, side in one)


def verbs_in_zh(text: str, lexicon: Lexicon = BUILT_IN) -> tuple[str, ...]:
    """All verbs of two or more characters in a Chinese text, left to right, names of things left out."""
    found: list[str] = []
    place = 0
    while place < len(text):
        word = lexicon.noun_at(text, place)
        verb = "" if word else lexicon.verb_at(text, place)
        if len(verb) > 1:
            found.append(verb)
        place += max(len(word), len(verb), 1)
    return tuple(found)


def verbs_in_en(action: str, lexicon: Lexicon = BUILT_IN) -> tuple[str, ...]:
    """Base forms of the words of an English action."""
    return tuple(lexicon.stem(word) for word in re.findall("[A-Za-z]+", action))
