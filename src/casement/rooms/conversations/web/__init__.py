"""Pages and forms of the conversations room."""
