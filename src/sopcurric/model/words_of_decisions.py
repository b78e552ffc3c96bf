"""Words for kinds of decisions and roles, as values that the sentences of rules are filled with."""

from itertools import combinations
from typing import get_args

from sopcurric.model.files.decision import DecisionKind, Role
from sopcurric.wording.catalogue import LANGUAGES, entry

Variants = dict[str, dict[str, str]]
ROLES: tuple[Role, ...] = get_args(Role)
_OR = {"zh": "或", "en": " or "}


def kinds(argument: str) -> Variants:
    """What the kinds of decisions are called, by language, for an argument that is one of them."""
    return {
        language: {f"{argument}.{kind}": entry(f"decision.{kind}", language) for kind in get_args(DecisionKind)}
        for language in LANGUAGES
    }


def roles(argument: str) -> Variants:
    """What roles are called, by language, for an argument that is some of them joined by `+`."""
    some = [chosen for count in range(1, len(ROLES) + 1) for chosen in combinations(ROLES, count)]
    return {
        language: {
            f"{argument}.{'+'.join(chosen)}": _OR[language].join(entry(f"team.{role}", language) for role in chosen)
            for chosen in some
        }
        for language in LANGUAGES
    }


def merged(*parts: Variants) -> Variants:
    """Variants of several parts as one."""
    return {language: {key: words for part in parts for key, words in part[language].items()} for language in LANGUAGES}
