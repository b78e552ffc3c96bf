"""What people decided, applied to what was computed: one module per stage."""
