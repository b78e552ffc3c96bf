"""Kinds of questions that wait for people: one module each, holding `QUESTION`."""
