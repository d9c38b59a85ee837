"""Pages and forms of the analysis room."""
