"""Generated sentences in English: internship."""

SENTENCES: dict[str, str] = {}
