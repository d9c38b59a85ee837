"""Projects and codebooks: they come in step by step, each step whole or absent, and go out as one file."""
