"""Generated sentences in Chinese: internship."""

SENTENCES: dict[str, str] = {}
