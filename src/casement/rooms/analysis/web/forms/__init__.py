"""Forms of the analysis room: they parse, commands decide."""
