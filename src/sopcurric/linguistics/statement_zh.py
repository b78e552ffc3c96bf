"""Chinese steps: clauses, leading conditions, the first verb, its object, and where the measure begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sopcurric.linguistics import divide_zh
from sopcurric.linguistics.levels import VerbLevel
from sopcurric.linguistics.lexicon import HAN, Lexicon
from sopcurric.linguistics.lexicon_zh import (
    ADVERB,
    ATTAINED,
    CHANGES,
    COMES,
    COMPLETED,
    CONDITION_END,
    CONDITION_START,
    CONDITION_TURN,
    DRIFTING,
    LABEL,
    LIMIT,
    MODAL,
    PREPOSITIONS,
    PROHIBITION,
    RESULT,
    ROLE_END,
    ROLE_START,
    SAFE_SINGLE,
    SINGLE_FRONTED,
    SOON,
    TERMINATOR,
    VALUE,
    VALUE_VERBS,
    WEAK_VERBS,
    WITH,
    leads_name,
)

_PARTICLES = re.compile(r"(?:^|(?<=[，\s]))(?:将|把|对|与|向|给|为|进行|予以|加以|并|则)(?=[，\s]|$)")
_COMPLEMENT = re.compile(r"[至到在于成为入好净紧严]|[回出进开](?![关口度料水油路风])|$")
_JOINT = re.compile(r"(?:并且|并|和|及|、|与|或)")
_INTRANSITIVE_END = frozenset("样泵机车炉电火牌")
_BUTTON = re.compile(r"按[^，]{0,6}(?:按钮|键)")
_ORIGIN = re.compile(r"(?<=.)(?:由|从|用|经|按|在).+$")
_FROM_VALUE = re.compile(r"(?<=.)[由从自]\s*[≤≥±+−-]?\d.*$")
_COUNT = re.compile(r"[一两三四\d]\s?[次遍](?!性)")
_LIGHT_START = re.compile("进行|开展|实施|做好?|作好?")
_SHORT = 1
_HANDS = frozenset({VerbLevel.CLEAN, VerbLevel.ASSEMBLE, VerbLevel.HANDLE})
_REQUIRED = frozenset(("应", "应当", "应该", "须", "需"))
_NO_HAND, _NO_OBJECT = frozenset("会易并和与、"), frozenset("、和与联的")
_LONGEST_BROUGHT = 3
_NOT_ALONE = frozenset("未没并和")
_LIGHT_VERBS = frozenset(("进行", "开展", "实施", "做", "完成"))
_LIGHT = re.compile(r"(?:进行|予以|加以|开展|实施|作|做)")


@dataclass(frozen=True, slots=True)
class _Reading:
    """One clause read: pieces of manner, the verb, what stands before and after it."""

    manner: tuple[str, ...]
    action: str
    fronted: str
    rest: str
    weak: bool = False


def read(words: Lexicon, sentence: str) -> tuple[str, str, str, str] | None:
    """Manner, action, object and criterion; nothing where no clause has a verb."""
    text = sentence.strip()
    spans = list(_clauses(text))
    readings = [_judge(words, text[start:end]) for start, end in spans]
    chosen = _choose(readings)
    if chosen is None:
        return None
    reading = readings[chosen]
    if reading is None:
        return None
    start, end = spans[chosen]
    before = text[:start].strip(" 　，,；;。：:")
    return _assemble(words, before, reading, text[end:])


def without_particles(manner: str) -> str:
    """The manner without 将, 把, 对, 进行 and the like where they stand alone."""
    return re.sub(r"\s*，\s*$|^\s*，\s*", "", re.sub(r"\s{2,}", " ", _PARTICLES.sub("", manner))).strip()


def condition_in(manner: str) -> str:
    """When and with what: clauses of condition and phrases with a preposition, without adverbs."""
    pieces = (_without_adverbs(piece) for piece in re.split(r"[，,；;\s]+", without_particles(manner)))
    return "，".join(piece for piece in pieces if _is_condition(piece))


def _is_condition(piece: str) -> bool:
    if len(piece) <= _SHORT:
        return False
    return bool(CONDITION_START.match(piece) or CONDITION_END.search(piece) or PREPOSITIONS.match(piece))


def _without_adverbs(piece: str) -> str:
    start = 0
    while (found := ADVERB.match(piece, start)) and found.end() > start:
        start = found.end()
    bare = piece[start:]
    ends = (place for place in range(1, len(bare)) if ADVERB.fullmatch(bare, place))
    return bare[: next(ends, len(bare))]


def _assemble(words: Lexicon, before: str, reading: _Reading, later: str) -> tuple[str, str, str, str]:
    manner = " ".join(piece.strip() for piece in reading.manner if piece.strip())
    rest = reading.rest
    if not reading.fronted and not rest.strip() and re.match(r"\s*[：:]", later):
        following = later.lstrip(" ：:")
        end = next(_clauses(following), (0, 0))[1]
        rest, later = following[:end], following[end:]
    thing, measure = divide_zh.divide(words, rest, reading.action, fronted=bool(reading.fronted))
    criterion = divide_zh.tidy(measure + later if measure else later)
    whole = "，".join(part for part in (before, manner) if part)
    return whole, reading.action, divide_zh.tidy(reading.fronted) or divide_zh.tidy(thing), criterion


def _choose(readings: list[_Reading | None]) -> int | None:
    strong = [place for place, reading in enumerate(readings) if reading is not None and not reading.weak]
    weak = [place for place, reading in enumerate(readings) if reading is not None]
    return next(iter(strong or weak), None)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Spans between the marks that end a clause; none inside brackets or numbers."""
    start = depth = 0
    for place, mark in enumerate(text):
        depth = divide_zh.depth_after(text, place, depth)
        if depth == 0 and divide_zh.ends_clause(text, place, mark):
            if place > start:
                yield start, place
            start = place + 1
    if start < len(text):
        yield start, len(text)


