"""Agencies' chronologies: imports with confirmed columns, and entries that stay in their agency's strand."""
