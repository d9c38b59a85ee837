"""The characters of a web page, by the encoding it states."""

import codecs
import re

from casement.rooms.sources.intake.extracted import Unreadable
from casement.rooms.sources.intake.plain import UNKNOWN_LETTERS, decode

_STATED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.I
)
# Browsers read these names as the Windows encoding, and so do the programs that write them.
_REALLY_WINDOWS = frozenset({"iso8859-1", "ascii", "latin-1"})


def decode_page(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The characters, and a sentence where they rest on the Windows encoding without the page saying so.

    `Unreadable` where the stated encoding does not fit the bytes, or none is stated and none fits.
    """
    stated = _STATED.search(data[:4096])
    if stated is None or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data)
    try:
        name = codecs.lookup(stated[1].decode("ascii")).name
    except LookupError:
        return decode(data)
    if name.startswith("utf-8"):
        return decode(data)
    try:
        return data.decode("cp1252" if name in _REALLY_WINDOWS else name), ()
    except (UnicodeError, LookupError, ValueError) as wrong:
        raise Unreadable(UNKNOWN_LETTERS) from wrong
