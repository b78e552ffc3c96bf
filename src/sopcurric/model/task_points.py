"""Which points that jobs have in common belong to which learning task."""

from collections.abc import Mapping

from sopcurric.model.compilation import Compilation
from sopcurric.model.shared_points import PointCatalogue


def points_of_tasks(compilation: Compilation, shared: PointCatalogue) -> Mapping[str, frozenset[str]]:
    """Points, by their ids, of the procedures of each learning task."""
    known = {own: one.id for one in shared.points for own in one.points}
    of_procedure = {
        one.procedure: [known[point] for point in one.points if point in known]
        for one in compilation.competencies.values()
    }
    return {
        name: frozenset(known[point] for point in task.points if point in known)
        if task.of > 1
        else frozenset(
            point
            for member in compilation.typical_tasks[task.typical_task].members
            for point in of_procedure.get(member, ())
        )
        for name, (_, task) in compilation.learning_tasks.items()
    }
