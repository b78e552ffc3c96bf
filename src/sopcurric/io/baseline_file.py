"""The text of the file with findings that are known already: one finding to a line, so that branches merge."""

import json
from collections.abc import Iterable

from sopcurric.diagnostics.report import safe
from sopcurric.model.files.baseline import KnownFinding

_HEAD = """\
# 已有问题清单：由 sopcurric check --write-baseline 写入，随仓库提交；其中的问题不再报告。
# Findings that are not reported any more: written by sopcurric check --write-baseline; commit it.
format: 1
"""


def baseline_text(findings: Iterable[KnownFinding]) -> str:
    """The file, ordered by file and code: the same findings give the same bytes."""
    lines = sorted((one.file, one.code, one.fingerprint, one.times) for one in findings)
    if not lines:
        return f"{_HEAD}findings: []\n"
    return f"{_HEAD}findings:\n" + "".join(_line(*one) for one in lines)


def _line(file: str, code: str, fingerprint: str, times: int) -> str:
    named = json.dumps(safe(file), ensure_ascii=False)
    often = f", times: {times}" if times > 1 else ""
    return f'  - {{file: {named}, code: {code}, fingerprint: "{fingerprint}"{often}}}\n'
