"""`sopcurric declassify`: the key, sign-offs and audit records of a plant."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from sopcurric.app.auditing import audit
from sopcurric.app.loading import Provenance
from sopcurric.app.reporting import place
from sopcurric.app.signing import SignRequest, new_key, sign
from sopcurric.cli import console
from sopcurric.cli.exit_codes import CLEAN, FINDINGS, USAGE
from sopcurric.cli.session import Session
from sopcurric.diagnostics.finding import Finding
from sopcurric.diagnostics.formats import FORMATS
from sopcurric.diagnostics.report import safe
from sopcurric.forms.answers import day, said_by_hand
from sopcurric.io.decision_file import this_day
from sopcurric.io.output import ForeignFolderError
from sopcurric.io.teachable_folder import is_inside_export
from sopcurric.model.saying import words
from sopcurric.secrecy.sign_offs import ROLES, SCOPES

NewKeyFlag = Annotated[bool, typer.Option("--new-key", help="生成密钥文件 / make the key that the policy names")]
SignFlag = Annotated[
    str, typer.Option("--sign", metavar="|".join(ROLES), help="以这种职责审签 / sign for what is taught, in a role")
]
ByFlag = Annotated[str, typer.Option("--by", metavar="NAME", help="签字人 / who signs")]
ScopeFlag = Annotated[str, typer.Option("--scope", metavar="|".join(SCOPES), help="发布范围 / how far it may go")]
ExpiresFlag = Annotated[str, typer.Option("--expires", metavar="DATE", help="有效期至 / last day on which it holds")]
DocumentFlag = Annotated[
    list[str] | None,
    typer.Option(
        "--document", metavar="PATTERN", help="哪些文件，可写多次；不写为全部涉密文件 / which files (all classified)"
    ),
]
AuditFlag = Annotated[
    Path | None,
    typer.Option("--audit", metavar="DIR", help="审计记录的文件夹，在仓库之外 / folder of audit records, outside"),
]


@dataclass(frozen=True, slots=True)
class Papers:
    """What is asked for, as it was typed."""

    new_key: bool
    sign: str
    by: str
    scope: str
    expires: str
    documents: tuple[str, ...]
    audit: Path | None

    @property
    def asked(self) -> bool:
        """Whether any of it is."""
        return bool(self.new_key or self.audit or self._of_signing or self.documents)

    @property
    def _of_signing(self) -> tuple[str, ...]:
        return tuple(one for one in (self.sign, self.by, self.scope, self.expires) if one)

    def done(self, here: Session, *, alone: bool) -> int:
        """Do it; the exit status. It must stand `alone`, without flags for anything else."""
        many = self.new_key + bool(self.sign) + (self.audit is not None)
        if not alone or many != 1 or (not self.sign and (self._of_signing or self.documents)):
            console.tell(here.language, "sign.alone")
            return USAGE
        try:
            if self.audit is not None:
                return _audit(here, self.audit)
            return _sign(here, self._request(here)) if self.sign else _new_key(here)
        except ForeignFolderError as error:
            console.tell(here.language, "audited.foreign", folder=safe(str(error)))
            return USAGE
        except OSError as error:
            path, reason = safe(str(error.filename or "")), error.strerror or type(error).__name__
            console.tell(here.language, "cli.cannot.write", path=path, reason=reason)
            return USAGE

    def _request(self, here: Session) -> SignRequest:
        """What to sign; leaves with status 2 where it cannot be understood."""
        role = next((one for one in ROLES if one == self.sign), None)
        if role is None:
            console.tell(here.language, "sign.unknown.role", role=safe(self.sign))
            raise typer.Exit(USAGE)
        given = {"--by": said_by_hand(self.by), "--scope": self.scope, "--expires": self.expires}
        missing = [flag for flag, value in given.items() if not value]
        if missing:
            console.tell(here.language, "sign.missing", flags=", ".join(missing))
            raise typer.Exit(USAGE)
        scope = next((one for one in SCOPES if one == self.scope), None)
        if scope is None:
            console.tell(here.language, "sign.unknown.scope", scope=safe(self.scope))
            raise typer.Exit(USAGE)
        expires = day(self.expires)
        if not expires:
            console.tell(here.language, "sign.unknown.date", found=safe(self.expires))
            raise typer.Exit(USAGE)
        return SignRequest(role, given["--by"], scope, expires, self.documents, this_day())


def _new_key(here: Session) -> int:
    said, made = new_key(here.workspace, here.steps)
    console.report(safe(words(said, here.language)))
    return CLEAN if made else USAGE


def _sign(here: Session, request: SignRequest) -> int:
    done = sign(here.workspace, here.steps, request)
    if done.checked.shut or done.checked.compilation is None:
        _report(here, done.checked.reported, done.checked.loaded.provenance)
    console.report(safe(words(done.said, here.language)))
    return CLEAN if done.documents else FINDINGS


def _audit(here: Session, folder: Path) -> int:
    if folder.resolve().is_relative_to(here.folder.resolve()) or is_inside_export(folder / "audit"):
        console.tell(here.language, "audited.inside", folder=str(folder))
        return USAGE
    done = audit(here.workspace, here.steps, folder)
    _report(here, done.findings, done.checked.loaded.provenance)
    for edition, changed in done.editions:
        code = "audited.written" if changed else "audited.unchanged"
        console.tell(here.language, code, edition=edition, folder=str(folder / edition))
    if not done.editions:
        console.tell(here.language, "audited.shut" if done.findings else "audited.none.edition")
    return CLEAN if done.editions else FINDINGS


def _report(here: Session, findings: tuple[Finding, ...], provenance: Provenance) -> None:
    placed = place(findings, provenance, here.workspace, here.language)
    if placed:
        console.report(FORMATS["text"](placed, here.language))
