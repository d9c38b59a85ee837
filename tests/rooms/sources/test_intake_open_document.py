"""What an OpenDocument text says."""

import pytest

from casement.rooms.sources.intake import Extracted, Unreadable, read
from tests.rooms.sources.made_files import open_document, zipped


def opened(body: str, styles: str = "", automatic: str = "") -> Extracted:
    return read("a.odt", open_document(body, styles, automatic))


def said(extracted: Extracted) -> list[str]:
    return [extracted.text[anchor.start : anchor.end] for anchor in extracted.blocks]


def test_headings_spaces_tabs_and_line_ends() -> None:
    extracted = opened(
        '<text:h text:outline-level="2">Visit</text:h>'
        '<text:p>One<text:s text:c="3"/>two<text:tab/>three<text:line-break/>'
        "<text:span>four</text:span></text:p>"
    )
    assert said(extracted) == ["Visit", "One   two\tthree\nfour"]
    assert extracted.blocks[0].level == 2


def test_tracked_deletions_are_not_live_and_insertions_are() -> None:
    extracted = opened(
        '<text:tracked-changes><text:changed-region text:id="d"><text:deletion><text:p>was drunk</text:p>'
        '</text:deletion></text:changed-region><text:changed-region text:id="i"><text:insertion/>'
        "</text:changed-region></text:tracked-changes>"
        '<text:p>Mother <text:change text:change-id="d"/><text:change-start text:change-id="i"/>was seen'
        '<text:change-end text:change-id="i"/>.</text:p>'
    )
    assert extracted.text == "Mother was seen."
    assert extracted.kept == ("1 tracked insertion is kept as part of the text.",)
    assert extracted.dropped == ("1 tracked deletion is left out, as deleted text.",)


def test_notes_and_comments_follow_the_text() -> None:
    extracted = opened(
        '<text:p>Seen<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>By two.</text:p></text:note-body></text:note> at home"
        "<office:annotation><dc:creator>Jo</dc:creator><dc:date>2024-03-05T10:00</dc:date>"
        "<text:p>Which day?</text:p></office:annotation>.</text:p>"
    )
    assert said(extracted) == ["Seen[1] at home.", "[1] By two.", "Comment 1 by Jo, 2024-03-05: Which day?"]


def test_lists_are_numbered_as_drawn() -> None:
    style = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" '
        'style:num-suffix=")"/></text:list-style>'
    )
    item = "<text:list-item>{}</text:list-item>"
    inner = "<text:list>" + item.format("<text:p>x</text:p>") * 2 + "</text:list>"
    body = (
        '<text:list text:style-name="L">'
        + item.format("<text:p>one</text:p>" + inner)
        + item.format("<text:p>two</text:p>")
        + "</text:list>"
    )
    assert said(opened(body, automatic=style)) == ["1. one", "a) x", "b) x", "2. two"]
    assert said(opened("<text:list><text:list-item><text:p>x</text:p></text:list-item></text:list>")) == ["• x"]


def test_hidden_text_is_left_out_and_told() -> None:
    hidden = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    extracted = opened('<text:p>Shown<text:span text:style-name="H">Not</text:span></text:p>', automatic=hidden)
    assert extracted.text == "Shown"
    assert extracted.dropped == ("1 piece of hidden text is left out, as hidden.",)


def test_tables_boxes_and_page_edges() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    extracted = opened(
        f"<table:table><table:table-header-rows><table:table-row>{cell.format('a')}{cell.format('b')}"
        "</table:table-row></table:table-header-rows></table:table>"
        "<text:p>Beside<draw:frame><draw:text-box><text:p>Box</text:p></draw:text-box></draw:frame></text:p>",
        styles="<style:master-page><style:header><text:p>File 12</text:p></style:header></style:master-page>",
    )
    assert said(extracted) == ["a", "b", "Beside", "Box", "File 12"]
    assert "table 1, row 1, column 2" in {anchor.label for anchor in extracted.anchors}


def test_a_repeat_count_cannot_blow_the_text_up() -> None:
    extracted = opened('<text:p>a<text:s text:c="999999999"/>b</text:p>')
    assert len(extracted.text) < 2000
    assert extracted.dropped


def test_a_container_without_its_content_is_refused() -> None:
    with pytest.raises(Unreadable):
        read("a.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}))


def test_words_with_a_line_through_them_are_said_by_whatever_style() -> None:
    line = '<style:text-properties style:text-line-through-style="{}"/>'
    automatic = (
        f'<style:style style:name="Out" style:family="text">{line.format("solid")}</style:style>'
        '<style:style style:name="Below" style:family="text" style:parent-style-name="Out"/>'
        f'<style:style style:name="In" style:family="text">{line.format("none")}</style:style>'
        f'<style:style style:name="P" style:family="paragraph">{line.format("solid")}</style:style>'
    )
    body = (
        '<text:p>Seen <text:span text:style-name="Below">once</text:span> <text:span text:style-name="In">today</text:span></text:p>'
        '<text:p text:style-name="P">Not <text:span text:style-name="Out">seen</text:span></text:p>'
    )
    extracted = opened(body, automatic=automatic)
    assert extracted.text == "Seen once today\n\nNot seen"
    assert extracted.dropped == (
        "2 pieces of text have a line through them in the original and stand here without the line.",
    )
