"""Pages and forms of the chronology room."""
