"""PLN114 数值比所依据的规定宽松

含义：省、企业的方案可以提高要求，不能放宽国家文件中“应当”“不得”的数值。放宽后照此检查，方案可能不符合国家规定。

例：三年制高职总学时国家规定应当不少于 2500，本省方案写成 2400。

改法：改回不低于原规定的数值；确有文件允许的，在 `clause` 中写明，并在项目文件中说明不再提示的理由。

依据：下位文件不得放宽上位文件的强制要求。

----

PLN114 A number that asks for less than what binds

Meaning: provinces and companies may ask for more than the national text, not for less where it binds. What is
checked by the weaker number may not hold before the national one.

Example: the national text asks for at least 2500 hours, the profile of the province says 2400.

Cure: write at least what binds; where a text allows less, name it in `clause` and say in the project file why
this is not to be told.

Source: lower texts do not loosen what higher ones prescribe.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="PLN114",
    name="number-weaker-than-binding",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{name}` 为 `{value}`，比“{clause}”要求的 `{binding}` 宽松",
            "改成不比 {binding} 宽松的数值",
        ),
        "en": (
            "`{name}` is `{value}`, weaker than `{binding}` of “{clause}”",
            "write a number that is not weaker than {binding}",
        ),
    },
)
