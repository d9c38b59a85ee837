"""Casement: software for multi-agency systems case reviews."""
