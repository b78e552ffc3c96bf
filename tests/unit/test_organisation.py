"""Who answers for what, what partners bear, which teachers are missing: values, and sums that the annex prints."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from sopcurric.documents import organisation_annex
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.organisation import Cost, Organisation, Responsibility
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.teachers import Teacher
from sopcurric.model.methods import METHODS, called, elements_of, is_own, meant
from sopcurric.model.organisation import Lack, borne, lack_of, part_in, shown, sum_of
from sopcurric.model.publication import TEACHING_STAFF, Binder, Table
from sopcurric.model.saying import words
from sopcurric.model.teaching import Required


def cost(shares: Mapping[str, float], amount: int | None = None) -> Cost:
    """A cost that partners share."""
    return Cost.model_validate({"title": "耗材", "amount": amount, "shares": shares, "source": "专项经费"})


def teacher(theory: int, practice: int, teaching: int, *, dual: bool = False) -> Teacher:
    """A teacher of the college."""
    grades = {"theory": theory, "practice": practice, "teaching": teaching, "research": 1}
    return Teacher.model_validate({"id": "T", "title": "教师", "dual": dual, **grades})


@pytest.mark.parametrize(
    ("shares", "total"),
    [((33.3, 33.3, 33.4), "100"), ((33.33, 33.33, 33.33), "99.99"), ((0.1, 0.2), "0.3"), ((40.0, 50.0), "90")],
)
def test_shares_are_summed_as_they_are_typed(shares: tuple[float, ...], total: str) -> None:
    summed = sum_of(cost({f"P{n}": one for n, one in enumerate(shares)}))
    assert summed == Decimal(total)
    assert shown(summed) == total


def test_what_a_partner_bears_is_its_share_of_the_amount() -> None:
    assert borne(cost({"A": 33.3, "B": 66.7}, 1000), "A") == Decimal(333)
    assert borne(cost({"A": 100}, 1000), "B") is None
    assert borne(cost({"A": 100}), "A") is None


def test_a_partner_has_the_first_part_that_is_written() -> None:
    item = Responsibility.model_validate({"title": "编制", "lead": "A", "takes_part": ["A", "B"], "informed": ["C"]})
    assert [part_in(item, one) for one in "ABCD"] == ["lead", "takes-part", "informed", None]


@pytest.mark.parametrize(
    ("team", "lack"),
    [
        ([teacher(3, 4, 3, dual=True)], None),
        ([teacher(3, 4, 3)], Lack((), dual=True)),
        ([teacher(2, 2, 3, dual=True)], Lack((("theory", 1), ("practice", 2)), dual=False)),
        ([teacher(3, 2, 3, dual=True), teacher(2, 4, 3, dual=True)], Lack((), dual=False)),
        ([], Lack((("theory", 3), ("practice", 4), ("teaching", 3)), dual=True)),
    ],
)
def test_what_a_team_lacks(team: list[Teacher], lack: Lack | None) -> None:
    assert lack_of(Required(3, 4, 3, dual=True), team) == lack


def test_methods_are_told_apart_by_where_they_come_from() -> None:
    assert elements_of("001:五共", ()) != elements_of("003:四共", ())
    assert elements_of("五共", ("甲",)) == ()
    assert elements_of("own:两会", ("月会", "年会", "月会")) == ("月会", "年会")
    assert [is_own(one) for one in ("own:两会", "own:", "001:五共")] == [True, False, False]
    assert meant("四个合作") == ("002:四个合作", "004:四个合作")
    assert meant("三共") == tuple(METHODS)
    assert called("001:五共") == "五共"
    assert all(len({*elements}) == len(elements) > 0 for elements in METHODS.values())


# --- The annex of the big example ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def annex(alumina: Compilation) -> Binder:
    """The annex."""
    (binder,) = organisation_annex.compose(alumina)
    return binder


def tables(binder: Binder) -> Iterator[Table]:
    """All tables of a binder."""
    for leaf in binder.leaves:
        yield from (block for block in leaf.blocks if isinstance(block, Table))


def printed(binder: Binder, key: str) -> list[list[str]]:
    """The rows of a table as they are printed, lines of a cell by spaces."""
    (table,) = (one for one in tables(binder) if one.key == key)
    return [[" ".join(words(one, "zh") for one in cell.content) for cell in row.cells] for row in table.rows]


def with_programme(compilation: Compilation, programme: ProgrammeFile) -> Compilation:
    """A compilation with this programme alone."""
    return replace(compilation, inputs=replace(compilation.inputs, programmes=(programme,)))


def number(text: str) -> Decimal:
    """The first number of a text."""
    return Decimal(text.split(maxsplit=1)[0]) if text else Decimal(0)


def test_printed_sums_of_costs_are_those_of_the_printed_rows(annex: Binder) -> None:
    *rows, total = printed(annex, "costs/table")
    assert len(rows) > 3
    for one in rows:
        assert sum(map(number, one[2:-2])) == number(one[-2]) == 100
    amounts = [[Decimal(cell.split()[2]) if "元" in cell else Decimal(0) for cell in one[2:-2]] for one in rows]
    assert [sum(column) for column in zip(*amounts, strict=True)] == [Decimal(one.split()[2]) for one in total[2:-2]]
    assert sum(number(one[1]) for one in rows) == number(total[1]) == sum(Decimal(c.split()[2]) for c in total[2:-2])


def test_printed_modules_are_counted_by_teacher(annex: Binder, alumina: Compilation) -> None:
    modules = printed(annex, "teachers/modules")
    assert len(modules) == sum(len(course.modules) for course in alumina.design.courses)
    for one in printed(annex, "teachers/table"):
        assert int(one[-1]) == sum(one[0] in row[-1] for row in modules), one[0]


def test_every_row_of_the_matrix_has_one_lead(annex: Binder) -> None:
    rows = printed(annex, "responsibilities/matrix")
    assert rows
    assert all(row.count("牵头") == 1 for row in rows)
    assert len(printed(annex, "responsibilities/both")) == len(rows)


def test_the_annex_is_for_those_who_teach_and_only_where_it_is_written(annex: Binder, alumina: Compilation) -> None:
    assert annex.readers == TEACHING_STAFF
    (programme,) = (one for one in alumina.inputs.programmes if one.organisation)
    without = programme.model_copy(update={"organisation": None})
    assert organisation_annex.compose(with_programme(alumina, without)) == ()


def test_what_is_open_is_printed_as_open(alumina: Compilation) -> None:
    own = Organisation.model_validate({"methods": [{"method": "001:五共", "rows": [{"element": "模式共研"}]}]})
    (programme,) = (one for one in alumina.inputs.programmes if one.organisation)
    (binder,) = organisation_annex.compose(
        with_programme(alumina, programme.model_copy(update={"organisation": own, "teachers": ()}))
    )
    assert [one.key for one in tables(binder)] == ["leaders/table", "leaders/partners", "methods/0/table"]
    rows = printed(binder, "methods/0/table")
    assert [one[0] for one in rows] == list(METHODS["001:五共"])
    assert all(one[1:] == ["（待明确）", "", "（待明确）", ""] for one in rows)
    assert [one[1] for one in printed(binder, "leaders/table")] == ["（待明确）"] * 3


def test_many_partners_stand_together_by_role(alumina: Compilation) -> None:
    (programme,) = (one for one in alumina.inputs.programmes if one.organisation)
    plant = programme.partners[2]
    more = tuple(plant.model_copy(update={"id": f"more-{n}"}) for n in range(30))
    names = [one.id for one in more]
    items = [{"title": "编制", "lead": "plant-1", "takes_part": ["college", *names[:20]], "informed": names[20:]}]
    shares = {"college": 40, **dict.fromkeys(names, 2)}
    costs = [{"title": "耗材", "amount": 1000, "shares": shares, "source": "专项经费"}]
    own = Organisation.model_validate({"responsibilities": items, "costs": costs})
    update = {"organisation": own, "partners": (*programme.partners, *more)}
    (binder,) = organisation_annex.compose(with_programme(alumina, programme.model_copy(update=update)))
    (cells,) = printed(binder, "responsibilities/matrix")
    leading = f"牵头：{words(plant.title, 'zh')} 参与：20 家 知悉：10 家"
    assert cells == ["编制", "", "参与", leading, ""]
    assert printed(binder, "costs/table")[0][2:-1] == ["", "40 % 400 元", "60 % 600 元", "", "100 %"]
    assert len(printed(binder, "costs/details")) == 31
