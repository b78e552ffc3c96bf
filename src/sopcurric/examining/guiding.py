"""Guiding questions (引导问题) of a learning task, along the six steps of complete action, each with its answer."""

from collections.abc import Iterator, Sequence

from sopcurric.examining.scene import Element, Scene, Shared, by_hash, end_cut, listed
from sopcurric.model.files.sop_kinds import GRAVE
from sopcurric.model.identifier import derived_id
from sopcurric.model.question_bank import GUIDING_PHASES, GuidingPhase, GuidingQuestion, Where
from sopcurric.model.sop import Deviation, Hazard, Parameter, Principle, Procedure, QualityCheck, Record, Step
from sopcurric.model.text import Phrase, Text, sentence

_MOST = 10
_QUOTA = {"inform": 3, "plan": 1, "decide": 1, "act": 2, "check": 2, "evaluate": 1}
"""How many questions of a phase are asked where the SOP has answers to so many."""
_STEPS_SHOWN = 12


def guiding_questions(scene: Scene) -> tuple[GuidingQuestion, ...]:
    """Up to ten, fewer where the SOP says little."""
    found: list[GuidingQuestion] = []
    every = [*_inform(scene), *_plan(scene), *_decide(scene), *_act(scene), *_check(scene), *_evaluate(scene)]
    for phase in GUIDING_PHASES:
        own = {one.stem: one for one in every if one.phase == phase}
        found += [*own.values()][: _QUOTA[phase]]
    return tuple(found[:_MOST])


def _guide(
    phase: GuidingPhase, topic: str, stem: Phrase, answers: Sequence[Phrase], where: Where, about: Shared[object]
) -> Iterator[GuidingQuestion]:
    told = tuple(one for one in answers if one)
    if told:
        name = derived_id("gq-", "\x1f".join((phase, topic, *sorted(about.addresses))))
        asked = sentence("ask.of", whose=about.whose, stem=stem) if about.whose else stem
        yield GuidingQuestion(name, phase, asked, told, where, about.addresses)


def _some(scene: Scene, kind: type[Element], name: str) -> list[Shared[Element]]:
    """All elements of one kind that the task is taught with, the owned ones first."""
    return sorted(scene.all_of(getattr(scene.task, name), kind), key=lambda one: scene.owned.isdisjoint(one.addresses))


def _inform(scene: Scene) -> Iterator[GuidingQuestion]:
    procedure = scene.procedures[0]
    own = procedure.own
    if own.trigger or own.result:
        code = "guide.occasion" if own.trigger and own.result else "guide.trigger" if own.trigger else "guide.result"
        answers = [_answered("trigger", own.trigger), _answered("result", own.result)]
        yield from _guide("inform", "occasion", sentence(code, title=own.title), _kept(answers), "work", procedure)
    for one in _some(scene, Principle, "principles")[:1]:
        yield from _guide(
            "inform",
            "principle",
            sentence("guide.principle", title=one.own.title),
            one.own.paragraphs,
            "knowledge",
            one,
        )
    yield from _of_parameters(scene)
    works = [scene.all.step_points[one.address].work or end_cut(one.text) for one in own.deeds]
    if len(works) > 1 and not own.route:
        told = [sentence("numbered", number=n, text=one) for n, one in enumerate(works[:_STEPS_SHOWN], 1)]
        more = len(works) > _STEPS_SHOWN
        yield from _guide(
            "inform", "steps", sentence("guide.steps", title=own.title), () if more else told, "work", procedure
        )


def _of_parameters(scene: Scene) -> Iterator[GuidingQuestion]:
    for one in _some(scene, Parameter, "parameters"):
        if one.own.meaning:
            answers = [_answered("range", one.own.range), end_cut(one.own.meaning)]
            code = "guide.parameter" if one.own.range else "guide.parameter.meaning"
            stem = sentence(code, title=one.own.title)
            yield from _guide("inform", "parameter", stem, _kept(answers), "knowledge", one)


def _plan(scene: Scene) -> Iterator[GuidingQuestion]:
    procedure = scene.procedures[0]
    own = procedure.own
    ready = [end_cut(one) for one in own.conditions]
    things = [_listed("tools", own.tools), _listed("materials", own.materials), _listed("actors", own.actors)]
    if ready:
        yield from _guide("plan", "ready", sentence("guide.ready", title=own.title), ready, "planning", procedure)
    if any(things):
        yield from _guide(
            "plan", "things", sentence("guide.things", title=own.title), _kept(things), "planning", procedure
        )
    ppe = [(one, one.own.ppe) for one in _some(scene, Hazard, "hazards") if one.own.ppe]
    for one, worn in sorted(ppe, key=lambda pair: pair[0].own.risk not in GRAVE)[:1]:
        yield from _guide("plan", "ppe", sentence("guide.ppe", title=one.own.title), worn, "planning", one)


