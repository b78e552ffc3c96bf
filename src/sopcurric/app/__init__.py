"""Use cases, one module each; the only place that puts stages in order."""
