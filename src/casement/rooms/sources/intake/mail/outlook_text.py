"""Unpacks the Rich Text that Outlook keeps packed in a message, as [MS-OXRTFCP] describes it."""

import struct

from casement.rooms.sources.intake.containers import CUT_SHORT, TOO_MUCH_INSIDE
from casement.rooms.sources.intake.extracted import Unreadable
from casement.rooms.sources.intake.formats import MEGABYTE

# The words every packer starts from: what Outlook's Rich Text begins with most often.
_KNOWN = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript "
    rb"\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0" + b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_RING = 4096
_MOST = 50 * MEGABYTE
_PACKED, _PLAIN = b"LZFu", b"MELA"


def unpacked(data: bytes) -> bytes:
    """The Rich Text. `Unreadable` where it is cut short or grows past all bounds."""
    if len(data) < 16:
        raise Unreadable(CUT_SHORT)
    size, kind = struct.unpack_from("<4xI4s", data)
    if size > _MOST:
        raise Unreadable(TOO_MUCH_INSIDE)
    if kind == _PLAIN:
        return data[16 : 16 + size]
    if kind != _PACKED:
        raise Unreadable(CUT_SHORT)
    ring = bytearray(_KNOWN.ljust(_RING, b"\0"))
    at, write, out = 16, len(_KNOWN), bytearray()
    while at < len(data) and len(out) < size:
        marks, at = data[at], at + 1
        for bit in range(8):
            if at + 1 >= len(data) + (not marks >> bit & 1):
                return bytes(out)
            if marks >> bit & 1:
                place, length = data[at] << 4 | data[at + 1] >> 4, (data[at + 1] & 15) + 2
                at += 2
                if place == write:  # A pointer to the place that comes next says that this is the end.
                    return bytes(out[:size])
            else:
                place, length = -1, 1
            for step in range(length):
                byte = data[at] if place < 0 else ring[(place + step) % _RING]
                out.append(byte)
                ring[write] = byte
                write = (write + 1) % _RING
            at += place < 0
    return bytes(out[:size])
