"""Questions that are answered in sentences: why, under which conditions, in which steps; cases to be analysed."""

from collections.abc import Iterator, Sequence

from sopcurric.examining.scene import Element, Scene, Shared, end_cut, listed, numbered
from sopcurric.model.question_bank import BankQuestion, Cognition
from sopcurric.model.sop import (
    Deviation,
    EmergencyCard,
    Hazard,
    Interlock,
    Parameter,
    Principle,
    Procedure,
    QualityCheck,
    Step,
    Term,
)
from sopcurric.model.text import Phrase, Text, sentence

_WITHIN = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

_FEWEST, _MOST = 3, 8
"""So many steps or conditions are worth asking for, and can be written down."""


def questions(scene: Scene) -> Iterator[BankQuestion]:
    """All of them."""
    task = scene.task
    for deviation in scene.own(task.deviations, Deviation):
        yield _case(scene, deviation)
    for hazard in scene.own(task.hazards, Hazard):
        yield from _answered(scene, hazard, "first_aid", (end_cut(hazard.own.first_aid),), "apply")
        yield from _answered(scene, hazard, "controls", [end_cut(one) for one in hazard.own.controls], "recall")
    for parameter in scene.own(task.parameters, Parameter):
        yield from _answered(scene, parameter, "meaning", (end_cut(parameter.own.meaning),), "understand")
    for principle in scene.own(task.principles, Principle):
        yield from _answered(scene, principle, "principle", principle.own.paragraphs, "understand")
    for interlock in scene.own(task.interlocks, Interlock):
        yield from _of_interlock(scene, interlock)
    for card in scene.own(task.cards, EmergencyCard):
        yield from _of_card(scene, card)
    for term in scene.own(task.terms, Term):
        yield from _answered(scene, term, "text", (end_cut(term.own.text),), "recall")
    for check in scene.own(task.quality, QualityCheck):
        told = (check.own.sampling, check.own.method, check.own.frequency)
        yield from _answered(scene, check, "method", [end_cut(one) for one in told if one], "recall")
    for procedure in scene.procedures:
        yield from _of_procedure(scene, procedure)


def _answered(
    scene: Scene,
    about: Shared[Element],
    part: str,
    answers: Sequence[Phrase],
    cognition: Cognition,
    source: Phrase | None = None,
) -> Iterator[BankQuestion]:
    """A question about one part of an element, in the element's own words."""
    found = tuple(one for one in answers if one)
    if found:
        yield scene.question(
            "short-answer",
            part,
            sentence(f"ask.answer.{part}", title=about.own.title),  # type: ignore[attr-defined]
            about,
            answers=found,
            because=sentence("ask.because.answer"),
            asks=(part,),
            cognition=cognition,
            source=source,
        )


def _of_interlock(scene: Scene, about: Shared[Interlock]) -> Iterator[BankQuestion]:
    one = about.own
    parts = [(name, text) for name in ("condition", "action", "reset", "bypass") if (text := getattr(one, name))]
    if len(parts) > 1:
        yield scene.question(
            "short-answer",
            "interlock",
            asked_together("ask.interlock", one.title, [name for name, _ in parts]),
            about,
            answers=tuple(sentence(f"ask.answered.{name}", text=end_cut(text)) for name, text in parts),
            because=sentence("ask.because.answer"),
            asks=tuple(name for name, _ in parts),
            cognition="understand",
        )


def asked_together(code: str, title: Phrase, parts: Sequence[str]) -> Phrase:
    """A stem with the parts of its question, numbered where there are several."""
    asked = [sentence(f"{code}.{name}") for name in parts]
    if len(asked) == 1:
        return sentence(f"{code}.one", title=title, part=asked[0])
    return sentence(code, title=title, parts=numbered(asked))


def _of_card(scene: Scene, about: Shared[EmergencyCard]) -> Iterator[BankQuestion]:
    card = about.own
    if not card.actions:
        return
    code = f"ask.answer.card{'.signs' if card.signs else ''}{'.kept' if card.cautions else ''}"
    answers: list[Phrase] = [end_cut(one) for one in card.actions]
    answers += [sentence("ask.answered.caution", text=end_cut(one)) for one in card.cautions]
    yield scene.question(
        "case-analysis",
        "card",
        sentence(code, title=card.title, signs=end_cut(card.signs)),
        about,
        answers=answers,
        because=sentence("ask.because.answer"),
        asks=("actions", "cautions", "first"),
        gives=("signs",),
        cognition="apply",
    )


