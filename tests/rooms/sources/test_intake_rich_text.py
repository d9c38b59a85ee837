"""What a Rich Text file says."""

import pytest

from casement.rooms.sources.intake import Extracted, Unreadable, read


def opened(body: str) -> Extracted:
    return read("a.rtf", b"{\\rtf1\\ansi\\ansicpg1252 " + body.encode("cp1252") + b"}")


def said(extracted: Extracted) -> list[str]:
    return [extracted.text[anchor.start : anchor.end] for anchor in extracted.blocks]


def test_letters_by_code_page_by_font_and_by_number() -> None:
    fonts = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}}"
    extracted = opened(fonts + r"Paid \'a320 \u8211 - \u-10179?\u-8694? {\f1 \'cc\'e8\'f0}\par")
    assert extracted.text == "Paid £20 – \N{SNAKE} Мир".replace("\N{SNAKE}", "\U0001f60a")


def test_headings_by_style_or_level() -> None:
    sheet = r"{\stylesheet{\s0 Normal;}{\s1\sbasedon0 heading 1;}}"
    extracted = opened(sheet + r"\pard\s1 Visit\par\pard\s0 Text.\par\pard\outlinelevel2 Deep\par")
    assert [(a.kind, a.level) for a in extracted.blocks] == [("heading", 1), ("paragraph", 0), ("heading", 3)]


def test_deleted_and_hidden_text_is_not_live_and_insertions_are() -> None:
    extracted = opened(r"Mother {\deleted was drunk}{\revised was seen}{\v secretly} at home.\par")
    assert extracted.text == "Mother was seen at home."
    assert extracted.kept == ("1 tracked insertion is kept as part of the text.",)
    assert extracted.dropped == (
        "1 tracked deletion is left out, as deleted text.",
        "1 piece of hidden text is left out, as hidden.",
    )


def test_notes_comments_headers_and_boxes_are_kept() -> None:
    extracted = opened(
        r"{\header File 12\par}Seen{\footnote By two.}{\footnote\ftnalt At the end.}"
        r"{\*\atnauthor Jo}{\*\annotation Which day?} at home"
        r"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt In the box\par}}{\shprslt{\pict 00}}}.\par"
    )
    assert said(extracted) == [
        "Seen[1][endnote 1] at home.",
        "In the box",
        "[1] By two.",
        "[endnote 1] At the end.",
        "Comment 1 by Jo: Which day?",
        "File 12",
    ]


def test_tables_have_cells() -> None:
    extracted = opened(
        r"before\par\trowd\pard\intbl one\par two\cell three\cell\row\trowd\pard\intbl x\cell y\cell\row"
        r"\pard after\par"
    )
    assert extracted.text == "before\n\none\ntwo\tthree\nx\ty\n\nafter"
    cells = [a.label for a in extracted.anchors if a.kind == "table_cell"]
    assert cells[1:3] == ["table 1, row 1, column 2", "table 1, row 2, column 1"]


def test_pictures_fields_and_list_numbers() -> None:
    extracted = opened(
        r"{\*\shppict{\pict\pngblip 8950}}{\nonshppict{\pict 00}}{\listtext 1.\tab}See "
        r'{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt the page}}\par'
    )
    assert extracted.text == "1.\tSee the page"
    assert extracted.dropped == ("1 picture is not brought in.",)


def test_raw_pictures_are_stepped_over_whatever_bytes_they_hold() -> None:
    data = b"{\\rtf1 before {\\pict\\bin6 }}{{\\x}after\\par}"
    assert read("a.rtf", data).text == "before after"


def test_a_file_that_ends_inside_a_group_is_refused() -> None:
    with pytest.raises(Unreadable, match="cut short"):
        read("a.rtf", rb"{\rtf1\ansi words {\b more")


def test_groups_without_end_are_refused() -> None:
    with pytest.raises(Unreadable):
        read("a.rtf", b"{\\rtf1 " + b"{" * 100_000 + b"x" + b"}" * 100_001)


def test_words_with_a_line_through_them_are_said() -> None:
    extracted = opened(r"Seen {\strike once\i  or \i0 twice} today {\striked1 no}.\par{\strike\strike0 Plain}\par")
    assert extracted.text == "Seen once or twice today no.\n\nPlain"
    assert extracted.dropped == (
        "2 pieces of text have a line through them in the original and stand here without the line.",
    )
