"""Sentences about objectives by their codes, in Chinese."""

SENTENCES: dict[str, str] = {
    "objectives.coded": "{code}（评价第 {rows} 项）　{text}",
    "objectives.coded.only": "{code}　{text}",
    "evaluation.line.objectives": "评价第 {number} 项，对应目标：{codes}",
    "evaluation.line.number": "评价第 {number} 项",
    "evaluation.objectives.all": "全部",
    "exam.line.objectives": "对应目标：{codes}",
    "standard.objective.coded": "{code}　{text}",
}
