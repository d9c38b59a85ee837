"""Pages and forms of what bears on a review from outside."""
