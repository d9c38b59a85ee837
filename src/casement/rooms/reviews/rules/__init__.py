"""What is true of reviews whatever the database says: names, protection, seats, processes, frameworks."""
