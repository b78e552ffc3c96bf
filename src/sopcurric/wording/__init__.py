"""Every generated sentence, one catalogue per language."""
