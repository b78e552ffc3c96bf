"""Findings: what is wrong, where, and how to mend it. Presentation is in `formats`."""
