"""Sentences of ratings, in English."""

SENTENCES: dict[str, str] = {
    "rating.surveyed": "median {median} of {number} experts",
    "rating.further": "{first}; {more}",
    "rating.fact.branches": "alternatives: {number}",
    "rating.fact.holds": "hold points: {number}",
    "rating.fact.decided": "steps that depend on a condition: {number}",
    "rating.fact.parameters": "parameters to keep at once: {number}",
    "rating.fact.judging": "steps that measure, diagnose or adjust: {number}",
    "rating.importance.larger": "Involves a hazard of larger risk: {title}",
    "rating.importance.major": "Involves a hazard of major risk: {title}",
    "rating.importance.permit": "Special work that needs permits: {number}",
    "rating.importance.critical": "Affects quality, equipment or people (critical steps: {number})",
    "rating.importance.lockout": "Points to be locked out: {number}",
    "rating.importance.interlock": "Interlocks involved: {number}",
    "rating.importance.quality": "Affects quality (quality checks: {number})",
    "rating.importance.risk": "Hazards of general or low risk: {number}",
    "rating.frequency.words": "The SOP says “{words}”",
}
