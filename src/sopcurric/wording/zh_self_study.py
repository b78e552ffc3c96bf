"""Sentences about what is outside the meetings of a class, in Chinese."""

SENTENCES: dict[str, str] = {
    "lesson.uncounted": "不计学时",
    "sheet.times.before": "课前：前置学习 {minutes} 分钟，由学生自学，不计学时。",
    "termplan.examination.apart": "本次课以前另行组织本模块安全考试，合格后方可下现场",
}
