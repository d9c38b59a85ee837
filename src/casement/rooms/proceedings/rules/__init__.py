"""Pure decisions of the proceedings room."""
