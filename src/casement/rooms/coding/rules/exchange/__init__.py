"""What passes between Casement and other programs for coding: REFI-QDA projects and codebooks, as plain values."""
