"""Pages and forms of planning."""
