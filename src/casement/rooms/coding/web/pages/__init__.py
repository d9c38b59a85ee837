"""What the templates of the coding room receive."""
