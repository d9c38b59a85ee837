"""Forms of the response."""
