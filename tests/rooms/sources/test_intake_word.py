"""What a Word document says: kept, shown once, or declared as left out."""

import io
import zipfile

import docx
import pytest

from casement.rooms.sources.intake import Anchor, Extracted, Unreadable, read
from tests.rooms.sources.made_files import para, run, word_xml, zipped

TRACK = 'w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z"'


def opened(body: str, **parts: str) -> Extracted:
    return read("a.docx", word_xml(body, **parts))


def said(extracted: Extracted) -> list[str]:
    return [extracted.text[anchor.start : anchor.end] for anchor in extracted.blocks]


def test_paragraphs_and_headings_of_a_real_writer_keep_their_words_and_levels() -> None:
    document = docx.Document()
    document.add_heading("Assessment", 0)
    document.add_heading("Home visit", 2)
    document.add_paragraph("Seen at home 👩‍👧 with a cafe\u0301.")
    document.add_paragraph("")
    document.add_paragraph("No concerns.")
    into = io.BytesIO()
    document.save(into)
    extracted = read("a.docx", into.getvalue())
    assert extracted.text == "Assessment\n\nHome visit\n\nSeen at home 👩‍👧 with a cafe\u0301.\n\nNo concerns."
    assert [(anchor.kind, anchor.label, anchor.level) for anchor in extracted.anchors] == [
        ("heading", "heading 1", 1),
        ("heading", "heading 2", 2),
        ("paragraph", "paragraph 1", 0),
        ("paragraph", "paragraph 2", 0),
    ]


def test_insertions_are_live_deletions_are_not_and_both_are_told() -> None:
    extracted = opened(
        para(
            run("Mother "),
            f"<w:ins {TRACK}>{run('was seen')}</w:ins>",
            f"<w:del {TRACK}><w:r><w:delText>was drunk</w:delText></w:r></w:del>",
            run(" at home."),
        )
    )
    assert extracted.text == "Mother was seen at home."
    assert extracted.kept == ("1 tracked insertion is kept as part of the text.",)
    assert extracted.dropped == ("1 tracked deletion is left out, as deleted text.",)


def test_a_moved_passage_stands_once_in_its_new_place() -> None:
    extracted = opened(
        para(f"<w:moveTo {TRACK}>{run('The call came.')}</w:moveTo>")
        + para(run("Then the visit."))
        + para(f"<w:moveFrom {TRACK}>{run('The call came.')}</w:moveFrom>")
    )
    assert extracted.text == "The call came.\n\nThen the visit."


def test_a_deleted_paragraph_end_joins_the_two_paragraphs() -> None:
    mark = f"<w:rPr><w:del {TRACK}/></w:rPr>"
    extracted = opened(para(run("Seen at "), properties=mark) + para(run("home.")))
    assert extracted.text == "Seen at home."
    assert extracted.dropped


def test_a_deleted_table_row_is_left_out_and_told() -> None:
    row = "<w:tr>{}<w:tc>" + para(run("{}")) + "</w:tc></w:tr>"
    gone = f"<w:trPr><w:del {TRACK}/></w:trPr>"
    extracted = opened(f"<w:tbl>{row.format('', 'stays')}{row.format(gone, 'goes')}</w:tbl>")
    assert extracted.text == "stays"
    assert extracted.dropped == ("1 tracked deletion is left out, as deleted text.",)


def test_table_cells_are_anchored_by_table_row_and_column() -> None:
    cell = "<w:tc>{}</w:tc>"
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + para(run("wide")) + "</w:tc>"
    two = cell.format(para(run("one")) + para(run("two")))
    extracted = opened(
        f"<w:tbl><w:tr>{wide}{cell.format(para(run('c')))}</w:tr><w:tr>{two}{cell.format(para())}"
        f"{cell.format(para(run('z')))}</w:tr></w:tbl>" + para(run("after"))
    )
    assert extracted.text == "wide\tc\none\ntwo\t\tz\n\nafter"
    cells = {a.label: extracted.text[a.start : a.end] for a in extracted.anchors if a.kind == "table_cell"}
    assert cells == {
        "table 1, row 1, column 1": "wide",
        "table 1, row 1, column 3": "c",
        "table 1, row 2, column 1": "one\ntwo",
        "table 1, row 2, column 3": "z",
    }
    assert said(extracted) == ["wide", "c", "one", "two", "z", "after"]


