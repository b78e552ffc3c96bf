"""SOP022 岗位代码重复

含义：每个岗位只能有一份操作规程文件：地址以岗位代码开头，输出文件夹也以它命名，
所以只有大小写不同的代码也算重复。后读到的文件不参加编译。几个单位有同名岗位时，代码前要有单位。

例：两个文件都写 `code: DIG`。

改法：两份规程属于不同岗位的，把其中一个岗位的 `code` 改成没有用过的代码；属于不同单位的，
在 `job:` 下写上各自的 `organisation`。

依据：通行做法：标识唯一。

----

SOP022 A job code that is used twice

Meaning: there is one SOP file for each job: addresses begin with the code and folders are named after it, so
codes that differ only in case clash, too. The file that is read later is left out. Where several plants have
the same job, the organisation tells them apart.

Example: two files with `code: DIG`.

Cure: give one of the jobs a `code` that is not in use; where they belong to different plants, name the
`organisation` of each below `job:`.

Source: common practice: codes are unique.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="SOP022",
    name="duplicate-job",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "岗位代码 `{code}` 用了两次",
            "把其中一个 `code` 改成没有用过的代码，或写上不同的 `organisation`",
        ),
        "en": (
            "the job code `{code}` is used twice",
            "use another `code` for one of them, or name a different `organisation`",
        ),
    },
)
