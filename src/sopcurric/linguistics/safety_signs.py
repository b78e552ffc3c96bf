"""Which safety signs (GB 2894) belong to which dangers and protective equipment, by their words."""

import re
from collections.abc import Mapping


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


WARNING: Mapping[str, re.Pattern[str]] = {
    "corrosion": _words("碱|酸|腐蚀|化学灼伤", r"\b(?:caustic|acid|corros\w*|chemical burns?)\b"),
    "hot": _words("烫|高温|灼伤|蒸汽|熔融|高热", r"\b(?:scald\w*|hot|burns?|steam|molten)\b"),
    "explosion": _words("爆", r"\bexplo\w*|\bburst\w*"),
    "fire": _words("火灾|着火|燃烧|起火", r"\bfires?\b"),
    "poison": _words("中毒|有毒|毒气|煤气|一氧化碳", r"\b(?:poison\w*|toxic\w*)\b"),
    "suffocation": _words("窒息|缺氧|[受有]限空间", r"\b(?:suffocat\w*|asphyx\w*|oxygen deficien\w*)\b"),
    "shock": _words("触电|电击|电弧|带电", r"\b(?:electrocut\w*|electric(?:al)? shocks?|live parts?)\b"),
    "machine": _words("绞|卷入|机械伤|夹伤|挤压|转动|旋转", r"\b(?:entangl\w*|rotating|crush\w*|pinch\w*)\b"),
    "falling": _words("高处|坠落(?!砸)|摔伤|跌落", r"\bfall(?:s|ing)? from\b|\bfalls?\b"),
    "falling-objects": _words("落物|坠物|物体打击|砸伤|掉落|坠落砸", r"\b(?:falling|dropped) objects?\b"),
    "load": _words("吊物|起重|吊装|吊具", r"\b(?:crane|lifting|suspended load)\w*\b"),
    "vehicles": _words("车辆|叉车|行车道", r"\b(?:vehicles?|forklifts?)\b"),
    "slip": _words("滑倒|滑跌|打滑|湿滑", r"\bslip\w*"),
    "noise": _words("噪声|噪音|听力", r"\bnois\w*|\bhearing\b"),
    "dust": _words("粉尘|尘肺|扬尘", r"\bdusts?\b|\bdusty\b"),
    "radiation": _words("射线|电离辐射|放射", r"\b(?:radiation|radioactive)\b"),
}
"""Warning signs (and, for noise and dust, those of GBZ 158) by words for what may harm people."""

MANDATORY: Mapping[str, re.Pattern[str]] = {
    "helmet": _words("安全帽", r"\b(?:helmet|hard hat)s?\b"),
    "eyes": _words("眼镜|护目|面罩|面屏", r"\b(?:goggles|safety glasses|face shields?|visors?)\b"),
    "gloves": _words("手套", r"\bgloves?\b"),
    "clothing": _words("工作服|防护服|防碱服|防酸服|隔热服|阻燃服", r"\b(?:overalls?|suits?|protective clothing)\b"),
    "shoes": _words("鞋|靴", r"\b(?:shoes?|boots?)\b"),
    "ears": _words("耳塞|耳罩|护听器", r"\b(?:ear ?plugs?|ear ?muffs?|hearing protect\w*)\b"),
    "harness": _words("安全带", r"\bharness\w*\b"),
    "dust-mask": _words("防尘口罩|防尘面具", r"\bdust masks?\b"),
    "gas-mask": _words("防毒面具|空气呼吸器", r"\b(?:gas masks?|breathing apparatus|respirators?)\b"),
}
"""Signs of what must be worn, by words for protective equipment."""


def signs(table: Mapping[str, re.Pattern[str]], words: str) -> tuple[str, ...]:
    """The names of the signs whose words occur."""
    return tuple(name for name, pattern in table.items() if pattern.search(words))
