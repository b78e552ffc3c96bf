"""Sentences of `sopcurric todo` and `sopcurric decide`, in English."""

SENTENCES: dict[str, str] = {
    "decide.file.head": "Decisions of the joint team, written by `sopcurric decide`; commit them with the repository. May be edited; `sopcurric check` checks them.",
}
