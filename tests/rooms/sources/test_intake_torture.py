"""Files that are locked, cut short, packed to burst or that reach outside end in a sentence, soon and in little room.

Each is read as the server reads it, by a process apart that has read nothing before; that process is measured.
"""

import base64
import io
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from casement.rooms.sources.intake import Reader, Unreadable
from casement.rooms.sources.intake.containers import CUT_SHORT, LOCKED, TOO_MUCH_INSIDE
from casement.rooms.sources.intake.markup import FOREIGN
from tests.rooms.sources.made_files import (
    field_of,
    leading,
    linked,
    open_document,
    para,
    pdf,
    relinked,
    run,
    word_xml,
    workbook,
    zipped,
)

MOST_SECONDS, MOST_MEGABYTES = 5, 300
PAGE = pdf([[(72, 700, "Seen at home")]])
FLOOD = b"0 0 m " * 30_000_000


def locked_pdf() -> bytes:
    into = io.BytesIO()
    with pikepdf.open(io.BytesIO(PAGE)) as document:
        document.save(into, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return into.getvalue()


def locked_word() -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(1024)


def painted(stream: bytes, packing: str) -> bytes:
    """A PDF whose one page is painted by a stream packed in these ways."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
        f"<< /Filter [{packing}] /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream",
    ]
    data, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    return data + b"xref\n0 5\n0000000000 65535 f \n" + table + end


def flood(written_in: Callable[[bytes], bytes], packing: str) -> bytes:
    return painted(written_in(zlib.compress(FLOOD, 9)), f"{packing} /FlateDecode")


def hexadecimal(data: bytes) -> bytes:
    return data.hex().encode() + b">"


def base_85(data: bytes) -> bytes:
    return base64.a85encode(data, wrapcol=80) + b"~>"


def repeated() -> bytes:
    return painted(zlib.compress(b"\x81 " * 20_000_000 + b"\x80", 9), "/FlateDecode /RunLengthDecode")


def reaching_out() -> bytes:
    outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    return word_xml(para("<w:r><w:t>&a;</w:t></w:r>"), doctype=outside)


REMOTE = "https://198.51.100.7/x"
OUTSIDE: tuple[tuple[str, Callable[[], bytes]], ...] = (
    ("outside.docx", lambda: relinked(word_xml(para(run("Seen"))), leading("image", REMOTE))),
    ("outside.docx", lambda: field_of('DDEAUTO c:\\\\x.exe "calc"')),
    ("outside.xlsx", lambda: workbook({"xl/externalLinks/externalLink1.xml": "<externalLink/>"})),
    ("outside.odt", lambda: open_document(linked("image", REMOTE))),
    ("outside.rtf", lambda: b"{\\rtf1{\\*\\template " + REMOTE.encode() + b"}Seen\\par}"),
)


@pytest.mark.parametrize(
    ("name", "make", "sentence"),
    [
        ("locked.pdf", locked_pdf, LOCKED),
        ("locked.docx", locked_word, LOCKED),
        ("cut.pdf", lambda: PAGE[: len(PAGE) // 2], CUT_SHORT),
        ("cut.docx", lambda: (whole := word_xml(para(run("Seen")) * 500))[: len(whole) // 2], CUT_SHORT),
        ("cut.zip", lambda: (whole := zipped({"a.txt": "Seen" * 500}))[: len(whole) // 2], CUT_SHORT),
        ("bomb.docx", lambda: word_xml(para(run(" " * 300_000_000))), TOO_MUCH_INSIDE),
        ("bomb.pdf", lambda: painted(zlib.compress(FLOOD, 9), "/FlateDecode"), TOO_MUCH_INSIDE),
        ("bomb.pdf", lambda: flood(hexadecimal, "/ASCIIHexDecode"), TOO_MUCH_INSIDE),
        ("bomb.pdf", lambda: flood(base_85, "/ASCII85Decode"), TOO_MUCH_INSIDE),
        ("bomb.pdf", lambda: flood(lambda data: hexadecimal(base_85(data)), "/AHx /A85"), TOO_MUCH_INSIDE),
        ("bomb.pdf", repeated, None),
        ("entity.docx", reaching_out, FOREIGN),
        *((name, make, None) for name, make in OUTSIDE),
    ],
)
def test_it_is_refused_soon_and_in_little_room(name: str, make: Callable[[], bytes], sentence: str | None) -> None:
    data = make()
    with Reader() as reader:
        began = time.monotonic()
        with pytest.raises(Unreadable) as refusal:
            reader.read(name, data)
        assert time.monotonic() - began < MOST_SECONDS
        assert sentence is None or refusal.value.sentence == sentence
        assert not name.startswith("outside") or "when it is opened" in refusal.value.sentence
        if reader._child is not None and (told := Path(f"/proc/{reader._child.pid}/status")).exists():
            most = next(line for line in told.read_text().splitlines() if line.startswith("VmHWM"))
            assert int(most.split()[1]) < MOST_MEGABYTES * 1024


def test_an_honest_page_written_out_in_letters_is_read() -> None:
    shown = zlib.compress(b"BT /F1 10 Tf 72 700 Td (Seen at home) Tj ET")
    for written_in, packing in ((hexadecimal, "/ASCIIHexDecode"), (base_85, "/ASCII85Decode")):
        data = painted(written_in(shown), f"{packing} /FlateDecode")
        data = data.replace(
            b"/MediaBox",
            b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >> /MediaBox",
        )
        with Reader() as reader:
            assert reader.read("a.pdf", data).text == "Seen at home"
