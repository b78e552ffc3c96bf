"""What `show schedule` shows: the plans of cohorts as they stand, line by line, then pairing by pairing."""

from collections.abc import Iterable

from sopcurric.model import shown
from sopcurric.model.compilation import Compilation
from sopcurric.model.saying import words
from sopcurric.model.standing_plan import Line, StandingPlan, standing_plans


def scheduled(compilation: Compilation, language: str) -> Iterable[shown.ShownScheduleLine]:
    """Every line and every pairing of every plan that stands, in the order of their time."""
    titles = {row.id: words(row.title, language) for plan in compilation.plans for row in plan.rows}
    for plan in standing_plans(compilation):
        for line in sorted(plan.lines, key=lambda one: (one.begin, one.group.id, one.item.id, one.placed.place)):
            yield _line(plan, line, titles.get(line.item.id, line.item.id))
        for one in plan.pairs:
            yield shown.ShownScheduleLine(
                id=f"{one.group.id}-{one.paired.learner:02}",
                title=one.paired.mentor,
                programme=plan.demand.programme,
                kind="pairing",
                group=one.group.id,
                item="",
                semester=0,
                first=0,
                last=0,
                place=one.paired.plant,
                hours=0,
                substitutes=one.paired.substitutes,
                fixed=one.paired.fixed,
                origin="decided" if one.paired.fixed else "computed",
                derived_from=(one.address,),
            )


def _line(plan: StandingPlan, line: Line, title: str) -> shown.ShownScheduleLine:
    placed = line.placed
    return shown.ShownScheduleLine(
        id=f"{line.group.id}/{line.item.id}",
        title=title,
        programme=plan.demand.programme,
        kind="module",
        group=line.group.id,
        item=line.item.id,
        semester=placed.semester,
        first=placed.first,
        last=placed.first + placed.weeks - 1,
        place=placed.place,
        hours=round(float(plan.load(line) * placed.weeks), 1),
        substitutes=(),
        fixed=placed.fixed,
        origin="decided" if placed.fixed else "computed",
        derived_from=(line.address,),
    )
