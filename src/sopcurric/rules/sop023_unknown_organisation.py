"""SOP023 单位不在项目中

含义：规程写明的 `organisation` 必须列在 `sopcurric.yaml` 的 `organisations` 中，因为地址和适用单位都由它而来。
找不到单位的规程不参加编译。

例：

    job:
      code: DIG
      title: 高压溶出工
      organisation: QLL

改法：按提示改成已有的单位；新单位先列入 `sopcurric.yaml`。

依据：地址的写法（单位:岗位/程序/步骤）。

----

SOP023 An organisation that the project does not list

Meaning: the `organisation` of an SOP must be listed under `organisations` in `sopcurric.yaml`, because
addresses and effectivity hang on it. An SOP of an unknown organisation is left out.

Example (YAML):

    job:
      code: DIG
      title: Digestion operator
      organisation: QLL

Cure: write one that is listed; list a new one in `sopcurric.yaml` first.

Source: the form of addresses (organisation:job/procedure/step).
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="SOP023",
    name="unknown-organisation",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "单位 `{organisation}` 没有列入 `sopcurric.yaml`",
            "改成已列入的单位：{known}；或在 `organisations` 中添加它",
        ),
        "en": (
            "the organisation `{organisation}` is not listed in `sopcurric.yaml`",
            "use one that is listed: {known}; or add it to `organisations`",
        ),
    },
)
