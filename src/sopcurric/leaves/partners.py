"""Who takes part in a programme, as several plans print it."""

from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.layout import cell, columns, row
from sopcurric.model.publication import Table
from sopcurric.model.text import Phrase, sentence


def partners_table(programme: ProgrammeFile, key: str, title: Phrase | None = None) -> Table:
    """The partners of a programme with what each answers for."""
    return Table(
        key,
        columns(("programme.column.partner", 26), ("programme.column.party", 14), ("programme.column.duties", 60)),
        tuple(
            row(
                (cell(one.title, strong=True), cell(sentence(f"party.{one.role}")), cell(*one.duties)),
                f"@programme/{programme.id}/{one.id}",
            )
            for one in programme.partners
        ),
        title=title,
    )
