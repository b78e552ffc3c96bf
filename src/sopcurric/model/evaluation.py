"""What the evaluation of a programme is: as its file says, with what follows from that, or the default."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sopcurric.model.files.evaluation import Dimension, DimensionKind, Evaluation, Evidence, Instrument, Layer, Party
from sopcurric.model.files.programme import Partner, ProgrammeFile
from sopcurric.model.text import Phrase, sentence

DIMENSIONS: tuple[DimensionKind, ...] = ("conduct", "knowledge", "skill", "fit", "growth")
PARTIES: tuple[Party, ...] = ("learner", "company", "teacher")
LAYERS: tuple[Layer, ...] = ("experience", "behaviour", "ability", "satisfaction")
LEADING_ROLES: Mapping[DimensionKind, tuple[str, ...]] = {
    "conduct": ("college",),
    "knowledge": ("college",),
    "skill": ("plant", "group"),
    "fit": ("plant", "group"),
}
"""Roles of partners that lead each dimension in the scheme of 安徽; who leads growth stands nowhere in it."""
COMPANY_RATED: tuple[DimensionKind, ...] = ("skill", "fit")
"""What companies rate most of."""
_COMPANIES = ("plant", "group")
_ALL = 100


@dataclass(frozen=True, slots=True)
class RatedItem:
    """An item of a dimension: its points out of 100, and where they come from. `final` is whether it is rated last."""

    id: str
    title: Phrase
    points: int
    evidence: tuple[Evidence, ...]
    final: bool = False
    core: str = ""


@dataclass(frozen=True, slots=True)
class RatedDimension:
    """A dimension; `lead` is the id of a partner, empty where nobody was named, `company` a share in per cent."""

    kind: DimensionKind
    weight: int
    lead: str
    company: int
    items: tuple[RatedItem, ...]

    def points(self, *, final: bool) -> int:
        """The points of what is rated along the way or at the end."""
        return sum(one.points for one in self.items if one.final == final)


@dataclass(frozen=True, slots=True)
class RatedLayer:
    """What a party uses for a layer; where it has nothing to say of it, the reason."""

    party: Party
    layer: Layer
    instrument: Phrase | None
    reason: Phrase | None
    days_after: int = 0


@dataclass(frozen=True, slots=True)
class ProgrammeEvaluation:
    """The evaluation of a programme; `written` is whether the team wrote it."""

    dimensions: tuple[RatedDimension, ...]
    layers: tuple[RatedLayer, ...]
    vetoes: tuple[Phrase, ...]
    written: bool


_ITEMS: Mapping[DimensionKind, tuple[tuple[str, int, tuple[Evidence, ...], bool, str], ...]] = {
    "conduct": (
        ("safety", 8, (Evidence.TASKS, Evidence.RECORDS), False, ""),
        ("craft", 7, (Evidence.TASKS,), False, ""),
    ),
    "knowledge": (
        ("tasks", 10, (Evidence.TASKS,), False, ""),
        ("theory", 10, (Evidence.THEORY,), True, ""),
    ),
    "skill": (
        ("work", 15, (Evidence.TASKS,), False, ""),
        ("practical", 15, (Evidence.PRACTICAL,), True, ""),
    ),
    "fit": (
        ("competence", 15, (Evidence.INTERNSHIP, Evidence.RECORDS), False, "competence"),
        ("recognition", 10, (Evidence.SURVEY, Evidence.INTERNSHIP), True, "recognition"),
    ),
    "growth": (
        ("reflection", 5, (Evidence.REFLECTION,), False, ""),
        ("certificate", 5, (Evidence.CERTIFICATE,), True, ""),
    ),
}
"""Items of the default with their points: 15, 20, 30, 25, 10 for the five dimensions, half of them along the way."""
_AFTER = 30
"""Days after the training at which the plant is asked in the default: behaviour at work shows after a month."""


def evaluation_of(programme: ProgrammeFile) -> ProgrammeEvaluation:
    """The evaluation of a programme: as it is written, or the default; who leads growth is never assumed."""
    written = programme.evaluation
    if written is None:
        dimensions = tuple(_default(kind, programme.partners) for kind in DIMENSIONS)
        return ProgrammeEvaluation(dimensions, _default_layers(), _default_vetoes(), written=False)
    by_kind = {one.dimension: one for one in reversed(written.dimensions)}
    dimensions = tuple(_rated(by_kind[kind], programme.partners) for kind in DIMENSIONS if kind in by_kind)
    return ProgrammeEvaluation(
        dimensions, tuple(_layers(written)) or _default_layers(), written.vetoes or _default_vetoes(), written=True
    )


def lead_of(dimension: Dimension, partners: Iterable[Partner]) -> str:
    """The partner that leads a dimension, by id; empty where nobody does."""
    return dimension.lead or _usual_lead(dimension.dimension, partners)


def company_share(dimension: Dimension, partners: Iterable[Partner]) -> int:
    """The share of a dimension that raters of companies give, in per cent."""
    if dimension.company is not None:
        return dimension.company
    return _share_of(lead_of(dimension, partners), partners)


def _rated(dimension: Dimension, partners: tuple[Partner, ...]) -> RatedDimension:
    items = tuple(
        RatedItem(one.id, one.title, one.points, one.evidence, one.when == "final", one.core or "")
        for one in dimension.items
    )
    lead, company = lead_of(dimension, partners), company_share(dimension, partners)
    return RatedDimension(dimension.dimension, dimension.weight, lead, company, items)


def _default(kind: DimensionKind, partners: tuple[Partner, ...]) -> RatedDimension:
    items = tuple(
        RatedItem(name, sentence(f"scheme.item.{name}"), points, evidence, final, core)
        for name, points, evidence, final, core in _ITEMS[kind]
    )
    lead = _usual_lead(kind, partners)
    return RatedDimension(kind, sum(one.points for one in items), lead, _share_of(lead, partners), items)


def _usual_lead(kind: DimensionKind, partners: Iterable[Partner]) -> str:
    roles = LEADING_ROLES.get(kind, ())
    return next((one.id for role in roles for one in partners if one.role == role), "")


def _share_of(lead: str, partners: Iterable[Partner]) -> int:
    return _ALL if any(one.id == lead and one.role in _COMPANIES for one in partners) else 0


def _layers(written: Evaluation) -> Iterable[RatedLayer]:
    known: dict[tuple[Party, Layer], Instrument] = {}
    for one in written.layers:
        known.setdefault((one.party, one.layer), one)
    for (party, layer), one in known.items():
        yield RatedLayer(party, layer, one.instrument, one.reason, one.days_after)


def _default_layers() -> tuple[RatedLayer, ...]:
    """What is usual: learners fill in a sheet, teachers rate along the way, the plant is asked a month later."""
    return tuple(
        RatedLayer(
            party,
            layer,
            sentence(f"scheme.instrument.{party}.{layer}"),
            None,
            _AFTER if party == "company" and layer != "experience" else 0,
        )
        for party in PARTIES
        for layer in LAYERS
    )


def _default_vetoes() -> tuple[Phrase, ...]:
    return sentence("scheme.veto.accident"), sentence("scheme.veto.fraud"), sentence("scheme.veto.task")
