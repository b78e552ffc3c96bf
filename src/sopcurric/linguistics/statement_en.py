"""English steps: the imperative, its object up to the first mark or function word, and the rest as measure."""

import re

from sopcurric.linguistics.lexicon import Lexicon

_WORD = re.compile(r"[A-Za-z]+(?:[-'’][A-Za-z]+)*")
_LEAD = re.compile(
    r"\s*(?:\(?\d{1,2}[.)]\s+|[-–—*•]\s+)?"
    r"(?:(?:please|first|firstly|second|secondly|then|next|finally|also|again|always|now|once|"
    r"carefully|[a-z]+ly|must|should|shall|to|and|both|jointly)\b(?:,\s*|\s+))*",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"(?:when|whenever|once|if|after|before|while|during|until|unless|as soon as|using|with|by|in|on|at|for|from|"
    r"according to|following|under|wearing|upon|where|without|in case of|to|every|prior to|as)\b",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"[,;:]\s|\s(?=(?:until|so that|so|such that|within|must|should|shall|is|are|at|to|by|for|according|as|if|"
    r"when|before|"
    r"after|while|with|without|using|in order|per|and then|then|is|not exceeding|no more|at least|until|"
    r"unless|every)\b)|\s(?=[≤≥<>=±]|[-+]?\d)",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:,\s*)?\s*(?:,|and|or|/|and/or)\s+", re.IGNORECASE)
_PARTICLE = re.compile(r"\s+(?:up|off|out|on|down|in|away|over)\b(?!\s+(?:the\s+)?$)", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:the\s+)?(?:[a-z]+\s+)?(?:operator|worker|technician|attendant|crew|team|fitter|electrician)s?\s+",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"(?:do not|don't|never)\s+", re.IGNORECASE)
_NEW_CLAUSE = re.compile(
    r"(?:it|they|this|these|which|there|[\w\s-]{1,40}?\s(?:must|shall|should|is|are))\b", re.IGNORECASE
)
_TRAILING = re.compile(r",\s*(?:[a-z]+ly|then|first)(?:\s+(?:and\s+)?[a-z]+ly)*$", re.IGNORECASE)
_EDGE = " \t\n,;:."


def read(words: Lexicon, sentence: str) -> tuple[str, str, str, str] | None:
    """Manner, action, object and criterion; nothing where no verb leads a clause."""
    text = sentence.strip()
    for start in _starts(text):
        begin = _lead_end(words, text, start)
        action = _action_end(words, text, begin)
        if action > begin:
            return _split(words, text, begin, action)
    return None


def condition_in(manner: str) -> str:
    """When or with what (`when the pressure rises`), without the adverbs before it; nothing in other manners."""
    lead = _LEAD.match(manner)
    words = _TRAILING.sub("", manner[lead.end() if lead else 0 :].strip(_EDGE))
    return words if _CONDITION.match(words) and " " in words else ""


def _starts(text: str) -> list[int]:
    """Where the imperative may begin: at the head unless a condition leads, then behind each mark."""
    marks = [found.end() for found in re.finditer(r"[,;:]\s+|\.\s+(?=[A-Z])", text)]
    first = [] if _CONDITION.match(text) and marks else [0]
    return first + marks


def _lead_end(words: Lexicon, text: str, start: int) -> int:
    lead = _LEAD.match(text, start)
    place = lead.end() if lead else start
    subject = _SUBJECT.match(text, place)
    if subject is None or _is_verb(words, text, place):
        return place
    after = _LEAD.match(text, subject.end())
    return after.end() if after else subject.end()


def _is_verb(words: Lexicon, text: str, place: int) -> bool:
    word = _WORD.match(text, place)
    return word is not None and (
        word.group().lower() in words.english or word.group().lower().removesuffix("s") in words.english
    )


def _action_end(words: Lexicon, text: str, start: int) -> int:
    """The end of the verb, of verbs joined to it, of particles (`shut down`, `do not touch`)."""
    negation = _NEGATION.match(text, start)
    first = negation.end() if negation else start
    if not _is_verb(words, text, first):
        return start
    end = _verb_end(text, first)
    while (joint := _JOINT.match(text, end)) and _is_verb(words, text, joint.end()):
        end = _verb_end(text, joint.end())
    return end


def _verb_end(text: str, start: int) -> int:
    end = _word_end(text, start)
    particle = _PARTICLE.match(text, end)
    return particle.end() if particle else end


def _word_end(text: str, start: int) -> int:
    word = _WORD.match(text, start)
    return word.end() if word else start


def _split(words: Lexicon, text: str, begin: int, action: int) -> tuple[str, str, str, str]:
    rest = text[action:]
    cut = _object_end(words, rest)
    thing, measure = rest[:cut], rest[cut:]
    if not thing.strip(_EDGE) and not re.match(r"\s*(?:until|to|at|[,;:≤≥<>\d])", rest):
        thing, measure = rest, ""
    return text[:begin].strip(_EDGE), text[begin:action], thing.strip(_EDGE), measure.strip(_EDGE)


def _object_end(words: Lexicon, rest: str) -> int:
    for found in _MARK.finditer(rest):
        if not rest[: found.start()].strip(_EDGE) and found.group().strip() == "":
            continue
        if found.group()[:1] == "," and _continues(words, rest, found.end()):
            continue
        return found.start()
    return len(rest)


def _continues(words: Lexicon, rest: str, place: int) -> bool:
    """Whether a comma only separates nouns of a list (`oil, water and air`)."""
    following = rest[place:]
    if _CONDITION.match(following) or _NEW_CLAUSE.match(following) or _is_verb(words, following, 0):
        return False
    return bool(re.match(r"(?:(?:and|or)\s+)?[\w\s'’/-]{1,40}(?:,\s|\s(?:and|or)\s)[\w\s-]+", following)) or bool(
        re.match(r"(?:and|or)\s+(?!then\b)[\w-]+", following)
        and not _is_verb(words, following, following.index(" ") + 1),
    )
