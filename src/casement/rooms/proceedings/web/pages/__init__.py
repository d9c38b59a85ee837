"""What the templates of this room receive."""
