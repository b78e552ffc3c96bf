# ruff: noqa: INP001, T201, S603, S311
"""Print what commands cost beside yardsticks: `python benchmarks/check_and_build.py [N …] [--check-only]`.

For each N (43 unless given) a repository of N synthetic Chinese SOPs is written into a temporary folder, the same on
every machine. Each line is a command of ours and a yardstick, run in turn; the figures are user and system CPU seconds
of whole processes (medians of three rounds), their ratio (median of the pairs), and our peak memory. A first run that
does not count leaves bytecode behind, as an installation does. A report only: nothing is asserted.
"""

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from sopcurric.app.schemas import schema_text

ROUNDS = 3
SEED = 20260901

# --- SOPs that nobody wrote ---

PLANTS = ("东岭", "西河", "南坪", "北川", "云岭", "青山", "白水", "红岩")
TRADES = (
    ("DIG", "溶出工", "溶出机组", "隔膜泵", "矿浆", "溶出温度", "260–280 ℃"),
    ("SET", "沉降工", "沉降槽", "耙机", "赤泥", "底流密度", "1.3–1.5 t/m³"),
    ("PRC", "分解工", "分解槽", "搅拌机", "精液", "分解温度", "52–62 ℃"),
    ("CAL", "焙烧工", "焙烧炉", "喂料螺旋", "氢氧化铝", "主炉温度", "950–1100 ℃"),
    ("EVA", "蒸发工", "蒸发器", "循环泵", "母液", "真空度", "-0.09–-0.08 MPa"),
    ("CEL", "电解工", "电解槽", "打壳机", "铝液", "槽温", "945–965 ℃"),
    ("AND", "阳极组装工", "中频炉", "压脱机", "磷铁", "浇铸温度", "1380–1450 ℃"),
    ("CST", "铸造工", "混合炉", "铸造机", "铝液", "铸造温度", "690–720 ℃"),
    ("ROL", "轧制工", "冷轧机", "卷取机", "板带", "轧制力", "6–12 MN"),
    ("GAS", "煤气工", "煤气炉", "加煤机", "煤气", "出口压力", "1.5–3.0 kPa"),
    ("BOI", "锅炉工", "循环流化床锅炉", "给煤机", "蒸汽", "主汽温度", "535–545 ℃"),
    ("WTR", "水处理工", "反渗透装置", "高压泵", "除盐水", "电导率", "≤ 5 μS/cm"),
)
PHASES = ("quality", "preparation", "start-up", "normal", "inspection", "shutdown", "maintenance", "handover")
WORK = (
    "启动{0}", "停运{0}", "巡回检查{0}", "调节{4}", "取样化验{3}", "清理{2}", "更换{2}密封件", "切换{1}",
    "开车前检查{0}", "处理{2}堵塞",
)  # fmt: skip
STEPS = (
    "检查{2}油位，应在视镜 1/2–2/3",
    "确认{0}安全阀铅封完好",
    "打开{0}入口阀，缓慢升压",
    "通知主控和上下游岗位",
    "启动{2}，观察电流是否平稳",
    "读取{4}，应在 {5}",
    "关闭{0}出口阀",
    "排净{0}内{3}",
    "用红外测温仪测量{2}轴承温度，不高于 75 ℃",
    "清扫现场，清点工具",
    "取{3}样约 200 g 送化验室",
    "调整{2}转速，每次不超过 2 %",
    "检查{0}法兰和阀门，应无泄漏",
    "核对{4}与现场仪表，应一致",
    "盘车两圈，应无卡涩",
)
SHARED = {
    "上锁挂牌": (
        "查阅能量清单，识别隔离点",
        "断开动力电源，逐一上锁并挂牌",
        "释放残余能量",
        "按启动按钮试启动，设备应不动作",
        "将开关复位到停止位",
        "作业完毕由上锁人本人解锁摘牌",
    ),
    "岗位交接班": (
        "提前 15 min 到岗，穿戴好劳动防护用品",
        "现场对口交接，检查设备和安全设施",
        "查看上一班运行记录",
        "交清当班异常和未完成工作",
        "双方在交接班记录上签字",
    ),
}
"""Procedures that all plants have word for word."""


@dataclass(frozen=True)
class Job:
    """A trade in a plant: the words that its SOP is made of."""

    number: int
    code: str
    title: str
    names: tuple[str, ...]


