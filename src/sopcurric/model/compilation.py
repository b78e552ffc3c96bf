"""`Compilation`: the files and the values of all stages together, as rules and documents see them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sopcurric.linguistics.lexicon import Lexicon, lexicon_of
from sopcurric.model.address import Address
from sopcurric.model.assessment import Assessment, PracticalExam
from sopcurric.model.competency import Competency, CompetencyProfile, Point
from sopcurric.model.competency_graph import CompetencyGraph
from sopcurric.model.course import CourseDesign, JobCourse, LearningTask
from sopcurric.model.course_standard import CourseStandard
from sopcurric.model.coverage import StandardCoverage
from sopcurric.model.decision import HOLDING, Named, Verdict
from sopcurric.model.files.case import AnyCase
from sopcurric.model.files.course import Course
from sopcurric.model.files.decision import Decision
from sopcurric.model.files.lexicon import LexiconFile
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.schedule import ScheduleFile
from sopcurric.model.files.standard import StandardFile
from sopcurric.model.goals import Support
from sopcurric.model.lesson import LessonDesign
from sopcurric.model.lock import Lock
from sopcurric.model.mentoring import MentoringPlan
from sopcurric.model.pathway import Career
from sopcurric.model.picture import StepPicture
from sopcurric.model.plan import IntegratedPlan
from sopcurric.model.planning import PlanDemand
from sopcurric.model.profile import Profile
from sopcurric.model.publication import Binder
from sopcurric.model.question_bank import BankQuestion, QuestionBank, TaskGuidance
from sopcurric.model.reading import Reading, read
from sopcurric.model.recognition import Recognition
from sopcurric.model.said import said_by_job, said_by_procedure
from sopcurric.model.settings import Settings
from sopcurric.model.shared_points import PointCatalogue
from sopcurric.model.sop import JobSop, Procedure, SopElement, Step
from sopcurric.model.survey import NO_SURVEY, Rater, SurveyResult
from sopcurric.model.task import TaskCatalogue, TypicalTask
from sopcurric.model.text import Phrase, Text
from sopcurric.model.texts import written_texts
from sopcurric.model.theory_paper import TheoryPaper


@dataclass(frozen=True)
class Inputs:
    """What people wrote, after loading and declassification; in the order of addresses."""

    settings: Settings
    profile: Profile
    sops: tuple[JobSop, ...]
    courses: tuple[Course, ...] = ()
    standards: tuple[StandardFile, ...] = ()
    programmes: tuple[ProgrammeFile, ...] = ()
    schedules: tuple[ScheduleFile, ...] = ()
    decisions: tuple[Named[Decision], ...] = ()
    lock: Lock = field(default_factory=Lock)
    cases: tuple[AnyCase, ...] = ()
    surveys: tuple[Rater, ...] = ()
    own_words: LexiconFile = field(default_factory=LexiconFile)
    pictures: tuple[StepPicture, ...] = ()

    @property
    def lexicon(self) -> Lexicon:
        """The words that sentences are read with."""
        return lexicon_of(self.own_words.own)


@dataclass(frozen=True)
class Compilation:
    """All values of a build. Derived look-ups are computed once, on demand.

    `programmes` are those that plans were made of: the written ones, or the default one where there are none.
    `binders` are as people decided; `computed` are those that decisions about blocks were applied to; both are empty
    where nothing was `composed`. `verdicts` say what became of each decision. `shared` are the points that jobs have in
    common, `coverage` says what they are to each standard, `graph` what they are to each other; `survey` is what
    came of the ratings of experts. `lessons` say how each learning task is taught, `assessment` by which criteria it is
    assessed, `exams` what the practical examinations of courses are; `bank` are the questions made of what the SOPs
    say, `papers` the tests made of those; `course_standards` are those of the courses, `mentoring` tells week by week
    how mentors teach the tasks of each job. `supports` say, by programme, which courses lead to which requirement, as
    people wrote or as a draft; `demands` is what the plans of cohorts must do.
    """

    inputs: Inputs
    profiles: tuple[CompetencyProfile, ...]
    catalogue: TaskCatalogue
    design: CourseDesign
    plans: tuple[IntegratedPlan, ...]
    programmes: tuple[ProgrammeFile, ...] = ()
    binders: tuple[Binder, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    computed: tuple[Binder, ...] = ()
    composed: bool = False
    shared: PointCatalogue = field(default_factory=lambda: PointCatalogue(()))
    coverage: tuple[StandardCoverage, ...] = ()
    graph: CompetencyGraph = field(default_factory=lambda: CompetencyGraph((), ()))
    survey: SurveyResult = NO_SURVEY
    assessment: Assessment = field(default_factory=Assessment)
    exams: tuple[PracticalExam, ...] = ()
    lessons: LessonDesign = field(default_factory=LessonDesign)
    bank: QuestionBank = field(default_factory=lambda: QuestionBank((), ()))
    papers: tuple[TheoryPaper, ...] = ()
    course_standards: tuple[CourseStandard, ...] = ()
    careers: tuple[Career, ...] = ()
    recognition: tuple[Recognition, ...] = ()
    supports: Mapping[str, tuple[Support, ...]] = field(default_factory=dict)
    mentoring: tuple[MentoringPlan, ...] = ()
    demands: tuple[PlanDemand, ...] = ()

    @cached_property
    def pictures(self) -> Mapping[tuple[Address, str], StepPicture]:
        """The pictures that are printed, by the address of the step and the path of the file."""
        return {(one.step, one.file): one for one in self.inputs.pictures}

    @cached_property
    def sops(self) -> Mapping[Address, JobSop]:
        """SOPs by the address of the job."""
        return {sop.address: sop for sop in self.inputs.sops}

    @cached_property
    def texts(self) -> tuple[tuple[Address, Text], ...]:
        """Every text that people wrote, with the address of its element."""
        every = written_texts(self.inputs.sops, self.inputs.courses, self.inputs.programmes, self.inputs.cases)
        return tuple((address, text) for address, text in every if text.wordings)

    @cached_property
    def cases(self) -> Mapping[Address, AnyCase]:
        """Cases by address."""
        return {case.address: case for case in self.inputs.cases}

    @cached_property
    def said(self) -> Mapping[Address, str]:
        """What is written for each procedure and its steps, as several rules search it."""
        return {procedure.address: said_by_procedure(procedure) for procedure in self.procedures.values()}

    @cached_property
    def said_by_job(self) -> Mapping[Address, str]:
        """All words of each job, as several rules search them."""
        return said_by_job(self.texts)

    @cached_property
    def titles(self) -> Mapping[Address, Phrase]:
        """What every element of every SOP is called."""
        return {address: title for sop in self.inputs.sops for address, title in sop.titles().items()}

    @cached_property
    def elements(self) -> Mapping[Address, SopElement]:
        """Elements outside the procedures by address."""
        return {element.address: element for sop in self.inputs.sops for element in sop.elements()}

    @cached_property
    def procedures(self) -> Mapping[Address, Procedure]:
        """Procedures by address."""
        return {procedure.address: procedure for sop in self.inputs.sops for procedure in sop.procedures}

    @cached_property
    def steps(self) -> Mapping[Address, Step]:
        """Steps by address."""
        return {step.address: step for sop in self.inputs.sops for _, step in sop.steps()}

    @cached_property
    def points(self) -> Mapping[str, Point]:
        """Points by id."""
        return {point.id: point for profile in self.profiles for point in profile.points}

    @cached_property
    def step_points(self) -> Mapping[Address, Point]:
        """The point of each step, be it of skill, knowledge or conduct; not what a case says about the step."""
        steps = self.steps
        own = (point for point in self.points.values() if point.work and point.derived_from[0] in steps)
        return {point.derived_from[0]: point for point in own}

    @cached_property
    def reading(self) -> Reading:
        """What sounds wrong on the printed leaves, as several rules tell."""
        return read(self.binders, self.inputs.settings.language, self.inputs.lexicon, self.steps.keys())

    @cached_property
    def competencies(self) -> Mapping[str, Competency]:
        """Competencies by id."""
        return {one.id: one for profile in self.profiles for one in profile.competencies}

    @cached_property
    def bank_questions(self) -> Mapping[str, BankQuestion]:
        """Questions of the bank by id."""
        return {one.id: one for one in self.bank.questions}

    @cached_property
    def guidance(self) -> Mapping[str, TaskGuidance]:
        """What each learning task begins with, by the id of the task."""
        return {one.task: one for one in self.bank.guidance}

    @cached_property
    def held(self) -> Mapping[str, tuple[str, ...]]:
        """Names of the decisions that hold, by what they are about."""
        found: dict[str, list[str]] = {}
        for verdict in self.verdicts:
            for subject in verdict.subjects if verdict.kind in HOLDING else ():
                found.setdefault(subject, []).append(verdict.decision)
        return {subject: tuple(dict.fromkeys(names)) for subject, names in found.items()}

    @cached_property
    def decisions(self) -> Mapping[str, Named[Decision]]:
        """Decisions by name."""
        return {one.name: one for one in self.inputs.decisions}

    @cached_property
    def schedules(self) -> Mapping[str, ScheduleFile]:
        """Plans of cohorts by programme."""
        return {one.programme: one for one in self.inputs.schedules}

    @cached_property
    def typical_tasks(self) -> Mapping[str, TypicalTask]:
        """Typical tasks by id."""
        return {task.id: task for task in self.catalogue.tasks}

    @cached_property
    def learning_tasks(self) -> Mapping[str, tuple[JobCourse, LearningTask]]:
        """Learning tasks by id, each with its course."""
        return {task.id: (course, task) for course in self.design.courses for task in course.tasks}
