"""Casement: software for multi-agency systems case reviews."""

__version__ = "0.1.0"
