"""Grades of difficulty, importance and frequency: what facts of an SOP say, and how far raters agree."""
