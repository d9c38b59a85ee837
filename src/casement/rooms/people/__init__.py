"""Persons with accounts, invitations and sign-in. Knows no review and holds no case material."""
