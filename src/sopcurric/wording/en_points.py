"""What is said of competencies and their points, in English."""

SENTENCES: dict[str, str] = {
    "point.conduct": "{work}",
    "point.known": "Explains: {work}",
    "point.known.subject": "Explains {work}",
    "point.materials": "Names the materials that are used, what they are like and what to mind: {items}",
    "point.parameter.skill": "Reads {title} when it is due and judges whether it is normal ({range})",
    "gathered.parameter.skill": "Reads these when they are due and judges whether they are normal: {items}",
    "point.quality.sampled": "Samples and tests {title} and judges whether it passes ({criterion})",
    "gathered.quality.sampled": "Samples and tests these and judges whether they pass: {items}",
    "point.quality.checked": "Checks {title} and judges whether it passes ({criterion})",
    "gathered.quality.checked": "Checks these and judges whether they pass: {items}",
    "competency.does": "Can independently {work}",
    "competency.completes": "Can do independently: {work}",
    "competency.condition.permit": "with {title} granted",
    "competency.condition.phase": "during {phase}",
    "competency.standard.of": "{subject}: {standard}",
    "competency.full": "{statement}. {part}",
    "competency.conditions": "Conditions: {items}",
    "competency.standards": "Standards: {items}",
    "competency.standards.more": "Standards, among others: {items}",
    "competency.result": "Result: {result}",
}
