"""Forms of the reviews room by subject: they parse, commands decide."""
