"""Pure decisions about the self-check."""
