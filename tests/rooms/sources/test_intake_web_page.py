"""What a web page shows, with nothing run and nothing fetched."""

import pytest

from casement.rooms.sources.intake import Extracted, Unreadable, read


def opened(body: str, head: str = "") -> Extracted:
    return read("a.html", f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode())


def said(extracted: Extracted) -> list[str]:
    return [extracted.text[anchor.start : anchor.end] for anchor in extracted.blocks]


def test_blocks_headings_lists_and_line_ends() -> None:
    extracted = opened(
        "<h2>Visit</h2><p>Seen \n  at <b>home</b><br>by two</p><ul><li>one<li>two</ul>"
        "<ol start=4><li>four</ol>"
        "loose <pre>a\n  b</pre>"
    )
    assert said(extracted) == [
        "Visit",
        "Seen at home\nby two",
        "• one",
        "• two",
        "4. four",
        "loose",
        "a\n  b",
    ]
    assert extracted.blocks[0].level == 2


def test_scripts_styles_and_comments_leave_nothing_and_their_neighbours_stay() -> None:
    extracted = opened("<p>a<script>alert('x')</script>b<style>p{}</style>c<!-- d -->e<template>f</template></p>")
    assert extracted.text == "abce"


def test_hidden_deleted_and_fetched_parts_are_told() -> None:
    extracted = opened(
        "<p>Shown<span style='display: none'>secret</span><del>gone</del></p>"
        "<iframe src='http://example.org'></iframe><img src='http://example.org/x.png'><p hidden>also</p>"
    )
    assert extracted.text == "Shown"
    assert extracted.dropped == (
        "1 tracked deletion is left out, as deleted text.",
        "2 pieces of hidden text are left out, as hidden.",
        "1 picture is not brought in.",
        "1 part fetched from elsewhere is not brought in.",
    )


def test_tables_have_cells_and_tables_for_looks_have_none() -> None:
    extracted = opened(
        "<table><tr><th>A<th>B<tr><td colspan=2>c<td>d</table><table role=presentation><tr><td>looks</table>"
    )
    assert extracted.text == "A\tB\nc\td\n\nlooks"
    labels = [a.label for a in extracted.anchors if a.kind == "table_cell"]
    assert labels[-2:] == ["table 1, row 2, column 1", "table 1, row 2, column 3"]


def test_answers_in_a_saved_form_are_kept() -> None:
    extracted = opened(
        "<p>Name: <input value='Child 1'> Seen: <input type=checkbox checked> <select><option>no"
        "<option selected>yes</select><input type=hidden value=token></p>"
    )
    assert "Name: Child 1 Seen: ☒" in extracted.text
    assert extracted.text.endswith("yes")
    assert "token" not in extracted.text


def test_a_stated_encoding_is_believed_and_one_that_does_not_fit_is_refused() -> None:
    page = '<html><head><meta charset="{}"></head><body>Paid £20</body></html>'
    assert read("a.html", page.format("iso-8859-1").encode("cp1252")).text == "Paid £20"
    assert read("a.htm", page.format("windows-1252").encode("cp1252")).kept == ()
    with pytest.raises(Unreadable, match="letters"):
        read("a.html", page.format("shift_jis").encode("cp1252") + b"\xff\x80\x81")


def test_a_page_nested_ten_thousand_deep_is_read_or_refused() -> None:
    try:
        assert "deep" in opened("<div>" * 10_000 + "deep" + "</div>" * 10_000).text
    except Unreadable as refusal:
        assert refusal.sentence


def test_a_page_of_scripts_only_is_refused() -> None:
    with pytest.raises(Unreadable, match="no text"):
        opened("<script>document.write('x')</script>")
