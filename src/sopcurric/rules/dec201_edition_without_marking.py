"""DEC201 含商业秘密的版本没有密级标志

含义：密级上限为普通商密或核心商密的版本，每页都要印密级标志，写明权属、密级和保密期限。没有写 `marking`，标志就印不出，
这个版本不输出。保密期限以年、月、日计；不能预定时限的写 `长期` 或 `公布前`。

例：

    editions:
      - {id: plant, clearance: trade-secret, audience: mentor}

改法：补上 `marking: {owner: 云岭铝业, period: 5 年}`；不含商业秘密的版本，`clearance` 写 `internal` 或 `public`。

依据：《中央企业商业秘密保护暂行规定》第十三条至第十五条：商业秘密分核心商密和普通商密，要定保密期限，
并作出明显标志，标志由权属、密级、保密期限三部分组成。

----

DEC201 An edition with trade secrets that does not bear their marking

Meaning: every page of an edition that is cleared for trade secrets or core trade secrets bears a marking with owner,
level and period. Without `marking` there is none to print, and the edition is left out. The period is a number of
years, months or days; where it cannot be told beforehand, `long-term` or `until published`.

Example (YAML):

    editions:
      - {id: plant, clearance: trade-secret, audience: mentor}

Cure: add `marking: {owner: Yunling Aluminium, period: 5 years}`; where it is to hold no trade secrets, the `clearance`
is `internal` or `public`.

Source: interim provisions on the protection of trade secrets of central enterprises, articles 13 to 15: secrets are
core or ordinary ones, are kept for a period, and visibly bear a mark of owner, level and period.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for edition in compilation.inputs.settings.editions:
        if not edition.for_teaching and edition.marking is None:
            yield finding("DEC201", subject=f"@edition/{edition.id}", part=("clearance",), edition=edition.id)


RULE = Rule(
    code="DEC201",
    name="edition-without-marking",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "版本 `{edition}` 可以含商业秘密，却没有密级标志，不能输出",
            "加上 `marking`，写明 `owner`（权属）和 `period`（保密期限）；不含商业秘密的，`clearance` 写 `internal`",
        ),
        "en": (
            "edition `{edition}` may hold trade secrets and does not bear their marking; it is not printed",
            "add a `marking` with `owner` and `period`; where it is to hold none, write `clearance: internal`",
        ),
    },
    check=_check,
)
