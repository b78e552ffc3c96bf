"""`PointCatalogue`: skill, knowledge and conduct points of all jobs, each once with everything that it comes from."""

from dataclasses import dataclass

from sopcurric.model.address import Address
from sopcurric.model.competency import PointKind, PointTopic
from sopcurric.model.text import Phrase


@dataclass(frozen=True, slots=True)
class SharedPoint:
    """A point that steps and jobs have in common.

    `points` are the points of single jobs that it stands for, `derived_from` the elements of all of them, `jobs` the
    jobs. `statement`, `level` and the parts (`action`, `object` …) are those of the first of them by address; it is
    `critical` where any of them is.
    """

    id: str
    kind: PointKind
    statement: Phrase
    points: tuple[str, ...]
    derived_from: tuple[Address, ...]
    jobs: tuple[Address, ...]
    level: str = ""
    critical: bool = False
    topic: PointTopic = "operation"
    action: str = ""
    object: str = ""
    condition: str = ""
    criterion: str = ""


@dataclass(frozen=True, slots=True)
class PointCatalogue:
    """All points, in the order of their first element."""

    points: tuple[SharedPoint, ...]
    format: int = 1
