"""Where the object of a Chinese step ends and its measure begins."""

import re

from sopcurric.linguistics.levels import VerbLevel, word_set
from sopcurric.linguistics.lexicon import Lexicon
from sopcurric.linguistics.lexicon_zh import ADVERB

_OPEN = "（(【[《“「『{〈"
_CLOSE = "）)】]》”」』}〉"
_OPENED = re.compile(f"[{re.escape(_OPEN)}]")
_BREAKS = "，；。：！？;!?\n"
_NUMBER = r"[-+−±]?\d[\d.,]*"
_UNIT = (
    r"(?:[A-Za-zμµΩ%％‰℃°³²·/\d]{1,12}|分钟|小时|秒|天|次|遍|圈|度|倍|米|毫米|厘米|公斤|吨|转|格|处|道|"
    r"个|滴|丝|毫升|升|兆帕|千帕|帕|伏|安)"
)
_QUANTITY = re.compile(
    rf"(?<![A-Za-z#号\-\d.])(?:约|大约|至少|最多|不少于|"
    rf"各)?\s*{_NUMBER}(?:\s*(?:{_UNIT})?\s*[–—~～\-−/×:∶至到]\s*{_NUMBER})*\s*{_UNIT}"
    r"(?:左右|以上|以下|以内|之间|内)?\s*(?:[（(][^）)]*[)）])?\s*$|"
    r"(?<![\dA-Za-z])\d+/\d+(?:\s*[–—~～\-]\s*\d+/\d+)?\s*(?:处|以上|左右)?\s*$",
)
_COUNTED = re.compile(r"\s*(?:半|[一两二三四五六七八九十]+)个?(?:[圈扣遍次格挡声]|钟头|分钟|小时)")
_MARK = re.compile(
    r"是否|有无|能否|(?<![反供相效对适感响])应(?![急力用变答付有对])|必须|不得|不允许|"
    r"(?<![必所急])需(?![求氧])|(?<!必)须"
    r"|不(?:超过|低于|大于|小于|高于|少于|多于|超|应)|(?:大于|小于|高于|低于|超过|少于|"
    r"多于)(?:等于)?(?=\s*[\d规设额])|达到|达(?=\s*[\d规标])|符合|满足|具备|处于|位于|[≤≥<>＜＞≈=≯≮]"
    r"|(?:保持|控制|维持|稳定)(?:在|于|为|不)|直至|直到|(?<![以及之])至(?!少)|(?<![达感])到(?![位场期底货达])|"
    r"(?:(?<!正)在|为)\s*(?=[\d≤≥±约\-−]|规定|正常|要求)|(?<!正)在(?=[^，]{1,20}(?:范围|以内|之间|以上|"
    r"以下|[位处]))"
    r"|使(?!用)|以(?:便|免|防|确保|保证)|防止|避免|确保|保证|(?<=[^合])并(?![联列网行车])|(?<!前)后(?=再|方|"
    r"才|立即|及时)|然后|，|±|以(?=减少|保证|降低|提高|防|排|避|利)|直接|(?<=按钮)(?=[^，、和及的与或])|"
    r"(?<=[内处面上中部])无(?![功线损缝])",
)
_STATES = (
    "完好|正常|到位|畅通|关闭|打开|无泄漏|齐全|有效|合格|稳定|良好|清晰|清亮|透明|清澈|灵活|可靠|牢固|准确|"
    "灵敏|平稳|均匀|完整|清洁|干净|充足|严密|一致|到底|投用|可用|备用|就绪|干燥|通畅|明显|整齐|规范"
    "|复位|归零|为零|回零|熄灭|点亮|充分|正确|清楚|安全|就位|全开|全关|开启|停止|停稳|启动|运行|断开|投入|"
    "接通|切断|锁定|锁好|上锁|挂牌|紧固|松动|解除|落实|完成|完毕|结束|退出|关严|关到位|开到位|打开到位|释放|"
    "排空|放空|泄压"
    "|变化|上升|下降|过高|过低|超标|待命|在岗|在位|降至零|相符|平整|无误|满足要求|符合要求|清空|自如|闭合|隔离"
)
_STATE_ADVERB = "(?:均|都|已|已经|全部|全|应|处于|保持|基本|仍|呈|有|显示|指示|状态)*"
_STATE = re.compile(
    rf"(?:{_STATE_ADVERB}(?:{_STATES}|无(?![功线损缝水轨烟菌油])[^，、；]{{1,12}}?|不(?!锈|合格|同|凝|饱|良|"
    rf"明)[^，、；]{{1,8}}?|未[^，、；]{{1,8}}?)(?:状态|位置|中|的?情况)?\s*[、和及且并或与]?\s*)+",
)
_ACTION_STATES = re.compile(
    "关闭|打开|投用|备用|复位|开启|停止|启动|运行|断开|投入|接通|切断|锁定|上锁|挂牌|紧固|解除|落实|完成|"
    "退出|释放|排空|放空|泄压|隔离|清空|变化|全开|全关|闭合|熄灭|松动",
)
_THING_END = re.compile("[阀泵机器槽罐炉门管塔包斗仓闸量次度力温位组料浆液汽气水网芯盖板]")
_TALKING = frozenset({VerbLevel.RECORD, VerbLevel.COMMUNICATE, VerbLevel.MEASURE})
_NOUN_TAIL = re.compile(
    "(?:运行|变化|启动|停止|备用|投用|关闭|打开|完成|落实|泄压|挂牌|上锁)(?:状态|情况|的情况|位置)|运行|变化|"
    "备用|安全|规范|可用"
)
_FLOWS = word_set(
    """进料 出料 加热 配料 给料 放料 卸料 排放 加入 循环 冷却 回收 洗涤 过滤 输送
    搅拌 运行 备用 检修 溶出 焙烧 供水 保温 干燥 沉降""",
)
_LISTING = frozenset({VerbLevel.VERIFY, VerbLevel.PERCEIVE, VerbLevel.COMMUNICATE, VerbLevel.RECORD, VerbLevel.RECALL})
_CHECKING = frozenset({VerbLevel.VERIFY, VerbLevel.PERCEIVE, VerbLevel.PREPARE, VerbLevel.PROTECT, VerbLevel.DIAGNOSE})


