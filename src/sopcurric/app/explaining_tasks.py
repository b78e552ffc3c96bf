"""Use case: why procedures are one typical task, and what nearly was."""

from collections.abc import Iterator

from sopcurric.model.compilation import Compilation
from sopcurric.model.saying import words
from sopcurric.model.task import TypicalTask
from sopcurric.model.task_evidence import Common, TaskEvidence
from sopcurric.model.text import Sentence, sentence
from sopcurric.stages.task_evidence import evidence_of


def grouping_reasons(task: TypicalTask, compilation: Compilation, language: str) -> list[str]:
    """Lines that say what members have in common, how alike they are, and what keeps others apart."""
    evidence = evidence_of(task, compilation.catalogue, compilation.inputs.sops, compilation.inputs.lexicon)
    return [words(line, language) for line in (*_shared(evidence, language), *_near(evidence, compilation))]


def _shared(evidence: TaskEvidence, language: str) -> Iterator[Sentence]:
    if len(evidence.members) < 2:  # noqa: PLR2004 - nothing is shared with oneself
        return
    rows = {
        "verbs": evidence.verbs,
        "objects": evidence.objects,
        "equipment": evidence.equipment,
        "steps": evidence.steps,
    }
    for name, common in rows.items():
        if common:
            yield sentence(f"grouping.{name}", items=_listed(common, len(evidence.members), language))
    for member in evidence.members:
        code = "grouping.member.doubtful" if member.doubtful else "grouping.member"
        yield sentence(code, procedure=member.procedure, likeness=_percent(member.likeness))


def _listed(common: tuple[Common, ...], total: int, language: str) -> str:
    said = ((one.words if isinstance(one.words, str) else words(one.words, language), one.members) for one in common)
    return words(sentence("grouping.comma"), language).join(f"{name} {members}/{total}" for name, members in said)


def _near(evidence: TaskEvidence, compilation: Compilation) -> Iterator[Sentence]:
    if evidence.near:
        yield sentence("grouping.near", enough=_percent(evidence.enough))
    for one in evidence.near:
        yield sentence(
            "grouping.near.one",
            procedure=one.procedure,
            title=compilation.procedures[one.procedure].title,
            task=one.task,
            likeness=_percent(one.likeness),
            difference=sentence(f"grouping.difference.{one.difference}"),
        )


def _percent(likeness: float) -> Sentence:
    return sentence("percent", value=round(likeness * 100))
