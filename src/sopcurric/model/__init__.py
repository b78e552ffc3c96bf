"""The values that flow: one module for the output of each stage, and the files that people write."""
