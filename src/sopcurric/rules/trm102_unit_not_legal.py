"""TRM102 不是法定计量单位

含义：教材用法定计量单位，符号的大小写也有规定：词头“兆”大写 M，“千”小写 k，帕是 Pa，瓦是 W，伏是 V。
现场仪表仍用旧单位的，可在括号中注明。`°C` 与 `℃` 都可以。

例：“压力 6 kgf/cm²”“加料 2 斤”“0.3 Mpa”。

改法：换算成提示的单位；只是大小写不对的，改正大小写。

依据：规则候选 LN-01：GB 3100—GB 3102（国际单位制及其应用，量和单位），国务院关于在我国统一实行法定计量单位的命
令（凭记忆引用）。

----

TRM102 A unit that is not legal

Meaning: textbooks use legal units, and letters matter: M for mega, k for kilo, Pa, W, V. Where instruments on
site still show old units, these may follow in brackets. Both `°C` and `℃` will do.

Example: 6 kgf/cm², 0.3 Mpa.

Cure: convert to the unit that is suggested, or correct the letters.

Source: rule candidate LN-01: GB 3100 to GB 3102 and the order on legal units (recalled).
"""

import re
from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.text import Text
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "conversion": "换算成 `{suggestion}`（{rate}）",
        "spelling": "改成 `{suggestion}`",
    },
    "en": {
        "conversion": "convert it to `{suggestion}` ({rate})",
        "spelling": "write `{suggestion}`",
    },
}

_UNITS = (
    (r"kgf\s*/\s*cm(?:²|2)|公斤力?\s*/\s*(?:平方厘米|厘米²|cm²|cm2)|公斤力?每平方厘米", "MPa", "1 kgf/cm² ≈ 0.098 MPa"),
    (r"kgf(?!\s*/)|公斤力(?!\s*/|每)", "N", "1 kgf ≈ 9.8 N"),
    (r"(?<=\d)\s*亩", "m²", "1 亩 ≈ 667 m²"),
    (r"(?<=\d)\s*斤", "kg", "1 斤 = 0.5 kg"),
    (r"(?<=\d)\s*马力", "kW", "1 马力 ≈ 0.735 kW"),
    (r"kcal|(?<=\d)\s*[千大]卡(?!车)", "kJ", "1 kcal ≈ 4.19 kJ"),
    (r"mmHg|毫米汞柱", "kPa", "1 mmHg ≈ 0.133 kPa"),
    (r"mmH(?:₂|2)O|毫米水柱", "Pa", "1 mmH₂O ≈ 9.8 Pa"),
    (r"(?<![A-Za-z])[Mm]pa(?![A-Za-z])", "MPa", ""),
    (r"(?<![A-Za-z])(?:KP|Kp|kp)a(?![A-Za-z])", "kPa", ""),
    (r"(?<=\d)\s*K[Ww](?![A-Za-z])", "kW", ""),
    (r"(?<=\d)\s*K[Vv](?![A-Za-z])", "kV", ""),
    (r"(?<=\d)\s*K[Gg](?![A-Za-z])", "kg", ""),
)
"""Units that are not legal, what stands for them, and the conversion; without one only the letters are wrong."""


def _check(compilation: Compilation) -> Iterable[Finding]:
    found = {
        (address, unit): finding(
            "TRM102",
            Severity.INFO,
            subject=address,
            found=unit,
            suggestion=suggestion,
            rate=rate,
            variant="conversion" if rate else "spelling",
        )
        for address, text in compilation.texts
        for unit, suggestion, rate in _found(text)
    }
    yield from found.values()


def _found(text: Text) -> Iterator[tuple[str, str, str]]:
    for language, _ in text.wordings:
        words = text.words(language)
        for pattern, suggestion, rate in _UNITS:
            for match in re.finditer(pattern, words):
                yield match[0].strip(), suggestion, rate


RULE = Rule(
    code="TRM102",
    name="unit-not-legal",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "`{found}` 不是法定计量单位的写法",
            "换算成 `{suggestion}`",
        ),
        "en": (
            "`{found}` is not written in legal units",
            "convert it to `{suggestion}`",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
