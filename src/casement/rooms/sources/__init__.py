"""Records and conversations of equal standing, their text, and the excerpts that others cite."""
