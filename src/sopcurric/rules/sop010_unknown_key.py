"""SOP010 未知的键

含义：每一处只认规定的键；认不出的键不会被悄悄忽略。中文标题会提示对应的英文键。

例：

    job:
      code: DIG
      titel: 高压溶出工

改法：按提示改正拼写；如果提示缩进，把这一行移到它所属的键下面。

----

SOP010 An unknown key

Meaning: each place has its keys; a key that is not known is never silently ignored.

Example (YAML):

    job:
      code: DIG
      titel: Digestion operator

Cure: correct the spelling as suggested; where indentation is suggested, move the line below the key that it belongs to.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "did-you-mean": "改成 `{suggestion}`",
        "twice": "删去它：这里已经有 `{suggestion}`",
        "elsewhere": "把它缩进到 `{owner}:` 下面",
        "outside": "减少缩进：它属于外面一层",
        "language": "这里的文字分语言写，键只能是语言代码：{allowed}",
        "sentence": "给整段文字加引号，或把里面的 `: ` 改成全角 `：`：现在冒号前面的词成了键",
        "wrapper": "删去这一行，再把下面的内容都减少一级缩进",
        "allowed": "改成这里允许的键：{allowed}",
    },
    "en": {
        "did-you-mean": "write `{suggestion}`",
        "twice": "remove it: `{suggestion}` is here already",
        "elsewhere": "indent it below `{owner}:`",
        "outside": "indent it less: it belongs further out",
        "language": "a text in several languages has languages as keys: {allowed}",
        "sentence": "put quotes round the whole text: as it is, the words before its `: ` are a key",
        "wrapper": "remove this line, and indent everything below it one level less",
        "allowed": "use a key that is allowed here: {allowed}",
    },
}

RULE = Rule(
    code="SOP010",
    name="unknown-key",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "这里没有 `{key}` 这个键",
            "改成这里允许的键：{allowed}",
        ),
        "en": (
            "there is no key `{key}` here",
            "use a key that is allowed here: {allowed}",
        ),
    },
    variants=VARIANTS,
)