def _judge(words: Lexicon, clause: str) -> _Reading | None:
    """The reading of a clause; a condition counts only where nothing better is found."""
    reading = _read(words, clause)
    if reading is None:
        return None
    conditional = CONDITION_START.match(clause.strip()) or CONDITION_END.search(clause.strip())
    return replace(reading, weak=reading.weak or bool(conditional))


def _read(words: Lexicon, clause: str) -> _Reading | None:
    start = _skip(words, clause)
    head, rest = clause[:start], clause[start:]
    if not rest.strip():
        return None
    reading = _body(words, rest)
    if reading is None:
        return None
    return replace(reading, manner=(head, *reading.manner))


def _body(words: Lexicon, text: str) -> _Reading | None:
    if text[0] in "将把" and not words.noun_at(text, 0):
        return _fronted(words, text)
    if (light := _LIGHT_START.match(text)) and (reading := _light_only(words, text, light.end())):
        return reading
    if (forbidden := PROHIBITION.match(text)) and (reading := _forbidden(words, text, forbidden.end())):
        return reading
    return _verb_first(words, text)


def _verb_first(words: Lexicon, text: str) -> _Reading | None:
    """A clause that begins with its verb, unless that verb only begins a name."""
    verb = words.verb_at(text, 0)
    named = bool(verb) and leads_name(text, verb, words.chinese[verb])
    if named and (reading := _subject_first(words, text)):
        return reading
    if verb and not PREPOSITIONS.fullmatch(verb):
        return _plain(words, text, 0, weak=named)
    if _BUTTON.match(text):
        return _plain(words, text, 0, weak=False)
    return _phrase_first(words, text, weak=bool(verb))


def _forbidden(words: Lexicon, text: str, end: int) -> _Reading | None:
    """`严禁用湿手操作…`: what is forbidden is the action, that it is forbidden belongs to the manner."""
    start = _adverbs(words, text, end)
    reading = _body(words, text[start:]) if start < len(text) else None
    return reading and replace(reading, manner=(text[:start], *reading.manner))


