"""`sopcurric.yaml`: the settings of a curriculum repository."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sopcurric.model.files.base import Day, Frozen, Identifier, Line, Real, Whole, Words
from sopcurric.model.files.describing import both, meanings, snippet, snippets
from sopcurric.model.files.editors import CourseStandardPolicy, Editor, TextbookHeader
from sopcurric.model.question_bank import QuestionForm

_Language = Annotated[
    Literal["zh", "en"],
    meanings({"zh": "Chinese.\n中文。", "en": "English.\n英文。"}),
]
Factor = Annotated[Real, Field(gt=0, le=10)]
_Format = Annotated[
    Literal["html", "pdf", "markdown"],
    meanings(
        {
            "html": "Pages for a browser.\n用浏览器看的网页。",
            "pdf": "Books to print.\n可以打印成册的 PDF。",
            "markdown": "Plain text with marks.\n带标记的纯文本。",
        }
    ),
]


class Organisation(Frozen):
    """A plant (or other member) of the group.
    企业：集团下属的工厂或其他成员单位。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new plant", "新企业"),
                both("A plant whose SOPs are used.", "使用其操作规程的一家企业。"),
                {"id": "${1:QL}", "title": both("${2:name of the plant}", "${2:企业名称}")},
            )
        )
    )

    id: Identifier
    """Name that addresses begin with, such as `QL`.
    企业代号：地址以它开头，如 `QL`。"""
    title: Words
    """What it is called.
    企业名称。"""


class SopRoot(Frozen):
    """A folder with SOPs.
    规程文件夹：存放操作规程的文件夹。"""

    path: Line
    """Folder relative to the project; `../other/sops` joins a second repository.
    路径：相对于本仓库的文件夹；写 `../other/sops` 可以并入另一个仓库。"""
    organisation: Identifier | None = None
    """Organisation of every SOP in it that does not name one.
    所属企业：其中没有写明企业的规程都归这家企业。"""
    media_from: Line | None = None
    """Folder in which the paths of their pictures begin; otherwise this repository, or the one that they come from.
    图像所在：规程中图像路径的起点文件夹；不写时，本仓库的规程从本仓库写起，其他仓库的从其他仓库写起。"""


class Marking(Frozen):
    """What is printed on every page of an edition with trade secrets, beside their level.
    密级标志：含商业秘密的版本每页都印上权属、密级和保密期限。"""

    owner: Words
    """To whom the secrets belong: a short name of the company.
    权属：商业秘密归谁所有，写单位的规范简称。"""
    period: Words
    """For how long they are kept: in years, months or days, or for good, or until they are published.
    保密期限：以年、月、日计，如 `5 年`；不能预定时限的写 `长期` 或 `公布前`。"""


