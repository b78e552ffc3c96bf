"""LEF004 输出文件夹里有别的文件

含义：每次生成都会整个替换输出文件夹。文件夹已经存在而又不是生成出来的，就不动它，以免覆盖别人的文件；
这一版本没有输出。

例：在 `build/student/` 里放了自己的笔记，而里面没有生成时留下的标记 `.sopcurric-output`。

改法：把里面的文件移到别处，再删去这个文件夹；或用 `--out` 换一个输出文件夹。

依据：人写的文件从不覆盖。

----

LEF004 An output folder that no build made

Meaning: a build replaces its output folder as a whole. A folder that exists and was not made by a build is left
alone, and that edition is not written.

Example: notes were put into `build/student/`, which has no mark `.sopcurric-output` of a build.

Cure: move its files elsewhere and remove the folder, or choose another with `--out`.

Source: what a person wrote is never overwritten.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="LEF004",
    name="foreign-folder",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "文件夹 `{folder}` 不是生成出来的，没有覆盖",
            "移走里面的文件并删去这个文件夹，或用 `--out` 指定别的文件夹",
        ),
        "en": (
            "the folder `{folder}` was not made by a build and was left alone",
            "move its files and remove the folder, or choose another with `--out`",
        ),
    },
)
