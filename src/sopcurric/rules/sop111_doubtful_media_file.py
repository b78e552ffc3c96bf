r"""SOP111 图像文件的写法有问题

含义：`media` 的 `file` 是相对于课程仓库的路径，用正斜杠。绝对路径、盘符、反斜杠、`..` 和网址在别人的电脑上打不开；
扩展名与图像种类不符的，印不出来。这条规则不读文件。

例：

    media:
      - {file: 'D:\图片\阀门.bmp', title: 进口阀}

改法：把文件放进课程仓库，写成 `media/inlet-valve.png`；图片用 png、jpg、svg、webp、gif，视频用 mp4、webm、mov。

依据：输出与电脑、操作系统无关的约定。

----

SOP111 A doubtful name of a media file

Meaning: `file` of `media` is a path relative to the repository, with forward slashes. Absolute paths, drives,
backslashes, `..` and web addresses cannot be opened on other machines; an ending that does not go with the kind of
media cannot be printed. The file itself is not read.

Example (YAML):

    media:
      - {file: 'D:\pictures\valve.bmp', title: Inlet valve}

Cure: put the file into the repository and write `media/inlet-valve.png`; png, jpg, svg, webp, gif for pictures, mp4,
webm, mov for videos.

Source: what is built does not depend on the machine.
"""

import re
from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.sop_kinds import MediaKind
from sopcurric.model.sop import Media
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "backslash": "用正斜杠，写成相对于课程仓库的路径",
        "absolute": "把文件放进课程仓库，写成 `media/…` 这样的相对路径",
        "outside": "把文件放进课程仓库，不用 `..`",
        "ending": "换成常用的格式：{endings}",
    },
    "en": {
        "backslash": "use forward slashes and a path relative to the repository",
        "absolute": "put the file into the repository and write a relative path such as `media/…`",
        "outside": "put the file into the repository, without `..`",
        "ending": "use a common format: {endings}",
    },
}

_PICTURES = ("png", "jpg", "jpeg", "svg", "webp", "gif")
_ENDINGS = {
    MediaKind.PICTURE: _PICTURES,
    MediaKind.FIGURE: (*_PICTURES, "pdf"),
    MediaKind.VIDEO: ("mp4", "webm", "mov", "m4v"),
}
_ABSOLUTE = re.compile(r"/|[A-Za-z]:|[a-z][a-z0-9+.-]+://|~", re.IGNORECASE)


def _check(compilation: Compilation) -> Iterable[Finding]:
    for step in compilation.steps.values():
        for one in step.media:
            variant = _fault(one)
            if variant:
                yield finding(
                    "SOP111",
                    Severity.WARNING,
                    subject=step.address,
                    file=one.file,
                    endings=", ".join(_ENDINGS[one.kind]),
                    variant=variant,
                )


def _fault(one: Media) -> str:
    if _ABSOLUTE.match(one.file) or one.file.startswith("\\\\"):
        return "absolute"
    if "\\" in one.file:
        return "backslash"
    if ".." in one.file.split("/"):
        return "outside"
    return "" if one.file.lower().endswith(tuple(f".{ending}" for ending in _ENDINGS[one.kind])) else "ending"


RULE = Rule(
    code="SOP111",
    name="doubtful-media-file",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "图像文件 `{file}` 的写法在别处不能用",
            "写成课程仓库内的相对路径，用常用的格式",
        ),
        "en": (
            "the media file `{file}` cannot be used elsewhere",
            "write a relative path inside the repository and use a common format",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
