"""`policies/sign-offs.yaml`: who answers for what is taught of a classified document. It stays with the plant."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from sopcurric.model.files.base import Day, Frozen, Line
from sopcurric.model.files.describing import meanings

SignRole = Literal["processor", "reviewer", "confidentiality", "approver"]
"""What somebody signs as."""
Scope = Literal["campus", "partners", "public"]
"""How far what is signed may go, narrowest first."""


class SignOff(Frozen):
    """One person's sign-off of one document in one role.
    审签：一个人以一种职责对一份文件签字。"""

    document: Line
    """The file of the SOP.
    规程文件。"""
    role: Annotated[
        SignRole,
        meanings(
            {
                "processor": "Who declassified the document.\n脱密处理人。",
                "reviewer": "Who reviewed it: undistorted, teachable, safety complete.\n"
                "技术复核人：不失真、可教学、安全内容完整。",
                "confidentiality": "The confidentiality office.\n保密审查（保密办公室）。",
                "approver": "The manager in charge.\n批准人（主管领导）。",
            }
        ),
    ]
    """What the person signs as.
    职责。"""
    by: Line
    """Who signed.
    签字人。"""
    date: Day
    """When.
    签字日期。"""
    scope: Annotated[
        Scope,
        meanings(
            {
                "campus": "Within the college.\n校内。",
                "partners": "Within the college and the plants of the partnership.\n企内：合作院校和合作企业内部。",
                "public": "Open to everybody.\n公开。",
            }
        ),
    ]
    """How far what is taught may go.
    发布范围。"""
    expires: Day
    """Last day on which it holds; then it is reviewed again.
    有效期至：到期须复审。"""
    seen: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    """Keyed digest of what was signed; written by `sopcurric declassify --sign`.
    所签内容的密钥摘要，由 `sopcurric declassify --sign` 写入。"""


class SignOffsFile(Frozen):
    """Sign-offs of what is taught of classified documents.
    审签记录：涉密文件脱密后由谁签字负责。"""

    format: Literal[1] = 1
    """Version of this file format.
    文件格式的版本。"""
    sign_offs: tuple[SignOff, ...] = Field(default=(), max_length=100_000)
    """The sign-offs.
    各项审签。"""
