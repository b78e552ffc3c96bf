"""Forms by which people answer questions without git: written from values, read back into values."""
