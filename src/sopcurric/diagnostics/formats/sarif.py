"""Reports for code scanning: SARIF 2.1.0, with the manual pages of the rules."""

import json
from collections import Counter
from collections.abc import Sequence
from urllib.parse import quote

from sopcurric.diagnostics.finding import Severity
from sopcurric.diagnostics.fingerprint import fingerprint
from sopcurric.diagnostics.report import Placed, RuleCard, Suppression, safe
from sopcurric.source.ref import Span
from sopcurric.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(placed: Sequence[Placed], language: str) -> str:
    """The report, ordered by place. Columns count characters; paths are relative to the folder of the project."""
    ordered = sorted(placed, key=lambda one: one.sort_key)
    cards = {one.finding.code: one.rule for one in ordered}
    codes = sorted(cards)
    seen: Counter[str] = Counter()
    run = {
        "tool": {
            "driver": {
                "name": "sopcurric",
                "version": __version__,
                "rules": [_rule(code, cards[code]) for code in codes],
            }
        },
        "language": language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "sopcurric.yaml"}}},
        "results": [_result(one, codes.index(one.finding.code), seen) for one in ordered],
    }
    report = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, card: RuleCard | None) -> dict[str, object]:
    if card is None:
        return {"id": code}
    title, _, body = card.page.partition("\n")
    meaning = body.strip().split("\n\n")[0]
    return {
        "id": code,
        "name": card.name,
        "shortDescription": {"text": title.removeprefix(code).strip()},
        "fullDescription": {"text": meaning},
        "help": {"text": card.page},
        "defaultConfiguration": {"level": _LEVELS[card.severity]},
    }


def _result(placed: Placed, index: int, seen: Counter[str]) -> dict[str, object]:
    finding = placed.finding
    print_ = fingerprint(finding, placed.document)
    seen[print_] += 1
    related = [{"physicalLocation": _location(document, span)} for document, span in placed.related]
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(safe(part) for part in (placed.message, placed.cure) if part)},
        "locations": [{"physicalLocation": _location(placed.document, placed.span)}],
        "partialFingerprints": {"sopcurric/v1": f"{print_}:{seen[print_]}"},
        **({"relatedLocations": related} if related else {}),
        **({"suppressions": [_suppression(placed.suppression)]} if placed.suppression else {}),
    }


def _location(document: str, span: Span) -> dict[str, object]:
    return {
        "artifactLocation": {"uri": quote(document, errors="surrogatepass"), "uriBaseId": _ROOT},
        "region": {"startLine": span.line, "startColumn": span.column},
    }


def _suppression(suppression: Suppression) -> dict[str, object]:
    kind = "inSource" if suppression.in_source else "external"
    return {"kind": kind, **({"justification": safe(suppression.why)} if suppression.why else {})}
