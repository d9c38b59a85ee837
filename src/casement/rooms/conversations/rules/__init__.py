"""Pure decisions about conversations."""
