# ruff: noqa: INP001
"""Makes a curriculum repository of the size of the founding programme, with fictional names only.

    python examples/founding-scale/make.py FOLDER [SEED]

32 plants, 43 jobs, 57 mentors, 10 bases, 240 students in 60 groups: one plan for `sopcurric plan`. The same seed makes
the same files. SOPs are as small as they can be; what is of full size is who must be placed where and when.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

LINES = (
    ("氧化铝", "格子磨", "溶出机组", "隔膜泵", "沉降槽"),
    ("电解铝", "超浓相输送", "电解槽", "多功能天车", "净化风机"),
    ("炭素", "回转窑", "混捏锅", "振动成型机", "焙烧炉"),
    ("铝加工", "熔保炉", "铸轧机", "冷轧机", "退火炉"),
    ("铜熔炼", "精矿干燥机", "闪速炉", "余热锅炉", "转炉"),
    ("铜电解", "阳极整形机", "电解槽组", "循环泵站", "剥片机组"),
    ("铅冶炼", "圆盘造粒机", "底吹炉", "鼓风炉", "烟化炉"),
    ("锌冶炼", "沸腾炉", "浸出槽", "净液压滤机", "熔铸机组"),
    ("镍冶炼", "顶吹炉喷枪", "磨浮球磨机", "高压釜", "电积槽"),
    ("稀土分离", "酸溶釜", "萃取槽", "沉淀罐", "灼烧隧道窑"),
    ("烟气制酸", "动力波洗涤器", "转化器", "干吸塔", "主鼓风机"),
)
POSTS = ("备料", "主控", "巡操", "点检")
PLANTS, JOBS, MENTORS, BASES, GROUPS, LEARNERS = 32, 43, 57, 10, 60, 4
AWAY, CRITICAL = 2, 4
PROCEDURES = (
    ("start-up", "monthly", "启动{machine}", "hazard"),
    ("normal", "each-shift", "调节{machine}负荷", ""),
    ("inspection", "each-shift", "巡检{machine}", ""),
    ("emergency-shutdown", "rarely", "{machine}紧急停车", "hazard"),
)
STEPS = (
    "查看上一班的{machine}运行记录。",
    "检查{machine}的紧固件和防护罩。",
    "核对{machine}的仪表读数。",
    "确认{machine}周围无人。",
    "通知主控室准备操作{machine}。",
    "操作{machine}的现场控制箱。",
    "观察{machine}的电流和振动。",
    "调节{machine}到规定负荷。",
    "填写{machine}的操作记录。",
)
GRADES = (("首席技师", "chief"), ("高级技师", "senior-technician"), ("技师", "technician"))


def jobs() -> list[tuple[str, str, str]]:
    """Code, title and main machine of each job."""
    made = [
        (f"L{line + 1:02}{post + 1}", f"{LINES[line][0]}{POSTS[post]}工", LINES[line][post + 1])
        for line in range(len(LINES))
        for post in range(len(POSTS))
    ]
    return made[:JOBS]


def sop(code: str, title: str, machine: str) -> dict[str, object]:
    """The SOP of a job: four procedures of nine steps."""
    return {
        "job": {"code": code, "title": title},
        "equipment": [{"id": "E1", "title": machine}],
        "hazards": [
            {"id": "H1", "title": f"{machine}喷溅伤人", "risk": "major", "controls": ["站在侧面"], "ppe": ["防护面罩"]}
        ],
        "procedures": [
            {
                "id": f"P{number}",
                "title": name.format(machine=machine),
                "phase": phase,
                "frequency": frequency,
                "equipment": ["E1"],
                **({"hazards": ["H1"]} if hazard else {}),
                "steps": [
                    {
                        "id": f"S{place}",
                        "text": step.format(machine=machine),
                        "critical": bool(hazard) and place > CRITICAL,
                    }
                    for place, step in enumerate(STEPS, start=1)
                ],
            }
            for number, (phase, frequency, name, hazard) in enumerate(PROCEDURES, start=1)
        ],
    }


def staff(dice: Random) -> tuple[list[dict[str, object]], list[dict[str, object]], list[dict[str, object]]]:
    """Plants with posts and a roster, mentors with substitutes, and groups that find a place there."""
    codes = [code for code, _, _ in jobs()]
    groups = [codes[number % JOBS] for number in range(GROUPS)]
    dice.shuffle(groups)
    plants, mentors = [], []
    for number in range(PLANTS):
        own = sorted({*groups[number::PLANTS], dice.choice(codes)})
        plants.append(
            {
                "id": f"plant-{number + 1}",
                "role": "plant",
                "title": f"云岭第{number + 1}厂（虚构）",
                "duties": ["提供岗位、导师和实训场地。"],
                "staff": dice.randrange(110, 400, 10),
                "posts": [{"job": job, "staff": dice.randrange(20, 60)} for job in own],
                **({"closed": closure(dice, 6)} if number % 8 == 0 else {}),
            }
        )
    for number in range(MENTORS):
        plant, twin = number % PLANTS, number + PLANTS if number < PLANTS else number - PLANTS
        title, grade = GRADES[number % len(GRADES)]
        with_twin = twin < MENTORS
        mentors.append(
            {
                "id": f"M{number + 1}",
                "title": f"导师{number + 1}（虚构）",
                "level": title,
                "grade": grade,
                "partner": f"plant-{plant + 1}",
                "jobs": [post["job"] for post in plants[plant]["posts"]],
                "apprentices": 5 if with_twin else 8,
                **({"substitutes": [f"M{twin + 1}"]} if with_twin else {}),
                **({"away": closure(dice, 5)} if with_twin and number < PLANTS and dice.randrange(5) < AWAY else {}),
            }
        )
    made = [
        {"id": f"G{number + 1}", "title": f"第{number + 1}组", "learners": LEARNERS, "job": job}
        for number, job in enumerate(groups)
    ]
    return plants, mentors, made


def closure(dice: Random, semester: int) -> list[dict[str, object]]:
    """Two weeks of a semester."""
    first = dice.randrange(2, 14)
    return [{"semester": semester, "first": first, "last": first + 1, "why": "检修或外出"}]


def bases(dice: Random) -> Iterator[dict[str, object]]:
    """Three bases of the college for simulation, seven of plants for practice in the field."""
    codes = [code for code, _, _ in jobs()]
    for number in range(3):
        own = codes[number::3]
        title = f"仿真实训室{number + 1}"
        yield {"id": f"B{number + 1}", "title": title, "partner": "college", "places": 24, "jobs": own}
    for number in range(BASES - 3):
        yield {
            "id": f"B{number + 4}",
            "title": f"生产性实训基地{number + 1}",
            "partner": f"plant-{number + 1}",
            "places": dice.choice((8, 12)),
            "jobs": codes[number :: BASES - 3],
            "closed": closure(dice, 5),
        }


def programme(dice: Random) -> dict[str, object]:
    """The programme with its cohort."""
    plants, mentors, groups = staff(dice)
    days = ("2026-09-07", "2027-03-01", "2027-09-06", "2028-02-28", "2028-09-04", "2029-02-26")
    college = {"id": "college", "role": "college", "title": "云岭职业技术学院（虚构）", "duties": ["组织教学。"]}
    segments = (
        ("S1", "在校学习", 1.5, "college", "student", "none", 0, ["general", "foundation"]),
        ("S2", "企业课堂", 0.5, "plant", "student", "none", 0, ["theory"]),
        ("S3", "跟岗实践", 0.5, "plant", "apprentice", "post", 12, ["routine"]),
        ("S4", "岗位实习", 0.5, "plant", "quasi-employee", "post", 12, ["demanding"]),
    )
    keys = ("id", "title", "length", "site", "role", "legal_type", "weeks", "takes")
    return {
        "id": "founding-2026",
        "title": "有色金属技术技能人才联合培养方案（虚构，规模测试）",
        "cohort": "2026级",
        "years": 3,
        "major": {"code": "430501", "title": "有色金属智能冶金技术"},
        "goals": {"target": "培养能按操作规程完成岗位任务的技术技能人才。"},
        "basis": "按学徒制组织（虚构）。",
        "partners": [college, *plants],
        "segments": [{**dict(zip(keys, one, strict=True)), "unit": "year"} for one in segments],
        "calendar": {
            "semesters": [
                {"number": number, "start": day, "weeks": 18, "exam_weeks": 1}
                for number, day in enumerate(days, start=1)
            ]
        },
        "groups": groups,
        "mentors": mentors,
        "bases": list(bases(dice)),
    }


def write(folder: Path, seed: int) -> None:
    """Write the repository: JSON is YAML, too."""
    files: dict[str, object] = {
        "sopcurric.yaml": {
            "project": {"name": "云岭有色集团联合培养（虚构）"},
            "modules": {"least": 0},
            "hours": {"per_step": 2},
        },
        "programmes/founding-2026.yaml": programme(Random(seed)),  # noqa: S311 - a case, no secret
        "courses/general.yaml": {
            "courses": [
                {
                    "code": "GE1",
                    "title": "公共基础课程",
                    "category": "general",
                    "nature": "required",
                    "theory_hours": 900,
                    "practice_hours": 300,
                    "segment": "S1",
                    "semesters": [1, 2, 3],
                },
                {
                    "code": "FB1",
                    "title": "安全生产与环境保护",
                    "category": "foundation",
                    "nature": "required",
                    "theory_hours": 200,
                    "practice_hours": 40,
                    "segment": "S2",
                    "semesters": [4],
                },
            ]
        },
        **{f"sops/{code}.yaml": sop(code, title, machine) for code, title, machine in jobs()},
    }
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else 1)
