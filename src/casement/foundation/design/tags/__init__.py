"""Casement's own tags by subject; templates load them all as `design`."""
