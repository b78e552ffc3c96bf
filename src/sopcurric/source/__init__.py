"""Where things stand in files: references, spans and maps from one to the other."""
