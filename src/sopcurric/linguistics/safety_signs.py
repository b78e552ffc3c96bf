"""Which safety signs the words of a hazard, of its consequences or of protective equipment ask for.

The signs are those that hang at work places of the trade (当心烫伤, 必须戴安全帽 …), named by their meaning.
"""

import re
from collections.abc import Mapping

_WARNING: Mapping[str, re.Pattern[str]] = {
    "explosion": re.compile(r"爆炸|爆裂|爆燃|超压|explo|burst", re.IGNORECASE),
    "fire": re.compile(r"火灾|着火|燃烧|起火|回火|\bfires?\b", re.IGNORECASE),
    "poison": re.compile(r"中毒|有毒|一氧化碳|硫化氢|氟化|氰|氯气|砷化|\bpoison|toxic|carbon monoxide", re.IGNORECASE),
    "suffocation": re.compile(r"窒息|缺氧|受限空间|有限空间|suffocat|oxygen|confined space", re.IGNORECASE),
    "shock": re.compile(r"触电|电击|漏电|带电|electric(?:al)? shock|electrocut", re.IGNORECASE),
    "burn": re.compile(r"烫伤|高温|灼烫|烧伤|蒸汽|\bburns?\b|scald|hot\b|steam", re.IGNORECASE),
    "corrosion": re.compile(r"碱|酸(?!盐)|化学灼伤|腐蚀|caustic|acid|corrosi", re.IGNORECASE),
    "machine": re.compile(r"绞|卷入|挤压|夹伤|转动|旋转|机械伤害|entangl|crush|moving parts|rotating", re.IGNORECASE),
    "fall": re.compile(r"坠落|高处|fall(?:s|ing)? from|work at height", re.IGNORECASE),
    "slip": re.compile(r"滑倒|滑跌|湿滑|摔倒|slip", re.IGNORECASE),
    "drop": re.compile(r"落物|物体打击|坠物|falling object|struck by", re.IGNORECASE),
    "lift": re.compile(r"吊物|起重|吊装|suspended load|lifting", re.IGNORECASE),
    "vehicle": re.compile(r"车辆|叉车|vehicle|forklift", re.IGNORECASE),
    "noise": re.compile(r"噪声|听力|noise|hearing", re.IGNORECASE),
    "dust": re.compile(r"粉尘|尘肺|\bdust", re.IGNORECASE),
}
_MANDATORY: Mapping[str, re.Pattern[str]] = {
    "helmet": re.compile(r"安全帽|头盔|helmet|hard hat", re.IGNORECASE),
    "goggles": re.compile(r"护目镜|防护眼镜|眼罩|面罩|面屏|goggles|face shield|glasses", re.IGNORECASE),
    "respirator": re.compile(r"防毒|呼吸器|respirator|breathing", re.IGNORECASE),
    "mask": re.compile(r"防尘口罩|dust mask", re.IGNORECASE),
    "ears": re.compile(r"耳塞|耳罩|护听|护耳|ear ?(?:plugs?|muffs?)|hearing protect", re.IGNORECASE),
    "gloves": re.compile(r"手套|gloves?", re.IGNORECASE),
    "clothes": re.compile(r"工作服|防护服|隔热服|阻燃服|clothing|overalls?|suit\b", re.IGNORECASE),
    "shoes": re.compile(r"安全鞋|胶靴|绝缘鞋|防静电鞋|防护鞋|劳保鞋|boots?|shoes?", re.IGNORECASE),
    "belt": re.compile(r"安全带|harness", re.IGNORECASE),
}


def warnings(words: str) -> tuple[str, ...]:
    """The warning signs that words about dangers ask for, in the order in which they are hung up."""
    return tuple(sign for sign, cue in _WARNING.items() if cue.search(words))


def mandatory(words: str) -> tuple[str, ...]:
    """The mandatory signs that words about protective equipment ask for."""
    return tuple(sign for sign, cue in _MANDATORY.items() if cue.search(words))
