"""What printed files say, read back: pages as a reader sees them, and what only a machine sees."""