def _phrase_first(words: Lexicon, text: str, *, weak: bool) -> _Reading | None:
    """A clause that begins with a preposition or with who or what it is about."""
    preposition = PREPOSITIONS.match(text)
    if preposition:
        return _after_preposition(words, text, preposition.group()) or (
            _plain(words, text, 0, weak=True) if weak else None
        )
    if text[0] in "对与向给为同跟和" and not words.noun_at(text, 0):
        return _dative(words, text)
    return _subject_first(words, text)


def _skip(words: Lexicon, clause: str) -> int:
    """Where labels, adverbs and inner conditions end."""
    place = 0
    while True:
        after = _one_lead(words, clause, place)
        if after is None:
            return place
        place = after


def _one_lead(words: Lexicon, clause: str, place: int) -> int | None:
    for pattern in (LABEL, ADVERB):
        found = pattern.match(clause, place)
        if found and found.end() > place and _may_lead(words, clause, place, found.end()):
            return found.end()
    return _inner_condition(words, clause, place)


def _may_lead(words: Lexicon, clause: str, start: int, end: int) -> bool:
    """An adverb leads unless a longer verb or noun begins at the same place."""
    longer = words.noun_at(clause, start) or words.verb_at(clause, start)
    return len(longer) <= end - start


def _inner_condition(words: Lexicon, clause: str, start: int) -> int | None:
    """The end of `…后`, `…前`, `…时` that a verb follows."""
    for found in CONDITION_TURN.finditer(clause, start + 1):
        end = found.end()
        if found.start() == start + 1 and not words.verb_at(clause, start):
            continue
        if found.group() == "后" and "先" in clause[:start]:
            continue
        follows = clause[_adverbs(words, clause, end) :]
        if follows and (
            _begins_action(words, follows)
            or (
                _deed_only(words, clause[start : found.start()])
                and not _inside_noun(words, clause, found.start())
                and _subject_first(words, follows)
            )
        ):
            return end
    return _noticed(words, clause, start)


def _deed_only(words: Lexicon, head: str) -> bool:
    """Whether what stands before `时` or `后` is a verb with no more than a short object (装槽, 启动磨机)."""
    verb = words.verb_at(head, 0)
    return bool(verb) and len(head) - len(verb) <= len("磨机")


def _noticed(words: Lexicon, clause: str, start: int) -> int | None:
    """The end of what is noticed (`听见哨子响|就赶紧落钩`, `振动大于 4.5 mm/s|立即停机`)."""
    if words.verb_at(clause, start) and not CONDITION_START.match(clause, start):
        return None
    for found in SOON.finditer(clause, start + 2):
        follows = clause[_adverbs(words, clause, found.start()) :]
        if follows and _begins_action(words, follows):
            return found.start()
    return None


def _adverbs(words: Lexicon, clause: str, place: int) -> int:
    while (
        (found := ADVERB.match(clause, place)) and found.end() > place and _may_lead(words, clause, place, found.end())
    ):
        place = found.end()
    return place


def _begins_action(words: Lexicon, text: str) -> bool:
    verb = words.verb_at(text, 0)
    if words.inner_verb(text, 0) or verb in WEAK_VERBS or (verb in SAFE_SINGLE and len(text) > len("停泵")):
        return True
    return bool(re.match(r"将|把|对|向|与|用|按|使用|采用", text)) and not words.noun_at(text, 0)


def _plain(words: Lexicon, text: str, start: int, *, weak: bool = False) -> _Reading:
    """A verb with what follows it; coordinated verbs (检查并紧固) are one action."""
    verb = words.verb_at(text, start)
    end = start + len(verb)
    if verb[-1] in _INTRANSITIVE_END and len(verb) > 1:
        end += len(words.inner_verb(text, end))
    while (joint := _JOINT.match(text, end)) and (second := words.inner_verb(text, _adverbs(words, text, joint.end()))):
        end = _adverbs(words, text, joint.end()) + len(second)
    if result := RESULT.match(text, end):
        end = result.end()
    end += _separable(verb, text, end)
    turned = CONDITION_TURN.match(text, end)
    yielding = (verb in WEAK_VERBS and not _BUTTON.match(text, start)) or (verb in _LIGHT_VERBS and end == len(text))
    yielding = yielding or (start > 0 and PROHIBITION.fullmatch(verb) is not None)
    return _Reading((text[:start],), text[start:end], "", text[end:], weak or yielding or bool(turned))


