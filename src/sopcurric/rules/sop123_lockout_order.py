"""SOP123 上锁挂牌的次序不对

含义：先上锁挂牌，再释放残余能量、试启动验证，然后作业，完工后由本人解锁。
试启动在上锁之前，证明不了锁得住；解锁之后没有再上锁而后面还有拆卸作业，人员失去保护；上锁之后始终没有解锁，
程序没有结束。最后一种只是提示。

例：

    steps:
      - 按启动按钮试启动，设备应不动作
      - 断开电源并上锁

改法：按提示调整步骤的次序；解锁在别的程序中的，在最后一步写明。

依据：GB/T 33579—2017 的八个步骤：停机、隔离上锁、释放残余能量、验证、作业、解锁。

----

SOP123 Lockout steps in a wrong order

Meaning: lock and tag first, then release stored energy and prove it by a test start, then work; owners unlock when
all is done. A test start before locking proves nothing; work after unlocking is not protected; where nothing is
unlocked in the end the procedure is not finished (information only).

Example (YAML):

    steps:
      - Try to start the pump, it must not move
      - Cut the power and lock out

Cure: change the order of the steps; where locks are taken off in another procedure, say so in the last step.

Source: the eight steps of GB/T 33579-2017.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.cues_of_safety import DISMANTLING, LOCKED, RELEASING, TEST_START, is_done
from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.sop_kinds import Phase
from sopcurric.model.said import said
from sopcurric.model.sop import Procedure
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "test-first": "把上锁移到试启动之前",
        "work-after": "把解锁移到作业完成之后，或再次上锁",
        "never-released": "在最后加上清场并由上锁人本人解锁摘牌的步骤",
        "fault.test-first": "试启动在上锁之前",
        "fault.work-after": "解锁之后还有拆卸作业",
        "fault.never-released": "上锁之后没有写解锁",
    },
    "en": {
        "test-first": "lock before the test start",
        "work-after": "unlock when the work is done, or lock again",
        "never-released": "add a last step: clear the site, owners remove their locks and tags",
        "fault.test-first": "the test start comes before locking",
        "fault.work-after": "parts are opened after unlocking",
        "fault.never-released": "nothing is unlocked after locking",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for procedure in compilation.procedures.values():
        words = [said(step.text, step.criterion) for step in procedure.steps]
        locked = _places(LOCKED, words)
        if locked and not procedure.route:
            yield from _faults(procedure, words, locked)


def _places(cue: re.Pattern[str], words: Sequence[str]) -> list[int]:
    return [number for number, one in enumerate(words) if cue.search(one)]


def _faults(procedure: Procedure, words: Sequence[str], locked: Sequence[int]) -> Iterator[Finding]:
    """What is out of order; one step that both locks and tests or releases says its own order."""
    released, tested = _places(RELEASING, words), _places(TEST_START, words)
    if tested and tested[0] < locked[0]:
        yield _finding(procedure.steps[tested[0]].address, "test-first", Severity.WARNING)
    ends = [number for number in released if number > locked[0] and number not in locked]
    work = (number for number, one in enumerate(words) if is_done(one, DISMANTLING))
    later = [number for number in work if ends and number > ends[0]]
    if later and not any(ends[0] < number <= later[0] for number in locked):
        yield _finding(procedure.steps[later[0]].address, "work-after", Severity.WARNING)
    if procedure.phase is Phase.MAINTENANCE and not any(number >= locked[0] for number in released):
        yield _finding(procedure.address, "never-released", Severity.INFO)


def _finding(address: Address, fault: str, severity: Severity) -> Finding:
    return finding("SOP123", severity, subject=address, fault=fault, variant=fault)


RULE = Rule(
    code="SOP123",
    name="lockout-order",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "上锁挂牌的次序不对：{fault}",
            "按停机、上锁、泄能、验证、作业、解锁的次序写",
        ),
        "en": (
            "the lockout is out of order: {fault}",
            "write: stop, lock, release energy, verify, work, unlock",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
