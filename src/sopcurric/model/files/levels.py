"""Levels of secrecy (密级), lowest first."""

import re
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from sopcurric.model.files.describing import Choice

STATE_SECRET = re.compile(r"^\s*(绝密|机密|秘密)\s*(★.*)?$")
"""Markings of state secrets, which never enter here."""


class Level(Choice):
    """How far something may be shown.
    密级。"""

    PUBLIC = "public", "Open to everybody.\n公开。"
    INTERNAL = "internal", "Within the partners only.\n内部。"
    TRADE_SECRET = "trade-secret", "Trade secret.\n普通商密。"
    CORE_SECRET = "core-secret", "Core trade secret.\n核心商密。"

    @property
    def rank(self) -> int:
        """Its place, from 0 for what is public."""
        return _ORDER[self.value]


_ORDER = {level.value: number for number, level in enumerate(Level)}


def is_above(level: str, clearance: str) -> bool:
    """Whether something of a level is kept from whoever may see a clearance; unknown levels are above all."""
    return _ORDER.get(level, len(_ORDER)) > _ORDER[clearance]


def _no_state_secret(value: object) -> object:
    if isinstance(value, str) and STATE_SECRET.match(value):
        raise PydanticCustomError("state_secret", "state-secret marking", {})
    return value


LevelWord = Annotated[Level, BeforeValidator(_no_state_secret)]
"""A level as a file names it."""