class Edition(Frozen):
    """One printing of everything for one kind of reader.
    版本：为一类读者印制的一套教材和方案。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new edition", "新版本"),
                both("An edition for one kind of reader.", "为一类读者印制的版本。"),
                {
                    "id": "${1:teacher}",
                    "title": both("${2:Teacher's edition}", "${2:教师版}"),
                    "audience": "${3:teacher}",
                },
            ),
            snippet(
                both("new edition of the plant", "新企业版本"),
                both(
                    "An edition with trade secrets, for mentors of the plant only.",
                    "含商业秘密的版本，只给企业导师使用，每页印密级标志。",
                ),
                {
                    "id": "${1:plant}",
                    "title": both("${2:Plant's edition}", "${2:企业版}"),
                    "clearance": "${3:trade-secret}",
                    "audience": "mentor",
                    "marking": {
                        "owner": both("${4:name of the plant}", "${4:企业简称}"),
                        "period": both("${5:5 years}", "${5:5 年}"),
                    },
                },
            ),
        )
    )

    id: Identifier
    """Name of the edition; its output stands in `build/<id>/`.
    版本编号：输出放在 `build/<id>/`。"""
    title: Words | None = None
    """What it is called on covers.
    版本名称：印在封面上。"""
    clearance: Annotated[
        Literal["public", "internal", "trade-secret", "core-secret"],
        meanings(
            {
                "public": "Open to everybody.\n公开。",
                "internal": "Within the partners only.\n内部。",
                "trade-secret": "Within the plant only, with its trade secrets.\n普通商密。",
                "core-secret": "Within the plant only, with its core trade secrets.\n核心商密。",
            }
        ),
    ] = "internal"
    """Highest level of what it may show. Editions for teaching are public or internal; those of the plant itself, for
    mentors, may be higher and then bear a `marking`.
    密级上限：最高可以出现哪一级的内容。教学版本为公开或内部；企业自用、给企业导师的版本可以是普通商密、核心商密，
    并写 `marking`。"""
    marking: Marking | None = None
    """What marks every page of an edition with trade secrets: owner and period.
    密级标志：密级上限为普通商密、核心商密的版本，每页印的权属和保密期限。"""
    audience: Annotated[
        Literal["student", "teacher", "mentor"],
        meanings(
            {
                "student": "Students and apprentices.\n学生、学徒。",
                "teacher": "Teachers of the college.\n学校教师。",
                "mentor": "Mentors of the plant.\n企业导师。",
            }
        ),
    ] = "student"
    """For whom it is.
    读者：给谁使用。"""
    language: _Language | None = None
    """Language of the printing; without it, that of the project.
    语言：不填时用项目的语言。"""
    formats: tuple[_Format, ...] | None = None
    """Formats to write; without it, those of the project.
    输出格式：不填时用项目的格式。"""


class OutcomeFactors(Frozen):
    """By what hours are multiplied for the training that work needs.
    培训要求系数：按岗位自学、用前培训、培训、强化培训调整学时。"""

    job_aid: Factor = 0.6
    """Learning by oneself with a card at the post.
    岗位自学。"""
    on_demand: Factor = 1.0
    """Training before it is needed.
    用前培训。"""
    train: Factor = 1.0
    """Training.
    培训。"""
    intensive: Factor = 1.5
    """Intensive training and refreshers.
    强化培训和复训。"""


class DifficultyFactors(Frozen):
    """By what hours are multiplied for the difficulty of work.
    难度系数：按难度低、中、高调整学时。"""

    low: Factor = 0.9
    """Low difficulty.
    难度低。"""
    average: Factor = 1.0
    """Average difficulty.
    难度中。"""
    high: Factor = 1.1
    """High difficulty.
    难度高。"""


class HoursPolicy(Frozen):
    """How hours are estimated where nobody has set them: `per_task` + (steps × `per_step` + points of knowledge ×
    `per_knowledge`) × factor of difficulty × factor of training, rounded to `round_to`. `practice_share` of what steps
    take is practice.
    学时估算：没有人确定学时时怎样估算。`per_task` ＋（步骤数 × `per_step` ＋ 知识点数 × `per_knowledge`）× 难度系数 ×
    培训要求系数，再取整到 `round_to` 的倍数；步骤学时的 `practice_share` 为实践，其余为理论。"""

    per_task: Real = Field(default=2.0, ge=0, le=40)
    """Hours that every learning task needs, however short its procedure is: introduction, safety, assessment.
    每个任务的固定学时：无论操作程序长短，导入、安全交底和检验都要的学时。"""
    per_step: Real = Field(default=0.5, gt=0, le=10)
    """Teaching hours per step of the longest procedure of a task.
    每步学时：任务中最长的操作程序每个步骤的学时。"""
    per_knowledge: Real = Field(default=0.1, ge=0, le=10)
    """Teaching hours per point of knowledge of the procedure that has most.
    每个知识点的学时：按知识点最多的操作程序计。"""
    difficulty: DifficultyFactors = DifficultyFactors()
    """Factors of difficulty.
    难度系数。"""
    training: OutcomeFactors = OutcomeFactors()
    """Factors of the training that work needs.
    培训要求系数。"""
    minimum: Whole = Field(default=4, ge=1, le=100)
    """Least hours of a learning task.
    最少学时：一个学习任务至少多少学时。"""
    practice_share: Real = Field(default=0.8, ge=0, le=1)
    """Share of practice in the hours that steps take; points of knowledge are theory.
    实践占比：步骤学时中实践的比例，0～1；知识点学时全部为理论。"""
    round_to: Whole = Field(default=2, ge=1, le=8)
    """Hours are rounded to multiples of this: 2 where lessons are double periods.
    取整：学时取成它的倍数；两节连上时写 2。"""


class ModulePolicy(Frozen):
    """How large modules are: those that are too small are joined with their neighbours, too large ones are cut.
    模块大小：太小的与相邻部分合并，太大的分成几个模块。"""

    least: Whole = Field(default=8, ge=0, le=200)
    """Hours from which a module stands alone.
    最少学时：达到多少学时才单独成为模块。"""
    most: Whole = Field(default=40, ge=4, le=400)
    """Most hours of a module, unless a single learning task has more.
    最多学时：一个模块不超过多少学时；单个学习任务更多时除外。"""


class TeachingPolicy(Frozen):
    """How lessons are cut.
    授课安排：课时长度、课次大小、周学时等。"""

    minutes_per_hour: Whole = Field(default=45, ge=40, le=50)
    """Minutes of one teaching hour, 40 to 50; self-study before class is none of them.
    每学时多少分钟：40～50，常用 40、45、50；课前的前置学习不计学时。"""
    unit_hours: Whole = Field(default=2, ge=1, le=8)
    """Teaching hours of one meeting of the class.
    每次课的学时：学习任务按它分成若干次课。"""
    longest_hours: Whole = Field(default=4, ge=1, le=16)
    """Most hours that are taught in one go before a task is cut into meetings; not less than those of a meeting.
    连上学时上限：学时不超过它的学习任务可以一次上完，余数也并入前一次课；不小于每次课的学时。"""
    weekly_hours: Whole = Field(default=4, ge=1, le=40)
    """Teaching hours of a course per week on average in term teaching plans; more where it would outlast the semester.
    周学时：学期授课计划中每周的平均学时；一学期排不完时自动提高，并以 CRS108 提示。"""
    interactive_share: Real = Field(default=0.3, ge=0, le=1)
    """Least share of discussing, simulating and solving problems in the time of class.
    互动环节占比下限：互动研讨、模拟演练、问题解决占课中时间的比例，0～1。"""


_Form = Annotated[
    QuestionForm,
    meanings(
        {
            "single-choice": "One of four is right.\n单项选择题。",
            "multiple-choice": "Two or more are right.\n多项选择题。",
            "true-false": "True or false.\n判断题。",
            "numeric": "A number to fill in.\n填空题（数值）。",
            "ordering": "Steps to be put in order.\n排序题。",
            "matching": "Things that belong together.\n匹配题。",
            "short-answer": "A question to be answered in a few sentences.\n简答题。",
            "case-analysis": "A case to be analysed.\n案例分析题。",
        }
    ),
]


class PaperSectionPolicy(Frozen):
    """The questions of one form in a paper.
    题型：试卷中一种题型的题数和每题分值。"""

    kind: _Form
    """Form of the questions.
    题型。"""
    number: Whole = Field(ge=1, le=100)
    """How many questions.
    题数。"""
    marks: Whole = Field(ge=1, le=100)
    """Marks of each; where all of them do not make 100, they are scaled.
    每题分值；全卷不足或超过 100 分时按比例折算。"""


_USUAL: tuple[tuple[QuestionForm, int, int], ...] = (
    ("single-choice", 8, 4),
    ("multiple-choice", 3, 4),
    ("true-false", 6, 2),
    ("numeric", 3, 2),
    ("ordering", 1, 6),
    ("matching", 1, 6),
    ("short-answer", 2, 7),
    ("case-analysis", 1, 12),
)
"""Numbers and marks of a usual paper of 100 marks."""


class PaperPolicy(Frozen):
    """A written test that is put together from the question bank: papers A and B.
    试卷：从题库组成理论知识试卷，A、B 两卷。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new paper", "新试卷"),
                both("Papers A and B of a seed.", "由一个随机种子组成 A、B 两卷。"),
                {"seed": 1, "minutes": 90},
            )
        )
    )

    course: Identifier | None = None
    """Identifier of the course, such as `course-DIG`; without it, every course that has none of its own.
    课程编号，如 `course-DIG`；不填时用于没有单独写明试卷的各门课程。"""
    seed: Whole = Field(default=1, ge=0, le=1_000_000)
    """Another seed gives other papers; the same one always the same.
    随机种子：换一个数就换一套试卷，同一个数总是组成同一套。"""
    minutes: Whole = Field(default=90, ge=10, le=600)
    """Time that is allowed.
    考试时间，分钟。"""
    sections: tuple[PaperSectionPolicy, ...] = Field(
        default=tuple(PaperSectionPolicy(kind=kind, number=number, marks=marks) for kind, number, marks in _USUAL),
        min_length=1,
        max_length=8,
    )
    """Forms in the order of the paper, with numbers and marks.
    各题型的题数和分值，按试卷顺序。"""


