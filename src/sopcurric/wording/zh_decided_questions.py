"""Sentences about decisions on questions of the bank, in Chinese."""

SENTENCES: dict[str, str] = {
    "decision.question": "题目",
    "part.stem": "题干",
    "part.options": "选项",
    "part.key": "答案",
    "part.answers": "答案要点",
    "part.explanation": "解析",
    "question.dropped": "不用",
    "question.decided": "答案由{role} {by} 于 {date} 决定",
}
