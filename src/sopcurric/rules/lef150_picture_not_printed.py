"""LEF150 图片没有印在活页上

含义：步骤的 `media` 写明的图片和示意图印在实施活页的步骤表后面，几个步骤用同一张图的只印一次。只印规程所在课程仓库里的
PNG、JPEG 文件：不通过链接读取，文件名在各种系统上都能用，文件要完整，不超过 5 MB、2500 万像素，长边不超过 8000 像素。
标密规程中的图片，只有注明 `level: public` 的才外传、才印出。没有印出来的图片，活页上只有图题和文件名。扩展名与内容不符
的图片照印，用改正后的扩展名；照片按拍摄方向摆正，拍摄地点等其他信息一律去掉。

例：

    media: [{file: media/valve.png, title: 进口阀的位置}]   # 文件只下载了一半

改法：见提示；重新导出成 PNG 或 JPEG，放到课程仓库里。

依据：规程的内容不悄悄丢失；没有定级的图片不外传。

----

LEF150 A picture that is not printed

Meaning: pictures and figures that steps name under `media` stand below the table of steps on the leaf, once for all
steps that show one. Only PNG and JPEG files of the repository of the SOP are printed: they are not read through links,
have names that every system holds, and must be whole, of 5 MB, 25 million pixels and 8000 pixels a side at most. Of
classified SOPs, only pictures with `level: public` leave and are printed. Of a picture that is not printed, the leaf
has title and file name. A picture with the ending of another format is printed, under the right ending; a photograph
stands as the camera was held, and nothing else that the camera wrote (such as the place) is kept.

Example (YAML):

    media: [{file: media/valve.png, title: Where the inlet valve is}]   # half of the file

Cure: as the finding says; export it as PNG or JPEG again and put it into the repository.

Source: nothing of an SOP is lost silently; no picture without a class leaves.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "broken": "文件不完整、已损坏，或不是 PNG、JPEG 图片：重新导出后替换",
        "format": "目前只印 PNG 和 JPEG：另存为 PNG",
        "large": "缩小到 5 MB、2500 万像素以内，长边不超过 8000 像素",
        "linked": "把图片文件本身放进课程仓库，不用链接",
        "mislabelled": "图片已印出；把扩展名改成与内容一致",
        "classified": "给规程定级（`document: {level: …}`），可以公开的图片注明 `level: public`",
        "changed": "编译期间文件有变动，重新编译",
        "named": "文件名在 Windows 上不能用（如 `con`、冒号、过长）：改名",
        "case": "文件名只有大小写不同的，在 Windows 上是同一个文件：各处写成一样，或改名",
    },
    "en": {
        "broken": "it is damaged, not complete, or no PNG or JPEG picture: export it again",
        "format": "only PNG and JPEG are printed so far: save it as PNG",
        "large": "make it smaller: 5 MB, 25 million pixels and 8000 pixels a side at most",
        "linked": "put the picture itself into the repository, not a link",
        "mislabelled": "it is printed; give it the ending of its format",
        "classified": "give the SOP a level (`document: {level: …}`) and say `level: public` of what may be public",
        "changed": "the file changed during the build: build again",
        "named": "Windows cannot hold such a name (`con`, a colon, too long): rename it",
        "case": "names that differ in capitals only are one file on Windows: write them alike, or rename one",
    },
}

RULE = Rule(
    code="LEF150",
    name="picture-not-printed",
    severity=Severity.WARNING,
    sentences={
        "zh": ("图像文件 `{file}` 不能照原样印在活页上", "换成课程仓库里完整的 PNG 或 JPEG 图片"),
        "en": ("the picture `{file}` cannot be printed as it is", "use a whole PNG or JPEG picture of the repository"),
    },
    variants=VARIANTS,
)
