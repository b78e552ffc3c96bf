"""Words of work manuals and of the front and back matter of textbooks, in Chinese."""

SENTENCES: dict[str, str] = {}
