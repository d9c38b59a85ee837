"""What a file would fetch from outside itself: nothing ever is, and a file that asks for it is refused.

A link that only leads somewhere when a person follows it is no such thing: its words are read as any others.
"""

from casement.rooms.sources.intake.outside.fields import Fields, ask_field
from casement.rooms.sources.intake.outside.office import check_office
from casement.rooms.sources.intake.outside.open_document import check_open_document
from casement.rooms.sources.intake.outside.places import reaching

__all__ = ["Fields", "ask_field", "check_office", "check_open_document", "reaching"]
