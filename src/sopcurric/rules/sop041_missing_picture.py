"""SOP041 找不到图片文件

含义：步骤的 `media` 写明的图片、示意图或视频文件要放在规程所在的课程仓库里，路径从那个仓库的文件夹写起（项目文件里
`sops` 的 `media_from` 可以另指文件夹）。找不到文件时，活页上只有图题，没有图。

例：

    steps:
      - id: S1
        text: 打开进口阀
        media: [{file: media/valv.png, title: 进口阀的位置}]

改法：把文件放到写明的位置，或改正文件名（区分大小写）。

依据：规程的内容不悄悄丢失。

----

SOP041 A picture that is not there

Meaning: the picture, figure or video that a step names under `media` stands in the repository of the SOP; its path
begins in the folder of that repository (`media_from` of `sops` in the project file names another one). Where there is
no such file, the leaf has the caption and no picture.

Example (YAML):

    steps:
      - id: S1
        text: Open the inlet valve
        media: [{file: media/valv.png, title: Where the inlet valve is}]

Cure: put the file there, or correct its name (capitals count).

Source: nothing of an SOP is lost silently.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="SOP041",
    name="missing-picture",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "课程仓库中没有图像文件 `{file}`",
            "把文件放到这个位置，或改正 `file:`",
        ),
        "en": (
            "there is no file `{file}` in the repository",
            "put the file there, or correct `file:`",
        ),
    },
)
