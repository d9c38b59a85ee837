"""Files that are packed folders, written piece by piece while they are sent, never whole and never on a disk."""

from collections.abc import Iterable, Iterator
from typing import IO, Any, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ALIKE = (1980, 1, 1, 0, 0, 0)  # the same content gives the same file
PIECE = 64 * 1024


class Sink:
    """Takes what the packer writes and hands it on."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: Any, /) -> int:
        """Take a piece."""
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing waits."""

    def taken(self) -> bytes:
        """What has come since this was asked last."""
        told, self._pieces = b"".join(self._pieces), []
        return told


def packed(parts: Iterable[tuple[str, Iterable[str]]]) -> Iterator[bytes]:
    """A packed folder of (name, pieces of text), in pieces as it is made."""
    sink = Sink()
    with ZipFile(cast(IO[bytes], sink), "w", ZIP_DEFLATED, compresslevel=1) as folder:
        for name, pieces in parts:
            about = ZipInfo(name, ALIKE)
            about.compress_type = ZIP_DEFLATED
            with folder.open(about, "w") as part:
                for some in gathered(pieces):
                    part.write(some.encode("utf-8", "replace"))
                    if told := sink.taken():
                        yield told
    yield sink.taken()


def gathered(pieces: Iterable[str]) -> Iterator[str]:
    """Small pieces as larger ones."""
    held: list[str] = []
    length = 0
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length > PIECE:
            yield "".join(held)
            held, length = [], 0
    yield "".join(held)