def _separable(verb: str, text: str, end: int) -> int:
    """The length of the noun that closes the clause and makes one word with a verb of one character (开|盖, 换|布)."""
    left = text[end:].rstrip()
    return len(left) if len(verb) == len(left) == 1 and HAN.match(left) else 0


def _fronted(words: Lexicon, text: str) -> _Reading | None:
    """`将 X V …`: the object stands before the verb."""
    found = [place for place in range(2, len(text)) if _fronted_verb(words, text, place)]
    ended = [place for place in found if _closes(text, place, _fronted_verb(words, text, place))]
    if found:
        place = ended[0] if ended else found[-1]
        verb = _fronted_verb(words, text, place)
    elif comes := COMES.search(text, 2):
        place, verb = comes.start(), comes.group()
    else:
        return None
    thing, adverb = _trailing_adverb(words, text[1:place])
    if origin := _ORIGIN.search(thing):
        thing, adverb = thing[: origin.start()], origin.group() + adverb
    return _Reading((text[0], adverb), verb, thing, text[place + len(verb) :])


def _closes(text: str, place: int, verb: str) -> bool:
    return verb in COMPLETED or verb[-1] in "入至到在为成" or _COMPLEMENT.match(text, place + len(verb)) is not None


def _fronted_verb(words: Lexicon, text: str, place: int) -> str:
    single = text[place] if text[place] in SINGLE_FRONTED and _COMPLEMENT.match(text, place + 1) else ""
    if single and place + 1 == len(text):
        single = ""
    if text[place] in "送交报接" and words.verb_at(text, place) == text[place]:
        single = text[place]
    verb = words.inner_verb(text, place) or single
    return "" if verb and _inside_noun(words, text, place) else verb


def _verb_inside(words: Lexicon, text: str, place: int) -> str:
    """A verb that begins here, in no name and in no bracket."""
    verb = words.inner_verb(text, place)
    return "" if verb and _inside_noun(words, text, place) else verb


def _inside_noun(words: Lexicon, text: str, place: int) -> bool:
    return not divide_zh.outside(text, place) or any(
        len(words.noun_at(text, start)) > place - start
        for start in range(max(0, place - words.longest_noun + 1), place)
    )


def _trailing_adverb(words: Lexicon, text: str) -> tuple[str, str]:
    """What stands before the verb, without the adverbs at its end."""
    for place in range(1, len(text)):
        if _adverbs(words, text, place) == len(text):
            return text[:place], text[place:]
    return text, ""


def _after_preposition(words: Lexicon, text: str, preposition: str) -> _Reading | None:
    """`用 X V …`, `按 X V …`: the phrase is manner, the clause begins behind it."""
    start = len(preposition) + 1
    if preposition[0] in "按依根参遵据对":
        ends = [found.end() for found in TERMINATOR.finditer(text, start) if found.end() < len(text)]
        start = next(
            (end for end in ends if _starts_again(words, text, _adverbs(words, text, end)) or text[end] in "由用从经"),
            start,
        )
        if text[start : start + 1] and text[start] in "由用从经" and (reading := _body(words, text[start:])):
            return replace(reading, manner=(text[:start], *reading.manner))
    if preposition[0] == "随" and (change := CHANGES.search(text)):
        start = change.end()
    for place in range(start, len(text)):
        if _starts_again(words, text, place) and not _inside_noun(words, text, place):
            reading = _body(words, text[place:])
            if reading is not None:
                return replace(reading, manner=(text[:place], *reading.manner))
    return _value_first(words, text, start) or _last_single(words, text, start)


