"""The look: layouts, components, template tags and built assets."""
