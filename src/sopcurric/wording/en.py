"""Generated sentences in English."""

from sopcurric.wording import en_decisions, en_forms, en_interface, en_layout, en_leaves, en_plans

SENTENCES: dict[str, str] = {
    **en_decisions.SENTENCES,
    **en_forms.SENTENCES,
    **en_interface.SENTENCES,
    **en_layout.SENTENCES,
    **en_leaves.SENTENCES,
    **en_plans.SENTENCES,
}
