"""Sentences about what is outside the meetings of a class, in English."""

SENTENCES: dict[str, str] = {
    "lesson.uncounted": "no teaching time",
    "sheet.times.before": "Before class: {minutes} minutes of preparation by oneself, which are no teaching hours.",
    "termplan.examination.apart": "The safety examination of the module is held before this meeting; who has not passed it does not go to the plant",
}
