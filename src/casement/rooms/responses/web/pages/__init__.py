"""What the templates of the response receive."""
