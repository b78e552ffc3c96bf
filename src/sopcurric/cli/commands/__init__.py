"""One module per command; each has `register(app, about)`. A module is imported only when its command is called."""