def _last_single(words: Lexicon, text: str, start: int) -> _Reading | None:
    """`用铁锹铲残极`: without another verb one of one character that is plainly a verb."""
    for place in range(start, len(text) - 2):
        if text[place] in SAFE_SINGLE and len(words.verb_at(text, place)) == 1 and not _inside_noun(words, text, place):
            return replace(_plain(words, text[place:], 0), manner=(text[:place],))
    return None


def _starts_again(words: Lexicon, text: str, place: int) -> bool:
    if place >= len(text):
        return False
    if text[place - 1] in "上中内处下箱柜" and words.verb_at(text, place):
        return True
    if text[place - 1] in "口旁侧端部位" and text[0] in "在从由沿向" and words.verb_at(text, place):
        return True
    verb = words.inner_verb(text, place)
    if verb and _listed(text, place + len(verb)):
        return False
    if text[place] == "取" and text[0] in "从由":
        return True
    return bool(verb or _before_noun(words, text, place)) or (
        text[place] in "将把对向" and not words.noun_at(text, place) and len(words.verb_at(text, place)) <= 1
    )


def _listed(text: str, after: int) -> bool:
    """Whether a verb is only one member of a list of names."""
    return text[after : after + 1] in {"和", "及", "与"}


def _before_noun(words: Lexicon, text: str, place: int) -> str:
    """A verb of one character that a known noun follows (加|热水, 停|电机)."""
    verb = words.verb_at(text, place)
    return verb if len(verb) == 1 and verb in SAFE_SINGLE and words.noun_at(text, place + 1) else ""


def _dative(words: Lexicon, text: str) -> _Reading | None:
    """`对 X 进行 V`, `与 X 联系 …`, `向 X 汇报 Y`."""
    light = _LIGHT.search(text, 2)
    if light:
        reading = _light_verb(words, text, light.start(), light.end())
        if reading is not None:
            return reading
    for place in range(2, len(text)):
        verb = words.inner_verb(text, place) or _before_noun(words, text, place)
        if verb and not _inside_noun(words, text, place) and not _listed(text, place + len(verb)):
            return _person_or_thing(words, text, place, verb)
    return _last_single(words, text, 2)


def _light_verb(words: Lexicon, text: str, start: int, end: int) -> _Reading | None:
    """`对轴承进行温度测量`: the last verb is the action, what modifies it belongs to the object."""
    thing, adverb = _trailing_adverb(words, text[1:start])
    for place in range(end, len(text)):
        verb = _verb_inside(words, text, place)
        if verb:
            count = _COUNT.match(text, end)
            how = _adverbs(words, text, count.end() if count else end)
            after = text[place + len(verb) :]
            return _Reading((text[0], adverb, text[start:end], text[end:how]), verb, thing + text[how:place], after)
    return None


def _light_only(words: Lexicon, text: str, start: int) -> _Reading | None:
    """`做联锁试验`: the verb at the very end is the action."""
    for place in range(start, len(text) - 1):
        verb = _verb_inside(words, text, place)
        after = text[place + len(verb) :]
        if verb and (not after or divide_zh.begins_measure(after)):
            return _Reading((text[:start],), verb, text[start:place], after)
    return None


def _person_or_thing(words: Lexicon, text: str, place: int, verb: str) -> _Reading:
    thing, adverb = _trailing_adverb(words, text[1:place])
    after = text[place + len(verb) :]
    if not after.strip() or words.inner_verb(after, 0) or divide_zh.begins_measure(after):
        return _Reading((text[0], adverb), verb, thing, after)
    return _Reading((text[:place],), verb, "", after)


def _subject_first(words: Lexicon, text: str) -> _Reading | None:
    """`操作人员检查…`, `离心泵启动`: who does it, or what is done to a thing."""
    role = ROLE_START.match(text)
    if role:
        start = _adverbs(words, text, role.end())
        reading = _body(words, text[start:]) if start < len(text) else None
        if reading is not None:
            return replace(reading, manner=(text[:start], *reading.manner))
    return (
        _with_means(words, text) or _value_first(words, text, 2) or _modal(words, text) or _verb_in_middle(words, text)
    )


