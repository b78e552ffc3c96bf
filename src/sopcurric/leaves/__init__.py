"""Leaves of one learning task, one module per kind of leaf."""
