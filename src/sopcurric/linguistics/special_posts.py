"""Words of hazards for which an internship at the post must be reported beforehand (特殊岗位备案)."""

import re
from collections.abc import Mapping

SPECIAL_POSTS: Mapping[str, re.Pattern[str]] = {
    "high-temperature": re.compile(r"高温|烫伤|灼烫|熔融|火焰|蒸汽|\bhot\b|scald|molten|steam", re.IGNORECASE),
    "toxic": re.compile(
        r"中毒|有毒|毒性|煤气|一氧化碳|\bCO\b|氟化氢|二氧化硫|硫化氢|砷|碱(?:液|灼|矿浆)|热碱|强酸|硫酸|窒息|toxic|poison|caustic|acid",
        re.IGNORECASE,
    ),
    "explosive": re.compile(r"爆炸|易燃|爆燃|燃气|天然气|闪爆|explos|flammab", re.IGNORECASE),
    "height": re.compile(r"高处|高空|坠落|fall(?:ing)? from", re.IGNORECASE),
}
"""Kinds of filings by the words of a hazard's title."""


def special(words: str) -> tuple[str, ...]:
    """The kinds of danger that a hazard is one of, by its title."""
    return tuple(kind for kind, pattern in SPECIAL_POSTS.items() if pattern.search(words))