def jobs(count: int) -> Iterator[Job]:
    """Jobs; the first of a longer list are those of a shorter one."""
    for number in range(count):
        code, title, *names = TRADES[number % len(TRADES)]
        plant = PLANTS[number // len(TRADES) % len(PLANTS)]
        yield Job(number, f"{code}{number:03}", f"{plant}{title}", tuple(names))


def sop(job: Job) -> str:
    """An SOP of about 150 lines."""
    chance = random.Random(f"{SEED}-{job.number}")
    vessel, machine, medium, parameter, value = job.names
    words = (vessel, "备用设备", machine, medium, parameter, value)
    lines = [
        "document:",
        f"  number: {job.code}-01",
        '  version: "1.0"',
        "  department: 生产车间",
        '  effective: "2026-03-01"',
        f"job: {{code: {job.code}, title: {job.title}}}",
        "duties:",
        *(f"  - {{id: D{n}, title: 完成{vessel}第 {n} 项工作，保证{medium}合格。}}" for n in range(1, 4)),
        "equipment:",
        *(
            f"  - {{id: E{n}, title: {n} 号{name}, function: 处理{medium}}}"
            for n, name in enumerate((vessel, machine), 1)
        ),
        "parameters:",
    ]
    for n in range(1, 5):
        lines += [
            f"  - id: T{n}",
            f"    title: {n} 号{parameter}",
            f'    range: "{value}"',
            "    frequency: 每小时记录",
            "    instrument: 变送器",
        ]
    lines.append("procedures:")
    chosen = chance.sample(WORK, 5)
    for n, (title, steps) in enumerate([(work.format(*words), None) for work in chosen] + list(SHARED.items()), 1):
        lines += [
            f"  - id: P{n}",
            f"    title: {title}",
            f"    phase: {PHASES[n % len(PHASES)]}",
            "    frequency: each-shift",
            "    hazards: [H1]",
        ]
        lines.append("    steps:")
        for m, step in enumerate(steps or chance.sample(STEPS, chance.randint(6, 9)), 1):
            critical = ", critical: true" if m % 4 == 0 else ""
            words_of_step = json.dumps(step.format(*words), ensure_ascii=False)
            lines.append(f"      - {{id: S{m}, text: {words_of_step}, parameters: [T{m % 4 + 1}]{critical}}}")
    lines.append("deviations:")
    for n in range(1, 4):
        lines += [
            f"  - id: V{n}",
            f"    title: {n} 号{parameter}偏高",
            f"    causes: [{medium}量偏大, 仪表故障]",
            "    consequence: 产品不合格。",
        ]
        lines += [
            f"    actions: [对照上下游测点, 减小{machine}转速, 报告主控]",
            "    report: 报告主控和班长。",
            f"    procedures: [P{n}]",
            f"    parameters: [T{n}]",
        ]
    lines.append("hazards:")
    for n, hazard in enumerate(("机械伤害", f"{medium}烫伤", "触电"), 1):
        lines += [
            f"  - id: H{n}",
            f"    title: {hazard}",
            "    controls: [防护罩齐全, 停机上锁]",
            "    ppe: [安全帽, 护目镜]",
            "    first_aid: 立即停机，报告主控。",
        ]
    lines += ["records:", "  - {id: LOG, title: 运行记录, columns: [时间, 数值, 记录人]}"]
    return "\n".join(lines) + "\n"


def repository(folder: Path, count: int) -> None:
    """A repository with that many SOPs."""
    (folder / "sops").mkdir(parents=True)
    (folder / "sopcurric.yaml").write_text("project: {name: 量测}\nformats: [html, markdown]\n", encoding="utf-8")
    for job in jobs(count):
        (folder / "sops" / f"{job.code}.yaml").write_text(sop(job), encoding="utf-8")


# --- Measuring ---


@dataclass(frozen=True)
class Cost:
    """What a process took."""

    seconds: float
    peak: float
    output: str = ""


def cost(command: Sequence[str | Path], **more: str) -> Cost:
    """Run a command; CPU seconds of it and its children, and the memory of the largest of them in MiB.

    Raises:
        CalledProcessError: it did not succeed, so that its cost means nothing.
    """
    environment = {**os.environ, **more}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed has its bytecode
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = subprocess.Popen([*map(str, command)], stdout=out, stderr=err, env=environment)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if child.returncode:
            print(err.read().decode(errors="replace")[-2000:], file=sys.stderr)
            raise subprocess.CalledProcessError(child.returncode, command[0])
        return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, out.read().decode())


