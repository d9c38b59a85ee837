"""What the templates of the analysis room receive."""
