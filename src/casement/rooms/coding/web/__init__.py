"""Pages and forms of the coding room."""
