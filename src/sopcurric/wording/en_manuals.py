"""Words of work manuals and of the front and back matter of textbooks, in English."""

SENTENCES: dict[str, str] = {}
