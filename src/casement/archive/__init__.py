"""A whole review in or out. Reserved: nothing here yet."""
