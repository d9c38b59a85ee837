"""What the templates of planning receive."""
