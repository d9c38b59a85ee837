"""What the templates of the reviews room receive, by subject."""
