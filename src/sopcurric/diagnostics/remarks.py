"""Comments by which people say that a finding is meant to be: `# sopcurric: ignore SOP101 -- reason`."""

import re
import unicodedata
from dataclasses import dataclass

_REMARK = re.compile(r"#+\s*sopcurric\s*:\s*(?P<said>.*)", re.IGNORECASE)
_FURTHER = re.compile(r"\s#")
_VERB = re.compile(r"(?:ignore(?![a-z])|忽略)[\s:]*", re.IGNORECASE)
_REASON = re.compile(r"-{2,}|[\u2013\u2014]+|\s-\s")
_PARTING = re.compile(r"[\s,、;]+")


@dataclass(frozen=True, slots=True)
class Remark:
    """What a comment says; without codes, it was not understood."""

    codes: tuple[str, ...]
    reason: str


def remark(comment: str) -> Remark | None:
    """What a comment says to this program, None where it speaks to others; full-width signs are as good as others."""
    found = _REMARK.match(unicodedata.normalize("NFKC", comment))
    if found is None:
        return None
    said = _FURTHER.split(found["said"], 1)[0]
    verb = _VERB.match(said)
    if verb is None:
        return Remark((), "")
    codes, *reason = _REASON.split(said[verb.end() :], maxsplit=1)
    named = tuple(dict.fromkeys(one.upper() for one in _PARTING.split(codes) if one))
    return Remark(named, "".join(reason).strip())
