"""PLN160 企业或岗位接收的学员过多

含义：同一岗位的学员一般不超过同类岗位在岗人数的 20 %，一家企业的学员一般不超过职工人数的 10 %。人数按实施计划的结对
计算；企业没有写 `staff` 或 `posts` 的不检查。

例：高压溶出岗 24 人，可接收 24 × 20 % = 4 人（取整），计划安排了 6 人。

改法：把一部分学员结对到别的企业，或核对在岗人数；也可以运行 `sopcurric plan`。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）：一般不超过。比例按 2016 年文本的公开转载核对，2021 年文本凭
记忆，所以是警告。数值写在规则集的 `interns-per-post` 和 `interns-per-staff`。

----

PLN160 Too many learners in a plant or at a post

Meaning: learners at a post are usually no more than 20 % of the people at it, those in a plant no more than 10 % of
its staff. They are counted by the pairings of the plan; where a plant says neither `staff` nor `posts`, nothing is
asked.

Example: 24 people work at digestion, so 24 × 20 % = 4 learners (rounded down), and the plan has 6.

Cure: pair learners with mentors of other plants, or check the numbers; or run `sopcurric plan`.

Source: national rules for internships (教职成〔2021〕4号): usually. The shares were checked against public copies of
the text of 2016 and recalled for that of 2021, so this is a warning. They stand in the profile as `interns-per-post`
and `interns-per-staff`.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import severity_of
from sopcurric.model.planning import Plant
from sopcurric.model.profile import Number
from sopcurric.model.standing_plan import StandingPlan, standing_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for plan in standing_plans(compilation):
        for plant in plan.demand.plants:
            learners = {
                (one.group.id, one.paired.learner): one.group.job for one in plan.pairs if one.paired.plant == plant.id
            }
            yield from _of_plant(plan, plant, list(learners.values()))


def _of_plant(plan: StandingPlan, plant: Plant, jobs: list[str]) -> Iterator[Finding]:
    demand = plan.demand
    for job in dict.fromkeys(jobs):
        most = demand.most_at_post(plant, job)
        if most is not None and demand.post_share and jobs.count(job) > most:
            yield _many(plan, plant, demand.post_share, (jobs.count(job), plant.posts[job], most), job)
    most = demand.most_in_plant(plant)
    if most is not None and demand.staff_share and len(jobs) > most:
        yield _many(plan, plant, demand.staff_share, (len(jobs), plant.staff, most), "")


def _many(plan: StandingPlan, plant: Plant, number: Number, counts: tuple[int, int, int], job: str) -> Finding:
    learners, people, most = counts
    return finding(
        "PLN160",
        severity_of(number),
        subject=f"@programme/{plan.demand.programme}/{plant.id}",
        plant=plant.id,
        job=job or "—",
        learners=learners,
        people=people,
        share=f"{number.value * 100:g} %",
        most=most,
        variant="post" if job else "staff",
    )


RULE = Rule(
    code="PLN160",
    name="too-many-learners-in-plant",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "企业 `{plant}` 安排了 `{learners}` 名学员，按 {people} 人 × {share} 可接收 `{most}` 名",
            "减少安排的学员",
        ),
        "en": (
            "plant `{plant}` has `{learners}` learners, and {people} people × {share} make `{most}`",
            "place fewer learners there",
        ),
    },
    check=_check,
    variants={
        "zh": {
            "post": "岗位 `{job}` 在岗 {people} 人：把 {learners} 名学员中的一部分安排到别的企业",
            "staff": "职工 {people} 人：把 {learners} 名学员中的一部分安排到别的企业",
        },
        "en": {
            "post": "{people} people work at `{job}`: place some of the {learners} learners in other plants",
            "staff": "it has {people} people: place some of the {learners} learners in other plants",
        },
    },
)
