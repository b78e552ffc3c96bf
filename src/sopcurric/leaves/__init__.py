"""Leaves of one learning task, one module per kind of leaf; and tables that several plans share."""
