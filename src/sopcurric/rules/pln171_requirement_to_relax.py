"""PLN171 放宽哪些要求就能排出实施计划

含义：排不出计划时，`sopcurric plan` 算出最少放宽哪几项、放宽多少就能排出；有另一种办法时也列出。安全、先后次序等要
求不在可放宽之列。

例：基地 `B3` 第 5 学期第 5—8 周增加 2 个工位。

改法：与有关单位商定后改动相应的文件，再运行 `sopcurric plan`。

依据：由求解得出，不是某个文件的规定。

----

PLN171 What must give way so that there is a plan

Meaning: where there is no plan, `sopcurric plan` finds the fewest requirements that must give way and by how
little, and another way where there is one. Safety and order never give way.

Example: 2 more places at base `B3` in weeks 5 to 8 of semester 5.

Cure: agree on it with those concerned, change the files, and run `sopcurric plan` again.

Source: found by the search, not prescribed by any text.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="PLN171",
    name="requirement-to-relax",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "第 {clash} 组冲突可以这样解决（办法 {way}，共 {size} 处）：放宽 `{name}` 的{kind}",
            "改动相应的文件",
        ),
        "en": (
            "set {clash} can be resolved (way {way}, {size} changes) by other {kind} for `{name}`",
            "change the file that says so",
        ),
    },
    variants={
        "zh": {
            "base": "增加 {amount} 个工位（学期: 周次 {weeks}）",
            "closed": "停用的周次开放（学期: 周次 {weeks}）",
            "hours": "第 {other} 学期每周多排 {amount} 学时（学期: 周次 {weeks}）",
            "post-weeks": "第 {other} 学期少留 {amount} 个在岗实践周",
            "prerequisite": "先修课程在第 {most} 学期以前结束",
            "fixed": "去掉 `{other}` 的 `fixed`",
            "post-share": "岗位 `{other}` 多接收 {amount} 人，先核对在岗人数",
            "staff-share": "全厂多接收 {amount} 人，先核对职工人数",
            "apprentices": "多带 {amount} 名学员",
            "level": "等级低也带 {amount} 名学员，须由企业说明理由",
            "cover": "写上替补导师，或调整外出、倒班（学期: 周次 {other}）",
            "paired": "增加岗位 `{other}` 的导师，多带 {amount} 人",
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
            "base": "{amount} more places (semester: weeks {weeks})",
            "closed": "open in closed weeks (semester: weeks {weeks})",
            "hours": "{amount} more hours a week in semester {other} (semester: weeks {weeks})",
            "post-weeks": "{amount} weeks at the post less in semester {other}",
            "prerequisite": "prerequisites that end before semester {most}",
            "fixed": "no `fixed` for `{other}`",
            "post-share": "{amount} more learners at `{other}`, after a look at how many people work there",
            "staff-share": "{amount} more learners, after a look at the staff",
            "apprentices": "{amount} more apprentices",
            "level": "{amount} apprentices in spite of the level, with reasons of the plant",
            "cover": "substitutes, or other days away (semester: weeks {other})",
            "paired": "mentors for {amount} more apprentices at `{other}`",
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
