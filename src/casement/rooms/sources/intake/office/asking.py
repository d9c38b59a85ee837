"""Says what an older file must be turned into before it can be read; runs in the process apart."""

import io

import olefile

from casement.rooms.sources.intake.containers import LOCKED
from casement.rooms.sources.intake.extracted import Extracted, Unreadable
from casement.rooms.sources.intake.formats import BY_KEY

_ENCRYPTED = 0x01  # in the second byte of the flags that begin a Word document, [MS-DOC] 2.5.2
_FLAGS = 11


def read_doc(data: bytes) -> Extracted:
    """No text yet. `Unreadable` where the document is locked."""
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        head = ole.openstream("WordDocument").read(_FLAGS + 1)
    if len(head) > _FLAGS and head[_FLAGS] & _ENCRYPTED:
        raise Unreadable(LOCKED)
    return Extracted(BY_KEY["doc"].media_type, "", (), turn_into="docx")


def read_xls(data: bytes) -> Extracted:
    """No text yet."""
    return Extracted(BY_KEY["xls"].media_type, "", (), turn_into="xlsx")
