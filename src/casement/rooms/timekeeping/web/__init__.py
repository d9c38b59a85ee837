"""Pages and forms of time."""
