"""How the analysis is read."""
