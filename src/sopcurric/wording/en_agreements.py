"""Generated sentences in English: agreements."""

SENTENCES: dict[str, str] = {}
