"""Decisions about dates and people; no database."""
