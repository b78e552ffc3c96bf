"""Generated sentences in Chinese: agreements."""

SENTENCES: dict[str, str] = {}
