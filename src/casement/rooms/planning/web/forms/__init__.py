"""The forms of planning: they parse, commands decide."""