def _with_means(words: Lexicon, text: str) -> _Reading | None:
    """`轴承用煤油清洗`: a thing, by what means, and what is done to it."""
    found = WITH.search(text, 2)
    if not found or _inside_noun(words, text, found.start()):
        return None
    thing, adverb = _trailing_adverb(words, text[: found.start()])
    reading = _after_preposition(words, text[found.start() :], found.group())
    if reading is None or reading.fronted:
        return reading and replace(reading, manner=(text[: found.start()], *reading.manner))
    if reading.rest.strip() and not divide_zh.only_measure(reading.rest):
        return replace(reading, manner=(text[: found.start()], *reading.manner))
    return replace(reading, manner=(adverb, *reading.manner), fronted=thing)


def _value_first(words: Lexicon, text: str, start: int) -> _Reading | None:
    """`转速调到 800 r/min`, `液位控制 50%`, `阀门开两扣`: a thing, what is done to it, and to what value."""
    for found in VALUE.finditer(text, start + 1):
        verb = _verb_before(words, text, start, found)
        place = found.start() - len(verb)
        if verb and found.start() < len(text) and text[place - 1] not in _NOT_ALONE:
            thing, adverb = _trailing_adverb(words, text[:place])
            if origin := _FROM_VALUE.search(thing):
                thing, adverb = thing[: origin.start()], origin.group() + adverb
            return _Reading((adverb,), verb, thing, text[found.start() :], verb in DRIFTING)
    return None


def _verb_before(words: Lexicon, text: str, start: int, found: re.Match[str]) -> str:
    """The verb that ends where a value begins; one of one character only where more than the place itself follows."""
    end = found.start()
    for size in range(min(_LONGEST_BROUGHT, end - start), 1, -1):
        place = end - size
        if len(words.inner_verb(text, place)) == size and not _inside_noun(words, text, place):
            return "" if len(words.verb_at(text, place - 1)) > 1 else text[place:end]
    single = text[end - 1] in VALUE_VERBS and found.end() > end and not _inside_noun(words, text, end - 1)
    return text[end - 1] if single else ""


def _modal(words: Lexicon, text: str) -> _Reading | None:
    """`司机应鸣铃警示`, `重物下严禁站人`: who or what, that it must (not) be, and the action."""
    for found in MODAL.finditer(text, 1):
        start = _adverbs(words, text, found.end())
        required = found.group() in _REQUIRED and divide_zh.is_state_phrase(text[start:])
        if start >= len(text) or required or _inside_noun(words, text, found.start()):
            continue
        if words.verb_at(text, start) or PREPOSITIONS.match(text, start) or text[start] in "将把对与向":
            reading = _body(words, text[start:])
            if reading is not None:
                return replace(reading, manner=(text[:start], *reading.manner))
    return None


def _attains(result: str, level: VerbLevel) -> bool:
    """Whether a clause ends with what work by hand attains; stuff comes out even or clean by itself, too."""
    if level is VerbLevel.HANDLE and result in {"均匀", "干净", "合格"}:
        return False
    return level in _HANDS and ATTAINED.fullmatch(result) is not None


def _verb_in_middle(words: Lexicon, text: str) -> _Reading | None:
    for place in range(1, len(text) - 1):
        verb = _verb_inside(words, text, place)
        if not verb or text[place - 1] in "未没无不":
            continue
        thing, adverb = _trailing_adverb(words, text[:place])
        end = place + len(verb)
        if end == len(text) and not divide_zh.is_state(verb):
            return _Reading((adverb,), verb, thing, "")
        if adverb not in _REQUIRED and _attains(text[end:], words.chinese[verb]):
            return _Reading((adverb,), verb, thing, text[end:])
        if (
            verb in COMPLETED
            and text[place - 1] not in _NO_HAND
            and len(text) > end + 1
            and text[end] not in _NO_OBJECT
        ):
            return _plain(words, text, place)
        if len(adverb) > 1 or ROLE_END.search(text[:place]):
            return _plain(words, text, place, weak=LIMIT.search(text, place) is not None)
    return None
