"""Sentences about what several plants do otherwise, in English."""

SENTENCES: dict[str, str] = {
    "plants.of": "{text} ({plants})",
    "plants.steps": "steps {numbers} ({plants})",
    "criterion.plants.inspection": "Checks item by item as the work sheet says: {steps}",
    "criterion.plants.operation": "Works as the work sheet says: {steps}",
    "criterion.plants.measurement": "Measures, samples or reads as the work sheet says: {steps}",
    "criterion.plants.judgement": "Judges as the work sheet says: {steps}",
    "criterion.plants.response": "Responds as the work sheet says: {steps}",
    "description.plants": "The steps of the plants are not all the same: go by the work sheet of your own plant.",
    "evaluation.plants": "Plants do this task differently: only the steps and values of the candidate's own plant are rated; the points of rows left out go to the others in proportion.",
}
