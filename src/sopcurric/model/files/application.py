"""Under which conditions somebody may apply for a level of skill (申报条件)."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sopcurric.model.files.base import Frozen, Identifier, Real, Words
from sopcurric.model.files.describing import both, meanings, snippet, snippets

Applicant = Literal["graduate", "apprentice", "worker"]
"""毕业生（含应届） · 学徒 · 在职人员."""


class ApplicationCondition(Frozen):
    """One of the conditions under which a level may be applied for; meeting one of them is enough.
    申报条件：满足其中之一即可申报。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new condition", "新申报条件"),
                both("Graduates of a matching major.", "相关专业毕业生。"),
                {
                    "id": "${1:A1}",
                    "who": "${2:graduate}",
                    "education": ["${3:higher}"],
                    "text": both("${4:condition as announced}", "${4:条件原文或概括}"),
                },
            )
        )
    )

    id: Identifier
    """Name of the condition within the level.
    条件编号：在本等级内不重复。"""
    who: Annotated[
        Applicant,
        meanings(
            {
                "graduate": "Graduates of a matching major, with the last year.\n相关专业毕业生，含应届毕业生。",
                "apprentice": "People whose apprenticeship ends.\n学徒期满人员。",
                "worker": "People who work in the occupation.\n在职人员。",
            }
        ),
    ]
    """Who meets it.
    适用对象：毕业生、学徒或在职人员。"""
    education: tuple[
        Annotated[
            Literal["secondary", "higher", "bachelor"],
            meanings(
                {
                    "secondary": "Secondary vocational education.\n中职。",
                    "higher": "Higher vocational education.\n高职专科。",
                    "bachelor": "Vocational bachelor.\n职业本科。",
                }
            ),
        ],
        ...,
    ] = ()
    """Levels of education that it is for; none means any.
    适用办学层次：不写表示不限。"""
    years: Real | None = Field(default=None, gt=0, le=50)
    """Years of work that are needed.
    工作年限：年。"""
    after: Identifier | None = None
    """Level whose certificate has to be held before, by id.
    须先取得的等级证书：填等级的 `id`。"""
    text: Words
    """The condition in words.
    条件内容：原文或概括。"""