def _decide(scene: Scene) -> Iterator[GuidingQuestion]:
    hazards = sorted(_some(scene, Hazard, "hazards"), key=lambda one: (one.own.risk not in GRAVE, not one.own.controls))
    for one in hazards[:1]:
        harm = _answered("harm", one.own.consequence)
        code = "guide.hazard" if harm else "guide.hazard.controls"
        if one.own.controls:
            told = _kept([harm, *(end_cut(control) for control in one.own.controls)])
            yield from _guide("decide", "hazard", sentence(code, title=one.own.title), told, "planning", one)


def _steps(scene: Scene, part: str) -> list[tuple[Procedure, Shared[Step]]]:
    """The steps of the task of which something is said, the critical ones first."""
    found = []
    for procedure in scene.procedures:
        for same in zip(*(scene.portions[one].steps for one in procedure.addresses), strict=False):
            if getattr(same[0], part) and not same[0].branch:
                own = Shared(same[0], tuple(one.address for one in same), procedure.whose)
                found.append((procedure.own, own))
    return sorted(found, key=lambda pair: not pair[1].own.critical)


def _act(scene: Scene) -> Iterator[GuidingQuestion]:
    for part in ("reason", "warnings"):
        for procedure, about in _steps(scene, part)[:1]:
            work = scene.all.step_points[about.own.address].work or end_cut(about.own.text)
            told = about.own.reason if part == "reason" else None
            answers = [end_cut(told)] if told else [end_cut(one) for one in about.own.warnings]
            stem = sentence(f"guide.{part}", procedure=procedure.title, work=work)
            yield from _guide("act", part, stem, answers, "work", about)
    critical = [(procedure, about) for procedure, about in _steps(scene, "critical") if _standard(scene, about.own)]
    for procedure, about in critical[:1]:
        yield from _to_standard(scene, "act", procedure, about)


def _check(scene: Scene) -> Iterator[GuidingQuestion]:
    for one in _some(scene, QualityCheck, "quality")[:1]:
        answers = [_answered("limit", one.own.criterion), _answered("method", one.own.method)]
        code = "guide.quality" if one.own.method else "guide.quality.limit"
        yield from _guide("check", "quality", sentence(code, title=one.own.title), _kept(answers), "check", one)
    told = [(p, one) for p, one in _steps(scene, "text") if not one.own.critical and _standard(scene, one.own)]
    told = [pair for pair in told if pair[1].own.criterion] or told
    if told:
        procedure, about = told[by_hash(scene.task.id, len(told))]
        yield from _to_standard(scene, "check", procedure, about)


def _to_standard(
    scene: Scene, phase: GuidingPhase, procedure: Procedure, about: Shared[Step]
) -> Iterator[GuidingQuestion]:
    work = scene.all.step_points[about.own.address].work
    stem = sentence("guide.standard.route" if procedure.route else "guide.standard", work=work)
    yield from _guide(
        phase, "standard", stem, [_standard(scene, about.own)], "work" if phase == "act" else "check", about
    )


def _standard(scene: Scene, step: Step) -> Text:
    return end_cut(scene.all.step_points[step.address].standard)


def _evaluate(scene: Scene) -> Iterator[GuidingQuestion]:
    for one in _some(scene, Deviation, "deviations")[:1]:
        own = one.own
        causes = [*own.causes, *(row.cause for row in own.rows if row.cause)]
        actions = [*own.actions, *(action for row in own.rows for action in row.actions)]
        answers = [_listed("causes", causes), _listed("measures", actions), _answered("report", own.report)]
        yield from _guide(
            "evaluate", "deviation", sentence("guide.deviation", title=own.title), _kept(answers), "extension", one
        )
    for record in _some(scene, Record, "records")[:1]:
        if record.own.columns:
            stem = sentence("guide.record", title=record.own.title)
            told = _kept([_listed("columns", record.own.columns)])
            yield from _guide("evaluate", "record", stem, told, "work", record)


def _answered(part: str, text: Text) -> Phrase | None:
    return sentence(f"guide.answer.{part}", text=end_cut(text)) if text else None


def _listed(part: str, texts: Sequence[Text]) -> Phrase | None:
    found = [end_cut(one) for one in texts if one]
    if not found:
        return None
    return sentence(f"guide.answer.{part}", text=listed(found))


def _kept(phrases: Sequence[Phrase | None]) -> list[Phrase]:
    return [one for one in phrases if one]
