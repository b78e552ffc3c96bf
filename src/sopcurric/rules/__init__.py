"""Rules: one file each, found by folder; the docstring is the manual page."""
