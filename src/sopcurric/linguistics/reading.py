"""Words that read wrong on a printed page: what is not written yet, what asks, what is no deed.

A reader's ear as patterns: each looks at one line of plain words. They are made so that good text passes; what they
catch was met in real procedures or on our own pages.
"""

import re

from sopcurric.linguistics.lexicon import BUILT_IN, Lexicon

_EDGES = " 　\t（(【[<《）)】]>》。.；;：:，,！!"
_PLACEHOLDER = re.compile(
    r"(?:T\.?B\.?[DCA]\.?|TODO|FIXME|N/?A|none|待[定补填写编]|待(?:补充|完善|编写|填写|确认|明确|更新)|暂缺|暂无|略|同上|"
    r"(?:详?见|参见)?附[件表图录]\s*\d*|见(?:上|下|前|后)文?|[xX×*]{2,}|[?？]+|[-_＿—…·.。]+)",
    re.IGNORECASE,
)
"""What stands where something is still to be written."""
_WHY = re.compile(
    r"为什么|为何|怎么|怎样|如何(?=[^，,]*[？?]$)|什么是|是什么|哪些(?=[^，,]*[？?]$)|多少(?=[^，,]*[？?]$)|"
    r"^(?:why|how|what|which|who|where)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"[？?]\s*$")
_WHETHER_LINE = re.compile(r"(?:[^，,；;：:（(]{1,12})?(?:是否|有无)[^，,；;：:]{1,14}$")
"""A line that is nothing but what is to be judged (`压力表是否正常`)."""
_FORBIDS = re.compile(r"(?:严禁|禁止|不得|不准(?!确)|不许|切勿|请勿|不允许)|(?:do not|never)\b", re.IGNORECASE)
_SECTION = re.compile(
    r"(?:\d+(?:\.\d+)*[、.\s]*)?(?:目的|范围|适用范围|概述|总则|附则|附录|前言|引言|其[他它]|备注|说明|术语|定义|术语和定义|"
    r"(?:安全|操作|一般|基本)?(?:注意事项|要求|规定|须知)|(?:请)?注意(?:安全|事项)?|安全(?:第一|提示|警示)|警告|小心|(?:岗位)?职责|(?:操作|作业|工作)?(?:流程|步骤|程序|规程|内容|方法)|"
    r"参考(?:资料|文献)|引用文件|相关(?:文件|记录))|(?:purpose|scope|general|notes?|remarks?|definitions?|references?)",
    re.IGNORECASE,
)
"""A title that is that of a section of a document."""
_ONLY_NUMBER = re.compile(
    r"[第（(]?\s*[\d０-９一二三四五六七八九十百]+(?:[.．、\-–][\d０-９]+)*\s*[章节条款项）)、.．]?"
)
"""A title that is nothing but the number of a section."""
_NAMES = re.compile("(?:注意事项|须知|制度|职责|目的|原理|规定|规程|说明|(?:流程|步骤|程序|方法)?[及和与]要求|要求)$")


def is_placeholder(words: str) -> bool:
    """Whether words only hold the place of something still to be written (`TBD`, `待定`, `见附件`)."""
    return bool(_PLACEHOLDER.fullmatch(words.strip(_EDGES)) or (words.strip() and not words.strip(_EDGES)))


def asks(words: str) -> str:
    """What a line asks for: `why` for something to explain, `whether` for something to judge; empty for no question."""
    line = words.strip()
    if not _ASKS.search(line):
        return "whether" if _WHETHER_LINE.match(line) else ""
    return "why" if _WHY.search(line) else "whether"


def without_question(words: str) -> str:
    """A line without the marks that make it a question or end it."""
    return words.rstrip(" 　?？。.；;：:")


def title_fault(title: str, lexicon: Lexicon = BUILT_IN) -> str:
    """Why a title names no work; empty where it may.

    `forbids`, `section`, `number` (of a section), `names` what is known, `asks`, `open`.
    """
    words = title.strip()
    if is_placeholder(words):
        return "open"
    if _ASKS.search(words):
        return "asks"
    if _FORBIDS.match(words):
        return "forbids"
    if _ONLY_NUMBER.fullmatch(words):
        return "number"
    if _SECTION.fullmatch(words):
        return "section"
    return "names" if _NAMES.search(words) and not lexicon.verb_at(words, 0) else ""
