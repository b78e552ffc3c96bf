"""Generated sentences in Chinese."""

from sopcurric.wording import (
    zh_cases,
    zh_competency,
    zh_decisions,
    zh_fields,
    zh_forms,
    zh_inbox,
    zh_interface,
    zh_layout,
    zh_leaves,
    zh_leaves_sop,
    zh_papers,
    zh_plans,
    zh_points,
    zh_questions,
    zh_ratings,
    zh_surveys,
)

SENTENCES: dict[str, str] = {
    **zh_competency.SENTENCES,
    **zh_cases.SENTENCES,
    **zh_decisions.SENTENCES,
    **zh_fields.SENTENCES,
    **zh_forms.SENTENCES,
    **zh_inbox.SENTENCES,
    **zh_interface.SENTENCES,
    **zh_layout.SENTENCES,
    **zh_leaves.SENTENCES,
    **zh_leaves_sop.SENTENCES,
    **zh_papers.SENTENCES,
    **zh_plans.SENTENCES,
    **zh_points.SENTENCES,
    **zh_questions.SENTENCES,
    **zh_ratings.SENTENCES,
    **zh_surveys.SENTENCES,
}
