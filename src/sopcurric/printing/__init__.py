"""What the output formats share: outlines, table grids, formulas, names of files, and the ways into Jinja and Typst."""
