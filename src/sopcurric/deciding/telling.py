"""Decisions in words, for those who are asked about them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sopcurric.deciding import authored
from sopcurric.deciding.asking import lines, said, shown
from sopcurric.deciding.courses import filed
from sopcurric.model.block_words import block_lines
from sopcurric.model.chain import links
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import Named
from sopcurric.model.files.decision import (
    Add,
    Authored,
    Categorise,
    DecideQuestion,
    DecisionHeader,
    Exclude,
    Hide,
    MakeCourse,
    MapTo,
    Move,
    Rate,
    Readdress,
    Rename,
    Reorder,
    Rewrite,
    SetHours,
    Split,
)
from sopcurric.model.publication import LeafKind
from sopcurric.model.question import Shown
from sopcurric.model.text import Phrase, Sentence, Text, sentence

GRADES = ("difficulty", "importance", "frequency")
_LEAVES = frozenset(one.value for one in LeafKind)


@dataclass(frozen=True)
class Teller:
    """Tells what decisions say, with titles of what they name."""

    compilation: Compilation

    @cached_property
    def _titles(self) -> Mapping[str, Phrase]:
        """What everything is called that decisions can name."""
        modules = (module for course in self.compilation.design.courses for module in course.modules)
        titles = {one.id: one.title for one in links(self.compilation).values()}
        titles |= {module.name: module.title for module in modules}
        for standard in self.compilation.inputs.standards:
            for function in standard.functions:
                own = {f"{standard.code}/{content.id}": content.title for content in function.contents}
                titles |= {**own, **{f"@standard/{name}": title for name, title in own.items()}}
        return titles

    def called(self, name: str) -> Phrase:
        """A thing by its title and its name; by its name alone where there is no such thing."""
        owner, mark, kind = name.partition("#")
        title = self._titles.get(owner)
        if title is None:
            return sentence("plain", value=name)
        if mark and kind in _LEAVES:
            title = sentence("ask.leaf", title=title, kind=sentence(f"layout.kind.{kind}"))
        return sentence("ask.named", title=title, address=name)

    def title(self, name: str) -> Phrase:
        """What a thing is called, or its name where there is no such thing."""
        return self._titles.get(name) or sentence("plain", value=name)

    def shown(self, named: Named[DecisionHeader]) -> tuple[Shown, ...]:
        """What a decision says, part by part."""
        decision = named.decision
        value = self.value(named)
        return (
            shown("decision", sentence("ask.named", title=kind_of(named), address=named.name)),
            shown("on", lines(self.called(name) for name in decision.about)),
            *((shown("value", value),) if value else ()),
            shown("by", by_whom(named)),
            shown("why", decision.why),
        )

    def value(self, named: Named[DecisionHeader]) -> Phrase | None:  # noqa: C901, PLR0911, PLR0912 - one case per kind
        """What is decided about the subject, where the kind alone does not say it."""
        match named.decision:
            case Readdress(now=name) | Move(to=name):
                return self.called(name)
            case Rename(title=title) | MakeCourse(title=title):
                return title
            case Split(into=into):
                return lines(part.title for part in into)
            case DecideQuestion() as asked:
                return _asked(asked)
            case Rate() as rate:
                return lines(_graded(rate))
            case SetHours(theory=theory, practice=practice):
                return sentence("hours.split", total=theory + practice, theory=theory, practice=practice)
            case Categorise() as filing:
                return filed(filing.category, filing.nature, filing.block)
            case MapTo(standard=standard, item=item, fits=fits):
                verdict = sentence("ask.choice.fits" if fits else "ask.choice.fits-not")
                return sentence("ask.fits", item=self.called(f"{standard}/{item}"), fits=verdict)
            case Exclude(reason=reason):
                return sentence(f"reason.{reason}")
            case Rewrite(text=text) | Add(text=text):
                return self.authored(text)
            case Hide(block=block):
                return sentence("plain", value=block)
            case Reorder(blocks=blocks):
                return lines(sentence("plain", value=block) for block in blocks)
            case _:
                return None

    def authored(self, text: tuple[Authored, ...]) -> Phrase:
        """What a teacher typed, line by line."""
        language = self.compilation.inputs.settings.language
        blocks = authored.blocks(text, "", "", ())
        return said((line for block in blocks for line in block_lines(block, language)), language)


def kind_of(named: Named[DecisionHeader]) -> Sentence:
    """What a decision is, such as a new name."""
    return sentence(f"decision.{getattr(named.decision, 'decide', '')}")


def by_whom(named: Named[DecisionHeader]) -> Sentence:
    """Who decided, in which role, and when."""
    return sentence("ask.by", **who(named))


def who(named: Named[DecisionHeader]) -> dict[str, Text | Sentence | str]:
    """The same as arguments of a sentence."""
    decision = named.decision
    return {"role": sentence(f"team.{decision.role}"), "by": decision.by, "date": decision.date}


def _asked(decision: DecideQuestion) -> Phrase:
    """What becomes of a question: it is left out, or what stands there instead."""
    if decision.drop:
        return sentence("question.dropped")
    texts = (decision.stem, *decision.options, *decision.answers, decision.because)
    key = (sentence("plain", value=", ".join(map(str, decision.key))),) if decision.key else ()
    return lines((*(one for one in texts if one), *key))


def _graded(rate: Rate) -> Iterator[Phrase]:
    for name in GRADES:
        value = getattr(rate, name)
        if value is not None:
            grade = sentence(f"grade.{value}")
            yield sentence("ask.graded", name=sentence(f"ask.label.{name}"), value=value, grade=grade)
