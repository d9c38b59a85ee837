"""Pure decisions about time."""
