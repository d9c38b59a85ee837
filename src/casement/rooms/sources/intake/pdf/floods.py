"""Finds packed streams in a PDF that unpack to far too much, before the library that reads it unpacks them."""

import base64
import binascii
import re
import zlib

from casement.rooms.sources.intake.containers import RATIO_OF_A_BOMB, SIZE_OF_A_BOMB, TOO_MUCH_INSIDE
from casement.rooms.sources.intake.extracted import Unreadable
from casement.rooms.sources.intake.formats import MEGABYTE

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_STEP = 64 * 1024
_LAYERS = 3
_GLIMPSE = 60
# Honest scans hold hundreds of megabytes of dots; past this much, the bounds of the process have to do.
_MOST_LOOKED_AT = 500 * MEGABYTE


def check(data: bytes) -> None:
    """`Unreadable` where one stream unpacks to more than a page can need. Nothing unpacked is kept."""
    left = _MOST_LOOKED_AT
    for found in _STREAM.finditer(data):
        end = data.find(b"endstream", found.end())
        packed = _without_letters(memoryview(data)[found.end() : end if end >= 0 else len(data)])
        most = max(SIZE_OF_A_BOMB, RATIO_OF_A_BOMB * len(packed))
        size = _unpacked(packed, most)
        if size > most:
            raise Unreadable(TOO_MUCH_INSIDE)
        left -= size
        if left < 0:
            return


def _without_letters(packed: memoryview) -> memoryview:
    """What is packed, where it was written out in letters (hexadecimal or base 85) over it, however often."""
    for _ in range(_LAYERS):
        for written_in in (_from_hexadecimal, _from_base_85):
            if _promising(written_in(bytes(packed[:_GLIMPSE]))):
                packed = memoryview(written_in(bytes(packed)))
                break
        else:
            break
    return packed


def _promising(start: bytes) -> bool:
    return _looks_packed(start[:2]) or any(
        _looks_packed(further(start)[:2]) for further in (_from_hexadecimal, _from_base_85)
    )


def _from_hexadecimal(letters: bytes) -> bytes:
    """Empty where these are no hexadecimal digits."""
    digits = letters.split(b">", 1)[0].translate(None, b" \t\r\n\f\0")
    try:
        return binascii.unhexlify(digits[: len(digits) & ~1])
    except binascii.Error:
        return b""


def _from_base_85(letters: bytes) -> bytes:
    """Empty where these are not in base 85."""
    digits = letters.removeprefix(b"<~").split(b"~", 1)[0]
    try:
        return base64.a85decode(digits, ignorechars=b" \t\r\n\f\0\v")
    except ValueError:
        return b""


def _unpacked(packed: memoryview, most: int) -> int:
    """How large a stream is without its packing, packed over and over included; it stops past `most`."""
    size, layers = 0, [zlib.decompressobj()]
    if not _looks_packed(bytes(packed[:2])):
        return 0
    for at in range(0, len(packed), _STEP):
        waiting = bytes(packed[at : at + _STEP])
        while waiting and size <= most and not layers[0].eof:
            try:
                piece = layers[0].decompress(waiting, MEGABYTE)
                waiting = layers[0].unconsumed_tail
                size += len(piece)
                size += _deeper(piece, layers, most)
            except zlib.error:
                return size
        if size > most or layers[0].eof:
            break
    return size


def _deeper(piece: bytes, layers: list["zlib._Decompress"], most: int) -> int:
    """What a piece unpacks to in turn, where it is packed itself."""
    size = 0
    for depth in range(1, _LAYERS):
        if len(layers) == depth:
            if not _looks_packed(piece[:2]):
                break
            layers.append(zlib.decompressobj())
        try:
            waiting, piece = piece, b""
            while waiting and size <= most and not layers[depth].eof:
                some = layers[depth].decompress(waiting, MEGABYTE)
                waiting = layers[depth].unconsumed_tail
                size += len(some)
                piece = piece or some
        except zlib.error:
            break
    return size


def _looks_packed(start: bytes) -> bool:
    return len(start) == 2 and start[0] & 0x0F == 8 and int.from_bytes(start) % 31 == 0
