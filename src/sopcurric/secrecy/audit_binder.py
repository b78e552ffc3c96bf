"""The audit record as a binder (脱密审计记录): what was done, who signed, who has copies, and places to sign."""

from collections.abc import Iterable, Iterator

from sopcurric.model.audit import AuditRecord, AuditRow
from sopcurric.model.layout import cell, columns, field, row
from sopcurric.model.publication import (
    Binder,
    Block,
    Cell,
    Chapter,
    Fields,
    Leaf,
    LeafKind,
    Paragraph,
    Row,
    Signatures,
    Table,
)
from sopcurric.model.text import Phrase, Sentence, sentence
from sopcurric.secrecy.sign_offs import ROLES

DOCUMENT = "declassification_audit"
_GROUP = 4


def compose(record: AuditRecord) -> Binder:
    """The binder of a record."""
    sections = (
        ("summary", _summary(record), False),
        ("fields", _fields(record), True),
        ("sign-offs", _sign_offs(record), False),
        ("copies", _copies(record), True),
    )
    return Binder(
        id="declassification-audit",
        document=DOCUMENT,
        title=sentence("audited.title"),
        subtitle=sentence("audited.subtitle", project=record.project, edition=record.edition),
        facts=(field("layout.edition", record.edition), field("layout.asof", record.as_of)),
        chapters=tuple(_chapter(name, blocks, record, wide=wide) for name, blocks, wide in sections),
        loose=False,
    )


def grouped(digest: str) -> str:
    """A digest in groups, so that it can be read and broken over lines."""
    return " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))


def _chapter(name: str, blocks: Iterable[Block], record: AuditRecord, *, wide: bool) -> Chapter:
    title = sentence(f"audited.section.{name}")
    leaf = Leaf(
        id=f"declassification-audit-{name}",
        kind=LeafKind.SECTION,
        label=name,
        title=title,
        blocks=tuple(blocks),
        issued=record.as_of,
        wide=wide,
    )
    return Chapter(leaf.id, name, title, None, (leaf,))


def _summary(record: AuditRecord) -> Iterator[Block]:
    yield Paragraph("summary/about", sentence("audited.about"))
    yield Fields(
        "summary/facts",
        (
            field("audited.edition", record.edition),
            field("audited.clearance", sentence(f"audited.clearance.{record.clearance}")),
            field("audited.documents", len(record.documents)),
            field("audited.fields", len(record.rows)),
            field("audited.undecided", sum(one.result == "undecided" for one in record.rows)),
            field("audited.release", sentence("audited.release.yes" if record.complete else "audited.release.no")),
        ),
    )
    yield Signatures("summary/signatures", tuple(sentence(f"sign.role.{role}") for role in ROLES))


def _fields(record: AuditRecord) -> Iterator[Block]:
    yield Paragraph("fields/about", sentence("audited.fields.about"))
    rows = tuple(_field(number, one) for number, one in enumerate(record.rows, start=1))
    yield Table(
        "fields/table",
        columns(
            ("column.number", 4),
            ("audited.column.place", 20),
            ("audited.column.class", 11),
            ("audited.column.operation", 9),
            ("audited.column.result", 20),
            ("audited.column.digest", 10),
            ("audited.column.decided", 14),
            ("audited.column.standing", 12),
            centred=("column.number",),
        ),
        rows or (_none(8),),
    )


def _field(number: int, one: AuditRow) -> Row:
    result: Phrase | str = _line(one.taught) if one.result == "taught" else sentence(f"audited.result.{one.result}")
    return row(
        (
            cell(number),
            cell(_line(one.document), _line(f"{one.element} · {one.field}" if one.element else one.field)),
            cell(_line(one.sort_title), sentence(f"audited.level.{one.level}")),
            cell(sentence(f"audited.operation.{one.operation}")),
            cell(result, strong=one.result == "undecided"),
            cell(grouped(one.digest)),
            cell(_line(f"{one.by} {one.date}"), _line(one.why)),
            cell(
                sentence(f"audited.state.{one.state}"),
                sentence(f"sign.scope.{one.scope}") if one.scope else None,
                _until(one.expires),
            ),
        )
    )


def _sign_offs(record: AuditRecord) -> Iterator[Block]:
    yield Paragraph("sign-offs/about", sentence("audited.sign-offs.about"))
    signed = {(one.document, one.role): one for one in record.sign_offs}
    rows: list[Row] = []
    for document in record.documents:
        for number, role in enumerate(ROLES):
            one = signed.get((document, role))
            head = (Cell(cell(_line(document)).content, rows=len(ROLES), keep=True),) if number == 0 else ()
            own = (
                (
                    cell(one.by),
                    cell(one.date),
                    cell(sentence(f"sign.scope.{one.scope}")),
                    cell(one.expires),
                    cell(sentence(f"audited.state.{one.state}")),
                )
                if one
                else (cell(), cell(), cell(), cell(), cell(sentence("audited.state.missing"), strong=True))
            )
            rows.append(row((*head, cell(sentence(f"sign.role.{role}")), *own)))
    yield Table(
        "sign-offs/table",
        columns(
            ("audited.column.document", 24),
            ("layout.role", 18),
            ("audited.column.by", 14),
            ("layout.date", 12),
            ("audited.column.scope", 10),
            ("audited.column.expires", 12),
            ("audited.column.state", 10),
        ),
        tuple(rows) or (_none(7),),
    )


def _copies(record: AuditRecord) -> Iterator[Block]:
    yield Paragraph("copies/about", sentence("audited.copies.about"))
    rows = tuple(
        row(
            (
                cell(one.edition),
                cell(one.number),
                cell(_line(one.holder)),
                cell(one.issued),
                cell(one.due),
                cell(one.recalled),
                cell(one.returned or (sentence("audited.overdue") if one.overdue else None), strong=one.overdue),
                cell(_line(one.note)),
            )
        )
        for one in record.copies
    )
    yield Table(
        "copies/table",
        columns(
            ("layout.edition", 12),
            ("audited.column.copy", 8),
            ("audited.column.holder", 20),
            ("audited.column.issued", 12),
            ("audited.column.due", 12),
            ("audited.column.recalled", 12),
            ("audited.column.returned", 12),
            ("audited.column.note", 12),
            centred=("audited.column.copy",),
        ),
        rows or (_none(8),),
    )


def _none(width: int) -> Row:
    return Row((cell(sentence("audited.none"), columns=width),))


def _until(day: str) -> Sentence | None:
    return sentence("audited.until", date=day) if day else None


def _line(words: str) -> str:
    """Words in one line, as a cell has them."""
    return " ".join(words.split())
