"""Words as files to save."""

from collections.abc import Iterator

from casement.foundation.access import Seat
from casement.foundation.web import Download
from casement.rooms.coding.exports import word


def written(name: str, title: str, pieces: Iterator[str], seat: Seat) -> Download:
    """Words as a Word file."""
    return Download(f"{name}.docx", word.MEDIA, word.as_word(title, pieces, made_for=seat.label))
