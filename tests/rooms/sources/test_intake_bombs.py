"""Files made to harm: too much inside, foreign entities, paths that lead out, loops without end."""

import http.server
import io
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from casement.rooms.sources.intake import Unreadable, read
from casement.rooms.sources.intake.containers import CUT_SHORT, TOO_MUCH_INSIDE, Container
from casement.rooms.sources.intake.markup import FOREIGN
from tests.rooms.sources.made_files import open_document, para, relinked, run, word_xml, zipped


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this machine and the list of what was asked of it."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *words: object) -> None:
            return

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_small_file_that_unpacks_to_hundreds_of_megabytes_is_refused_at_once() -> None:
    bomb = word_xml(para(run(" " * 53_000_000)))
    assert len(bomb) < 200_000
    began = time.monotonic()
    with pytest.raises(Unreadable) as refusal:
        read("a.docx", bomb)
    assert refusal.value.sentence == TOO_MUCH_INSIDE
    assert time.monotonic() - began < 1


def test_an_honest_file_at_a_high_ratio_is_read() -> None:
    words = "Seen at home. " * 20
    data = word_xml("".join(para(run(words)) for _ in range(4000)))
    assert len(data) * 60 < 4000 * len(words)
    assert read("a.docx", data).text.count("Seen at home.") == 80_000


def test_too_many_entries_are_refused() -> None:
    with pytest.raises(Unreadable) as refusal:
        Container(zipped({f"{number}": b"" for number in range(10_001)}))
    assert refusal.value.sentence == TOO_MUCH_INSIDE


def test_a_zip_that_lies_about_its_sizes_is_refused_not_trusted() -> None:
    data = bytearray(word_xml(para(run("x" * 5000))))
    entry = data.index(b"PK\x01\x02", data.rindex(b"word/_rels") + 1)
    data[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    with pytest.raises(Unreadable):
        read("a.docx", bytes(data))


@pytest.mark.parametrize("tail", [b"PK\x05\x06" + b"\xff" * 18, b"PK\x03\x04" + b"\0" * 26, b"PK\x03\x04"])
def test_a_zip_that_is_hardly_one_is_refused(tail: bytes) -> None:
    with pytest.raises(Unreadable) as refusal:
        read("a.docx", tail)
    assert refusal.value.sentence == CUT_SHORT


@pytest.mark.parametrize("make", ["docx", "odt"])
def test_entities_are_neither_read_from_disk_nor_fetched_nor_expanded(
    make: str, tmp_path: Path, listener: tuple[str, list[str]]
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("CANARY")
    address, asked = listener
    declared = (
        f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}"><!ENTITY b SYSTEM "{address}/b">'
        f'<!ENTITY % c SYSTEM "{address}/c"> %c; <!ENTITY d "many"><!ENTITY e "&d;&d;&d;">]>'
    )
    if make == "docx":
        data = word_xml(para("<w:r><w:t>&a;&b;&e;</w:t></w:r>"), doctype=declared)
    else:
        data = open_document("<text:p>&a;&b;&e;</text:p>")
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            parts: dict[str, str | bytes] = {name: container.read(name) for name in container.namelist()}
        parts["content.xml"] = declared.encode() + bytes(parts["content.xml"])  # type: ignore[arg-type]
        data = zipped(parts)
    with pytest.raises(Unreadable) as refusal:
        read(f"a.{make}", data)
    assert refusal.value.sentence in (FOREIGN, CUT_SHORT)
    assert asked == []


def test_parts_outside_the_file_are_never_followed(tmp_path: Path, listener: tuple[str, list[str]]) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text("<w:hdr>CANARY</w:hdr>")
    address, asked = listener
    targets = ["../" * 12 + str(secret).lstrip("/"), str(secret), secret.as_uri(), f"{address}/header.xml"]
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    for target in targets:
        body = para(run("Seen")) + '<w:sectPr><w:headerReference r:id="rout"/></w:sectPr>'
        link = f'<Relationship Id="rout" Type="{office}/header" Target="{target}"'
        assert read("a.docx", relinked(word_xml(body), f"{link}/>")).text == "Seen"
        with pytest.raises(Unreadable, match="when it is opened"):
            read("a.docx", relinked(word_xml(body), f'{link} TargetMode="External"/>'))
    assert asked == []


def test_elements_nested_without_end_are_refused() -> None:
    with pytest.raises(Unreadable):
        read("a.docx", word_xml("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000))


def test_a_style_that_rests_on_itself_ends() -> None:
    styles = (
        '<w:styles><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    assert read("a.docx", word_xml(para(run("x"), properties='<w:pStyle w:val="A"/>'), styles=styles)).text == "x"


def test_a_file_past_the_size_bound_is_refused_before_it_is_looked_into() -> None:
    with pytest.raises(Unreadable, match="100 MB"):
        read("a.txt", b"x" * (100 * 1024 * 1024 + 1))


def test_a_text_past_the_length_bound_is_refused() -> None:
    with pytest.raises(Unreadable, match="10,000,000 characters"):
        read("a.txt", b"x " * 5_000_001)


def test_pdf_pages_that_are_their_own_parent_end() -> None:
    loop = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj "
    loop += b"2 0 obj<</Type/Pages/Count 9/Kids[2 0 R]>>endobj"
    with pytest.raises(Unreadable):
        read("a.pdf", loop + b" trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF")
