"""What `show` prints: one flat record per thing, in the language of the reader. These shapes are public.

`decided` names the parts of a thing that people decided (`title`, `hours` …), `decisions` the decisions.
"""

from dataclasses import dataclass
from typing import Literal

from sopcurric.model.address import Address
from sopcurric.model.assessment import CriterionGroup, Rater
from sopcurric.model.competency import GradeSource, Outcome, PointKind, PointTopic
from sopcurric.model.course import AssessmentKind, Conversion
from sopcurric.model.course_standard import ObjectiveKind
from sopcurric.model.decision import VerdictKind
from sopcurric.model.files.course import CourseBlock, CourseCategory, CourseNature
from sopcurric.model.lesson import LinkKind, ProgressKind
from sopcurric.model.pathway import CheckKind, PathwayKind, SafetyKind, SafetyLevel, TaskState
from sopcurric.model.profile import Bound, Modality
from sopcurric.model.question_bank import Amount, Cognition, Hardness, QuestionForm
from sopcurric.model.recognition import Standing
from sopcurric.model.task_range import TaskRange

Origin = Literal["computed", "decided"]
"""Whether a thing is as it was computed, or people decided about a part of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What every derived thing shows: whether, in which parts and by which decisions people decided about it."""

    id: str
    title: str
    origin: Origin
    decided: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    derived_from: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class ShownSetting:
    """A setting with its value (as JSON text) and where it came from."""

    id: str
    title: str
    value: str
    origin: Literal["project", "default", "environment"]
    derived_from: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownNumber:
    """A number of the rule profile with where it comes from; `profile` is the one that says it, of all that count."""

    id: str
    title: str
    value: float
    unit: str
    bound: Bound
    modality: Modality
    source: str
    clause: str
    verified_on: str
    profile: str
    derived_from: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownSop:
    """An SOP with what it holds."""

    id: Address
    title: str
    organisation: str
    document: str
    version: str
    procedures: int
    steps: int
    parameters: int
    hazards: int
    deviations: int
    derived_from: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """A part of the SOPs of one job in several plants; parts that differ have a record for each version.

    `id` is the address below the job; `differs` names the keys in which a version is not as in most plants.
    """

    id: str
    title: str
    part: Literal["procedure", "step", "element"]
    plants: tuple[str, ...]
    common: bool
    differs: tuple[str, ...]
    derived_from: tuple[Address, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNode(Derived):
    """A node of the competency graph with the ids of what its edges lead to; `within` is what it belongs to."""

    kind: Literal["project", "task", "process", "skill", "knowledge", "conduct", "requirement"]
    jobs: tuple[Address, ...]
    within: tuple[str, ...]
    level: str
    critical: bool
    contains: tuple[str, ...]
    requires: tuple[str, ...]
    precedes: tuple[str, ...]
    backs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownBacking:
    """A point that backs a requirement: `score` (0 to 1), the words of both, the verb that both have in common."""

    point: str
    title: str
    score: float
    shared: str
    verb: str
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRequirement(Derived):
    """A requirement of a standard, or a level as a whole (`kind` level), with what backs it.

    `score` is that of the best backing; of a level it is the share of its skill requirements that is backed, and
    `backed` and `total` count all of its requirements. `grade` is the place of the level on the ladder of eight.
    """

    standard: str
    kind: Literal["level", "skill", "knowledge"]
    level: str
    grade: int
    function: str
    content: str
    state: Literal["confirmed", "proposed", "none"]
    score: float
    backed: int
    total: int
    evidence: tuple[ShownBacking, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPoint(Derived):
    """A skill, knowledge or conduct point, once for all steps, procedures, jobs and plants that have it in common.

    `points` are the points of single elements that it stands for, `derived_from` their sources.
    """

    kind: PointKind
    topic: PointTopic
    level: str
    jobs: tuple[Address, ...]
    points: tuple[str, ...]
    action: str
    object: str
    condition: str
    criterion: str
    critical: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTask(Derived):
    """A typical task with its members, ratings (1 to 3), the training it needs, and what it is described by.

    `work_process` has its main phases, the next five are the analysis fields. `range` says where it lies between
    novice and expert; a `platform` task is work of several jobs. `follows` are the tasks that it comes after,
    `parallel` those that go on at the same time.
    """

    members: tuple[Address, ...]
    jobs: tuple[Address, ...]
    phase: str
    difficulty: int
    importance: int
    frequency: int
    training: Literal["job-aid", "on-demand", "train", "intensive"]
    range: TaskRange
    work_process: tuple[str, ...]
    work_objects: tuple[str, ...]
    tools: tuple[str, ...]
    methods: tuple[str, ...]
    organisation: tuple[str, ...]
    requirements: tuple[str, ...]
    platform: bool
    follows: tuple[str, ...]
    parallel: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRating(Derived):
    """The rating of a procedure: grades (1 to 3), each with where it comes from, and the training that follows.

    `refresh_months` is how often that is repeated (0: not), `before_use` that it is given before the work is done.
    `raters` and `spread` (highest minus lowest grade) are of experts, 0 where nobody rated; `flips` are the numbers of
    experts without whom the training would be another, each with that training behind a colon.
    """

    job: Address
    difficulty: int
    difficulty_source: GradeSource
    importance: int
    importance_source: GradeSource
    frequency: int
    frequency_source: GradeSource
    training: Outcome
    refresh_months: int
    before_use: bool
    raters: int
    spread: int
    flips: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownModule(Derived):
    """A module with its learning tasks and hours; `name` says which part of which course it is.

    `conversion` says how typical tasks became it: one makes it (直接对应), several do (合并), or it holds parts of
    one (分解).
    """

    name: str
    label: str
    course: str
    tasks: tuple[str, ...]
    theory_hours: int
    practice_hours: int
    conversion: Conversion


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCourse(Derived):
    """A course made of SOPs; `platform` are modules of other courses that its jobs need, taught once for all."""

    jobs: tuple[Address, ...]
    modules: tuple[str, ...]
    platform: tuple[str, ...]
    category: CourseCategory
    nature: CourseNature
    block: CourseBlock
    credits: float
    tasks: int
    theory_hours: int
    practice_hours: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlanRow(Derived):
    """A row of an integrated plan: before hiring in a segment, or after it in a stage."""

    programme: str
    service: Literal["pre-service", "in-service"]
    place: str
    kind: str
    hours: int
    weeks: int
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownScheduleLine(Derived):
    """A line of the plan of a cohort: what a group learns when and where, or who mentors a learner (`title`)."""

    programme: str
    kind: Literal["module", "pairing"]
    group: str
    item: str
    semester: int
    first: int
    last: int
    place: str
    hours: float
    substitutes: tuple[str, ...]
    fixed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLeaf(Derived):
    """A leaf with its label, revision and date."""

    kind: str
    label: str
    binder: str
    revision: int
    issued: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCompetency(Derived):
    """What a procedure of a job asks for, with ratings (1 to 3) and the training it needs.

    It is told in four parts: the `title` says what can be done, the others when, to what standards and with
    what result.
    """

    job: Address
    conditions: tuple[str, ...]
    standards: tuple[str, ...]
    result: str
    difficulty: int
    importance: int
    frequency: int
    training: Literal["job-aid", "on-demand", "train", "intensive"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBlock(Derived):
    """A block of a leaf; its key is what decisions about it name."""

    leaf: str
    key: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLevelRow(Derived):
    """A row of an occupational standard with the learning tasks that lead to it."""

    programme: str
    level: str
    tasks: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownUntaught(Derived):
    """An element of an SOP that is not taught, with the reason."""

    reason: str


@dataclass(frozen=True, slots=True)
class ShownDecision:
    """A decision of the joint team with what became of it."""

    id: str
    title: str
    on: tuple[str, ...]
    role: Literal["plant", "college", "industry"]
    by: str
    date: str
    why: str
    verdict: VerdictKind
    derived_from: tuple[Address, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuestion(Derived):
    """A question of the bank with its key; `title` is its stem.

    `options` are the choices, the steps to be put in order, or the left side of a matching, whose right side are the
    `matches`; `key` is what is right: numbers of options from 1 (of true or false 1 or 0), for a matching those of the
    matches. `answers` are what is to be written, `numbers` what is accepted in a blank. `apart` are the questions that
    may not stand in one paper with it, `papers` those in which it stands, each as course, seed and letter.
    """

    form: QuestionForm
    course: str
    task: str
    options: tuple[str, ...]
    matches: tuple[str, ...]
    key: tuple[int, ...]
    answers: tuple[str, ...]
    numbers: tuple[Amount, ...]
    explanation: str
    source: str
    difficulty: Hardness
    cognition: Cognition
    competency: str
    points: tuple[str, ...]
    asks: tuple[str, ...]
    gives: tuple[str, ...]
    apart: tuple[str, ...]
    papers: tuple[str, ...]
    pretest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLesson(Derived):
    """How a learning task is taught: `meetings` of the class, `minutes` in all, steps of progression and links.

    `left_out` are the steps and links that it has not, each with why; `interactive_share` (0 to 1) is that of
    interactive links in the time of class.
    """

    label: str
    course: str
    module: str
    meetings: int
    minutes: int
    steps: tuple[ProgressKind, ...]
    links: tuple[LinkKind, ...]
    left_out: tuple[str, ...]
    interactive_share: float
    focus: tuple[str, ...]
    difficulties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCriterion(Derived):
    """A criterion of the assessment of a learning task: what is given, what is to be seen, how good it has to be.

    `label` is that of the task, `weight` what it counts of 100; `objectives` are the points that it assesses, by id,
    `objective_titles` what these say.
    """

    label: str
    course: str
    task: str
    kind: AssessmentKind
    group: CriterionGroup
    given: tuple[str, ...]
    action: tuple[str, ...]
    indicator: tuple[str, ...]
    weight: int
    raters: tuple[Rater, ...]
    critical: bool
    veto: bool
    objectives: tuple[str, ...]
    objective_titles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownObjective(Derived):
    """An objective of a course standard; of typed-in courses (`@course/CODE`) as it was written.

    `tasks` are the learning tasks that lead to it, `assessed` the kinds of assessment that look at it.
    """

    course: str
    kind: ObjectiveKind
    tasks: tuple[str, ...]
    assessed: tuple[AssessmentKind, ...]


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A case beside the SOPs: what it is about, and the points that came of it or that it is evidence of."""

    id: str
    title: str
    kind: str
    on: tuple[Address, ...]
    points: tuple[str, ...]
    by: str
    date: str
    derived_from: tuple[Address, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWords:
    """A word that sentences are read with, or words that belong together.

    `words` are a group of synonyms, or, of opposites, those of one side and then those of the other. `level` is what
    kind of doing a verb names. The `origin` is `own` for what `lexicon.yaml` says.
    """

    id: str
    title: str
    kind: Literal["verb", "noun", "synonyms", "opposites", "knowledge"]
    language: str
    level: str = ""
    words: tuple[str, ...] = ()
    origin: Literal["built-in", "own"]
    derived_from: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLearningTask(Derived):
    """A learning task in its module, with hours."""

    label: str
    course: str
    module: str
    typical_task: str
    theory_hours: int
    practice_hours: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPathwayTask:
    """A learning task on a way to another job or level, with the hours that are left of it.

    `held`, `missing` and `confirm` are points by id (see `show points`), `evidence` the tasks in which they were
    learned; `after` are tasks of the list that come before. Hours left of theory are ⌈hours × `missing_knowledge` ÷
    `all_knowledge`⌉, of practice the same with the points of skill and conduct.
    """

    task: str
    title: str
    course: str
    module: str
    state: TaskState
    theory_hours: int
    practice_hours: int
    full_hours: int
    held: tuple[str, ...]
    missing: tuple[str, ...]
    missing_knowledge: int
    all_knowledge: int
    missing_practical: int
    all_practical: int
    confirm: tuple[str, ...]
    evidence: tuple[str, ...]
    platform: bool
    after: tuple[str, ...]
    requirements: tuple[str, ...]
    derived_from: tuple[Address, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCheck:
    """Something that is assessed on a way; `criteria` are those of the learning task that count, by id."""

    kind: CheckKind
    subject: str
    title: str
    criteria: tuple[str, ...]
    vetoes: int
    points: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRefresher:
    """A training that is repeated, every so many months or before each use."""

    task: str
    title: str
    months: int
    before_use: bool
    hours: int
    derived_from: tuple[Address, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSafetyPart:
    """Hours of safety training by one level; `typed` where the programme says so itself."""

    level: SafetyLevel
    hours: int
    typed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSafety:
    """Safety training that the law asks for, by which number of the profile, and how many hours that prescribes."""

    kind: SafetyKind
    hours: int
    least: int
    number: str
    parts: tuple[ShownSafetyPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPathway:
    """A way from a job to another, or up to a level; `hours` are those of tasks, `safety_hours` those before work."""

    kind: PathwayKind
    start: Address
    goal: str
    standard: str
    hours: int
    safety_hours: int
    tasks: tuple[ShownPathwayTask, ...]
    checks: tuple[ShownCheck, ...]
    refreshers: tuple[ShownRefresher, ...]
    safety: tuple[ShownSafety, ...]
    open_requirements: tuple[str, ...]
    functions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRecognition(Derived):
    """A level of skill: how graduates stand to it, under which conditions, and what of it is backed.

    `highest` marks the highest level that they may apply for; `missing` are requirements that no point backs. `share`
    is that of the skill requirements by skill weights, `hours` are those of the learning tasks that lead to the level.
    """

    programme: str
    standard: str
    level: str
    grade: int
    standing: Standing
    highest: bool
    conditions: tuple[str, ...]
    share: float
    backed_skills: int
    skills: int
    backed_knowledge: int
    knowledge: int
    missing: tuple[str, ...]
    tasks: tuple[str, ...]
    hours: int
    reference: int
