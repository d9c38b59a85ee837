"""Pages and forms of the self-check."""
