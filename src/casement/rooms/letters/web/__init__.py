"""The pages of letters and of their texts."""
