"""The words between the server and its reading process: plain JSON, so nothing received can act."""

import json
import struct
from collections.abc import Mapping, Sequence
from typing import IO, Any

from casement.rooms.sources.intake.extracted import Anchor, Extracted, Inside
from casement.rooms.sources.intake.formats import MEGABYTE
from casement.rooms.sources.intake.scans.page import PageRead

_COLUMNS = {"kind": str, "label": str, "start": int, "end": int, "level": int, "key": str}
_MOST_BYTES = 1024 * MEGABYTE
MOST_PIECES = 2100
_LENGTH = struct.Struct("!Q")


def send(stream: IO[bytes], *pieces: bytes) -> None:
    """Write these pieces as one message."""
    stream.write(b"".join([_LENGTH.pack(len(pieces)), *(_LENGTH.pack(len(piece)) for piece in pieces)]))
    for piece in pieces:  # One by one: joined, they would stand in memory twice.
        stream.write(piece)
    stream.flush()


def receive(stream: IO[bytes], most_pieces: int = MOST_PIECES) -> list[bytes]:
    """The pieces of one message. `EOFError` where the other side is gone or speaks otherwise."""
    count = _number(stream)
    if count > most_pieces:
        raise EOFError
    lengths = [_number(stream) for _ in range(count)]
    if sum(lengths) > _MOST_BYTES:
        raise EOFError
    return [_exactly(stream, length) for length in lengths]


def _number(stream: IO[bytes]) -> int:
    return int(_LENGTH.unpack(_exactly(stream, _LENGTH.size))[0])


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def pack(extracted: Extracted) -> tuple[bytes, ...]:
    """An extracted text as pieces: all that is said of it, then the bytes of each file inside."""
    columns = [[getattr(anchor, name) for anchor in extracted.anchors] for name in _COLUMNS]
    plain = (extracted.media_type, extracted.text, columns, extracted.kept, extracted.dropped)
    inside = [(one.name, one.folder, one.sentence) for one in extracted.inside]
    said = json.dumps(
        (*plain, extracted.scanned, extracted.turn_into, inside), ensure_ascii=False, separators=(",", ":")
    )
    return said.encode(errors="replace"), *(one.data for one in extracted.inside)


def unpack(data: bytes, files: Sequence[bytes] = ()) -> Extracted:
    """The extracted text from its pieces. `ValueError` where they do not hold one."""
    plain: Any = json.loads(data)
    try:
        media_type, text, columns, kept, dropped, scanned, turn_into, named = plain
        for column, kind in zip(columns, _COLUMNS.values(), strict=True):
            _check(column, kind)
        _check(scanned, int)
        _check([media_type, text, turn_into, *kept, *dropped, *(word for words in named for word in words)], str)
        anchors = tuple(map(Anchor, *columns)) if all(columns) else ()
        inside = tuple(
            Inside(name, content, folder, sentence)
            for (name, folder, sentence), content in zip(named, files, strict=True)
        )
        return Extracted(media_type, text, anchors, tuple(kept), tuple(dropped), inside, tuple(scanned), turn_into)
    except TypeError as other:
        raise ValueError from other


def _check(values: list[Any], kind: type) -> None:
    if not set(map(type, values)) <= {kind}:
        raise ValueError


def pack_asked(page: int = 0, scans: Mapping[int, PageRead] | None = None) -> bytes:
    """What is asked of a file: one scanned page by its number, or the text with the pages read so far."""
    told = {number: (one.paragraphs, one.sureness) for number, one in (scans or {}).items()}
    return json.dumps((page, told), ensure_ascii=False).encode(errors="replace")


def unpack_asked(data: bytes) -> tuple[int, dict[int, PageRead]]:
    """What is asked, from its bytes."""
    page, told = json.loads(data)
    return page, {int(number): PageRead(tuple(said), sureness) for number, (said, sureness) in told.items()}


def pack_scan(page: PageRead) -> bytes:
    """A page read by machine as bytes."""
    return json.dumps((page.paragraphs, page.sureness), ensure_ascii=False).encode(errors="replace")


def unpack_scan(data: bytes) -> PageRead:
    """A page read by machine from its bytes. `ValueError` where they do not hold one."""
    try:
        paragraphs, sureness = json.loads(data)
        _check(paragraphs, str)
        _check([sureness], int)
    except TypeError as other:
        raise ValueError from other
    return PageRead(tuple(paragraphs), sureness)
