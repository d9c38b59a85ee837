"""Pages and actions of the analysis room, declared."""