def median(costs: Sequence[Cost]) -> Cost:
    """The cost in the middle, with the highest peak."""
    seconds = statistics.median(one.seconds for one in costs)
    return replace(costs[-1], seconds=seconds, peak=max(one.peak for one in costs))


def line(what: str, ours: Sequence[Cost], yardstick: str, theirs: Sequence[Cost]) -> None:
    """A line of the table."""
    mine, other = median(ours), median(theirs)
    ratio = statistics.median(one.seconds / two.seconds for one, two in zip(ours, theirs, strict=True))
    print(
        f"{what:22} {mine.seconds:8.2f} {mine.peak:8.0f}   {yardstick:36} {other.seconds:8.2f} {ratio:8.3f}", flush=True
    )


# --- Yardsticks ---

STAT = """
import os, sys
for place, _, names in os.walk(sys.argv[1]):
    for name in names:
        os.stat(os.path.join(place, name))
"""
LOOP = """
import os, sys
from jinja2 import Environment
page = Environment(autoescape=True).from_string('''<!doctype html><html><head><title>{{ title }}</title></head><body>
<h1>{{ title }}</h1><table>{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>
{% endfor %}</table>{% for one in notes %}<p>{{ one }}</p>{% endfor %}</body></html>''')
folder, count = sys.argv[1], int(sys.argv[2])
os.makedirs(folder)
for number in range(count):
    rows = [[str(n), f'检查第 {number} 页第 {n} 项，应符合要求', '目视', '完好', '□'] for n in range(12)]
    with open(os.path.join(folder, f'{number}.html'), 'w', encoding='utf-8') as file:
        file.write(page.render(title=f'第 {number} 页', rows=rows, notes=['<说明>'] * 6))
"""
PRINT = """
import sys
from pathlib import Path
import typst
from sopcurric.io.resources import fonts
known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts()])
for path in sorted(Path(sys.argv[1]).iterdir()):
    typst.Compiler(root=str(fonts()), font_paths=known, ignore_system_fonts=True).compile(
        path.read_bytes(), format='pdf', pdf_standards='a-2b', timestamp=0)
"""
KEEP = """
import os, sys
from itertools import count
from pathlib import Path
from sopcurric.printing import typst_printing
from sopcurric.renderers import pdf
folder = Path(os.environ['SOURCES'])
folder.mkdir()
number = count()
def keep(source, context):
    (folder / f'{next(number):05}.typ').write_text(source, encoding='utf-8')
    return b''
pdf.printed = keep
from sopcurric.__main__ import main
main()
"""


def checker() -> tuple[str, ...] | None:
    """How check-jsonschema is called, if there is one."""
    found = shutil.which("check-jsonschema")
    if found:
        return (found,)
    return (sys.executable, "-m", "check_jsonschema") if find_spec("check_jsonschema") else None


def measure(count: int, folder: Path, *, check_only: bool) -> None:
    """All lines for one size."""
    plant = folder / "plant"
    repository(plant, count)
    files = sorted((plant / "sops").iterdir())
    lines = statistics.median(len(path.read_text(encoding="utf-8").splitlines()) for path in files)
    print(f"\n{count} SOPs, median {lines:.0f} lines")
    print(f"{'command':22} {'CPU s':>8} {'peak MiB':>8}   {'yardstick':36} {'CPU s':>8} {'ratio':>8}")
    bench = Bench(plant, folder)
    bench.check(files)
    if not check_only:
        bench.build()
        bench.repeat()
        bench.print()


