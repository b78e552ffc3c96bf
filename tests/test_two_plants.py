"""Two examples with repositories of their own, read by a third as one group of occupations."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from sopcurric.app.scaffold import scaffold
from sopcurric.io import resources

pytestmark = pytest.mark.no_cover  # big examples: other tests reach the same lines

GROUP = resources.folder("examples") / "nonferrous-group"
SHARED = {
    "岗位交接班": 13,
    "设备检修前上锁挂牌": 10,
    "启动离心泵": 4,
    "停运离心泵": 4,
    "检测轴承振动和温度": 2,
    "测量电机绝缘电阻": 2,
    "验收检修质量并试车": 2,
}
"""Typical tasks of both plants and how many jobs do them."""


def test_the_group_is_built_with_what_two_plants_have_in_common_and_nothing_else(
    call: Callable[..., CompletedProcess[str]], tmp_path: Path
) -> None:
    cache = ("--cache-dir", tmp_path / "cache")
    done = call("build", "--locked", "--format", "markdown", "-C", GROUP, "--out", tmp_path / "out", *cache)
    assert done.returncode == 0, done.stderr
    names = {path.name for path in (tmp_path / "out/student/markdown").iterdir()}
    assert {"course-DIG", "course-FSM", "shared-skills"} <= names

    tasks = json.loads(call("show", "tasks", "--json", "-C", GROUP, *cache).stdout)
    several = {task["title"]: task["jobs"] for task in tasks if len(task["jobs"]) > 1}
    shared = {title: jobs for title, jobs in several.items() if {job[:3] for job in jobs} == {"YL:", "CL:"}}
    assert {title: len(jobs) for title, jobs in shared.items()} == SHARED
    assert [jobs for title, jobs in several.items() if title not in shared] == [["YL:SLP", "YL:PRC"]]


def test_a_new_group_brings_the_sops_of_both_plants_along(tmp_path: Path) -> None:
    scaffold(tmp_path / "new", GROUP.name)
    text = (tmp_path / "new/sopcurric.yaml").read_text(encoding="utf-8")
    assert "path: ../" not in text
    for plant in ("alumina-refinery", "copper-smelter"):
        assert f"path: {plant}/sops" in text
        copied = {path.name: path.read_bytes() for path in (tmp_path / "new" / plant / "sops").iterdir()}
        assert copied == {path.name: path.read_bytes() for path in (GROUP.parent / plant / "sops").iterdir()}
