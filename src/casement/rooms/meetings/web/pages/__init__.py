"""What the templates of the meetings room receive."""
