"""What the board answers to the questions of the findings, what comes of it, and the check before publication.

The board answers for itself: it may disagree, and the program asks for reasons, never for an action. What was done
and what changed are two things; the second is told only by dated entries of impact.
"""