@dataclass(frozen=True)
class Bench:
    """A repository and a folder for what is made of it."""

    plant: Path
    folder: Path

    def ours(
        self, *arguments: str | Path, cache: str = "cache", python: tuple[str, ...] = ("-m", "sopcurric"), **more: str
    ) -> Cost:
        """What a command of ours costs."""
        where = ("-C", self.plant, "--cache-dir", self.folder / cache)
        return cost((sys.executable, *python, *arguments, *where), **more)

    def check(self, files: Sequence[Path]) -> None:
        """A cold check, beside a JSON Schema check of the same files."""
        schema = self.folder / "sop.schema.json"
        schema.write_text(schema_text("sop"), encoding="utf-8")
        known = checker()
        yardstick: tuple[str | Path, ...] = (
            (*known, "--schemafile", schema, *files) if known else (sys.executable, "-I", "-c", "pass")
        )
        self.ours("check", "--select", "SOP001", cache="check-first")
        pairs = [(self.ours("check", cache=f"check-{n}"), cost(yardstick)) for n in range(ROUNDS)]
        name = "check-jsonschema" if known else "bare interpreter (no check-jsonschema)"
        line("check, cold", [one for one, _ in pairs], name, [two for _, two in pairs])
        if not known:
            print("  for the yardstick: pip install check-jsonschema")

    def build(self) -> None:
        """A full build of HTML and Markdown, beside as many plain pages."""
        ours, theirs = [], []
        for n in range(ROUNDS):
            ours.append(self.ours("build", "--json", "--out", self.folder / f"out-{n}", cache=f"build-{n}"))
            pages = sum(one["files"] for one in json.loads(ours[-1].output))
            theirs.append(self.pages(n, pages))
        name = "Hugo, as many pages" if shutil.which("hugo") else "plain Jinja loop, as many pages"
        line("build, cold", ours, name, theirs)

    def pages(self, turn: int, count: int) -> Cost:
        """As many pages by Hugo, or by a bare loop where there is no Hugo."""
        site = self.folder / f"site-{turn}"
        if not shutil.which("hugo"):
            return cost((sys.executable, "-I", "-c", LOOP, site, str(count)))
        (site / "content").mkdir(parents=True)
        (site / "layouts/_default").mkdir(parents=True)
        (site / "hugo.toml").write_text("disableKinds = ['taxonomy', 'RSS', 'sitemap']\n", encoding="utf-8")
        (site / "layouts/_default/single.html").write_text("<h1>{{ .Title }}</h1>{{ .Content }}", encoding="utf-8")
        rows = "\n".join(f"| {n} | 检查第 {n} 项，应符合要求 | 目视 | 完好 | □ |" for n in range(12))
        page = f"|  |  |  |  |  |\n|--|--|--|--|--|\n{rows}\n"
        for number in range(count):
            words = f"---\ntitle: 第 {number} 页\n---\n{page}"
            (site / "content" / f"{number}.md").write_text(words, encoding="utf-8")
        return cost(("hugo", "--quiet", "--source", site))

    def repeat(self) -> None:
        """A build after nothing changed, and after one step was reworded."""
        out = ("--out", self.folder / "out-0")
        again, stat, changed, full = [], [], [], []
        path = min((self.plant / "sops").iterdir())
        words = path.read_text(encoding="utf-8")
        for n in range(ROUNDS):
            again.append(self.ours("build", *out, cache="build-0"))
            stat.append(cost((sys.executable, "-I", "-S", "-c", STAT, self.plant)))
            path.write_text(words.replace('text: "', 'text: "' + "再次" * (n + 1), 1), encoding="utf-8")
            changed.append(self.ours("build", *out, cache="build-0"))
            full.append(self.ours("build", "--out", self.folder / f"full-{n}", cache=f"full-{n}"))
        path.write_text(words, encoding="utf-8")
        line("build, nothing changed", again, "bare interpreter + stat of inputs", stat)
        line("build, one SOP changed", changed, "our own full build", full)

    def print(self) -> None:
        """PDF, beside Typst in a bare loop over the same sources; once, as it takes long."""
        sources = self.folder / "sources"
        known = self.ours("build", "--out", self.folder / "md", "--format", "markdown", "--json", cache="build-0")
        leaves = sum(one["leaves"] for one in json.loads(known.output))
        project = self.plant / "sopcurric.yaml"
        project.write_text(project.read_text(encoding="utf-8").replace("[html, markdown]", "[pdf]"), encoding="utf-8")
        self.ours("build", "--out", self.folder / "kept", cache="kept", python=("-c", KEEP), SOURCES=str(sources))
        made = self.ours("build", "--out", self.folder / "pdf", cache="pdf")
        bare = cost((sys.executable, "-c", PRINT, sources))
        line("build, PDF, cold", [made], "Typst in a bare loop", [bare])
        print(
            f"  {leaves} leaves: {1000 * made.seconds / leaves:.1f} ms a leaf, bare {1000 * bare.seconds / leaves:.1f}"
        )


def main() -> None:
    """Read the arguments and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sizes", metavar="N", nargs="*", type=int, default=[43])
    parser.add_argument("--check-only", action="store_true", help="leave the builds out")
    given = parser.parse_args()
    for count in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(count, Path(folder), check_only=given.check_only)


if __name__ == "__main__":
    main()
