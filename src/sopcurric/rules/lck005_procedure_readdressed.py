"""LCK005 登记的操作程序不见了，又出现了可能相同的

含义：`sopcurric.lock` 按操作程序的地址（岗位代码/编号）登记派生编号。岗位代码或操作程序编号一改，程序看到的是旧的没了、
新的来了：典型任务、学习任务会另编新号，已印活页的编号和针对旧地址的决定就接不上了。这里列出登记中有、规程中已没有的操作
程序，以及新出现的、编号相同（换了岗位）或同一岗位的操作程序。

例：操作程序 `DIG/P1` 改成了 `DIG/P1a`，而 `sopcurric.lock` 里还是：

    DIG/P1: {task: tt-abcdefgh, learning_task: lt-abcdefgh, module: md-abcdefgh}

改法：确是同一项工作改了地址，在下一次 `sopcurric build` 之前写一条决定，编号和其他决定就会跟过去；整个岗位改了代码的，
写岗位的地址一条即可：

    decisions:
      - {decide: readdress, role: plant, by: 王强, date: 2026-03-01, why: 重新编号, on: [DIG/P1], now: DIG/P1a}

原来的工作取消了，新的是另一项工作，就不用处理：生成之后登记会更新，不再提示。

----

LCK005 A recorded procedure is gone, and one that may be the same is new

Meaning: `sopcurric.lock` records identifiers by the address of the procedure (job/id). When a job or a procedure gets
another address, it looks as if the old one went and a new one came: tasks get new identifiers, so that printed leaves
and decisions about the old address lose what they belong to. This names the procedures of the lock that are gone, with
new ones that have the same id (in another job) or are in the same job.

Example: the procedure `DIG/P1` is called `DIG/P1a` now, while `sopcurric.lock` still says:

    DIG/P1: {task: tt-abcdefgh, learning_task: lt-abcdefgh, module: md-abcdefgh}

Cure: if it is the same work at another address, add a decision before the next `sopcurric build`, and identifiers and
other decisions follow; where a whole job has another code, one decision with the addresses of the jobs is enough:

    decisions:
      - {decide: readdress, role: plant, by: Wang, date: 2026-03-01, why: renumbered, on: [DIG/P1], now: DIG/P1a}

If the old work is no more and the new one is other work, nothing needs to be done: the next build updates the lock.
"""

from collections.abc import Iterable, Sequence

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import Address, job_of, name_in, within
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import HOLDING
from sopcurric.model.files.decision import Readdress
from sopcurric.plugin import Rule

_MOST_LIKELY = 3


def _check(compilation: Compilation) -> Iterable[Finding]:
    recorded = {one.member for one in compilation.inputs.lock.procedures}
    left, reached = _readdressed(compilation)
    gone = [one for one in sorted(recorded - compilation.procedures.keys()) if not _in(one, left)]
    taught = (member for task in compilation.catalogue.tasks for member in task.members)
    fresh = sorted(one for one in taught if one not in recorded and not _in(one, reached))
    for old in gone:
        likely = _likely(old, fresh)
        if likely:
            yield finding(
                "LCK005",
                Severity.WARNING,
                subject=likely[0],
                about=likely[1:_MOST_LIKELY],
                gone=old,
                first=likely[0],
                likely=", ".join(likely[:_MOST_LIKELY]) + (" …" if len(likely) > _MOST_LIKELY else ""),
            )


def _readdressed(compilation: Compilation) -> tuple[tuple[Address, ...], tuple[Address, ...]]:
    """What decisions say has left its address, and where that is now."""
    holding = {verdict.decision for verdict in compilation.verdicts if verdict.kind in HOLDING}
    moves = [
        one.decision
        for one in compilation.inputs.decisions
        if one.name in holding and isinstance(one.decision, Readdress)
    ]
    return tuple(one.on[0] for one in moves), tuple(one.now for one in moves)


def _in(address: Address, containers: Iterable[Address]) -> bool:
    return any(within(address, container) for container in containers)


def _likely(old: Address, fresh: Sequence[Address]) -> tuple[Address, ...]:
    """New procedures that may be the old one: first those with its id, then those of its job."""
    same_id = [one for one in fresh if name_in(one) == name_in(old)]
    return (*same_id, *(one for one in fresh if job_of(one) == job_of(old)))


RULE = Rule(
    code="LCK005",
    name="procedure-readdressed",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "登记的操作程序 `{gone}` 已不在规程中，新出现的 {likely} 可能就是它",
            "确是同一项工作的，下次生成前写决定 `decide: readdress`、`on: [{gone}]`、`now: {first}`；不是的不用处理",
        ),
        "en": (
            "the recorded procedure `{gone}` is gone, and may be what is new: {likely}",
            (
                "if it is the same work, decide `readdress` (`on: [{gone}]`, `now: {first}`) before the next build; "
                "else ignore this"
            ),
        ),
    },
    check=_check,
)