class IgnoredFindings(Frozen):
    """Findings of some files that are not reported, and why.
    不再报告的问题：哪些文件的哪些问题，理由是什么。"""

    paths: tuple[Line, ...] = Field(min_length=1, max_length=100)
    """Files and folders relative to the project; `*` is any part of a name, `**` any number of folders.
    相对于项目的文件或文件夹；`*` 代表名称的任意一段，`**` 代表任意层文件夹。"""
    codes: tuple[Line, ...] = Field(min_length=1, max_length=100)
    """Codes of findings or their beginnings, such as `COM101` or `TRM`.
    问题编号或其开头，如 `COM101`、`TRM`。"""
    why: Words | None = None
    """The reason; without one, the entry does not count.
    理由；没有理由的条目不起作用。"""


class FindingPolicy(Frozen):
    """How findings are judged in this project; errors that leave something out of the result stay errors.
    问题的处理：本项目如何看待检查出的问题；使结果不完整的错误仍是错误。"""

    severity: dict[
        str,
        Annotated[
            Literal["error", "warning", "info", "ignore"],
            meanings(
                {
                    "error": "An error: the check fails.\n错误：必须改正，检查不通过。",
                    "warning": "A warning.\n警告。",
                    "info": "A hint.\n提示。",
                    "ignore": "Not reported.\n不报告。",
                }
            ),
        ],
    ] = Field(default_factory=dict, max_length=200)
    """Severity by code or beginning of codes; the longest beginning counts.
    按问题编号或其开头设定严重程度；开头最长的一条起作用。"""
    ignore: tuple[IgnoredFindings, ...] = Field(default=(), max_length=200)
    """What is not reported in some files.
    某些文件中不再报告的问题。"""
    baseline: Line = "findings-baseline.yaml"
    """File with the findings that were there before; `sopcurric check --write-baseline` writes it.
    已有问题清单的文件名，由 `sopcurric check --write-baseline` 写入。"""


