"""Fixes: one module each, holding `FIX`."""
