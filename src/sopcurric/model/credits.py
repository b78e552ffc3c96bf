"""Credits (学分) for hours."""

from decimal import ROUND_HALF_UP, Decimal

HOURS_PER_CREDIT = Decimal(17)
"""Hours of one credit: 16 to 18 by 教职成〔2019〕13号."""
_HALF = Decimal("0.5")


def credits_of(hours: int, weeks: int = 0) -> float:
    """A whole week makes one credit; otherwise 17 hours do, in steps of a half, at least a half."""
    if weeks:
        return float(weeks)
    halves = (Decimal(hours) / HOURS_PER_CREDIT / _HALF).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return float(max(halves, Decimal(1)) * _HALF)
