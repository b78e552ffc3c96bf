"""From the bytes of a file to its text, whatever the encoding: what is no text becomes findings."""

import re
from itertools import islice

from sopcurric.io.file_report import MAX_REPEATS, FileReport
from sopcurric.source.editing import BREAK
from sopcurric.source.ref import Span
from sopcurric.source.source_map import START

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
INVISIBLE = re.compile("[\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_SYMBOL = re.compile("[\ue000-\uf8ff]")
_COLOUR = re.compile("\x1b\\[[0-9;]*[A-Za-z]")
_UNUSUAL = re.compile(f"{CONTROL.pattern[:-1]}{INVISIBLE.pattern[1:-1]}{_SYMBOL.pattern[1:-1]}\ufffd]")
_SIGNATURES = (
    (b"PK\x03\x04", "office"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
)
_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_BINARY_SHARE = 0.1
_NUL_SHARE = 0.1


def decoded(content: bytes, report: FileReport) -> str | None:
    """The text of a file without anything that the parser would choke on, or None for a binary file."""
    kind = next((kind for start, kind in _SIGNATURES if content.startswith(start)), "")
    if kind:
        report.add("SOP007", START, variant=kind, character=content[:4].hex(" ").upper())
        return None
    text = raw(content, report)
    if any(("variant", "cut-off") in one.arguments for one in report.findings):
        return None  # what is missing at the end would be told as if it had been forgotten
    if not _UNUSUAL.search(text):
        return text
    return None if _is_binary(text, report) else cleaned(text, report)


def raw(content: bytes, report: FileReport) -> str:
    """The text of a file as it is, in whatever encoding."""
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as broken:
        return _foreign(content, broken.start, report)
    wide = _wide(content, report) if "\x00" in text else None
    return text if wide is None else wide


def _foreign(content: bytes, start: int, report: FileReport) -> str:
    """The text of a file that is not UTF-8, so that its other faults can be shown in the same run."""
    wide = _wide(content, report)
    if wide is not None:
        return wide
    span = _span(content[:start].decode("utf-8").removeprefix("\ufeff"), None)
    cut = start > len(content) - 4 and not content[:start].isascii()
    if cut:
        report.add("SOP001", span, encoding="?", variant="cut-off", byte=f"0x{content[start]:02X}")
        return content[:start].decode("utf-8").removeprefix("\ufeff")
    text = _chinese(content)
    if text is None:
        report.add("SOP001", span, encoding="?", variant="unknown", byte=f"0x{content[start]:02X}")
        return content.decode("utf-8", "replace").removeprefix("\ufeff")
    report.add("SOP001", span, encoding="GBK", variant="gbk", byte=f"0x{content[start]:02X}")
    return text


def _wide(content: bytes, report: FileReport) -> str | None:
    """The text of a UTF-16 or UTF-32 file, with or without a byte order mark."""
    codec = next((codec for mark, codec in _BYTE_ORDER_MARKS if content.startswith(mark)), "") or _wide_codec(content)
    if not codec:
        return None
    report.add("SOP001", START, encoding=codec[:6].upper(), variant="utf-16", byte=f"0x{content[0]:02X}")
    return content.decode(codec, "replace").removeprefix("\ufeff")


def _wide_codec(content: bytes) -> str:
    """Which UTF-16 it is, judged by where the NUL bytes stand; empty if it is none."""
    even, odd = content[::2].count(0), content[1::2].count(0)
    codec = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) < max(2, _NUL_SHARE * len(content)):
        return ""
    try:
        text = content.decode(codec)
    except UnicodeDecodeError:
        return ""
    return "" if CONTROL.search(text) or not re.search(r"[:\n]", text) else codec


def _chinese(content: bytes) -> str | None:
    """The text if it is GBK and reads as Chinese."""
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return None
    foreign = [sign for sign in text if sign > "\x7f"]
    usual = sum("\u4e00" <= sign <= "\u9fff" or "\u3000" <= sign <= "\u303f" or sign > "\uff00" for sign in foreign)
    return text if 2 * usual > len(foreign) else None


def _is_binary(text: str, report: FileReport) -> bool:
    """Whether there is a NUL or too much that is no text; says so."""
    nul = text.find("\x00")
    odd = len(CONTROL.findall(text)) + text.count("\ufffd")
    if nul < 0 and odd <= max(8, _BINARY_SHARE * len(text)):
        return False
    if nul < 0 and any(one.code == "SOP001" for one in report.findings):
        return True  # in an encoding that nobody knows, most of it looks odd
    first = CONTROL.search(text)
    position = nul if nul >= 0 else first.start() if first else 0
    report.add("SOP007", _span(text, position), variant="binary", character=f"U+{ord(text[position]):04X}")
    return True


def cleaned(text: str, report: FileReport) -> str:
    """The text without control characters, each of them with a finding.

    They are replaced one by one, so that places stay right; what is only invisible is left out of values later. A byte
    order mark inside the file becomes such a sign, because libyaml would count it as indentation.
    """
    text = _COLOUR.sub(lambda found: found[0][0] + " " * (len(found[0]) - 1), text)
    kinds = [(CONTROL, "control"), (INVISIBLE, "invisible"), (_SYMBOL, "symbol")]
    if not any(one.code == "SOP001" for one in report.findings):
        kinds.append((re.compile("\ufffd"), "lost"))
    for pattern, variant in kinds:
        for found in islice(pattern.finditer(text), MAX_REPEATS):
            report.add("SOP007", _span(text, found.start()), variant=variant, character=f"U+{ord(found[0]):04X}")
    return CONTROL.sub(" ", text).replace("\ufeff", "\u200b")


def _span(text: str, position: int | None) -> Span:
    """The place of a position in a text (None: its end), counted as YAML counts lines."""
    lines = BREAK.split(text if position is None else text[:position])
    return Span(len(lines), len(lines[-1]) + 1)
