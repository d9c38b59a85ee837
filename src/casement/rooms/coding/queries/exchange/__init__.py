"""What was exchanged, for its report, and what of the review can go out."""
