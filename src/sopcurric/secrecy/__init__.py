"""What a declassification policy makes of words and values, before any file."""