class ProjectHeader(Frozen):
    """What the project is.
    项目信息：名称、语言、编制单位。"""

    name: Words
    """Name of the project; stands on covers and the index page.
    项目名称：印在封面和首页上。"""
    language: _Language = "zh"
    """Language of texts that name none, and of the output.
    语言：没有注明语言的文字和输出都用它。"""
    publisher: Words | None = None
    """Who issues the books.
    编制单位：由谁发布教材。"""


class ProjectFile(Frozen):
    """The settings of a curriculum repository; everything but the name has a default.
    项目设置：课程仓库的设置，除名称外都有默认值。"""

    format: Literal[1] = 1
    """Version of this file format.
    文件格式版本：目前只有 1，可以不写。"""
    project: ProjectHeader
    """What the project is.
    项目信息：名称、语言、编制单位。"""
    organisations: tuple[Organisation, ...] = ()
    """Plants whose SOPs are used.
    企业：使用哪些企业的操作规程。"""
    sops: tuple[SopRoot, ...] = Field(default=(SopRoot(path="sops"),), min_length=1)
    """Folders with SOPs.
    规程文件夹：操作规程放在哪些文件夹，默认为 `sops`。"""
    jobs: tuple[Line, ...] = ()
    """Addresses of jobs in the order in which books and plans list them (the course of the process); jobs that are not
    named follow by address.
    岗位顺序：教材和方案按此顺序（工艺流程）排列岗位，填岗位地址；没有列出的岗位按地址排在后面。"""
    editions: tuple[Edition, ...] = Field(default=(Edition(id="student"),), min_length=1)
    """Editions to build.
    版本：要生成哪些版本。"""
    formats: tuple[_Format, ...] = ("html", "pdf", "markdown")
    """Formats of editions that name none.
    输出格式：没有写明格式的版本用这些格式。"""
    profile: Line = "moe-2019-higher-vocational-3y"
    """Rule profile: national numbers that programmes are checked against.
    数值方案：检查人才培养方案时对照的国家规定数值。"""
    as_of: Day | None = None
    """Date printed on drafts and used wherever a date is needed. Without it, `SOURCE_DATE_EPOCH` counts, and without
    that, drafts are undated: builds never read the clock.
    基准日期：印在草稿上，凡需要日期处都用它，写成 `YYYY-MM-DD`。不填时取 `SOURCE_DATE_EPOCH`，
    仍没有则不印日期；生成时从不读取当前时间。"""
    hours: HoursPolicy = HoursPolicy()
    """How hours are estimated.
    学时估算。"""
    modules: ModulePolicy = ModulePolicy()
    """How large modules are.
    模块大小。"""
    teaching: TeachingPolicy = TeachingPolicy()
    """How lessons are cut.
    授课安排。"""
    papers: tuple[PaperPolicy, ...] = Field(default=(PaperPolicy(),), max_length=100)
    """Written tests that are put together from the question bank; without it, papers A and B for every course.
    试卷：从题库组成哪些理论知识试卷；不填时每门课程组成 A、B 两卷。"""
    editors: tuple[Editor, ...] = Field(default=(), max_length=100)
    """Who edits and reviews the textbooks: at least one chief editor each of a plant, the college and the industry.
    编审人员：企业、学校、行业三方各至少一位主编。"""
    textbook: TextbookHeader = TextbookHeader()
    """What holds for the textbooks as a whole.
    教材信息。"""
    course_standards: CourseStandardPolicy = CourseStandardPolicy()
    """How course standards are made where nobody has set it.
    课程标准的默认做法。"""
    findings: FindingPolicy = FindingPolicy()
    """How findings are judged.
    如何看待检查出的问题。"""
    fonts: tuple[Line, ...] = ()
    """Folders with fonts, looked into before the fonts that come along.
    字体文件夹：优先于自带字体。"""
    body_font: Line = "Noto Serif SC"
    """Font family of running text in PDF.
    正文字体：PDF 正文的字体名称。"""
    heading_font: Line = "Noto Sans SC"
    """Font family of headings and emphasis in PDF.
    标题字体：PDF 标题和强调文字的字体名称。"""
