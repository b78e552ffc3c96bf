# ruff: noqa: E501, INP001, PLR2004, S311
"""Made-up procedures of many plants for benchmarks: realistic titles and steps, each plant in its own words.

Everything follows from the seed. Works are (equipment, deed); a plant has words of its own for equipment and deeds,
copies some procedures from a neighbour word for word, changes others a little, and leaves some titles bare.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopcurric.linguistics.corpus import Document

EQUIPMENT = [
    "离心泵",
    "隔膜泵|高压隔膜泵",
    "喂料泵|给料泵",
    "渣浆泵|矿浆泵",
    "真空泵|水环真空泵",
    "螺杆泵",
    "计量泵|加药泵",
    "循环水泵",
    "凝结水泵",
    "球磨机|磨机",
    "破碎机|颚式破碎机",
    "圆锥破碎机",
    "振动筛",
    "旋流器|水力旋流器",
    "浓密机|浓缩机",
    "沉降槽|沉降器",
    "压滤机|板框机",
    "带式过滤机|皮带过滤机",
    "立盘过滤机",
    "分解槽",
    "种分槽|种子分解槽",
    "预热器|管式预热器",
    "溶出器|压煮器",
    "自蒸发器|闪蒸槽",
    "回转窑|大窑",
    "焙烧炉|悬浮焙烧炉",
    "冷却机",
    "电收尘|电除尘器",
    "布袋除尘器|袋收尘",
    "排风机|引风机",
    "鼓风机|罗茨风机",
    "空压机|空气压缩机",
    "储气罐",
    "冷干机",
    "锅炉|循环流化床锅炉",
    "给水泵|锅炉给水泵",
    "除氧器",
    "汽轮机",
    "发电机",
    "变压器|主变压器",
    "高压开关柜|高压柜",
    "电动机|电机",
    "变频器",
    "皮带机|皮带输送机",
    "斗提机|斗式提升机",
    "螺旋输送机|绞刀",
    "堆取料机|斗轮机",
    "行车|桥式起重机",
    "电动葫芦",
    "电解槽",
    "打壳机",
    "整流柜|整流器",
    "铸造机|连铸机",
    "混合炉|保温炉",
    "阳极炉",
    "转炉",
    "闪速炉",
    "萃取槽",
    "电积槽",
    "反应釜",
    "搅拌槽|搅拌桶",
    "换热器|板式换热器",
    "冷凝器",
    "蒸发器|降膜蒸发器",
    "结晶器",
    "离心机|卧螺离心机",
    "干燥机|烘干机",
    "包装机|打包机",
    "地磅|汽车衡",
]
DEEDS: dict[str, tuple[str, str]] = {
    "start": ("启动|开车|投运|开机", "start-up"),
    "stop": ("停运|停车|停机|停用", "shutdown"),
    "check": ("开车前检查|启动前检查|投运前确认", "preparation"),
    "patrol": ("巡检|巡回检查|点检|巡视", "inspection"),
    "clean": ("清理|清洗|清扫", "maintenance"),
    "lubricate": ("润滑|加油|加注润滑油", "maintenance"),
    "isolate": ("检修前隔离|停电挂牌|上锁挂牌", "maintenance"),
    "adjust": ("调节|负荷调整|工艺调整", "normal-operation"),
    "sample": ("取样|采样", "quality-check"),
    "switch": ("倒机|切换|倒换", "normal-operation"),
    "trip": ("跳停处置|故障停机处理|突然停机应急处置", "emergency"),
    "leak": ("泄漏处置|跑料处理|漏料应急处置", "emergency"),
}
STEPS: dict[str, str] = {
    "start": "检查{e}{p}在规定范围|盘车{n}圈无卡涩|打开{e}进口阀|按下{e}启动按钮|缓慢开大出口阀|观察电流不超过{n}A|确认{p}正常|通知中控{e}已运行",
    "stop": "联系上下游岗位准备停{e}|逐步降低{e}负荷|关闭出口阀|按停止按钮停{e}|关闭进口阀|排空{e}内余料|冲洗{e}及管道|记录停机时间",
    "check": "确认{e}检修工作票已终结|清除{e}周围杂物|检查{e}地脚螺栓紧固|检查{p}|检查安全防护罩完好|试{e}联锁{n}次|报告具备条件",
    "patrol": "查看{e}{p}|听{e}运行声音有无异响|测量{e}轴承温度不超过{n}℃|检查{e}有无泄漏|清理{e}平台积料|填写{e}巡检记录",
    "clean": "停运{e}并隔离|打开{e}人孔通风{n}分钟|用高压水冲洗{e}内壁结疤|清出积料|检查{e}内部磨损|封闭人孔|恢复{e}备用",
    "lubricate": "核对{e}润滑油牌号|清洁{e}加油口|按定额给{e}加注{n}升|检查油位|擦净油迹|登记{e}润滑台账",
    "isolate": "停{e}并切断动力电源|关闭{e}进出口阀并加盲板|每人上锁挂牌|验电确认无电|试启动{e}确认|办理{e}检修许可",
    "adjust": "查看{e}{p}趋势|将{e}给定值调整{n}%|观察{p}变化|核对{e}出口指标|偏离时恢复原值|记录调整原因",
    "sample": "打开{e}取样阀放净死料|接取{e}样品{n}毫升|关闭取样阀|贴标签注明{e}和时间|送化验室分析|根据结果调整{p}",
    "switch": "检查备用{e}具备启动条件|启动备用{e}|确认备用{e}{p}正常|逐步转移负荷|停原运行{e}|将停下的{e}转入备用",
    "trip": "确认{e}已停并按下急停|关闭{e}进出口阀|报告调度和班长|查明{e}跳停原因|确认{p}恢复|经同意重新启动{e}",
    "leak": "撤离{e}周围人员并警戒|停{e}切断来源|穿戴防护用品|围堵收集{e}漏料|冲洗现场|处理{e}漏点|试压{n}MPa",
}
THINGS = (
    "油位",
    "油压",
    "振动",
    "冷却水流量",
    "密封水压力",
    "电流",
    "轴承温度",
    "料位",
    "进口压力",
    "出口温度",
    "液位",
    "转速",
)
SWAPS = (
    ("检查", "查看"),
    ("确认", "核实"),
    ("打开", "开启"),
    ("关闭", "关严"),
    ("通知", "联系"),
    ("记录", "登记"),
    ("清理", "清扫"),
    ("缓慢", "逐渐"),
    ("测量", "检测"),
    ("按下", "按"),
    ("冲洗", "用水冲洗"),
    ("报告", "汇报"),
)
OWN = ("1#", "2#", "一系列", "二系列", "A", "B", "东区", "西区", "新系统", "老系统")


@dataclass(frozen=True, slots=True)
class Made:
    """A procedure, of which job it is, in which phase, and which work it is."""

    document: Document
    job: str
    phase: str
    work: str


def procedures(count: int, seed: int = 1, per_job: int = 6) -> Iterator[Made]:
    """This many procedures; jobs hold `per_job` of them, plants forty jobs."""
    rng = random.Random(seed)
    works = [(equipment, deed) for equipment in EQUIPMENT for deed in DEEDS]
    before: list[Made] = []
    for number in range(count):
        job = number // per_job
        plant = job // 40
        address = f"plant{plant:03}/J{job:05}/P{number % per_job + 1}"
        if before and rng.random() < 0.25:
            made = _copied(rng.choice(before[-4000:]), address, f"J{job:05}", rng)
        else:
            made = _written(address, f"J{job:05}", rng.choice(works), random.Random(f"{seed}/{plant}"), rng)
        before.append(made)
        yield made


def _written(address: str, job: str, work: tuple[str, str], habits: random.Random, rng: random.Random) -> Made:
    names, deed = work[0].split("|"), work[1]
    style = habits.random()
    name = names[int(habits.random() * len(names))]
    words = DEEDS[deed][0].split("|")
    verb = words[int(style * len(words))]
    own = rng.choice(OWN) + name if rng.random() < 0.3 else name
    title = f"{own}{verb}" if style < 0.6 else f"{verb}{own}" if style < 0.9 else f"{own}{verb}操作"
    if rng.random() < 0.03:
        title = verb if rng.random() < 0.8 else ""
    lines = STEPS[deed].split("|")
    kept = [line for line in lines if rng.random() < 0.85]
    told = (
        line.format(e=name if rng.random() < 0.7 else "", p=rng.choice(THINGS), n=rng.randint(1, 60)) for line in kept
    )
    swaps = [swap for swap in SWAPS if habits.random() < 0.5]
    return Made(
        Document(address, title, tuple(_swapped(line, swaps) for line in told), job),
        job,
        DEEDS[deed][1],
        work[0] + deed,
    )


def _swapped(line: str, swaps: Sequence[tuple[str, str]]) -> str:
    for old, new in swaps:
        line = line.replace(old, new)
    return line


def _copied(made: Made, address: str, job: str, rng: random.Random) -> Made:
    """The same words, or with a line left out, or with one character of the title doubled."""
    old = made.document
    body, title = old.body, old.title
    way = rng.random()
    if way < 0.4 and len(body) > 1:
        gone = rng.randrange(len(body))
        body = body[:gone] + body[gone + 1 :]
    elif way < 0.5 and title:
        at = rng.randrange(len(title))
        title = title[:at] + title[at] + title[at:]
    return Made(Document(address, title, body, job), job, made.phase, made.work)
