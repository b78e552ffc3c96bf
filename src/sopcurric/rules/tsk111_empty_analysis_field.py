"""TSK111 典型工作任务的分析要素空缺

含义：典型工作任务用五个要素描述：工作对象、工具材料设备资料、工作方法、劳动组织方式、工作要求。它们由规程中与任务有关的
内容填写；规程什么都没有写的，该要素空缺，列在这里，每项任务报一次。工作方法至少有所属阶段的一般做法，劳动组织方式至少有
所属岗位，不会空缺。只查需要培训的任务，岗位自学的不查。

例：程序没有写工具、材料，也没有防护用品和记录，“工具材料设备资料”就空缺。

改法：在规程中补上：工作对象写 `equipment`、`valves` 或 `parameters`；工具材料设备资料写 `tools`、`materials`、`ppe` 或
`records`；工作要求写 `result`、`quality`，或步骤的 `criterion`。确实没有的，可以不改。

依据：典型工作任务描述的五个要素（凭记忆，据工学一体化课程标准和典型工作任务分析文献，未核对原文，因此只作提示）。

----

TSK111 Empty analysis field of a typical task

Meaning: a typical task is described by five fields: objects of work, tools and materials, methods, organisation,
requirements. They are filled from what SOPs say about it; where these say nothing, the field is empty and listed here,
one finding for each task. Methods have at least the way of the phase, organisation at least the job. Only tasks that
are trained for are looked at, not those that are learnt with a card at the post.

Example: a procedure without tools, materials, protective equipment and records leaves the second field empty.

Cure: add to the SOP: for objects `equipment`, `valves` or `parameters`; for tools `tools`, `materials`, `ppe` or
`records`; for requirements `result`, `quality`, or `criterion` of steps. Where there is nothing, leave it.

Source: the five fields by which typical tasks are described (recalled; not read again, therefore it only informs).
"""

from collections.abc import Iterable, Mapping
from itertools import combinations

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.task_counts import representative
from sopcurric.plugin import Rule

_FIELDS = ("objects", "tools", "requirements")
_NAMES: Mapping[str, Mapping[str, str]] = {
    "zh": {"objects": "工作对象", "tools": "工具材料设备资料", "requirements": "工作要求"},
    "en": {"objects": "objects of work", "tools": "tools and materials", "requirements": "requirements"},
}
_BETWEEN = {"zh": "、", "en": ", "}
_KEYS = {
    "objects": ("equipment", "valves", "parameters"),
    "tools": ("tools", "materials", "ppe", "records"),
    "requirements": ("result", "quality", "criterion"),
}
"""Keys of an SOP that fill each field."""
_SETS = tuple(own for size in range(1, len(_FIELDS) + 1) for own in combinations(_FIELDS, size))
VARIANTS = {
    language: {f"fields.{'+'.join(own)}": _BETWEEN[language].join(names[one] for one in own) for own in _SETS}
    for language, names in _NAMES.items()
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for task in representative(compilation):
        empty = [name for name, phrases in task.fields if not phrases]
        if empty:
            yield finding(
                "TSK111",
                Severity.INFO,
                subject=task.members[0],
                task=task.id,
                fields="+".join(empty),
                keys=", ".join(key for name in empty for key in _KEYS.get(name, ())),
            )


RULE = Rule(
    code="TSK111",
    name="empty-analysis-field",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "典型工作任务 `{task}` 的描述中空缺：{fields}",
            "在程序中补上能说明它的内容：`{keys}`；确实没有的可以不改",
        ),
        "en": (
            "the description of the typical task `{task}` lacks: {fields}",
            "add to the procedure what tells it: `{keys}`; where there is nothing, leave it",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
