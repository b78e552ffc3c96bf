"""Questions as a terminal shows them: what can be chosen, and all of one question."""

from collections.abc import Iterator

from sopcurric.app.asking import Asked, ShownQuestion, shown_questions
from sopcurric.app.drafting import roles_named
from sopcurric.app.explaining import Explanation
from sopcurric.model.saying import words
from sopcurric.model.text import sentence


def offered(language: str, one: ShownQuestion, most: int) -> Iterator[str]:
    """What can be chosen, the proposed choice first, and what is wanted beside it."""
    for choice in sorted(one.choices, key=lambda choice: choice.value != one.proposal)[:most]:
        mark = "todo.choice.proposed" if choice.value == one.proposal else "todo.choice"
        yield words(sentence(mark, value=choice.value, label=choice.label), language)
    if len(one.choices) > most:
        yield words(sentence("todo.more", number=len(one.choices) - most), language)
    if one.free:
        yield words(sentence("todo.free", label=one.free), language)


def explained(asked: Asked, language: str) -> Explanation:
    """All of a question: what is asked and of whom, on what grounds, what can be chosen, how to answer."""
    (one,) = shown_questions([asked], language)
    roles = sentence("form.pair", label=sentence("form.role"), value=roles_named(one.roles))
    told = [sentence("form.pair", label=part.label, value=part.value) for part in one.shown]
    lines = [one.title, words(roles, language), *(words(part, language) for part in told), ""]
    lines += [f"  {choice}" for choice in offered(language, one, len(one.choices))]
    choice = one.proposal or next((choice.value for choice in one.choices), "")
    how = sentence("todo.answer", question=one.id, choice=choice, role=one.roles[0])
    lines += ["", words(how, language), words(sentence("explain.origin"), language)]
    lines += [f"  {address}" for address in one.derived_from]
    return Explanation(f"{words(asked.kind_named, language)}  {one.id}", tuple(lines))
