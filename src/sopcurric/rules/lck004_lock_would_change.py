"""LCK004 编号登记与规程不一致

含义：用 `--locked` 检查或生成时（一般在持续集成里），`sopcurric.lock` 必须与规程一致。规程增删或改动了操作程序，登记
就要跟着变；没有把变动一并提交，别人生成时会得到另外的编号，已经印出的活页就对不上了。

例：规程里新增了操作程序 `DIG/P7`，提交时没有带上 `sopcurric.lock`。

改法：在本机不带 `--locked` 运行 `sopcurric build`，看过 `sopcurric.lock` 的变动后一并提交。

----

LCK004 The lock would change

Meaning: with `--locked` (as in continuous integration) `sopcurric.lock` must agree with the SOPs. Where procedures
come, go or change, the lock follows; if that is not committed with them, others get other identifiers from their build,
and the leaves that were printed no longer match.

Example: an SOP has a new procedure `DIG/P7`, but `sopcurric.lock` was not committed with it.

Cure: run `sopcurric build` without `--locked`, look at what changed in `sopcurric.lock`, and commit it.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="LCK004",
    name="lock-would-change",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "编号登记与规程不一致：新增 {new} 个、减少 {gone} 个、编号改变 {changed} 个操作程序（{first}）",
            "运行 `sopcurric build` 更新 `sopcurric.lock`，并随规程一起提交",
        ),
        "en": (
            "the lock does not agree with the SOPs: procedures new {new}, gone {gone}, changed {changed} ({first})",
            "run `sopcurric build`, which brings `sopcurric.lock` up to date, and commit it with the SOPs",
        ),
    },
    variants={
        "zh": {
            "missing": "课程仓库里没有 `sopcurric.lock`：运行 `sopcurric build` 生成它，并提交到版本库",
            "changed": "运行 `sopcurric build` 更新 `sopcurric.lock`，看过变动后随规程一起提交",
        },
        "en": {
            "missing": "there is no `sopcurric.lock`: run `sopcurric build`, which writes it, and commit it",
            "changed": "run `sopcurric build`, look at what changed in `sopcurric.lock`, and commit it with the SOPs",
        },
    },
)
