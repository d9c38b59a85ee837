"""What a file would fetch from outside refuses it; a link to follow, and what its maker left behind, do not."""

import pytest

from casement.rooms.sources.intake import Extracted, Unreadable, read
from casement.rooms.sources.intake.outside.places import is_its_makers
from tests.rooms.sources.made_files import (
    field_of,
    leading,
    linked,
    open_document,
    para,
    relinked,
    run,
    word_xml,
    workbook,
)

PLAIN = word_xml(para(run("Seen at home")))
REMOTE = "https://example.org/t.dotm"
SETTINGS = "word/_rels/settings.xml.rels"
LEFT = "1 part that stayed where it was made is not brought in."
ODS = "xmlns:xlink='http://www.w3.org/1999/xlink'"


def rtf(body: str) -> bytes:
    return f"{{\\rtf1\\ansi {body} Seen at home\\par}}".encode("cp1252")


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.docx", relinked(PLAIN, leading("attachedTemplate", REMOTE), SETTINGS), "its template"),
        ("a.docx", relinked(PLAIN, leading("attachedTemplate", r"\\198.51.100.7\t\x.dotm"), SETTINGS), "its template"),
        ("a.docx", relinked(PLAIN, leading("attachedTemplate", "file://evil%2ecom/x.dotm"), SETTINGS), "its template"),
        ("a.docx", relinked(PLAIN, leading("image", "file:///etc/passwd")), "a picture"),
        ("a.docx", relinked(PLAIN, leading("oleObject", "file:///C:/x.xlsx")), "an object"),
        ("a.docx", relinked(PLAIN, leading("subDocument", "part2.docx")), "text"),
        ("a.docx", relinked(PLAIN, leading("aFChunk", REMOTE)), "text"),
        ("a.docx", relinked(PLAIN, leading("unheardOf", "x")), "a part"),
        ("a.docx", field_of('DDE "cmd" "/c calc"'), "figures from another program"),
        ("a.docx", field_of(r'includetext "C:\\notes.docx"'), "text from another file"),
        ("a.docx", field_of(f'INCLUDEPICTURE  \\d "{REMOTE}" \\* MERGEFORMATINET'), "a picture"),
        ("a.docx", word_xml(para('<w:fldSimple w:instr=" LINK Excel.Sheet.8 x.xls "/>')), "an object from"),
        ("a.xlsx", relinked(workbook({}), leading("image", REMOTE), "xl/drawings/_rels/drawing1.xml.rels"), "a picture"),
        ("a.xlsx", workbook({"xl/connections.xml": "<connections><connection><webPr/></connection></connections>"}),
         "figures from a web page"),
        ("a.xlsx", workbook({}, [['=_xlfn.WEBSERVICE("https://example.org/")']]), "figures from a web page"),
        ("a.odt", open_document(linked("object", "../figures.ods")), "an object"),
        ("a.odt", open_document(linked("floating-frame", REMOTE)), "a page"),
        ("a.odt", open_document("<text:section><office:dde-source/><text:p>Seen</text:p></text:section>"),
         "figures from another program"),
        ("a.odt", open_document(f"<text:section><text:section-source {ODS} xlink:href='../b.odt'/></text:section>"),
         "text"),
        ("a.rtf", rtf(r"{\field{\*\fldinst {DDEAUTO c:\\x calc}}{\fldrslt 3}}"), "figures from another program"),
        ("a.rtf", rtf(r"{\field{\*\fldinst {\'44\'44\u69 ?AUTO x}}{\fldrslt 3}}"), "figures from another program"),
        ("a.rtf", rtf(r"{\object\objautlink{\*\objdata 00}}"), "an object"),
    ],
)  # fmt: skip
def test_what_would_be_fetched_is_refused_and_named(name: str, data: bytes, what: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(name, data)
    assert refusal.value.sentence.startswith(f"This file fetches {what}")
    assert "example.org" not in refusal.value.sentence


def test_a_field_that_spells_the_name_of_another_is_refused() -> None:
    begin, settle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    quote = f"{begin}<w:r><w:instrText>QUOTE 68 68 69</w:instrText></w:r>{settle}{run('DDE')}{end}"
    with pytest.raises(Unreadable, match="when it is opened"):
        read("a.docx", word_xml(para(begin, quote, settle, run("Seen"), end)))


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.docx", relinked(PLAIN, leading("attachedTemplate", r"file:///C:\Templates\Letter.dotx"), SETTINGS), "Seen at home"),
        ("a.docx", relinked(PLAIN, leading("attachedTemplate", r"\\council\share\Letter.dotx"), SETTINGS), "Seen at home"),
        ("a.docx", field_of(r'INCLUDEPICTURE "scan1.png" \* MERGEFORMATINET'), "Seen at home"),
        ("a.odt", open_document(linked("image", "../photo.jpg")), "Seen"),
        ("a.rtf", rtf(r"{\*\template C:\\Templates\\Letter.dot}"), "Seen at home"),
    ],
)  # fmt: skip
def test_what_its_maker_left_behind_is_said(name: str, data: bytes, text: str) -> None:
    extracted = read(name, data)
    assert extracted.text == text
    assert LEFT in extracted.dropped


def test_links_that_a_person_may_follow_are_read_as_words() -> None:
    link = f'<w:hyperlink r:id="rOut">{run("at home")}</w:hyperlink>'
    office = relinked(word_xml(para(run("Seen "), link)), leading("hyperlink", REMOTE))
    page = f"<text:p>Seen <text:a {ODS} xlink:href='{REMOTE}'>at home</text:a></text:p>"
    field = rf'Seen {{\field{{\*\fldinst HYPERLINK "{REMOTE}"}}{{\fldrslt at home}}}}\par'
    for name, data in (
        ("a.docx", office),
        ("a.docx", field_of(f'HYPERLINK "{REMOTE}"')),
        ("a.odt", open_document(page)),
        ("a.rtf", b"{\\rtf1 " + field.encode() + b"}"),
    ):
        extracted: Extracted = read(name, data)
        assert extracted.text == "Seen at home", name
        assert LEFT not in extracted.dropped


@pytest.mark.parametrize("path", [
    "http://a/", "//10.0.0.1/x", r"\\evil.com\x", r"\\a@ssl@443\x", r"\\2130706433\x", r"\\0x7f000001\x", "/etc/passwd",
    "../../x", "file:///etc/passwd", "file://h%2e/x", "ht\ntp://a/", "mhtml:x",
])  # fmt: skip
def test_a_path_that_may_lead_elsewhere_is_not_its_makers(path: str) -> None:
    assert not is_its_makers(path)
