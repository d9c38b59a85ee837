"""Plain text: its characters are read by a stated encoding, never by a guess."""

import codecs

from casement.rooms.sources.intake.extracted import Extracted, Unreadable
from casement.rooms.sources.intake.formats import BY_KEY
from casement.rooms.sources.intake.running_text import RunningText

WINDOWS = "The text was read as Windows (Western European) text: check pound signs, quotation marks and accents."
UNKNOWN_LETTERS = (
    "Casement cannot tell how the letters of this file are stored: open it where it was made, "
    "save it as text in UTF-8 and bring that in."
)


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The characters of a text file, and a sentence where they rest on the Windows encoding.

    UTF-16 is read only where the file says so by its first two bytes; else UTF-8, else Windows-1252.
    `Unreadable` where none of them fits.
    """
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return data.decode("utf-16"), ()
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        try:
            return data.decode("cp1252"), (WINDOWS,)
        except UnicodeDecodeError as neither:
            raise Unreadable(UNKNOWN_LETTERS) from neither


def read(data: bytes) -> Extracted:
    """The text as it stands, with an anchor for each paragraph."""
    characters, kept = decode(data)
    text = RunningText()
    text.kept += kept
    text.verbatim(characters)
    return text.finish(BY_KEY["txt"].media_type)
