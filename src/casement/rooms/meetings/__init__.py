"""What happens before, in and after a meeting: agenda, papers, who came, notes, minutes and what follows from them.

Dates, places and invitations are planning's. Nothing here merges what two people wrote, or rates an action.
"""
