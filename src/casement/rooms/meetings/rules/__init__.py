"""Pure decisions about meetings."""
