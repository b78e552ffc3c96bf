"""Searching for plans: whole numbers under linear requirements, and which requirements clash."""
