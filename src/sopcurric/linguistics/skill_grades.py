"""The ladder of skill grades: five levels of national standards, eight in plants (新八级工)."""

from collections.abc import Mapping

_LADDER: tuple[tuple[str, ...], ...] = (
    ("学徒工", "apprentice"),
    ("初级工", "五级", "初级", "junior"),
    ("中级工", "四级", "中级", "intermediate"),
    ("高级工", "三级", "高级", "senior"),
    ("技师", "二级", "technician"),
    ("高级技师", "一级", "senior technician"),
    ("特级技师", "special-grade technician"),
    ("首席技师", "chief technician"),
)
"""Names of each grade, lowest first; the ladder of eight is that of plants (recalled), five of them are national."""
_NAMES: Mapping[str, int] = {name: grade for grade, names in enumerate(_LADDER, start=1) for name in names}


def grade_of(title: str) -> int:
    """The place of a level on the ladder of eight by the longest name that its title holds; 0 where it holds none."""
    said = title.casefold()
    known = [name for name in _NAMES if name in said]
    return _NAMES[max(known, key=len)] if known else 0
