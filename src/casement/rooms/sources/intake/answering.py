"""What the process apart answers of a file that may become a source."""

from casement.rooms.sources.intake import wire
from casement.rooms.sources.intake.reading import read, read_scan


def answered(name: str, data: bytes, asked: bytes) -> tuple[bytes, ...]:
    """The pieces of the answer: the text with the files inside, or one scanned page when that was asked."""
    page, scans = wire.unpack_asked(asked)
    if page:
        return (wire.pack_scan(read_scan(name, data, page)),)
    return wire.pack(read(name, data, scans))
