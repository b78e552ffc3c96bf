"""Questions of the bank, made of what an SOP says: one module for each sort of source."""
