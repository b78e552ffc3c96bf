"""PLN146 数值方案与自带的方案同名

含义：`profiles/` 中的方案，`id` 与自带的方案相同，就整个替换了它：自带方案中的数值、课程不再
检查，依据它的其他方案也一样。
`joint-team-practice` 是一切方案的基础，同名时它仍在下面，自己写的数值优先。

例：

    id: moe-2019-higher-vocational-3y
    title: 本省数值方案

改法：换一个 `id`，用 `extends` 写上自带的方案，并在项目文件的 `profile` 中写新的 `id`。

依据：本程序按名称取数值方案，项目自己的优先。

----

PLN146 A profile with the id of one that comes along

Meaning: a profile of `profiles/` with the id of one that comes along takes its place as a whole: the numbers and
courses of that are not looked at any more, nor where other profiles extend it. `joint-team-practice` is below all
profiles and stays there; what one of that name says counts before it.

Example (YAML):

    id: moe-2019-higher-vocational-3y
    title: our province

Cure: take another `id`, name the one that comes along in `extends`, and write the new id as `profile` of the project.

Source: profiles are looked up by name here, those of the project first.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="PLN146",
    name="profile-replaces-built-in",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{id}` 是自带数值方案的 `id`；它的数值中有 `{count}` 个这里没有写",
            "换一个 `id`（如 `{suggestion}`），并写 `extends: [{id}]`",
        ),
        "en": (
            "`{id}` is the id of a profile that comes along, `{count}` of whose numbers are not here",
            "take another `id` (such as `{suggestion}`), and write `extends: [{id}]`",
        ),
    },
    variants={
        "zh": {
            "gone": "它们不再检查：换一个 `id`（如 `{suggestion}`），并写 `extends: [{id}]`，"
            "在项目文件的 `profile` 中写新的 `id`",
            "base": "它们仍然有效，同名容易混淆：换一个 `id`（如 `{suggestion}`），并写 `extends: [{id}]`",
        },
        "en": {
            "gone": "these are not checked any more: take another `id` (such as `{suggestion}`), write "
            "`extends: [{id}]`, and name the new id as `profile` of the project",
            "base": "these still count, but the name is confusing: take another `id` (such as `{suggestion}`), "
            "and write `extends: [{id}]`",
        },
    },
)
