"""How Casement looks: layouts, components, template tags, built styles and scripts. It knows no room and no table."""
