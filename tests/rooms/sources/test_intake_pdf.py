"""PDF: pages, paragraphs by layout, and everything that was added or has no text."""

import io

import pikepdf
import pytest

from casement.rooms.sources.intake import Extracted, Unreadable, read
from tests.rooms.sources.made_files import pdf

WIDE = "the health visitor came to the house and was told that nobody was"


def column(
    lines: list[str], top: float = 700, left: float = 72, pitch: float = 12
) -> list[tuple[float, float, str]]:
    return [(left, top - pitch * number, line) for number, line in enumerate(lines)]


def said(extracted: Extracted) -> list[str]:
    return [extracted.text[anchor.start : anchor.end] for anchor in extracted.blocks]


def changed(data: bytes, **options: object) -> bytes:
    into = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.save(into, **options)  # type: ignore[arg-type]
    return into.getvalue()


def test_pages_are_anchored_and_paragraphs_run_through_the_document() -> None:
    extracted = read("a.pdf", pdf([column(["First page."]), column(["Second page."])]))
    assert extracted.text == "First page.\n\nSecond page."
    assert [(a.kind, a.label) for a in extracted.anchors] == [
        ("page", "page 1"),
        ("paragraph", "paragraph 1"),
        ("page", "page 2"),
        ("paragraph", "paragraph 2"),
    ]


def test_wrapped_lines_are_joined_and_a_wider_gap_begins_a_paragraph() -> None:
    first = [WIDE, WIDE, WIDE, "at home."]
    second = [WIDE, WIDE, "in."]
    extracted = read("a.pdf", pdf([column(first) + column(second, top=630)]))
    assert said(extracted) == [" ".join(first), " ".join(second)]


def test_lines_that_were_meant_to_end_stay_lines() -> None:
    form = ["Name: Child 1", "School: Hill Lane", "Worker: SW 2", "Date: 3 March 2024"]
    assert said(read("a.pdf", pdf([column(form)]))) == ["\n".join(form)]


def test_two_columns_are_not_joined_across() -> None:
    left, right = column(["left one", "left two"]), column(["right one", "right two"], left=350)
    assert "left two\n\nright one" in read("a.pdf", pdf([left + right])).text


def test_a_locked_pdf_is_refused_and_one_that_only_forbids_printing_is_read() -> None:
    data = pdf([column(["Seen at home."])])
    with pytest.raises(Unreadable, match="password"):
        read("a.pdf", changed(data, encryption=pikepdf.Encryption(user="secret", owner="secret")))
    assert read("a.pdf", changed(data, encryption=pikepdf.Encryption(user="", owner="o"))).text == "Seen at home."


def test_a_pdf_with_nothing_on_its_pages_is_refused() -> None:
    with pytest.raises(Unreadable, match="No words"):
        read("a.pdf", pdf([[], []]))


def test_a_page_without_text_among_others_is_handed_to_the_machine() -> None:
    document = pikepdf.open(io.BytesIO(pdf([column(["One"]), [], column(["Three"])])))
    document.pages[1].Contents = document.make_stream(b"0 0 300 300 re f")
    into = io.BytesIO()
    document.save(into)
    assert read("a.pdf", into.getvalue()).scanned == (2,)


def test_attached_files_are_named_and_handed_on() -> None:
    document = pikepdf.open(io.BytesIO(pdf([column(["Letter"])])))
    for name in ("plan.docx", "map.png"):
        document.attachments[name] = pikepdf.AttachedFileSpec(document, b"content", filename=name)
    into = io.BytesIO()
    document.save(into)
    extracted = read("a.pdf", into.getvalue())
    assert extracted.kept[0].startswith("2 attachments came with it, each read as a file of its own: ")
    assert sorted((one.name, one.data) for one in extracted.inside) == [
        ("map.png", b"content"),
        ("plan.docx", b"content"),
    ]


def test_form_answers_and_comments_are_kept() -> None:
    document = pikepdf.open(io.BytesIO(pdf([column(["Referral form"])])))
    answer = document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="Concern",
            TU="Your concern", V="Bruise on arm", Rect=[10, 10, 200, 30],
        )
    )  # fmt: skip
    note = document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Text,
            Contents="Rang back?",
            T="Duty",
            Rect=[0, 0, 9, 9],
        )
    )
    document.pages[0].Annots = pikepdf.Array([answer, note])
    document.Root.AcroForm = pikepdf.Dictionary(Fields=[answer])
    into = io.BytesIO()
    document.save(into)
    extracted = read("a.pdf", into.getvalue())
    assert said(extracted) == [
        "Referral form",
        "Your concern: Bruise on arm",
        "Comment 1 by Duty: Rang back?",
    ]


def test_a_pdf_whose_tail_is_missing_is_refused_even_where_it_could_be_mended() -> None:
    data = changed(pdf([column(["One"]), column(["Two"])]), linearize=True)
    assert read("a.pdf", data).text == "One\n\nTwo"
    with pytest.raises(Unreadable, match="cut short"):
        read("a.pdf", data[: int(len(data) * 0.8)])
