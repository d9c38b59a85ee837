"""Pages and actions of the reviews room, declared, by subject."""
