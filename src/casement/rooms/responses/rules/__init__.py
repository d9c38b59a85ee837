"""Pure decisions of the response."""
