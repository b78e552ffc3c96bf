"""Sentences about typical tasks that make several learning tasks, in English."""

SENTENCES: dict[str, str] = {
    "conversion.split": "split",
    "decision.split": "split of a task",
    "part.split": "split",
    "explain.part": (
        "The typical task “{title}” makes {of} learning tasks; this is number {place}, with {steps} of its steps"
    ),
}
