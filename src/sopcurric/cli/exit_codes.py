"""Exit statuses, the same for every command."""

CLEAN = 0
FINDINGS = 1
USAGE = 2
BUG = 3
INTERRUPTED = 130
