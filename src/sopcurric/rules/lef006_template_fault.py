"""LEF006 模板有错误

含义：项目的 `templates/` 中的模板优先于自带的模板。模板写错时，用到它的一册不能生成。
链接指向课程仓库之外的文件不会读取；Typst 模板不能导入网上的包，因为生成不需要网络。

例：`templates/html/leaf.html.j2` 中写了 `{% if %}` 而没有条件。

改法：按提示改正模板；不能确定的，先删去自己的模板，用自带的重新开始。

依据：版面由模板决定，模板可以逐个替换。

----

LEF006 A fault in a template

Meaning: templates in `templates/` of the project come before those that come along. Where one is faulty, no
binder that uses it is made. Links that lead out of the project are not read, and Typst templates cannot import
packages from the network, because a build needs none.

Example: `templates/html/leaf.html.j2` has `{% if %}` without a condition.

Cure: correct the template as it says; when in doubt, remove yours and begin again from ours.

Source: layouts are templates and can be replaced one by one.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="LEF006",
    name="template-fault",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "模板有错误：`{what}`",
            "改正项目的 `templates/` 中的模板，或删去它",
        ),
        "en": (
            "a template is faulty: `{what}`",
            "correct the template in `templates/` of the project, or remove it",
        ),
    },
)
