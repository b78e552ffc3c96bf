"""TSK110 典型工作任务的名称没有动词或对象

含义：典型工作任务的名称应当是“动词＋对象”（启动离心泵、调节溶出温度）。任务的名称取自其中一个操作程序；各程序的名称都
没有动词，或者只有动词而没有对象时，报一次。交接班、上锁挂牌等本身就是一项完整工作的，不要求再写对象。只查需要培训的任务，
岗位自学的不查。

例：只写“隔膜泵”的程序，看不出要做什么；只写“启动”的程序，看不出启动什么。

改法：在规程中把程序名称写成“动词＋对象”，或用 `rename` 决定给任务定名。名称已经清楚、程序没有认出动词的，可以在
`lexicon.yaml` 中补上动词，或不改。

依据：典型工作任务分析的通行要求：任务用“动词＋对象”表述（公开资料）。动词由程序识别，可能认不全，因此只作提示。

----

TSK110 Title of a typical task without verb or object

Meaning: the title of a typical task says what is done to what (Start the pump). It is taken from one of its procedures;
where no procedure has a title with a verb, or none with an object, there is one finding. Verbs that name a whole piece
of work, such as lockout or shift handover in Chinese, need no object. Only tasks that are trained for are looked at,
not those that are learnt with a card at the post.

Example: a procedure called “Pump” does not say what to do, one called “Start” not what to start.

Cure: call the procedure by a verb and an object, or give the task a title with a `rename` decision. Where the title is
clear and only the verb is not known, add it to `lexicon.yaml` or leave it.

Source: common practice of task analysis: tasks are told as verb and object (public pages). Verbs are recognised by the
program, which does not know all; therefore it only informs.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.features import is_bare
from sopcurric.linguistics.statement import parse_statement
from sopcurric.model.address import job_of
from sopcurric.model.compilation import Compilation
from sopcurric.model.task_counts import representative
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "verb": "把程序名称写成“动词＋对象”，或用 `rename` 决定给任务定名",
        "object": "在名称中写明对象，如“启动离心泵”，或用 `rename` 决定给任务定名",
        "missing.verb": "动词",
        "missing.object": "对象",
    },
    "en": {
        "verb": "call the procedure by a verb and an object, or decide on a title with `rename`",
        "object": "say in the title what it is done to (Start the pump), or decide on a title with `rename`",
        "missing.verb": "verb",
        "missing.object": "object",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    lexicon = compilation.inputs.lexicon
    for task in representative(compilation):
        named = (one for one in task.members if compilation.procedures[one].title == task.title)
        procedure = next(named, task.members[0])
        language = compilation.sops[job_of(procedure)].language
        title = task.title.words(language)
        missing = ""
        if not parse_statement(title, language, lexicon).action:
            missing = "verb"
        elif is_bare(title, lexicon):
            missing = "object"
        if missing:
            yield finding(
                "TSK110", Severity.INFO, subject=procedure, title=title, task=task.id, missing=missing, variant=missing
            )


RULE = Rule(
    code="TSK110",
    name="task-without-verb-or-object",
    severity=Severity.INFO,
    sentences={
        "zh": ("典型工作任务 `{task}` 的名称 `{title}` 没有{missing}", "把程序名称写成“动词＋对象”"),
        "en": ("the title `{title}` of the typical task `{task}` has no {missing}", "say what is done to what"),
    },
    variants=VARIANTS,
    check=_check,
)
