"""SOP027 标识与保留名相同

含义：程序的 `id` 不能用规程各部分的名称（如 `hazards`、`duties`），否则 `DIG/hazards` 说不清是程序还是危险源；
版本的 `id` 不能用 Windows 保留的设备名（如 `con`、`nul`），否则输出文件夹建不出来。

例：

    procedures:
      - id: hazards

改法：换一个标识，例如在前面加 `P-`。

依据：地址的写法；Windows 对文件夹名称的限制。

----

SOP027 A reserved identifier

Meaning: a procedure may not be called like a section of an SOP (`hazards`, `duties` …), for `DIG/hazards` would not say
which is meant; an edition may not be called like a device of Windows (`con`, `nul` …), which cannot be a folder.

Example (YAML):

    procedures:
      - id: hazards

Cure: use another identifier, for example with `P-` before it.

Source: the form of addresses; the limits of Windows on names of folders.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="SOP027",
    name="reserved-identifier",
    severity=Severity.ERROR,
    sentences={
        "zh": ("标识 `{id}` 是保留名", "换一个标识，如 `{suggestion}`"),
        "en": ("`{id}` is a reserved name", "use another identifier, such as `{suggestion}`"),
    },
)
