"""Pages of people: signing in, invitations, the account."""
