"""E-mails, as the internet stores them (.eml) and as Outlook does (.msg).

Both become a `Letter`: who wrote to whom, when and about what, the words, and what came along. The text is the
letter and the letters attached to it, one after another; every other attachment is a file of its own.
"""

from casement.rooms.sources.intake.mail.internet import read

__all__ = ["read"]
