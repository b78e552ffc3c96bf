"""sopcurric compiles job SOPs into vocational curriculum."""

from sopcurric.version import __version__

__all__ = ["__version__"]
