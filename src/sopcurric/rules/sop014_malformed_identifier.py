"""SOP014 标识或日期写法不对

含义：标识（`id`、`code`）要一直不变，还会用在文件名里，所以只允许英文字母、数字、`-` 和 `_`，
首尾是字母或数字。日期写成 `YYYY-MM-DD`。

例：`id: 步骤 1`；`effective: 2026年9月1日`。

改法：写成 `id: S1`；写成 `effective: 2026-09-01`。

----

SOP014 A malformed identifier or date

Meaning: identifiers (`id`, `code`) stay for ever and are used in names of files: ASCII letters, digits, `-` and `_`,
beginning and ending with a letter or digit. Dates are written `YYYY-MM-DD`.

Example: `id: step 1`; `effective: 2026/9/1`.

Cure: write `id: S1`; write `effective: 2026-09-01`.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "did-you-mean": "改成 `{suggestion}`",
        "date": "日期写成 `YYYY-MM-DD`，如 `2026-09-01`",
        "calendar": "日历上没有这一天：改成有的日期",
        "reference": "这里写所指内容的 `id`，不写它的名称",
        "several": "一项里只写一个标识，各项之间用半角逗号加空格 `, ` 隔开",
        "not-ascii": "改用英文字母和数字，如 `P1`；中文写在 `title` 里",
        "too-long": "缩短到 40 个字符以内",
        "identifier": "标识只用英文字母、数字、`-` 和 `_`，首尾是字母或数字",
    },
    "en": {
        "did-you-mean": "write `{suggestion}`",
        "date": "write dates as `YYYY-MM-DD`, such as `2026-09-01`",
        "calendar": "the calendar has no such day: write one that exists",
        "reference": "write the `id` of what is meant, not its title",
        "several": "one id in each item, with `, ` between the items",
        "not-ascii": "use ASCII letters and digits, such as `P1`; names in other scripts go into `title`",
        "too-long": "shorten it to 40 characters",
        "identifier": "use ASCII letters, digits, `-` and `_`, a letter or digit first and last",
    },
}

RULE = Rule(
    code="SOP014",
    name="malformed-identifier",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "`{found}` 的写法不对",
            "标识只用英文字母、数字、`-` 和 `_`，最多 40 个字符",
        ),
        "en": (
            "`{found}` is malformed",
            "use ASCII letters, digits, `-` and `_` only, 40 characters at most",
        ),
    },
    variants=VARIANTS,
)
