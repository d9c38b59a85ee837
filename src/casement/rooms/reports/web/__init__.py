"""Pages and forms of the reports room."""
