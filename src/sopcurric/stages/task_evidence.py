"""Why procedures are one typical task: what they have in common, how alike they are, and what nearly joined them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce

from sopcurric.linguistics.corpus import Corpus, Document, Heap
from sopcurric.linguistics.features import told_by
from sopcurric.linguistics.lexicon import BUILT_IN, HAN, Lexicon
from sopcurric.linguistics.shared_words import shared_runs, terms
from sopcurric.model.address import Address, job_of
from sopcurric.model.compared import document_of
from sopcurric.model.sop import JobSop, Procedure
from sopcurric.model.task import NearPair, TaskCatalogue, TypicalTask
from sopcurric.model.task_evidence import Belonging, Common, NearlyJoined, TaskEvidence
from sopcurric.model.text import Phrase

_MOST = 8
"""How many words of steps are told."""
_SHORTEST = 4
"""Shorter ones of other letters than Chinese are units or numbers of things."""


def evidence_of(
    task: TypicalTask, catalogue: TaskCatalogue, sops: Sequence[JobSop], lexicon: Lexicon = BUILT_IN
) -> TaskEvidence:
    """What speaks for a typical task as it is; the procedures that it is compared with are those of its phase."""
    home = {sop.address: sop for sop in sops}
    taught = {member: other for other in catalogue.tasks for member in other.members}
    known = {one.address: one for sop in sops for one in sop.procedures if one.address in taught}
    language = home[job_of(task.members[0])].language
    same = [
        document_of(home[job_of(address)], procedure)
        for address, procedure in sorted(known.items())
        if procedure.phase == task.phase and home[job_of(address)].language == language
    ]
    corpus = Corpus(same, lexicon)
    alone = {one.id: corpus.alone(at) for at, one in enumerate(same)}
    documents = {one.id: one for one in same}
    members = [address for address in task.members if address in documents]
    told = [documents[address] for address in members]
    titles = [told_by(one.title, lexicon) for one in told]
    near = [pair for pair in catalogue.near if {pair.left, pair.right} & {*task.members}]
    return TaskEvidence(
        enough=corpus.measures.threshold,
        members=tuple(_belonging(address, members, alone, corpus, near) for address in members),
        verbs=_common(verbs for verbs, _ in titles),
        objects=_common((thing,) if thing else () for _, thing in titles),
        equipment=_common(_equipment(known[address], home[job_of(address)]) for address in members),
        steps=_shared_steps(told),
        near=tuple(
            _nearly(pair, task, taught, alone, corpus)
            for pair in near
            if not pair.together and {pair.left, pair.right} <= {*alone}
        ),
    )


def _belonging(
    address: Address,
    members: Sequence[Address],
    alone: Mapping[str, Heap],
    corpus: Corpus,
    near: Iterable[NearPair],
) -> Belonging:
    others = [alone[one] for one in members if one != address]
    likeness = corpus.likeness(alone[address], reduce(Heap.joined, others)) if others else 1.0
    doubtful = any(pair.together and address in (pair.left, pair.right) for pair in near)
    return Belonging(address, round(likeness, 3), doubtful)


def _nearly(
    pair: NearPair,
    task: TypicalTask,
    taught: Mapping[Address, TypicalTask],
    alone: Mapping[str, Heap],
    corpus: Corpus,
) -> NearlyJoined:
    inside, outside = (pair.left, pair.right) if pair.left in task.members else (pair.right, pair.left)
    return NearlyJoined(
        procedure=outside,
        task=taught[outside].id,
        likeness=pair.likeness,
        difference=corpus.difference(alone[inside], alone[outside]),
    )


def _equipment(procedure: Procedure, sop: JobSop) -> Iterable[Phrase]:
    titles = sop.titles()
    named = (*procedure.equipment, *(address for step in procedure.steps for address in step.equipment))
    return dict.fromkeys(titles[address] for address in named if address in titles)


def _common(of_members: Iterable[Iterable[Phrase | str]]) -> tuple[Common, ...]:
    """What several members have, what most have first; in the order of the members where as many do."""
    count = Counter(words for own in of_members for words in dict.fromkeys(own))
    return tuple(Common(words, number) for words, number in count.most_common() if number > 1)


def _shared_steps(documents: Sequence[Document]) -> tuple[Common, ...]:
    """Words that steps of several members have, as they stand in the first of them that has them."""
    having = Counter(term for one in documents for term in {term for line in one.body for term in terms(line)})
    shared = {term for term, number in having.items() if number > 1}
    found: Counter[str] = Counter()
    for one in documents:
        runs = {run for line in one.body for run in shared_runs(line, shared)}
        found.update(run for run in runs if len(run) >= _SHORTEST or HAN.match(run))  # no units
    several = sorted(
        ((run, number) for run, number in found.items() if number > 1), key=lambda one: (-one[1], -len(one[0]), one[0])
    )
    return tuple(Common(run, number) for run, number in several[:_MOST])
