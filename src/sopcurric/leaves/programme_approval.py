"""How a programme came about and was approved: research, review, committees, publication, and the form for changes."""

from collections.abc import Iterator

from sopcurric.leaves.programme_view import ProgrammeView
from sopcurric.model.approved import CourseDifference, differences
from sopcurric.model.files.approval import Approval, Meeting, ProgrammeChange
from sopcurric.model.layout import cell, columns, field, item, row
from sopcurric.model.publication import Block, Fields, Heading, Listing, Paragraph, Signatures, Table
from sopcurric.model.text import Phrase, sentence

_BLANK_ROWS = 5


def approval(view: ProgrammeView) -> Iterator[Block]:
    """论证与审批: what is written stands in its fields, the others are there to be filled in."""
    written = view.programme.approval or Approval()
    yield from _research(written)
    yield from _review(written)
    yield Heading("approval/decision/title", sentence("programme.approval.decision"))
    yield _meeting("committee", written.committee)
    yield _meeting("party", written.party_committee)
    approved = written.approved
    yield Fields(
        "approval/publication",
        (
            field("programme.approval.approved", approved.date if approved else None),
            field("programme.approval.approved-by", approved.by if approved else None),
            field("programme.published", written.published_on),
            field("programme.published-at", written.published_at),
            field("programme.filed", written.filed_on),
            field("programme.applies-to", "、".join(written.applies_to) or view.programme.cohort),
        ),
    )
    yield Signatures(
        "approval/signatures",
        tuple(sentence(f"programme.sign.{one}") for one in ("maker", "college", "plant", "registry", "board", "party")),
    )


def _research(written: Approval) -> Iterator[Block]:
    done = written.research
    yield Heading("approval/research/title", sentence("programme.approval.research"))
    yield Fields(
        "approval/research",
        (
            field("programme.research.companies", done.companies if done else None),
            field("programme.research.graduates", done.graduates if done else None),
            field("programme.research.date", done.date if done else None),
        ),
    )
    if done and done.findings:
        yield Listing("approval/research/findings", tuple(item(one) for one in done.findings), numbered=True)


def _review(written: Approval) -> Iterator[Block]:
    done = written.review
    yield Heading("approval/review/title", sentence("programme.review"))
    yield Table(
        "approval/review/members",
        columns(
            ("programme.column.name", 20),
            ("programme.column.organisation", 36),
            ("programme.column.position", 26),
            ("programme.column.signature", 18),
        ),
        tuple(
            row((cell(one.name, strong=True), cell(one.organisation), cell(one.title), cell()))
            for one in (done.members if done else ())
        ),
        blank_rows=0 if done else _BLANK_ROWS,
        title=sentence("programme.table.experts"),
    )
    yield Fields(
        "approval/review",
        (
            field("programme.review.date", done.date if done else None),
            field("programme.review.opinion", done.opinion if done else None),
            field("programme.review.answer", done.answer if done else None),
        ),
    )


def _meeting(name: str, meeting: Meeting | None) -> Fields:
    return Fields(
        f"approval/{name}",
        (
            field(f"programme.meeting.{name}", meeting.name if meeting else None),
            field("programme.meeting.date", meeting.date if meeting else None),
            field("programme.meeting.number", meeting.number if meeting else None),
            field("programme.meeting.opinion", meeting.opinion if meeting else None),
        ),
    )


def change_form(view: ProgrammeView) -> Iterator[Block]:
    """变更审批表: what differs from the approval is filled in, and so is a change that waits; then what was changed."""
    changes = view.programme.approval.changes if view.programme.approval else ()
    asked = next((one for one in changes if not one.approved_on), None)
    found = differences(view.programme, view.plan)
    major = view.programme.major
    yield Fields(
        "change/head",
        (
            field("programme.major", sentence("programme.name", title=major.title, code=major.code)),
            field("programme.change.cohort", view.programme.cohort),
            field("programme.change.id", asked.id if asked else None),
            field("programme.change.date", asked.proposed_on if asked else None),
            field("programme.change.by", asked.by if asked else None),
        ),
    )
    yield Table(
        "change/courses",
        columns(
            ("programme.column.code", 14),
            ("programme.column.course", 28),
            ("programme.column.change-kind", 12),
            ("programme.column.before", 23),
            ("programme.column.after", 23),
        ),
        tuple(
            row(
                (
                    cell(one.code),
                    cell(one.title, strong=True),
                    cell(sentence(f"programme.change.{one.kind}")),
                    cell(one.before or "—"),
                    cell(one.now or "—"),
                )
            )
            for one in found
        ),
        blank_rows=0 if found else _BLANK_ROWS,
        title=sentence("programme.table.change"),
    )
    yield Paragraph("change/notation", sentence("programme.change.notation"))
    yield Fields(
        "change/reasons",
        (
            field("programme.change.what", asked.what if asked else _summary(found)),
            field("programme.change.reason", asked.reason if asked else None),
            field("programme.change.effect", asked.effect if asked else None),
        ),
    )
    yield Signatures(
        "change/signatures",
        tuple(sentence(f"programme.sign.{one}") for one in ("team", "college", "plant", "registry", "leader")),
    )
    done = [one for one in changes if one.approved_on]
    if done:
        yield _record(done)


def _summary(found: tuple[CourseDifference, ...]) -> Phrase | None:
    kinds = [one.kind for one in found]
    if not kinds:
        return None
    return sentence(
        "programme.change.summary", new=kinds.count("new"), gone=kinds.count("gone"), changed=kinds.count("changed")
    )


def _record(done: list[ProgrammeChange]) -> Table:
    return Table(
        "change/record",
        columns(
            ("programme.column.change", 12),
            ("programme.column.what-changed", 38),
            ("programme.column.reason", 30),
            ("programme.column.approved", 20),
        ),
        tuple(
            row((cell(one.id, strong=True), cell(one.what), cell(one.reason), cell(one.approved_on, one.approved_by)))
            for one in done
        ),
        title=sentence("programme.table.changes"),
    )
