"""Sentences about typical tasks that make several learning tasks, in Chinese."""

SENTENCES: dict[str, str] = {
    "conversion.split": "分解",
    "decision.split": "分解任务",
    "part.split": "分解",
    "explain.part": "由典型工作任务“{title}”分解而成，共 {of} 个学习任务，这是第 {place} 个，含 {steps} 个步骤",
}
