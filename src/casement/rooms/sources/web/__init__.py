"""Pages and forms of the sources room."""
