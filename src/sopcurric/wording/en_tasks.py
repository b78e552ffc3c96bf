"""Generated sentences in English: what typical tasks are described by."""

SENTENCES: dict[str, str] = {
    # Work process and analysis fields
    "task.process.plan": "Plan and prepare: {steps}",
    "task.process.do": "Carry out: {steps}",
    "task.process.check": "Check and evaluate: {steps}",
    "task.process.more": "{steps} … ({number} steps in all)",
    "task.monitor": "Watching: {monitor}",
    "task.signs": "Signing: {signature}",
    # Ranges of learning
    "task.range.orienting": "Orienting task (beginner)",
    "task.range.systemic": "Systemic task by procedure (advanced beginner)",
    "task.range.functional": "Special task with problems in it (functional knowledge)",
    "task.range.advanced": "Task whose outcome cannot be foreseen (advanced knowledge)",
    "task.range.shown": "{range}: {reason}",
    "task.range.because.urgent-open": "{phase}, difficulty {difficulty}, {judgements} points to judge on the spot, the outcome is not quite foreseeable",
    "task.range.because.urgent": "{phase}, seldom met, done without delay and under pressure",
    "task.range.because.handover": "{phase}, beginners take part in it and get to know the whole job",
    "task.range.because.rounds": "{phase}, along a route and by standards, difficulty {difficulty}: beginners get to know the whole job",
    "task.range.because.open": "difficulty {difficulty}, importance {importance}, {judgements} points to analyse and judge: it takes special knowledge and experience",
    "task.range.because.maintenance": "{phase}, its object and state differ each time: problems are solved case by case",
    "task.range.because.judging": "difficulty {difficulty}, {judgements} points to analyse and judge: problems are solved case by case",
    "task.range.because.simple": "difficulty {difficulty}, little to judge: done under guidance",
    "task.range.because.short": "difficulty {difficulty}, only {steps} steps, little to judge: done under guidance",
    "task.range.because.procedure": "{phase}, difficulty {difficulty}, {steps} steps: how steps and equipment hang together must be understood to do it alone",
    # Relations
    "task.relation.sequence": "same object “{thing}”, first {before}, then {after}",
    "task.relation.parallel": "{job}: side by side while the plant runs",
    "task.relation.before": "In sequence, before “{title}” ({reason})",
    "task.relation.after": "In sequence, after “{title}” ({reason})",
    "task.relation.with": "In parallel with “{title}” ({reason})",
    "task.relation.platform": "Platform task of {number} jobs: {jobs}",
    # The table of a task
    "description.task-table": "Description of the typical task",
    "description.name": "Task",
    "description.range": "Range of learning",
    "description.process": "Work process",
    "description.relations": "Relations to other tasks",
    # Explanations
    "explain.range": "Range of learning: {range}, because {reason}",
    "explain.relation": "Relation: {relation}",
    # Numbers of a profile
    "number.typical-tasks-per-job-max": "Typical tasks of a job (at most)",
    "number.typical-tasks-per-occupation-min": "Typical tasks of an occupation (at least)",
    "number.typical-tasks-per-occupation-max": "Typical tasks of an occupation (at most)",
}
