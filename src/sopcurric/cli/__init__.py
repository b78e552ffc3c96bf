"""The command line: flags become a call of a use case, its result becomes text and an exit status."""
