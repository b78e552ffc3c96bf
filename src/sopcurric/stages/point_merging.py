"""What the points of several steps, procedures, jobs and plants have in common is one point with several sources."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sopcurric.linguistics.lexicon import BUILT_IN, Lexicon, is_chinese
from sopcurric.linguistics.same_work import sides_of, work_of
from sopcurric.model.competency import CompetencyProfile, Point
from sopcurric.model.identifier import derived_id
from sopcurric.model.saying import words
from sopcurric.model.shared_points import PointCatalogue, SharedPoint
from sopcurric.model.text import Phrase, Sentence, Text

_TAG = re.compile(r"\d+(?:[-./:]\d+)*\s*(?:[#号A-Z](?![A-Z]))?", re.IGNORECASE)
"""The numbers of single machines and valves (P-101A, FV1203, 1#, 2 号), and other numbers."""
_LEAD_OF_LIMIT = re.compile(
    r"^(?:应|须|需|必须|要求)?(?:控制|保持|维持|稳定|达到|处|位)?(?:在|于|为|到)?\s*(?=[\d≤≥<>±约])|"
    r"^(?:it\s+)?(?:must|should|shall)?\s*(?:be\s+)?(?:kept\s+)?(?:within|between|at)?\s*(?=[\d≤≥<>±])",
    re.IGNORECASE,
)
_END_OF_LIMIT = re.compile(r"(?:处|之间|范围内|的范围)$")
_DASHES = str.maketrans(dict.fromkeys("–—~～－−〜∼", "-"))
_NAMED = ("title", "work", "items")
"""The arguments of sentences that say what a point is about; others say how much."""
_SHORTER = re.compile(r"\.(?:range|function|criterion|subject|sampled|checked|when|inspect)")
"""Parts of codes of sentences that only say how much is told."""

_EMPTY = re.compile(r"进行|[的将把对并应须要了]|\b(?:the|an?|of)\b", re.IGNORECASE)
"""Words that change nothing about what is done."""

Key = tuple[str, ...]


def merge(profiles: Iterable[CompetencyProfile], lexicon: Lexicon = BUILT_IN) -> PointCatalogue:
    """Points that mean the same as one: of one kind and topic, the same work on the same thing, by the same measure.

    Work is the same by families of verbs, things by synonyms; opposites and things with other tags never are. What
    else is said (when, with what, which way, to what measure) must be the same: one of them is printed for all. Each
    point is put under a key, so no pairs are compared, and neither the order of profiles nor of points matters.
    """
    found: dict[tuple[Key, str], dict[str, tuple[Point, list[CompetencyProfile]]]] = {}
    for profile in profiles:
        for point in profile.points:
            same = found.setdefault((_key(point, lexicon), _measure(point)), {})
            same.setdefault(point.id, (point, []))[1].append(profile)
    return PointCatalogue(tuple(sorted(map(_shared, found.values()), key=lambda one: one.points)))


def _shared(same: Mapping[str, tuple[Point, list[CompetencyProfile]]]) -> SharedPoint:
    ordered = [same[name] for name in sorted(same)]
    points = [point for point, _ in ordered]
    first = points[0]
    return SharedPoint(
        id=derived_id("pt-", first.id),
        kind=first.kind,
        statement=first.statement,
        points=tuple(point.id for point in points),
        derived_from=tuple(dict.fromkeys(address for point in points for address in point.derived_from)),
        jobs=tuple(dict.fromkeys(job for _, own in ordered for job in sorted({one.job for one in own}))),
        level=first.level,
        critical=any(point.critical for point in points),
        topic=first.topic,
        action=first.action,
        object=first.object,
        condition=first.condition,
        criterion=first.criterion,
    )


def _key(point: Point, lexicon: Lexicon) -> Key:
    """What points have in common that mean the same, measures aside."""
    if point.action and point.object:
        said = f"{point.action}{point.object}"
        language = "zh" if is_chinese(said) else "en"
        work, thing = _work(point.action, language, lexicon), _thing(point.object, lexicon)
        return (point.kind, point.topic, "", *work, *thing, "", *_rest(point, lexicon))
    code = _SHORTER.sub("", point.statement.code) if isinstance(point.statement, Sentence) else ""
    return (point.kind, point.topic, code, *(part for one in _about(point) for part in _thing(one, lexicon)))


def _rest(point: Point, lexicon: Lexicon) -> Key:
    """What the words of a step say beside its verb and its object, words without meaning of their own aside."""
    found = []
    for said in sorted({*_wordings(point.work), point.condition} - {""}):
        rest = said.replace(point.action, " ", 1).replace(point.object, " ", 1)
        found.append("".join(mark for mark in _EMPTY.sub("", lexicon.plain(rest)).casefold() if mark.isalnum()))
    return tuple(found)


def _about(point: Point) -> list[str]:
    """The words that a point without a verb is about."""
    if point.work:
        return [point.object] if point.object else _wordings(point.work)
    if isinstance(point.statement, Text):
        return _wordings(point.statement)
    named = (value for name, value in point.statement.arguments if name in _NAMED)
    return [one for value in named for one in _wordings(value if isinstance(value, Text | Sentence) else str(value))]


def _measure(point: Point) -> str:
    """The criterion of a point, or what its sentence says beside its subject; compared by values, not by spelling."""
    if point.action or not isinstance(point.statement, Sentence):
        return _limit(point.criterion)
    more = [value for name, value in point.statement.arguments if name not in _NAMED]
    said = [one for value in more for one in _wordings(value if isinstance(value, Text | Sentence) else str(value))]
    return "|".join(filter(None, (_limit(one) for one in said))) or _limit(point.criterion)


def _wordings(phrase: Phrase | str) -> list[str]:
    """What a phrase says in every language that it is written in."""
    if isinstance(phrase, str):
        return [phrase]
    if isinstance(phrase, Text):
        return [phrase.words(language) for language, _ in phrase.wordings]
    return [words(phrase, "zh")]


def _work(action: str, language: str, lexicon: Lexicon) -> Key:
    return (*work_of(action, language, lexicon), *sides_of(action, lexicon))


@lru_cache(maxsize=1 << 14)
def _thing(said: str, lexicon: Lexicon) -> Key:
    """A thing by its letters and digits, synonyms as one; with the tags in it and the sides of opposites it is on."""
    plain = lexicon.plain(unicodedata.normalize("NFKC", said))
    tags = ["".join(tag.split()).casefold().replace("#", "号") for tag in _TAG.findall(plain)]
    letters = "".join(mark for mark in plain.casefold() if mark.isalnum())
    return (letters.replace("号", "") or plain, *tags, *sides_of(said, lexicon))


@lru_cache(maxsize=1 << 14)
def _limit(said: str) -> str:
    """A measure without blanks, full-width signs, kinds of dashes, and the words that only lead to a value."""
    plain = unicodedata.normalize("NFKC", said).translate(_DASHES).strip(" 。.;；,，")
    plain = _END_OF_LIMIT.sub("", _LEAD_OF_LIMIT.sub("", plain))
    return "".join(plain.split()).casefold()
