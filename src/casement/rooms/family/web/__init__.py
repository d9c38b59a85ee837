"""Pages and forms of the family record."""
