"""PDFs whose packed streams unpack to hundreds of megabytes are refused before anything unpacks them."""

import time
import zlib

import pytest

from casement.rooms.sources.intake import Unreadable, read
from casement.rooms.sources.intake.containers import TOO_MUCH_INSIDE
from casement.rooms.sources.intake.pdf import floods
from tests.rooms.sources.made_files import pdf


def with_stream(packed: bytes) -> bytes:
    """A PDF that carries this stream besides its page."""
    whole = pdf([[(72, 700, "Seen at home")]])
    extra = (
        b"9 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
        + packed
        + b"\nendstream\nendobj\n"
    )
    at = whole.index(b"xref")
    return whole[:at] + extra + whole[at:]


@pytest.mark.parametrize("layers", [1, 2])
def test_a_flood_is_refused_at_once(layers: int) -> None:
    packed = b"0 0 m " * 20_000_000
    for _ in range(layers):
        packed = zlib.compress(packed, 9)
    began = time.monotonic()
    with pytest.raises(Unreadable) as refusal:
        read("a.pdf", with_stream(packed))
    assert refusal.value.sentence == TOO_MUCH_INSIDE
    assert time.monotonic() - began < 5


def test_large_honest_streams_and_broken_ones_are_let_through() -> None:
    dots = bytes(range(256)) * 40_000  # ten megabytes that pack well, as a page of dots may
    floods.check(with_stream(zlib.compress(dots)))
    floods.check(with_stream(zlib.compress(dots)[:200]))
    floods.check(with_stream(b"\x78\x9c not packed at all"))
