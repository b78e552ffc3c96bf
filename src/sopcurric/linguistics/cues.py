"""Words of titles that tell which part of the work they are about."""

import re
from collections.abc import Mapping
from typing import Literal

Part = Literal["start", "run", "care", "stop", "abnormal"]

_CUES: Mapping[Part, re.Pattern[str]] = {
    "start": re.compile(r"开车|启动|点火|升温|准备|投运|start|prepar", re.IGNORECASE),
    "run": re.compile(
        r"正常操作|运行操作|调节|控制|取样|分析|输送|分级|配料|normal|operat|adjust|sampl", re.IGNORECASE
    ),
    "care": re.compile(r"点检|巡检|巡回|维护|保养|检修|润滑|inspect|maintain|maintenance|lubricat", re.IGNORECASE),
    "stop": re.compile(r"停车|停运|停炉|停槽|shut", re.IGNORECASE),
    "abnormal": re.compile(r"异常|应急|事故|故障|abnormal|emergenc|fault", re.IGNORECASE),
}


def parts_of(title: str) -> frozenset[Part]:
    """The parts of work that a title names; empty where it names none."""
    return frozenset(part for part, cue in _CUES.items() if cue.search(title))
