"""The words between the server and its reading process: plain JSON, so nothing received can act."""

import json
import struct
from typing import IO, Any

from casement.rooms.sources.intake.extracted import Anchor, Extracted

_LENGTH = struct.Struct("!Q")


def send(stream: IO[bytes], *pieces: bytes) -> None:
    """Write these pieces as one message."""
    stream.write(
        b"".join([_LENGTH.pack(len(pieces)), *(_LENGTH.pack(len(piece)) for piece in pieces), *pieces])
    )
    stream.flush()


def receive(stream: IO[bytes], most_pieces: int = 2) -> list[bytes]:
    """The pieces of one message. `EOFError` where the other side is gone or speaks otherwise."""
    count = _number(stream)
    if count > most_pieces:
        raise EOFError
    return [_exactly(stream, length) for length in [_number(stream) for _ in range(count)]]


def _number(stream: IO[bytes]) -> int:
    return int(_LENGTH.unpack(_exactly(stream, _LENGTH.size))[0])


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def pack(extracted: Extracted) -> bytes:
    """An extracted text as bytes."""
    anchors = [(a.kind, a.label, a.start, a.end, a.level, a.key) for a in extracted.anchors]
    plain = (extracted.media_type, extracted.text, anchors, extracted.kept, extracted.dropped)
    return json.dumps(plain, ensure_ascii=False).encode()


def unpack(data: bytes) -> Extracted:
    """The extracted text from its bytes. `ValueError` where they do not hold one."""
    plain: Any = json.loads(data)
    try:
        media_type, text, anchors, kept, dropped = plain
        return Extracted(
            str(media_type),
            str(text),
            tuple(
                Anchor(str(kind), str(label), int(start), int(end), int(level), str(key))
                for kind, label, start, end, level, key in anchors
            ),
            tuple(map(str, kept)),
            tuple(map(str, dropped)),
        )
    except TypeError as other:
        raise ValueError from other
