"""What the READMEs show is right."""

import re
from pathlib import Path

import pytest

from generators import checked

TOP = Path(__file__).parent.parent
_BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(name: str) -> list[str]:
    return _BLOCK.findall((TOP / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_sops_that_are_shown_are_read(name: str) -> None:
    sops = [block for block in blocks(name) if "procedures:" in block]
    assert len(sops) == 2
    for sop in sops:
        head = "" if "job:" in sop else "job: {code: DIG, title: 溶出工}\n"
        found = checked({"sopcurric.yaml": "project: {name: 案例}\n", "sops/a.yaml": head + sop}).findings
        assert [one for one in found if one.gravity < 2] == []


def keys(block: str) -> list[str]:
    return sorted(re.findall(r"[a-z_]+:", re.sub(r"#.*", "", block)))


def test_both_readmes_show_the_same() -> None:
    english, chinese = ([keys(block) for block in blocks(one)] for one in ("README.md", "README.zh-CN.md"))
    assert english == chinese
