"""Forms of this room by subject: they parse, commands decide."""
