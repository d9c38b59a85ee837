"""Bytes to plain text: what a file says, where each part of it stands, and what was left out.

This floor knows no table and no page. It reads one file at a time and remembers nothing. A file that cannot
be read ends as `Unreadable`, with one sentence for the person; it never ends as any other error.
"""

from casement.rooms.sources.intake.extracted import Anchor, Extracted, Inside, Unreadable
from casement.rooms.sources.intake.formats import FORMATS, Format
from casement.rooms.sources.intake.reading import read
from casement.rooms.sources.intake.safely import Bounded, Reader, held
from casement.rooms.sources.intake.whole import read_whole

__all__ = [
    "FORMATS",
    "Anchor",
    "Bounded",
    "Extracted",
    "Format",
    "Inside",
    "Reader",
    "Unreadable",
    "held",
    "read",
    "read_whole",
]
