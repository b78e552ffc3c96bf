"""Kinds of binders, one module each: from everything compiled to leaves and blocks."""
