"""Sentences of talent-training programmes and rule profiles: numbers, tables, approval."""

SENTENCES = {
    "number.company-teaching-share": "Share of professional hours taught by teachers from companies",
    "number.credits-per-week": "Credits of a whole week",
    "number.dual-teacher-share": "Share of dual-qualified teachers",
    "number.exam-weeks": "Weeks of examinations in a semester",
    "number.intern-age-min": "Age for an internship at the post, at least",
    "number.intern-first-semester": "First semester for an internship at the post",
    "number.intern-pay-period-months": "Months between payments of interns, at most",
    "number.intern-pay-share": "Pay of interns as a share of the wage for the post",
    "number.intern-share-of-post": "Interns at a post, as a share of those who work there",
    "number.intern-share-of-staff": "Interns of a plant, as a share of its staff",
    "number.internship-hours-per-week-max": "Hours that a week of practice counts, at most",
    "number.internship-hours-per-week-min": "Hours that a week of practice counts, at least",
    "number.project-opening-rate": "Share of training projects that are offered",
    "number.safety-initial-hours": "Safety training of new workers (other units), hours",
    "number.safety-initial-smelting-hours": "Safety training of new workers (metal smelting), hours",
    "number.safety-refresher-smelting-hours": "Safety refresher each year (metal smelting), hours",
    "number.students-per-teacher-max": "Students for a teacher of the major",
    "number.total-credits-max": "Credits in all, at most",
    "number.total-credits-min": "Credits in all, at least",
    "number.years": "Length of study (years)",
}
