"""Template tags: `govuk` for GOV.UK components, `design` for Casement's own."""
