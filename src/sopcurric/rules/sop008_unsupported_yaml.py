"""SOP008 不支持的 YAML 功能

含义：支持映射、列表、文字、数字、true/false、null、别名（`*a`）、合并（`<<`）和 `!!str`。
其他标签、一个文件里的多个文档、用列表或映射作键，都不支持。

例：`title: !!python/object:os.system x`；文件中间的 `---`。

改法：删去标签；把多个文档拆成多个文件；键只用文字。

----

SOP008 An unsupported feature of YAML

Meaning: mappings, lists, texts, numbers, true/false, null, aliases (`*a`), merges (`<<`) and `!!str` are supported.
Other tags, several documents in one file, and lists or mappings as keys are not.

Example: `title: !!python/object:os.system x`; a `---` in the middle of a file.

Cure: remove the tag; make a file of each document; use text as key.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "tag": "删去标签 `{feature}`；`!` 属于文字时，给整段文字加引号",
        "documents": "删去这一行的 `---`，或把后面的内容移到另一个文件",
        "complex-key": "把键写成一个词",
        "merge": "`<<` 后面写映射的别名，如 `<<: *a`",
    },
    "en": {
        "tag": "remove the tag `{feature}`; if the `!` belongs to the text, put quotes round the text",
        "documents": "remove this `---`, or move what follows into another file",
        "complex-key": "use one word as key",
        "merge": "write the alias of a mapping after `<<`, such as `<<: *a`",
    },
}

RULE = Rule(
    code="SOP008",
    name="unsupported-yaml",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "不支持这里的 YAML 功能 `{feature}`",
            "用普通的键、列表和文字来写",
        ),
        "en": (
            "this feature of YAML is not supported: `{feature}`",
            "write it with plain keys, lists and texts",
        ),
    },
    variants=VARIANTS,
)
