"""CRS109 项目设置互相矛盾

含义：项目文件中的两项设置不能同时满足，程序只能照顾其中一项：模块的最少学时大于最多学时；连上学时上限小于一次课的学时；
难度越高系数反而越小；强化培训的系数小于岗位自学的系数。

例（YAML），模块不少于 200 学时，又不超过 4 学时：

    modules: {least: 200, most: 4}

改法：改正其中一项，使两项能同时满足。

依据：设置的含义。

----

CRS109 Settings that contradict each other

Meaning: two settings of the project file cannot both be kept, so that only one is: modules with at least more hours
than they have at most; a longest meeting that is shorter than a meeting; less time for what is harder; less time for
intensive training than for learning by oneself.

Example (YAML), where modules have 200 hours or more, and 4 at most:

    modules: {least: 200, most: 4}

Cure: change one of them so that both can be kept.

Source: what the settings mean.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.settings import Settings
from sopcurric.plugin import Rule
from sopcurric.source.ref import SourceRef


def _check(compilation: Compilation) -> Iterable[Finding]:
    settings = compilation.inputs.settings
    for variant, names, low, high in _at_odds(settings):
        given = next((one for one in names if one in settings.given), names[0])
        yield finding(
            "CRS109",
            Severity.WARNING,
            place=SourceRef("sopcurric.yaml", tuple(given.split("."))),
            variant=variant,
            low=f"{low:g}",
            high=f"{high:g}",
        )


def _at_odds(settings: Settings) -> Iterator[tuple[str, tuple[str, ...], float, float]]:
    """What contradicts each other: the names of the settings, what should be the smaller value, and the greater."""
    modules, teaching, hours = settings.modules, settings.teaching, settings.hours
    if modules.least > modules.most:
        yield "modules", ("modules.least", "modules.most"), modules.least, modules.most
    if teaching.unit_hours > teaching.longest_hours:
        names = ("teaching.longest_hours", "teaching.unit_hours")
        yield "meetings", names, teaching.unit_hours, teaching.longest_hours
    grades = hours.difficulty
    if not grades.low <= grades.average <= grades.high:
        yield "difficulty", ("hours.difficulty",), grades.low, grades.high
    if hours.training.job_aid > hours.training.intensive:
        yield "training", ("hours.training",), hours.training.job_aid, hours.training.intensive


RULE = Rule(
    code="CRS109",
    name="settings-at-odds",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "两项设置互相矛盾：`{low}` 与 `{high}`",
            "改正其中一项，使两项能同时满足",
        ),
        "en": (
            "two settings contradict each other: `{low}` and `{high}`",
            "change one of them so that both can be kept",
        ),
    },
    check=_check,
    variants={
        "zh": {
            "modules": "最少学时 modules.least（`{low}`）不能大于最多学时 modules.most（`{high}`）：改正一项",
            "meetings": "连上学时上限 longest_hours（`{high}`）不能小于每次课 unit_hours（`{low}`）：改正一项",
            "difficulty": "难度系数应按 low、average、high 依次不减（现为 low `{low}`、high `{high}`）：改正系数",
            "training": "强化培训的系数 intensive（`{high}`）不应小于岗位自学的 job_aid（`{low}`）：改正系数",
        },
        "en": {
            "modules": "modules.least (`{low}`) must not be more than modules.most (`{high}`): change one of them",
            "meetings": "longest_hours (`{high}`) must not be less than unit_hours (`{low}`): change one of them",
            "difficulty": "factors should not fall from low to high (low `{low}`, high `{high}`): change one of them",
            "training": "the factor intensive (`{high}`) should not be less than job_aid (`{low}`): change one of them",
        },
    },
)
