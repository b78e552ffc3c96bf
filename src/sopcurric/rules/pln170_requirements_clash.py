"""PLN170 排不出实施计划：几项要求互相冲突

含义：`sopcurric plan` 排不出计划时，列出一组不能同时满足的要求：去掉其中任何一项，其余各项就能满足。每项指出它写在
哪里。

例：基地 `B3` 有 8 个工位，第 5 学期只有 2 个可用的周次，却有 5 个小组要在那里各学一周。

改法：放宽组里的一项要求；怎样放宽最少，见 PLN171。

依据：由求解得出，不是某个文件的规定。

----

PLN170 No plan: requirements clash

Meaning: where `sopcurric plan` finds no plan, it lists requirements that cannot all hold: without any one of them,
the others can. Each says where it is written.

Example: base `B3` has 8 places and two weeks that can be used in semester 5, and five groups need a week there
each.

Cure: let one of them give way; PLN171 says how little is enough.

Source: found by the search, not prescribed by any text.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="PLN170",
    name="requirements-clash",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "排不出实施计划：`{name}` 的{kind}与其他要求冲突（第 {clash} 组，共 {size} 项）",
            "放宽其中一项",
        ),
        "en": (
            "no plan: {kind} of `{name}` clash with other requirements (set {clash}, {size} of them)",
            "let one of them give way",
        ),
    },
    variants={
        "zh": {
            "base": "第 {other} 学期每周最多 {most} 人：增加工位，或让小组到别的基地",
            "closed": "第 {other} 学期有停用的周次：改动停用周次",
            "hours": "第 {other} 学期每周给模块的只有 {most} 学时：减少自拟课程，或把课程移到别的学期",
            "post-weeks": "第 {other} 学期要留 {most} 个整周（在岗实践、整周课程）：减少阶段的 `weeks`",
            "order": "课程 `{other}` 的模块依次开课",
            "theory-first": "`{other}` 要在实践之前结束：调整各阶段的 `takes`",
            "simulation-first": "`{other}` 先在仿真基地训练，再到现场",
            "safety-first": "`{other}` 的安全考试在第一次现场实践之前",
            "prerequisite": "`{other}` 从第 {most} 学期起才能开始：把先修课程提前",
            "one-place": "一个小组一周只在一个地点",
            "fits": "`{other}` 没有可用的教学周：核对校历",
            "fixed": "固定了 `{other}`：去掉 `fixed`，或改动它",
            "post-share": "岗位 `{other}` 最多接收 {most} 人：核对在岗人数，或增加有这个岗位的企业",
            "staff-share": "全厂最多接收 {most} 人：核对职工人数，或增加企业",
            "apprentices": "最多带 {most} 人：增加导师，或提高带徒人数上限",
            "level": "等级低于培养目标等级：换导师，或更正 `grade`",
            "cover": "有些天既没有这位导师、也没有替补导师（学期: 周次 {other}）：写上替补导师",
            "paired": "{most} 名学员都要有岗位 `{other}` 的导师：增加导师",
            "kind.base": "工位数",
            "kind.closed": "停用周次",
            "kind.hours": "每周学时",
            "kind.post-weeks": "在岗实践周",
            "kind.order": "模块次序",
            "kind.theory-first": "先理论后实践",
            "kind.simulation-first": "先仿真后现场",
            "kind.safety-first": "先安全考试后现场",
            "kind.prerequisite": "先修课程",
            "kind.one-place": "一周一个地点",
            "kind.fits": "教学周",
            "kind.fixed": "固定安排",
            "kind.post-share": "岗位接收人数",
            "kind.staff-share": "企业接收人数",
            "kind.apprentices": "带徒人数",
            "kind.level": "导师等级",
            "kind.cover": "导师在岗",
            "kind.paired": "固定导师",
        },
        "en": {
            "base": "at most {most} learners in a week of semester {other}: add places, or other bases for its jobs",
            "closed": "it is closed in weeks of semester {other}: change these weeks",
            "hours": "{most} hours a week are left for modules in semester {other}: move or cut typed-in courses",
            "post-weeks": "semester {other} keeps {most} whole weeks for the post and courses: lower `weeks`",
            "order": "modules of course `{other}` follow each other",
            "theory-first": "`{other}` ends before the practice: change `takes` of the segments",
            "simulation-first": "`{other}` is simulated before the field",
            "safety-first": "the safety examination of `{other}` comes before the first practice in the field",
            "prerequisite": "`{other}` cannot begin before semester {most}: let its prerequisites end earlier",
            "one-place": "a group is at one place in a week",
            "fits": "there are no weeks of teaching for `{other}`: check the calendar",
            "fixed": "`{other}` is fixed: remove `fixed`, or change it",
            "post-share": "the post `{other}` takes {most}: check the number of people, or add plants",
            "staff-share": "the plant takes {most}: check its staff, or add plants",
            "apprentices": "takes {most}: add mentors, or raise the number",
            "level": "is below the level that is aimed at: other mentors, or correct `grade`",
            "cover": "nobody stands in on some days (semester: weeks {other}): name substitutes",
            "paired": "{most} learners need mentors for `{other}`: add mentors",
            "kind.base": "work places",
            "kind.closed": "closed weeks",
            "kind.hours": "hours a week",
            "kind.post-weeks": "weeks at the post",
            "kind.order": "order of modules",
            "kind.theory-first": "theory before practice",
            "kind.simulation-first": "simulation before the field",
            "kind.safety-first": "safety examination before the field",
            "kind.prerequisite": "prerequisites",
            "kind.one-place": "one place in a week",
            "kind.fits": "weeks of teaching",
            "kind.fixed": "what is fixed",
            "kind.post-share": "learners at a post",
            "kind.staff-share": "learners in a plant",
            "kind.apprentices": "apprentices of a mentor",
            "kind.level": "level of a mentor",
            "kind.cover": "days of a mentor",
            "kind.paired": "a fixed mentor",
        },
    },
)
