"""Decisions and arithmetic of the sources room, in plain Python."""
