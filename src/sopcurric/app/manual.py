"""The manual pages of the rules: they are the docstrings of their modules."""

import inspect
from functools import lru_cache
from importlib import import_module

from sopcurric import rules as rule_folder
from sopcurric.plugin import Rule, discover

_PARTING = "----"


@lru_cache
def page(code: str, language: str) -> str:
    """The page of a rule in a language: Chinese stands above the parting line.

    Raises:
        KeyError: there is no such code.
    """
    above, _, below = inspect.cleandoc(_docstrings()[code]).partition(_PARTING)
    return (above if language == "zh" or not below else below).strip()


@lru_cache
def _docstrings() -> dict[str, str]:
    found = discover(rule_folder, "RULE", Rule)
    return {rule.code: import_module(f"{rule_folder.__name__}.{name}").__doc__ or "" for name, rule in found}
