"""Units as people write them: a table of symbols and words, their proper spelling, and what kind of thing they measure.

What the library of units is asked for stands in `conversion`; the tables here answer what is asked all the time.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

_SYMBOLS = (
    "℃ °C ℉ °F % ％ ‰ ppm ppb "
    "Pa hPa kPa MPa GPa bar mbar kgf gf mmHg mmH2O mmH₂O mH2O mH₂O "
    "nm μm µm um mm cm dm m km ㎜ ㎝ ㎞ ㎡ ㎥ L mL μL µL ml l Nm³ Nm3 "
    "t kt kg g mg μg µg ug ㎏ ㎎ s ms μs µs min h d "
    "V kV mV A kA mA μA µA W kW MW mW kWh MWh VA kVA MVA var kvar Mvar Ω kΩ MΩ mΩ μΩ µΩ GΩ Ω mS μS µS uS "
    "Hz kHz MHz N kN MN J kJ MJ GJ kcal cal rpm rad ° mol mmol kmol dB(A) dB lx lm K mPa cP cSt NTU"
)
"""Symbols of units, legal or not."""

MISSPELT = {
    "Mpa": "MPa", "mpa": "MPa", "MPA": "MPa", "KPa": "kPa", "Kpa": "kPa", "KPA": "kPa", "kpa": "kPa", "pa": "Pa",
    "KW": "kW", "Kw": "kW", "kw": "kW", "KV": "kV", "Kv": "kV", "kv": "kV", "KVA": "kVA", "kva": "kVA", "KA": "kA",
    "KWh": "kWh", "KWH": "kWh", "Kwh": "kWh", "kwh": "kWh", "KG": "kg", "Kg": "kg", "kG": "kg", "KJ": "kJ",
    "KN": "kN", "KM": "km", "Km": "km", "HZ": "Hz", "hz": "Hz", "db": "dB", "DB": "dB", "um": "μm", "㎜": "mm",
    "㎝": "cm", "㎞": "km", "㎏": "kg", "㎎": "mg", "㎡": "m²", "㎥": "m³", "Nm3": "Nm³", "％": "%",
}  # fmt: skip
"""Letters and signs that are not those of the unit, and what is meant."""

_DOUBTED = frozenset({"mpa", "pa", "Km"})
"""Misspelt units that no tool may correct alone: `mpa` may be `mPa`, `pa` may be a name."""

_MICRO = ("µm", "µL", "µg", "ug", "µs", "µA", "µS", "uS", "µΩ")
_SAME = {name: "μ" + name[1:] for name in _MICRO}
"""The micro sign as the Greek letter."""
_EQUAL = {
    "°C": "℃", "°F": "℉", "mmH2O": "mmH₂O", "mH2O": "mH₂O", "\u2126": "Ω", "ml": "mL", "l": "L", "转": "r",
    "分": "min", "日": "d",
}  # fmt: skip
"""Further ways to write one thing, none of them wrong."""

WORDS = {
    "摄氏度": "℃", "华氏度": "℉", "度": "℃", "兆帕": "MPa", "千帕": "kPa", "帕": "Pa",
    "公斤": "kg", "千克": "kg", "毫克": "mg", "微克": "μg", "克": "g", "吨": "t",
    "小时": "h", "个小时": "h", "钟头": "h", "个钟头": "h",
    "分钟": "min", "秒钟": "s", "秒": "s", "毫秒": "ms", "天": "d",
    "公里": "km", "千米": "km", "米": "m", "分米": "dm", "厘米": "cm", "公分": "cm", "毫米": "mm", "微米": "μm",
    "平方米": "m²",
    "平方厘米": "cm²", "平方毫米": "mm²", "立方米": "m³", "立方厘米": "cm³", "升": "L", "毫升": "mL",
    "千伏": "kV", "毫伏": "mV", "伏特": "V", "伏": "V", "千安": "kA", "毫安": "mA", "安培": "A", "安": "A",
    "兆瓦": "MW", "千瓦时": "kWh", "千瓦": "kW", "瓦": "W", "兆欧": "MΩ", "千欧": "kΩ", "欧姆": "Ω", "欧": "Ω",
    "赫兹": "Hz", "赫": "Hz", "千牛": "kN", "牛": "N", "分贝": "dB",
    "公斤力": "kgf", "毫米汞柱": "mmHg", "毫米水柱": "mmH₂O", "大卡": "kcal", "千卡": "kcal", "马力": "马力",
    "亩": "亩",
    "斤": "斤", "学时": "学时",
}  # fmt: skip
"""Chinese words for units and the symbols that they stand for; `亩`, `斤` and `马力` have none."""

DOUBTFUL = frozenset({"度"})
"""Words that may mean more than one unit: a degree may be one of temperature or of an angle."""

_COUNTERS = "次 个 件 只 支 片 根 炉 包 袋 块 班 台 人 周 月 年 批 炉次 槽 组 日 分 台班 台时"
"""What is counted; a unit only together with something else, as in `次/班`."""

_COUNTED = "次 个 件 炉 包 袋 块 r 转"

_ALONE = r"[^\u4e00-\u9fff]|[以左时为的及和或每]|$"
_FOLLOWED_BY = {
    name: re.compile(pattern)
    for names, pattern in (
        ("安 伏 瓦 升 克 欧 赫 牛 帕", _ALONE),
        ("度", "(?![数假过量电角])"),
        ("天", "(?![然车平花线气窗沟津])"),
        ("米", "(?![粒饭面色黄白兰尺])"),
        ("秒", "(?![表杀])"),
        ("吨", "(?![位级袋桶])"),
        ("班", "(?![组长])"),
        ("日", "(?![常期])"),
    )
    for name in names.split()
}
"""What must (not) follow a word of one character, so that it is no part of another word."""

LEGAL = {
    "kgf/cm²": "MPa", "kgf": "N", "gf": "N", "亩": "m²", "斤": "kg", "马力": "kW", "kcal": "kJ", "cal": "J",
    "mmHg": "kPa", "mmH₂O": "Pa", "mH₂O": "kPa",
}  # fmt: skip
"""Units that are not legal, in their proper spelling, and the legal units that they are converted into."""

_KINDS = {
    "pressure": "Pa hPa kPa MPa GPa bar mbar kgf/cm² mmHg mmH₂O mH₂O",
    "temperature": "℃ ℉ K",
    "share": "% ‰ ppm ppb",
    "length": "nm μm mm cm dm m km",
    "area": "mm² cm² m² km² 亩",
    "volume": "μL mL L cm³ dm³ m³",
    "normal volume": "Nm³",
    "mass": "μg mg g kg t kt 斤",
    "time": "μs ms s min h d",
    "voltage": "mV V kV",
    "current": "μA mA A kA",
    "power": "mW W kW MW 马力",
    "energy": "J kJ MJ GJ kWh MWh kcal cal",
    "resistance": "μΩ mΩ Ω kΩ MΩ GΩ",
    "conductivity": "μS/cm mS/cm",
    "frequency": "Hz kHz MHz",
    "rotation": "r/min r/s rpm",
    "force": "N kN MN kgf gf",
    "velocity": "mm/s m/s m/min m/h km/h",
    "volume flow": "L/min L/h m³/h m³/min m³/s",
    "normal volume flow": "Nm³/h Nm³/min",
    "mass flow": "kg/h kg/min kg/s t/h t/d",
    "density": "μg/m³ mg/m³ g/m³ kg/m³ mg/L g/L kg/L g/cm³ t/m³",
    "normal density": "mg/Nm³ g/Nm³",
    "temperature rate": "℃/h ℃/min",
    "sound": "dB dB(A)",
    "acidity": "pH",
    "lessons": "学时",
}
"""Units of one kind can be converted into each other, those of two kinds cannot."""
_KIND = {unit: kind for kind, units in _KINDS.items() for unit in units.split()}
COMMON = tuple(unit for unit in _KIND if len(unit) > 1 or not unit.isascii())
"""Units that a misspelt one may be meant to be."""

_ALIASES = {"kg/cm²": "kgf/cm²", "rpm": "r/min"}
"""What is written and what is meant: pressures are read off in "kilograms"."""

_LONE = frozenset("NJK")
"""Letters that also number things are units only behind a space."""
_LENGTHS = frozenset(("nm", "μm", "µm", "um", "mm", "cm", "dm", "m", "km"))
_FIRST = frozenset((*_SYMBOLS.split(), *MISSPELT, *WORDS))
_COUNTED_FIRST = frozenset(_COUNTED.split())
_ALL = _FIRST | _COUNTED_FIRST | frozenset(_COUNTERS.split())
_LONGEST = max(map(len, _ALL))
BEGINNINGS = "".join(sorted({name[0] for name in _FIRST | _COUNTED_FIRST}))
"""Characters that units begin with."""
_POWER = re.compile(r"⁻?[¹²³]|\^?[23](?![0-9])")
_RAISED = re.compile(r"⁻?[¹²³]")
_TIMES, _OVER, _PER = re.compile(r"[·⋅]"), re.compile(r"\s?[/／]\s?"), re.compile("每(?=小时|分|秒|天|吨|平方|立方)")
_PRODUCT = re.compile(r"[(（](?P<inside>[^()（）]{1,20})[)）]")
_NAME = re.compile(r"[A-Za-z0-9０-９²³⁻_]|[-/][A-Za-z]|(?<=[\s0-9][A-Z])\s?[版级类型号相区段]")
"""What makes a name or number of something out of what looked like a unit."""


def unit_end(words: str, start: int) -> int:
    """Where the unit ends that begins at a place; the place itself where none does."""
    end = _part(words, start, _FIRST)
    if end > start and not (words[start:end] in _LONE and not words[start - 1 : start].isspace()):
        end = _quotient(words, end)
    else:
        counted = _part(words, start, _COUNTED_FIRST)
        end = _quotient(words, counted)
        if end == counted:
            return start
    return start if _NAME.match(words, end) else end


def _quotient(words: str, end: int) -> int:
    """Where what follows the first part of a unit ends."""
    while True:
        sign = _TIMES.match(words, end) or _OVER.match(words, end) or _PER.match(words, end)
        if not sign:
            return end
        product = _PRODUCT.match(words, sign.end())
        if product and all(_part(part, 0, _ALL) == len(part) for part in re.split("[·⋅*]", product["inside"])):
            end = product.end()
            continue
        further = _part(words, sign.end(), _ALL)
        if further == sign.end():
            return end
        end = further


def _part(words: str, start: int, names: frozenset[str]) -> int:
    for length in range(_LONGEST, 0, -1):
        name = words[start : start + length]
        if name in names and (name not in _FOLLOWED_BY or _FOLLOWED_BY[name].match(words, start + len(name))):
            power = (_POWER if name in _LENGTHS else _RAISED).match(words, start + len(name))
            return power.end() if power else start + len(name)
    return start


def _spelt(unit: str, spelling: Mapping[str, str]) -> str:
    """A unit whose parts are spelt as a table says, with powers as raised figures."""
    made = []
    for part, before in zip(pieces := parts(unit), ("", *pieces), strict=False):
        raised = before in _LENGTHS and _POWER.fullmatch(part)
        made.append(part.removeprefix("^").translate(_RAISE) if raised else spelling.get(part, part))
    return "".join(made)


@lru_cache(maxsize=1024)
def parts(unit: str) -> tuple[str, ...]:
    """The pieces of a unit as written: names, powers, and the signs between."""
    found, place = [], 0
    while place < len(unit):
        name = next((unit[place : place + n] for n in range(_LONGEST, 0, -1) if unit[place : place + n] in _ALL), "")
        power = None if name else _POWER.match(unit, place)
        found.append(name or (power[0] if power else unit[place]))
        place += len(found[-1])
    return tuple(found)


_RAISE = str.maketrans("23", "²³")
_SAFE = {wrong: right for wrong, right in MISSPELT.items() if wrong not in _DOUBTED}
_SYMBOL = {**_SAME, **WORDS, **MISSPELT, **_EQUAL}
_SIGNS = str.maketrans("／（）⋅*每", "/()··/")


@lru_cache(maxsize=1024)
def respelt(unit: str) -> str:
    """A unit in its proper spelling as far as nothing but the spelling changes: `Mpa` is `MPa`, `m3` is `m³`."""
    return unit if unit == "°C" else _spelt(unit, _SAFE)


@lru_cache(maxsize=1024)
def symbol(unit: str) -> str:
    """The one symbol of a unit however it is written: `公斤/m3` and `Kg/m³` are `kg/m³`."""
    found = _spelt("".join(unit.split()).translate(_SIGNS), _SYMBOL)
    return _ALIASES.get(found, found)


def kind(unit: str) -> str:
    """What a unit measures, where the table knows it; else nothing."""
    return _KIND.get(symbol(unit), "")


def is_unit(unit: str) -> bool:
    """Whether something is the symbol of a unit as `unit_end` knows them, and nothing else."""
    return bool(unit) and unit_end(f" {unit}", 1) == len(unit) + 1
