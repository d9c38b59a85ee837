"""Broken variants of honest files: each is read or refused with a sentence, and the reading process lives."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casement.rooms.sources.intake import Reader, Unreadable
from tests.rooms.sources.made_files import mail, open_document, para, pdf, run, word_xml, zipped

TABLE = "<w:tbl><w:tr><w:tc>" + para(run("cell")) + "</w:tc></w:tr></w:tbl>"
WORD = word_xml(para(run("Seen "), "<w:hyperlink>" + run("at home") + "</w:hyperlink>") + TABLE)
ITEM = "<text:list-item><text:p>x</text:p></text:list-item>"
HONEST = {
    "docx": WORD,
    "odt": open_document(f"<text:h>Visit</text:h><text:list>{ITEM}</text:list>"),
    "pdf": pdf([[(72, 700, "Seen at home.")], [(72, 700, "Again.")]]),
    "rtf": rb"{\rtf1\ansi{\fonttbl{\f0\fcharset0 A;}}Seen \'a3 \u8211 -{\footnote x}\par\intbl a\cell\row}",
    "html": b"<html><body><table><tr><td><ul><li>x</li></ul></td></tr></table><p>y</p></body></html>",
    "eml": bytes(mail("Seen.", "<p>Seen</p>")),
    "md": b"---\na: b\n---\n# x\n\n- y\n",
}  # fmt: skip
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(["flip", "cut", "double", "end"]), st.integers(0, 255)),
    min_size=1,
    max_size=6,
)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(most_seconds=10) as reader:
        yield reader


def broken(data: bytes, changes: list[tuple[float, str, int]]) -> bytes:
    for share, change, number in changes:
        at = int(share * len(data))
        match change:
            case "flip":
                data = data[:at] + bytes([number]) + data[at + 1 :]
            case "cut":
                data = data[:at] + data[at + number :]
            case "double":
                data = data[:at] + data[max(0, at - number) :]
            case _:
                data = data[: max(at, len(data) - number)]
    return data


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(HONEST)), CHANGES)
def test_broken_bytes_are_read_or_refused(reader: Reader, key: str, changes: list[tuple[float, str, int]]) -> None:
    try:
        assert reader.read(f"a.{key}", broken(HONEST[key], changes)).text
    except Unreadable as refusal:
        assert refusal.sentence.endswith(".")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["-1", "99999999999999999999", "", "abc", "²", "0x10"]), st.integers(0, 200))
def test_wrong_numbers_in_word_are_read_or_refused(reader: Reader, value: str, where: int) -> None:
    names = ["gridSpan", "ilvl", "numId", "outlineLvl", "pStyle"]
    name = names[where % len(names)]
    inside = f'<w:{name} w:val="{value}"/>'
    properties = f"<w:numPr>{inside}</w:numPr>{inside}"
    cell = f"<w:tc><w:tcPr>{inside}</w:tcPr>{para(run('x'), properties=properties)}</w:tc>"
    data = word_xml(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")
    assert reader.read("a.docx", data).text == "x"


def test_parts_that_are_not_what_they_should_be_are_refused(reader: Reader) -> None:
    for content in (b"", b"\0", b"<a>", b"not xml", b"<?xml version='1.0' encoding='klingon'?><a/>"):
        parts: dict[str, str | bytes] = {
            "[Content_Types].xml": b"wordprocessingml.document.main+xml",
            "_rels/.rels": content,
            "word/document.xml": content,
        }
        with pytest.raises(Unreadable):
            reader.read("a.docx", zipped(parts))
