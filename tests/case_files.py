"""Case files: one small file is one situation that authors bring about, with the findings that it must have.

The first line of `tests/cases/<group>/<name>.yaml` says in Chinese what the author did. A finding is announced at the
end of its line (`# error: CODE variant`), as in the case files of rules, or, where no comment can stand, by a line at
the top: `# <!-- error: CODE line 3 column 5 variant -->`, with `in PATH` before `line` if it stands in another file.
That steps have no id (SOP025) does not count. Signs that cannot be seen are written `<U+200B>`. The second line may say

* `# file: PATH`: what the file is called (`sops/case.yaml` unless told),
* `# encoding: CODEC` or `# newline: crlf`: how it is stored,
* `# hex`: what follows the comments are bytes.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from generators import RememberingSteps
from sopcurric.app.checking import check
from sopcurric.app.reporting import place
from sopcurric.diagnostics.report import Placed
from sopcurric.io.workspace import MemoryWorkspace

FOLDER = Path(__file__).parent / "cases"
BESIDE = {
    "sopcurric.yaml": "project: {name: 案例}\n",
    "sops/other.yaml": """\
job: {code: DIG, title: 高压溶出工}
procedures:
  - id: P1
    title: 启动隔膜泵
    steps:
      - {id: S1, text: 打开进口阀。}
""",
}
"""What stands beside a case that is not an SOP of its own."""

_HEADER = re.compile(r"(?:#[^\n]*\n)+")
_SETTING = re.compile(r"# (file|encoding|newline): (\S+)$|# (hex)$", re.MULTILINE)
_ESCAPED = re.compile(r"<U\+([0-9A-F]{4,6})>")
_BREAKS = {"crlf": "\r\n", "cr": "\r"}
STEPS = RememberingSteps()


@dataclass(frozen=True, slots=True)
class Stored:
    """A case as it would stand in a repository."""

    path: str
    content: bytes


def stored(words: str) -> Stored:
    """What a case file stands for."""
    header = _HEADER.match(words)
    said = {one[0] or one[2]: one[1] for one in _SETTING.findall("\n".join(words.split("\n")[1:2]))}
    path = said.get("file", "sops/case.yaml")
    body = words[header.end() :] if header else words
    if "hex" in said:
        return Stored(path, bytes.fromhex(body))
    if path != "sops/case.yaml" or body.strip():
        body = words
    text = _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), body)
    text = text.replace("\n", _BREAKS.get(said.get("newline", ""), "\n"))
    return Stored(path, text.encode(said.get("encoding", "utf-8"), "replace"))


def findings_of(case: Stored) -> list[Placed]:
    """The findings of a repository with a case in it."""
    beside = {path: text for path, text in BESIDE.items() if case.path != "sops/case.yaml" or path == "sopcurric.yaml"}
    workspace = MemoryWorkspace({**beside, case.path: case.content})
    checked = check(workspace, STEPS)
    return list(place(checked.findings, checked.loaded.provenance, workspace, "zh"))


_INLINE = re.compile(r"# (error|warning|info): ([A-Z]{3}\d{3})(?: ([\w-]+))?$")
_NOTE = re.compile(
    r"# <!-- (error|warning|info): ([A-Z]{3}\d{3})(?: in (\S+))? line (\d+) column (\d+)(?: ([\w-]+))? -->"
)

Announced = tuple[str, int, str, str, str, int]
"""File, line, severity, code, variant, and column (0 where it is left open)."""


def announced(words: str, path: str) -> list[Announced]:
    """What a case file announces."""
    found: list[Announced] = []
    for number, line in enumerate(words.split("\n"), 1):
        note, inline = _NOTE.match(line), _INLINE.search(line)
        if note:
            found.append((note[3] or path, int(note[4]), note[1], note[2], note[6] or "", int(note[5])))
        elif inline:
            found.append((path, number, inline[1], inline[2], inline[3] or "", 0))
    return found
