"""What sentences of procedures say: verbs and their levels, statements, skill or knowledge, likeness of procedures."""
