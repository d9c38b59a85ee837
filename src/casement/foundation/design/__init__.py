"""How Casement looks: layouts, components, tags, built styles and scripts. It knows no room and no table."""
