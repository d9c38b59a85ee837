"""Pages of meetings: they read, and hand forms to commands."""
