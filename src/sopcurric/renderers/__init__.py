"""Output formats, one file each: to add one, add a file."""
