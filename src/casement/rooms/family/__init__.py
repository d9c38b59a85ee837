"""How the family takes part, as they wish: contact, the nine questions, what they brought, what they were told.

They can read all of their own record, so whatever is written here is written as if they sat beside.
"""
