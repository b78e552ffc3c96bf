"""Sentences about objectives by their codes, in English."""

SENTENCES: dict[str, str] = {
    "objectives.coded": "{code} (criteria {rows}): {text}",
    "objectives.coded.only": "{code}: {text}",
    "evaluation.line.objectives": "Criterion {number}, about the objectives {codes}",
    "evaluation.line.number": "Criterion {number}",
    "evaluation.objectives.all": "all of them",
    "exam.line.objectives": "Objectives: {codes}",
    "standard.objective.coded": "{code}: {text}",
}
