"""Generated sentences in English."""

from sopcurric.wording import (
    en_cases,
    en_competency,
    en_decisions,
    en_fields,
    en_forms,
    en_inbox,
    en_interface,
    en_layout,
    en_leaves,
    en_leaves_sop,
    en_papers,
    en_plans,
    en_points,
    en_questions,
    en_ratings,
    en_surveys,
)

SENTENCES: dict[str, str] = {
    **en_competency.SENTENCES,
    **en_cases.SENTENCES,
    **en_decisions.SENTENCES,
    **en_fields.SENTENCES,
    **en_forms.SENTENCES,
    **en_inbox.SENTENCES,
    **en_interface.SENTENCES,
    **en_layout.SENTENCES,
    **en_leaves.SENTENCES,
    **en_leaves_sop.SENTENCES,
    **en_papers.SENTENCES,
    **en_plans.SENTENCES,
    **en_points.SENTENCES,
    **en_questions.SENTENCES,
    **en_ratings.SENTENCES,
    **en_surveys.SENTENCES,
}
