"""Places in the text are right to the character, whatever characters it holds."""

import re
from bisect import bisect_right
from unicodedata import category

from hypothesis import given, settings
from hypothesis import strategies as st

from casement.rooms.sources.intake import Extracted, Unreadable, read
from casement.rooms.sources.intake.extracted import BLOCKS, INNER, SPANS
from tests.rooms.sources.made_files import mail, open_document, para, run, word_xml

AWKWARD = [
    "👩‍👧",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "e\u0301",
    "ﷺ",
    "שלום",
    "\u202eabc\u202c",
    "𝔘",
    "\ufb01",
    "\u00ad",
    "‘quoted’",
    "£20",
    "a&b",
    "<b>",
]
WORD = st.one_of(st.sampled_from(AWKWARD), st.text("abcdefghij KLMNO0123456789.,;:-", min_size=1, max_size=12))
PARAGRAPH = st.lists(WORD, min_size=1, max_size=6).map(" ".join).map(lambda text: " ".join(text.split()))
PARAGRAPHS = st.lists(PARAGRAPH.filter(bool), min_size=1, max_size=8)


def said(extracted: Extracted) -> list[str]:
    return [extracted.text[anchor.start : anchor.end] for anchor in extracted.blocks]


def check(extracted: Extracted, outside: str = r"\s*") -> None:
    """Blocks stand in order, never overlap, and leave nothing of the text outside them; spans hold blocks."""
    blocks, end = extracted.blocks, 0
    for anchor in blocks:
        assert end <= anchor.start < anchor.end <= len(extracted.text)
        assert re.fullmatch(outside, extracted.text[end : anchor.start])
        end = anchor.end
    assert re.fullmatch(outside, extracted.text[end:])
    starts, ends = {anchor.start for anchor in blocks}, {anchor.end for anchor in blocks}
    order = [anchor.start for anchor in blocks]  # they stand in order: see above
    for anchor in extracted.anchors:
        assert anchor.kind in BLOCKS | SPANS | INNER
        if anchor.kind in INNER:
            at = bisect_right(order, anchor.start) - 1
            assert at >= 0 and blocks[at].start <= anchor.start < anchor.end <= blocks[at].end
            continue
        assert anchor.start in starts
        assert anchor.end in ends
    numbers = [int(anchor.label.split()[1]) for anchor in extracted.anchors if anchor.kind == "paragraph"]
    assert numbers == list(range(1, len(numbers) + 1))
    assert "\r" not in extracted.text
    extracted.text.encode("utf-8")


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@settings(deadline=None)
@given(PARAGRAPHS)
def test_paragraphs_of_a_word_document_come_back_exactly(paragraphs: list[str]) -> None:
    extracted = read("a.docx", word_xml("".join(para(run(escaped(text))) for text in paragraphs)))
    assert said(extracted) == paragraphs
    check(extracted)


@settings(deadline=None)
@given(PARAGRAPHS)
def test_paragraphs_of_an_opendocument_come_back_exactly(paragraphs: list[str]) -> None:
    body = "".join(f"<text:p>{escaped(text)}</text:p>" for text in paragraphs)
    extracted = read("a.odt", open_document(body))
    assert said(extracted) == paragraphs
    check(extracted)


@settings(deadline=None)
@given(PARAGRAPHS, st.sampled_from(["\n", "\r\n", "\r"]))
def test_paragraphs_of_a_plain_text_come_back_exactly(paragraphs: list[str], line_end: str) -> None:
    extracted = read("a.txt", "\n\n".join(paragraphs).replace("\n", line_end).encode())
    assert extracted.text == "\n\n".join(paragraphs)
    assert said(extracted) == paragraphs
    check(extracted)


@settings(deadline=None)
@given(PARAGRAPHS)
def test_paragraphs_of_a_rich_text_come_back_exactly(paragraphs: list[str]) -> None:
    def written(text: str) -> str:
        units = text.encode("utf-16-le")
        codes = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
        return "".join(f"\\u{code}?" for code in codes)

    body = "".join(f"\\pard {written(text)}\\par " for text in paragraphs)
    extracted = read("a.rtf", f"{{\\rtf1\\ansi {body}}}".encode("ascii"))
    assert said(extracted) == paragraphs
    check(extracted)


@settings(deadline=None)
@given(PARAGRAPHS)
def test_paragraphs_of_a_web_page_come_back_exactly(paragraphs: list[str]) -> None:
    body = "".join(f"<p>{escaped(text)}</p>" for text in paragraphs)
    extracted = read("a.html", f"<!doctype html><html><body>{body}</body></html>".encode())
    assert said(extracted) == paragraphs
    check(extracted)


@settings(deadline=None)
@given(PARAGRAPHS)
def test_paragraphs_of_an_e_mail_come_back_exactly(paragraphs: list[str]) -> None:
    extracted = read("a.eml", bytes(mail("\n\n".join(paragraphs))))
    assert said(extracted)[1:] == paragraphs
    check(extracted)


def is_control(character: str) -> bool:
    return category(character) == "Cc" and character < "\x80"


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text_file_keeps_every_character_that_can_be_kept(text: str) -> None:
    try:
        extracted = read("a.md", text.encode())
    except Unreadable:
        return  # It looks like another kind of file, or like none.
    check(extracted, outside=r"\W*")
    lost = "\ufeff\ufffe\uffff�"
    assert [each for each in extracted.text if not each.isspace() and each not in lost] == [
        each for each in text if not each.isspace() and each not in lost and not is_control(each)
    ]


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("pht"), PARAGRAPH.filter(bool)), min_size=1, max_size=8))
def test_headings_paragraphs_and_tables_together_leave_nothing_outside(blocks: list[tuple[str, str]]) -> None:
    forms = {
        "p": "<w:p><w:r><w:t>{}</w:t></w:r></w:p>",
        "h": '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>',
        "t": "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    }
    extracted = read("a.docx", word_xml("".join(forms[kind].format(escaped(text)) for kind, text in blocks)))
    check(extracted)
    assert said(extracted) == [text for _, text in blocks]
