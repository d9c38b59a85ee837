"""Pages and forms of the response."""
