"""Reading across the sources: passages, tables, what stands together, and views people kept."""
