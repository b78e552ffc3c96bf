"""Formats in which values leave for other programs, one file each; found by folder."""
