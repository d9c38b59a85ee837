"""What can be decided about an analysis without asking the database. Plain Python."""