def test_notes_stand_after_the_text_and_keep_their_mark() -> None:
    extracted = opened(
        para(run("Seen twice."), '<w:r><w:footnoteReference w:id="7"/></w:r>'),
        footnotes=f'<w:footnotes><w:footnote w:id="7">{para(run("By two workers."))}</w:footnote></w:footnotes>',
    )
    assert said(extracted) == ["Seen twice.[1]", "[1] By two workers."]
    assert extracted.blocks[1] == Anchor("footnote", "footnote 1", 16, 35)


def test_comments_name_their_author_and_the_words_they_were_put_on() -> None:
    extracted = opened(
        para(
            run("She "),
            '<w:commentRangeStart w:id="0"/>',
            run("refused"),
            '<w:commentRangeEnd w:id="0"/>',
            run(" entry."),
        ),
        comments='<w:comments><w:comment w:id="0" w:author="Jo" w:date="2024-03-05T10:00:00Z">'
        f"{para(run('Or was not in?'))}</w:comment></w:comments>",
    )
    assert said(extracted) == [
        "She refused entry.",
        "Comment 1 by Jo, 2024-03-05, on “refused”: Or was not in?",
    ]


def test_page_headers_and_footers_are_kept_once() -> None:
    extracted = opened(
        para(run("Body"))
        + '<w:sectPr><w:headerReference r:id="rheader"/><w:footerReference r:id="rfooter"/></w:sectPr>',
        header=f"<w:hdr>{para(run('Case file 12'))}</w:hdr>",
        footer=f"<w:ftr>{para(run('Restricted'))}</w:ftr>",
    )
    assert [(a.kind, a.label) for a in extracted.blocks][1:] == [
        ("header", "page header 1"),
        ("header", "page footer 1"),
    ]
    assert said(extracted) == ["Body", "Case file 12", "Restricted"]


def test_a_text_box_is_read_once_though_word_writes_it_twice() -> None:
    box = f"<w:txbxContent>{para(run('In the box'))}</w:txbxContent>"
    extracted = opened(
        para(
            run("Beside it"),
            "<w:r><mc:AlternateContent>"
            f"<mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>",
        )
    )
    assert said(extracted) == ["Beside it", "In the box"]
    assert extracted.blocks[1].label == "paragraph 2 (text box)"


@pytest.mark.parametrize(
    ("properties", "style"),
    [("<w:vanish/>", ""), ('<w:rStyle w:val="Secret"/>', "<w:rPr><w:vanish/></w:rPr>")],
)
def test_hidden_text_is_left_out_and_told(properties: str, style: str) -> None:
    styles = f'<w:styles><w:style w:type="character" w:styleId="Secret">{style}</w:style></w:styles>'
    extracted = opened(para(run("Shown."), run("Not shown.", properties)), styles=styles)
    assert extracted.text == "Shown."
    assert extracted.dropped == ("1 piece of hidden text is left out, as hidden.",)


def test_letters_that_are_expressly_not_hidden_are_shown() -> None:
    assert opened(para(run("Shown.", '<w:vanish w:val="0"/>'))).text == "Shown."


