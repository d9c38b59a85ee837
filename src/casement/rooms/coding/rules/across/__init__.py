"""Reading across the sources: what can be asked, and how passages are counted. No database."""
