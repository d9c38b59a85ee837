"""Pages and actions of planning, declared."""