def test_form_fields_show_their_answer_and_unfilled_ones_are_told() -> None:
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    box = "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"
    ticked = f'<w:fldChar w:fldCharType="begin">{box}</w:fldChar>'
    extracted = opened(
        para(run("Name: "), control.format("", run("Child 1")))
        + para(run("School: "), control.format("<w:showingPlcHdr/>", run("Click to enter")))
        + para(run("Seen alone "), f'<w:r>{ticked}</w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>'
               '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    )  # fmt: skip
    assert said(extracted) == ["Name: Child 1", "School: Click to enter", "Seen alone ☒"]
    assert extracted.kept == ("1 form field that nobody filled in is kept as shown.",)


def test_a_field_shows_its_result_and_not_its_instruction() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    extracted = opened(
        para(
            run("Page "), mark.format("begin"), "<w:r><w:instrText>PAGE</w:instrText></w:r>",
            mark.format("separate"), run("3"), mark.format("end"), run(" of 9"),
        )
    )  # fmt: skip
    assert extracted.text == "Page 3 of 9"


def test_a_field_that_is_never_closed_does_not_swallow_the_document() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert said(opened(para(begin) + para(run("Still here")))) == ["Still here"]


def test_drawn_numbers_of_lists_are_worked_out() -> None:
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    numbering = (
        '<w:numbering><w:abstractNum w:abstractNumId="0">'
        + level.format(0, "decimal", "%1.")
        + level.format(1, "lowerLetter", "%1.%2)")
        + level.format(2, "bullet", "\uf0b7")
        + '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    item = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="5"/></w:numPr>'
    depths = [0, 1, 1, 0, 1, 2]
    body = "".join(para(run("x"), properties=item.format(depth)) for depth in depths)
    assert said(opened(body, numbering=numbering)) == ["1. x", "1.a) x", "1.b) x", "2. x", "2.a) x", "• x"]


def test_words_inside_any_wrapper_are_found() -> None:
    extracted = opened(
        para(f"<w:hyperlink>{run('link ')}</w:hyperlink><w:smartTag>{run('tag ')}</w:smartTag><w:unheardOf>"
             f"{run('new')}</w:unheardOf>")
        + f"<w:sdt><w:sdtContent>{para(run('block'))}</w:sdtContent></w:sdt>"
    )  # fmt: skip
    assert said(extracted) == ["link tag new", "block"]


def test_pictures_and_embedded_files_are_told() -> None:
    kind = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    picture = f'<w:drawing><a:graphic><a:graphicData uri="{kind}"/></a:graphic></w:drawing>'
    extracted = opened(para(run("See"), f"<w:r>{picture}</w:r><w:r><w:object><o:OLEObject/></w:object></w:r>"))
    assert extracted.dropped == ("1 picture is not brought in.", "1 embedded file is not brought in.")


def test_a_document_that_keeps_its_text_in_another_is_refused() -> None:
    with pytest.raises(Unreadable, match="second document"):
        opened('<w:altChunk r:id="r9"/>')


def test_the_strict_form_of_the_standard_reads_the_same() -> None:
    usual = word_xml(para(run("Seen at home")))
    with zipfile.ZipFile(io.BytesIO(usual)) as container:
        parts = {name: container.read(name) for name in container.namelist()}
    strict = parts["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read("a.docx", zipped({**parts, "word/document.xml": strict})).text == "Seen at home"


def test_text_with_a_line_through_it_is_shown_and_told() -> None:
    extracted = read("a.docx", word_xml(para(run("Seen", "<w:strike/>"), run(" not", '<w:strike w:val="0"/>'))))
    assert extracted.text == "Seen not"
    assert extracted.dropped == (
        "1 piece of text has a line through it in the original and stands here without the line.",
    )
    page = read("a.html", b"<!DOCTYPE html><html><body><p><s>Seen</s> not</p></body></html>")
    assert page.dropped == extracted.dropped


def test_words_struck_through_by_their_style_are_said() -> None:
    styles = (
        '<w:styles><w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style></w:styles>'
    )
    body = para(
        run("Seen", '<w:rStyle w:val="Gone"/>'), run(" not", '<w:rStyle w:val="Gone"/><w:strike w:val="0"/>')
    )
    extracted = read("a.docx", word_xml(body, styles=styles))
    assert extracted.text == "Seen not"
    assert any(said.startswith("1 piece of text has a line through it") for said in extracted.dropped)
