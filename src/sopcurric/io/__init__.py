"""All reading, all writing, the clock and the places where things are kept."""
