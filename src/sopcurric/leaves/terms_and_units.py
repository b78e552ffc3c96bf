"""Terms and units that a book uses, each once."""

from collections.abc import Iterable, Iterator, Sequence

from sopcurric.linguistics.units import kind, symbol
from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import JobCourse
from sopcurric.model.enumerating import listed
from sopcurric.model.layout import cell, columns, element_rows, row
from sopcurric.model.publication import Table
from sopcurric.model.sop import JobSop, Parameter, QualityCheck
from sopcurric.model.text import Phrase, Quantity, Text, sentence

_SHOWN = 4


def term_table(key: str, sops: Sequence[JobSop]) -> Table | None:
    """Terms of documents with their definitions; nothing where there are none."""
    terms = [one for sop in sops for one in sop.terms]
    if not terms:
        return None
    return Table(
        key,
        columns(("column.term", 24), ("column.definition", 76)),
        element_rows(terms, lambda one: (cell(one.title, strong=True), cell(one.text))),
        title=sentence("knowledge.terms"),
    )


def unit_table(key: str, course: JobCourse, everything: Compilation) -> Table | None:
    """Units of the parameters and quality criteria of a course by what they measure, with what is given in them."""
    found: dict[str, dict[str, list[tuple[Phrase, Address]]]] = {}
    addresses = dict.fromkeys(one for task in course.tasks for one in (*task.parameters, *task.quality))
    for address in addresses:
        element = everything.elements.get(address)
        if isinstance(element, Parameter | QualityCheck):
            for unit in dict.fromkeys(_units(element)):
                measures = kind(unit)
                if measures:
                    found.setdefault(measures, {}).setdefault(symbol(unit), []).append((element.title, address))
    if not found:
        return None
    return Table(
        key,
        columns(("manual.column.measured", 22), ("manual.column.unit", 18), ("manual.column.used", 60)),
        tuple(
            row(
                (
                    cell(sentence(f"unit.kind.{measures.replace(' ', '-')}"), strong=True),
                    cell(unit),
                    cell(listed([title for title, _ in used], _SHOWN)),
                ),
                *(address for _, address in used),
            )
            for measures in sorted(found)
            for unit, used in found[measures].items()
        ),
        title=sentence("manual.table.units"),
    )


def _units(element: Parameter | QualityCheck) -> Iterator[str]:
    """The units in which an element is given."""
    texts: Iterable[Text] = (
        (element.criterion,) if isinstance(element, QualityCheck) else (element.range, element.target)
    )
    if isinstance(element, Parameter) and element.unit:
        yield element.unit
    for text in texts:
        for _, runs in text.wordings:
            yield from (run.unit for run in runs if isinstance(run, Quantity) and run.unit)
