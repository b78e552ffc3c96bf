"""The files that people write, as pydantic models: strict about unknown keys, each key documented where it stands."""
