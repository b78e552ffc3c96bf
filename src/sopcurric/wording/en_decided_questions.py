"""Sentences about decisions on questions of the bank, in English."""

SENTENCES: dict[str, str] = {
    "decision.question": "question of the bank",
    "part.stem": "what is asked",
    "part.options": "options",
    "part.key": "key",
    "part.answers": "answers",
    "part.explanation": "explanation",
    "question.dropped": "left out",
    "question.decided": "The key was decided by {by} ({role}) on {date}.",
}
