"""A file is what its content says, and its name must agree."""

import io
import zipfile

import pytest

from casement.rooms.sources.intake import FORMATS, Unreadable, read
from tests.rooms.sources.made_files import mail, open_document, para, pdf, run, word_xml, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64

TAKEN = {
    "docx": word_xml(para(run("Seen at home"))),
    "pdf": pdf([[(72, 700, "Seen at home")]]),
    "odt": open_document("<text:p>Seen at home</text:p>"),
    "rtf": rb"{\rtf1\ansi Seen at home\par}",
    "html": b"<!DOCTYPE html><html><body><p>Seen at home</p></body></html>",
    "txt": b"Seen at home",
    "md": b"Seen at home",
    "eml": bytes(mail("Seen at home")),
}


@pytest.mark.parametrize("key", TAKEN)
def test_each_kind_is_read_under_its_own_ending(key: str) -> None:
    extracted = read(f"record.{key}", TAKEN[key])
    assert "Seen at home" in extracted.text
    assert extracted.media_type == next(each.media_type for each in FORMATS if each.key == key)


@pytest.mark.parametrize("key", ["docx", "pdf", "odt", "rtf", "html"])
@pytest.mark.parametrize("ending", ["txt", "docx", "pdf", "eml", "html", "odt", "rtf", "md"])
def test_a_file_under_the_ending_of_another_kind_is_refused_by_both_names(key: str, ending: str) -> None:
    if key == ending:
        return
    with pytest.raises(Unreadable) as refusal:
        read(f"record.{ending}", TAKEN[key])
    assert f".{ending}" in refusal.value.sentence
    assert f"rename it to end in .{key}" in refusal.value.sentence


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.docx", b"", "empty"),
        ("a.txt", b" \r\n\t", "empty"),
        ("a.txt", b"\0" * 200, "empty"),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "damaged"),
        ("a.docx", OLE + "WordDocument".encode("utf-16-le"), "older Word document"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.msg", OLE + "__nameid_version1.0".encode("utf-16-le"), "damaged"),
        ("a.png", PNG, "damaged"),
        ("a.docx", PNG, "inside it is a PNG picture"),
        ("a.gif", b"GIF89a" + bytes(range(64)), "picture of a kind that is not taken"),
        ("a.xlsx", zipped({"[Content_Types].xml": b"spreadsheetml.sheet.main+xml"}), "damaged"),
        ("a.docx", zipped({"[Content_Types].xml": b"ms-word.document.macroEnabled.main+xml"}), "macros"),
        ("a.odt", open_document("<text:p>x</text:p>", manifest="<encryption-data/>"), "password"),
        ("a.log", b"plain words", ".txt"),
        ("noending", b"plain words", ".txt"),
        ("a.docx", b"plain words", "ends in .docx"),
        ("a.bin", bytes(range(256)) * 8, "cannot tell"),
        ("a.pages", TAKEN["docx"], "rename it to end in .docx"),
        ("a.jar", zipped({"a": b"x"}), "save it as PDF"),
    ],
)
def test_what_is_not_taken_is_refused_with_what_to_do(name: str, data: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(name, data)
    assert says in refusal.value.sentence


@pytest.mark.parametrize("initials", ["BM", "MZ", "GIF", "ID3", "PS", "II", "BZ"])
def test_notes_that_open_with_somebodys_initials_are_text(initials: str) -> None:
    text = f"{initials}: I saw the mother at home.\n\nAB: And the children?"
    assert read("notes.txt", text.encode()).text == text


def test_a_text_about_an_e_mail_stays_a_text() -> None:
    pasted = "From: Duty\nSubject: visit\n\nSeen at home."
    assert read("pasted.txt", pasted.encode()).text == pasted


def test_a_locked_zip_inside_an_office_file_is_named_as_locked() -> None:
    data = bytearray(word_xml(para(run("x"))))
    for at in (6, data.index(b"PK\x01\x02") + 8):
        data[at] |= 1
    with pytest.raises(Unreadable, match="password"):
        read("a.docx", bytes(data))


@pytest.mark.parametrize("key", ["docx", "odt", "pdf", "rtf"])
def test_a_file_cut_short_is_refused_wherever_it_was_cut(key: str) -> None:
    whole = TAKEN[key]
    for share in (0.1, 0.3, 0.5, 0.7, 0.9, 0.97):
        with pytest.raises(Unreadable):
            read(f"record.{key}", whole[: int(len(whole) * share)])


def test_refusals_are_one_sentence_and_never_hold_the_name() -> None:
    for name, data in (("Wilhelmina Quarck.docx", b"x"), ("Wilhelmina Quarck.zip", zipped({}))):
        with pytest.raises(Unreadable) as refusal:
            read(name, data)
        assert "Quarck" not in refusal.value.sentence
        assert refusal.value.sentence.endswith(".")
        assert "!" not in refusal.value.sentence


def test_a_stored_zip_is_read_like_a_packed_one() -> None:
    with zipfile.ZipFile(io.BytesIO(TAKEN["docx"])) as packed:
        parts: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    assert read("a.docx", zipped(parts, zipfile.ZIP_STORED)).text == "Seen at home"