def depth_after(text: str, place: int, depth: int) -> int:
    """How many brackets are open behind this character; one that is never closed does not count."""
    mark = text[place]
    if mark in _OPEN and _CLOSE[_OPEN.index(mark)] in text[place:]:
        return depth + 1
    return max(0, depth - 1) if mark in _CLOSE else depth


def ends_clause(text: str, place: int, mark: str) -> bool:
    """Whether this mark ends a clause: a comma or colon between digits does not."""
    if mark in _BREAKS:
        return True
    if mark not in ",:":
        return False
    return not (text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit())


def tidy(text: str) -> str:
    """The text without the marks and blanks around it."""
    return text.strip(" 　\t\n，,；;。：:！!、.")


def begins_measure(text: str) -> bool:
    """Whether the text is a measure from its first character on."""
    found = _MARK.match(text.strip()) or _QUANTITY.match(text.strip())
    return found is not None


def only_measure(text: str) -> bool:
    """Whether the text is nothing but a measure or a count (`三次`, `至 50%`)."""
    return _COUNTED.fullmatch(text) is not None or begins_measure(text)


def is_state(word: str) -> bool:
    """Whether a word that ends a clause may say how something is instead of what to do."""
    return word in {"运行", "保持", "稳定", "使用", "备用", "完成", "关注"}


def is_state_phrase(text: str) -> bool:
    """Whether the text only says how something is (`紧固齐全`, `完好、无泄漏`)."""
    return _STATE.fullmatch(text.rstrip()) is not None


def divide(words: Lexicon, rest: str, action: str, *, fronted: bool) -> tuple[str, str]:
    """Object and measure in what follows the verb; with a fronted object all of it is measure."""
    if fronted:
        return "", rest
    if _COUNTED.fullmatch(rest):
        return "", rest
    lead = len(rest) - len(rest.lstrip())
    cut = min(_cuts(words, rest, action, lead + 1), default=len(rest))
    if begins_measure(rest):
        cut = 0
    thing, measure = rest[:cut], rest[cut:]
    if cut == 0 and not re.match(r"\s*(?:至|到|为|在|[\d≤≥±约<>＜＞]|直|不)", rest):
        return rest, ""
    return thing, measure


def _cuts(words: Lexicon, rest: str, action: str, start: int) -> list[int]:
    level = words.chinese.get(action) or words.chinese.get(action[:2])
    cuts = [found.start() for found in _MARK.finditer(rest, start) if outside(rest, found.start())][:1]
    cuts += [found.start() for found in [_QUANTITY.search(rest, start)] if found and outside(rest, found.start())]
    cuts += [place for place in range(start, len(rest)) if _is_state_tail(rest[place:], level)][:1]
    cuts += [
        place
        for place in range(start, len(rest) - 2)
        if rest[place] == "、" and _next_action(words, rest, place, level)
    ][:1]
    if level not in _CHECKING and level not in _TALKING:
        cuts += _serial(words, rest, start)
    if level is VerbLevel.COMMUNICATE:
        cuts += [
            place
            for place in range(start + 1, len(rest))
            if len(words.inner_verb(rest, place)) > 1 and rest[place - 1] not in "未已不"
        ][:1]
    return cuts


def _serial(words: Lexicon, rest: str, start: int) -> list[int]:
    """The first further action without a mark before it: `打开疏水阀|暖管`, `关小节流阀|逐级充压`."""
    for found in _THING_END.finditer(rest, start - 1):
        place = found.end()
        after = place
        while (adverb := ADVERB.match(rest, after)) and adverb.end() > after:
            after = adverb.end()
        verb = words.inner_verb(rest, after)
        if rest[place : place + 1] == "将":
            return [place]
        if after == place and verb in _FLOWS:
            continue
        if len(verb) > 1 and outside(rest, place) and (after > place or len(rest) > after + len(verb) + 1):
            return [place]
    return []


def outside(text: str, place: int) -> bool:
    """Whether the place is in no bracket or quotation."""
    if _OPENED.search(text, 0, place) is None:
        return True
    depth = 0
    for index in range(place):
        depth = depth_after(text, index, depth)
    return depth == 0


def _is_state_tail(text: str, level: VerbLevel | None) -> bool:
    if not _STATE.fullmatch(text.rstrip()):
        return False
    if _NOUN_TAIL.fullmatch(text.rstrip()):
        return False
    return level in _CHECKING or not _ACTION_STATES.match(text)


def _next_action(words: Lexicon, text: str, place: int, level: VerbLevel | None) -> bool:
    verb = words.inner_verb(text, place + 1)
    return bool(verb) and level not in _LISTING and place + 1 + len(verb) < len(text)
