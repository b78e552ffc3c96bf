"""`lexicon.yaml`: words of the trade that the tool does not know, so that it reads sentences as the team does."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from sopcurric.linguistics.levels import VerbLevel
from sopcurric.linguistics.lexicon import OwnWords
from sopcurric.model.files.base import Frozen, Line
from sopcurric.model.files.describing import both, meanings, snippet, snippets

Word = Annotated[Line, StringConstraints(max_length=40)]
"""A word or a compound, without classification marks."""

LevelOfVerb = Annotated[
    Literal[
        "recall",
        "explain",
        "perceive",
        "prepare",
        "protect",
        "operate",
        "handle",
        "clean",
        "assemble",
        "measure",
        "verify",
        "adjust",
        "record",
        "communicate",
        "diagnose",
        "respond",
        "coordinate",
        "create",
    ],
    meanings(
        {
            "recall": "To know by heart.\n识记：说出、列举、识别。",
            "explain": "To explain.\n理解：解释、说明、描述。",
            "perceive": "To watch, listen, feel.\n感知：观察、听、摸、巡视。",
            "prepare": "To get ready.\n准备：备料、穿戴、预热。",
            "protect": "To isolate and make safe.\n防护：上锁、隔离、泄压、置换。",
            "operate": "To run a machine.\n操作：启动、停止、打开、关闭。",
            "handle": "To move or treat material.\n处理物料：进料、排放、加热、浇铸。",
            "clean": "To clean.\n清理：清扫、冲洗、疏通。",
            "assemble": "To take apart and put together.\n拆装检修：安装、更换、紧固、润滑。",
            "measure": "To measure, sample, calculate.\n测量：取样、检测、计算。",
            "verify": "To check.\n检查确认：检查、核对、验收。",
            "adjust": "To adjust.\n调节：调整、控制、校正。",
            "record": "To write down.\n记录：填写、登记、标识。",
            "communicate": "To report and agree.\n联络：汇报、通知、交接。",
            "diagnose": "To judge and find causes.\n诊断：判断、分析、排查。",
            "respond": "To respond to what goes wrong.\n应急：处置、抢修、救护。",
            "coordinate": "To work together.\n协同：协调、配合、统筹。",
            "create": "To plan and improve.\n创新：制订、改进、编制。",
        }
    ),
]
"""What kind of doing a verb names."""


class LexiconFile(Frozen):
    """Words of the trade, on top of those that come along (`sopcurric show lexicon`).
    行业词表：本行业、本企业的用词，补充在自带词表之上（用 `sopcurric show lexicon` 查看）。"""

    format: Literal[1] = 1
    """Version of this file format.
    文件格式版本：目前只有 1，可以不写。"""
    synonyms: tuple[Annotated[tuple[Word, ...], Field(min_length=2, max_length=50)], ...] = Field(
        default=(),
        max_length=2_000,
        json_schema_extra=snippets(
            snippet(
                both("words that mean the same", "同义词"),
                both("Verbs or things that are called differently.", "叫法不同的同一动作或同一物件。"),
                [["${1:word}", "${2:word}"]],
            )
        ),
    )
    """Groups of words for the same work or the same thing, such as `[rap, knock, hammer]`.
    同义词：同一动作或同一物件的不同叫法，一组一行，如 `[打锤, 敲击, 震打]`。"""
    verbs: dict[Word, LevelOfVerb] = Field(default_factory=dict, max_length=2_000)
    """Verbs with what kind of doing they name, such as `rap: clean`.
    动词：词和它所属的动作类别，如 `打锤: clean`。"""
    nouns: tuple[Word, ...] = Field(default=(), max_length=5_000)
    """Compounds in which what looks like a verb is none, such as `charge pump`.
    名词：其中看似动词的部分不是动词的复合词，如 `停电收尘`。"""
    opposites: tuple[Annotated[tuple[Word, ...], Field(min_length=2, max_length=2)], ...] = Field(
        default=(), max_length=1_000
    )
    """Pairs of words for work that is never the same, such as `[lift, sink]`.
    反义词：绝不是同一件工作的两个词，如 `[提槽, 降槽]`。"""
    knowledge: tuple[Word, ...] = Field(default=(), max_length=500)
    """Words that end a phrase that names something to know, such as `mechanism`.
    知识用词：以它结尾的短语是要知道的内容，不是要做的事，如 `机理`。"""

    @property
    def own(self) -> OwnWords:
        """The words as sentences are read with them."""
        return OwnWords(
            synonyms=self.synonyms,
            verbs=tuple((word, VerbLevel(level)) for word, level in self.verbs.items()),
            nouns=self.nouns,
            opposites=tuple((one, other) for one, other in self.opposites),
            knowledge=self.knowledge,
        )
