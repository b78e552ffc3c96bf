"""The version of the tool; part of every cache key."""

__version__ = "0.1.0"