def _case(scene: Scene, about: Shared[Deviation]) -> BankQuestion:
    """What is wrong, what comes of it, what is done, who is told."""
    one = about.own
    causes = (*one.causes, *(row.cause for row in one.rows if row.cause))
    consequences = (one.consequence, *(row.consequence for row in one.rows))
    actions = (*one.actions, *(action for row in one.rows for action in row.actions))
    told = (("causes", causes), ("consequence", consequences), ("actions", actions), ("report", (one.report,)))
    parts = [(name, [end_cut(text) for text in texts if text]) for name, texts in told]
    parts = [(name, texts) for name, texts in parts if texts]
    return scene.question(
        "case-analysis",
        "deviation",
        sentence(
            "ask.case.in", task=scene.task.title, told=asked_together("ask.case", one.title, [n for n, _ in parts])
        ),
        about,
        answers=tuple(_point(name, texts) for name, texts in parts),
        because=sentence("ask.because.answer"),
        asks=tuple(name for name, _ in parts),
        cognition="apply",
    )


def _point(name: str, texts: Sequence[Text]) -> Phrase:
    """A point of an answer; as points are numbered themselves, what is in it has other numbers (①②)."""
    if 1 < len(texts) <= len(_WITHIN):
        marked = [sentence("ask.within", mark=mark, text=one) for mark, one in zip(_WITHIN, texts, strict=False)]
        return sentence(f"ask.answered.{name}", text=listed(marked))
    return sentence(f"ask.answered.{name}", text=numbered(texts))


# --- Procedures ------------------------------------------------------------------------------------------------------


def _of_procedure(scene: Scene, about: Shared[Procedure]) -> Iterator[BankQuestion]:
    procedure = about.own
    conditions = [end_cut(one) for one in procedure.conditions]
    if len(conditions) > 1:
        yield from _answered(scene, about, "conditions", conditions, "recall")
    works = [scene.all.step_points[one.address].work or end_cut(one.text) for one in procedure.deeds]
    if _FEWEST <= len(works) <= _MOST and not procedure.route and not any(one.branch for one in procedure.steps):
        yield from _answered(scene, about, "steps", works, "recall")
    for way, steps in _ways(procedure):
        yield from _of_way(scene, about, way, steps)
    for same in zip(*(scene.portions[one].steps for one in about.addresses), strict=False):
        own = Shared(same[0], tuple(one.address for one in same), about.whose)
        yield from _of_step(scene, procedure, own)


def _ways(procedure: Procedure) -> Iterator[tuple[Text, list[Step]]]:
    """The alternatives of a procedure: when each is taken, and its steps."""
    steps = procedure.steps
    for place, step in enumerate(steps):
        if step.branch:
            way = step.number.rpartition(".")[0]
            yield step.branch, [one for one in steps[place:] if one.number.startswith(f"{way}.")]


def _of_way(scene: Scene, about: Shared[Procedure], when: Text, steps: Sequence[Step]) -> Iterator[BankQuestion]:
    works = [scene.all.step_points[one.address].work or end_cut(one.text) for one in steps]
    yield scene.question(
        "short-answer",
        f"way {steps[0].number}",
        sentence("ask.way", procedure=about.own.title, when=end_cut(when)),
        about,
        answers=works,
        because=sentence("ask.because.answer"),
        asks=[f"{one.address}#text" for one in steps],
        cognition="apply",
        more=[one.address for one in steps],
    )


def _of_step(scene: Scene, procedure: Procedure, about: Shared[Step]) -> Iterator[BankQuestion]:
    """To what standard, why, what is dangerous about it, what is done where it is not as it should be."""
    step = about.own
    point = scene.all.step_points[step.address]
    work = point.work or end_cut(step.text)
    asked: tuple[tuple[str, list[Phrase], Cognition], ...] = (
        ("reason", [end_cut(step.reason)] if step.reason else [], "understand"),
        ("warnings", [end_cut(one) for one in step.warnings], "understand"),
        ("criterion", [end_cut(point.standard)] if point.standard else [], "recall"),
        ("abnormal", [end_cut(step.abnormal)] if step.abnormal else [], "apply"),
    )
    for part, answers, cognition in asked:
        if answers:
            yield scene.question(
                "short-answer",
                part,
                sentence(_code(part, procedure), procedure=procedure.title, work=work),
                about,
                answers=answers,
                because=sentence("ask.because.answer"),
                asks=(part,),
                cognition=cognition,
                source=scene.source_of(procedure, step),
            )


def _code(part: str, procedure: Procedure) -> str:
    return "ask.step.criterion.route" if part == "criterion" and procedure.route else f"ask.step.{part}"
