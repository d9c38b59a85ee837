"""Pages and forms of the reviews room."""
