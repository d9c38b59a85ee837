"""Files made to do harm: refused in one sentence, nothing read or written outside, nothing grows."""

import io
import os
import stat
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casement.rooms.coding.intake import ProjectReader, read
from casement.rooms.coding.rules.exchange.schema import schema
from casement.rooms.sources.intake import Unreadable
from tests.rooms.coding.made_projects import SPACE, document, g, text, zipped

EMPTY = document("")


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as no:
        read("p.qdpx", data)
    assert no.value.sentence.count(".") <= 5 and no.value.sentence.endswith(".")
    return no.value.sentence


def packed(*entries: tuple[zipfile.ZipInfo | str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "name",
    ["../x.txt", "sources/../../x.txt", "/etc/x.txt", "C:/x.txt", "c:x.txt", "sources\\..\\x.txt", "sources//x.txt",
     "./x.txt", "a" * 300 + ".txt", "..", "sources/..\\..\\x"],
)  # fmt: skip
def test_a_name_that_leads_outside_is_refused(name):
    assert "outside itself" in refused(packed(("project.qde", EMPTY), (name, b"x")))


def test_a_name_with_a_nul_is_refused():
    data = packed(("project.qde", EMPTY), ("sources/abcdefgh.txt", b"x")).replace(b"abcdefgh", b"ab\0defgh")
    assert refused(data)


def test_a_link_is_refused():
    link = zipfile.ZipInfo("sources/x.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert "outside itself" in refused(packed(("project.qde", EMPTY), (link, b"/etc/passwd")))


@pytest.mark.parametrize(
    ("one", "other"), [("sources/a.txt", "Sources/A.TXT"), ("sources/\u00e9.txt", "sources/e\u0301.txt")]
)
def test_two_files_under_one_name_are_refused(one, other):
    assert "under one name" in refused(packed(("project.qde", EMPTY), (one, b"1"), (other, b"2")))


def test_no_document_and_two_documents_are_refused():
    assert "no project" in refused(packed(("sources/a.txt", b"x")))
    assert "more than one" in refused(packed(("a.qde", EMPTY), ("b.qde", EMPTY)))


@given(st.text(st.sampled_from("./\\:aé\x00C~ "), min_size=1, max_size=30))
def test_no_name_of_any_shape_reaches_a_file_outside(name):
    told = read(
        "p.qdpx", zipped(document(f"<Sources>{text(10, path='PATH')}</Sources>").replace(b"PATH", escaped(name)))
    )
    assert told.sources[0].text == "" and told.sources[0].trouble


def escaped(name: str) -> bytes:
    return "".join(c for c in name if c >= " ").encode() or b"x"


ENTITIES = {
    "file": '<!DOCTYPE P [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
    "web": '<!DOCTYPE P [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>',
    "parameter": '<!DOCTYPE P [<!ENTITY % x SYSTEM "file:///etc/hostname"> %x;]>',
    "outside": '<!DOCTYPE P SYSTEM "file:///etc/hostname">',
    "laughs": "<!DOCTYPE P ["
    + '<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 20}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>",
}


@pytest.mark.parametrize("kind", ENTITIES)
def test_entities_are_refused_quickly(kind):
    body = "&i;" if kind == "laughs" else "&x;" if kind in ("file", "web") else ""
    qde = f'<?xml version="1.0"?>{ENTITIES[kind]}<Project name="P" xmlns="{SPACE}"><Description>{body}</Description></Project>'
    began = time.monotonic()
    assert refused(zipped(qde.encode()))
    assert refused(qde.encode())
    assert time.monotonic() - began < 2


def test_deep_nesting_is_refused():
    deep = "<Code>" * 5000 + "</Code>" * 5000
    assert refused(document(f"<CodeBook><Codes>{deep}</Codes></CodeBook>"))


def test_a_zip_that_unpacks_past_bounds_is_refused_in_the_process_apart():
    bomb = zipped(EMPTY, {"x.txt": b"\0" * (400 * 1024 * 1024)})
    with ProjectReader() as reader, pytest.raises(Unreadable) as no:
        reader.read("p.qdpx", bomb)
    assert "far more" in no.value.sentence


def test_a_size_that_lies_does_not_grow_the_file():
    data = bytearray(zipped(document(f"<Sources>{text(10)}</Sources>"), {f"{g(10)}.txt": b"A" * 5_000_000}))
    for start in (data.rfind(b"PK\x01\x02"),):
        data[start + 24 : start + 28] = (100).to_bytes(4, "little")
    assert refused(bytes(data))


def test_a_text_beyond_the_bound_is_not_taken():
    told = read(
        "p.qdpx",
        zipped(document(f"<Sources>{text(10)}</Sources>"), {f"{g(10)}.txt": os.urandom(8_000_000).hex().encode()}),
    )
    assert "more than" in told.sources[0].trouble


def test_the_schemas_carry_their_notice():
    from casement.rooms.coding.rules.exchange import schema as package

    for name in package.FILES.values():
        words = (package._FOLDER / name).read_text()
        assert "MIT license" in words and "Copyright 2019 REFI" in words
    assert schema("project") is schema("project")
