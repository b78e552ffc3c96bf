"""Phrases where there are only characters: attributes, margins, bookmarks, names, the search index."""

from sopcurric.model.saying import say
from sopcurric.model.text import Formula, Language, Phrase, Runs, in_one_line
from sopcurric.printing import formula

NOTHING = "—"
"""Stands where a date is not known yet."""


def words(phrase: Phrase, language: Language) -> str:
    """The words of a phrase; formulas are written with Unicode's own indices."""
    return plain(say(phrase, language))


def plain(runs: Runs) -> str:
    """The words of runs in one line."""
    return "".join(formula.plain(run.text) if isinstance(run, Formula) else run.text for run in in_one_line(runs))
