"""DEC305 审签的发布范围小于版本的范围

含义：审签同意的发布范围，小于项目中某个教学版本的范围。范围从小到大：校内（campus）、企内（partners，合作院校和合作
企业内部）、公开（public）。公开版要求“公开”；内部版中，企业导师用的要求“企内”，学生、教师用的要求“校内”。企业自用的
版本不出企业，不需要审签。

例：项目中有 `{id: web, clearance: public}`，审签写的是 `scope: campus`。

改法：同意扩大范围的，由本人重新签字；不同意的，调低版本的密级上限。

依据：知悉范围与密级、保密期限一并确定（《中央企业商业秘密保护暂行规定》第十二条）；三档范围是本工具的建议。

----

DEC305 The scope of a sign-off is narrower than an edition

Meaning: what was agreed to reaches less far than a teaching edition of the project. Scopes, narrowest first: campus,
partners (the college and the plants of the partnership), public. A public edition needs `public`; an internal one for
mentors of the plant `partners`, for students and teachers `campus`. Editions for the plant itself need no sign-off.

Example: the project has `{id: web, clearance: public}`, the sign-off says `scope: campus`.

Cure: whoever agrees to the wider scope signs again; otherwise lower the clearance of the edition.

Source: who may know is settled together with level and period (SASAC 2010, article 12); the three scopes are what this
program proposes.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC305",
    name="scope-too-narrow",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "发布范围“{scope}”小于版本 {editions} 需要的“{needed}”",
            "同意的由本人以更大的范围重新签字；不同意的调低版本的密级上限",
        ),
        "en": (
            "the scope `{scope}` is narrower than `{needed}`, which editions need: {editions}",
            "whoever agrees signs again with the wider scope; otherwise lower the clearance of the editions",
        ),
    },
    variants={
        "zh": {
            "scope.campus": "校内",
            "scope.partners": "企内",
            "scope.public": "公开",
            "needed.campus": "校内",
            "needed.partners": "企内",
            "needed.public": "公开",
        },
        "en": {
            "scope.campus": "campus",
            "scope.partners": "partners",
            "scope.public": "public",
            "needed.campus": "campus",
            "needed.partners": "partners",
            "needed.public": "public",
        },
    },
)
