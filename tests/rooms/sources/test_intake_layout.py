"""Lines of a page become paragraphs without losing or reordering a word."""

from hypothesis import given
from hypothesis import strategies as st

from casement.rooms.sources.intake.pdf.layout import Line, paragraphs

LINE = st.builds(
    Line,
    text=st.text("abc ABC.-1•", min_size=1, max_size=20).map(str.strip).filter(bool),
    right=st.floats(0, 600),
    base=st.floats(0, 800),
    foot=st.floats(0, 800),
    size=st.sampled_from([0.0, 9.0, 12.0]),
    first_word=st.floats(0, 80),
)


@given(st.lists(LINE, max_size=30))
def test_every_letter_of_every_line_is_in_a_paragraph_in_order(lines: list[Line]) -> None:
    together = "".join("".join(paragraphs(lines)).split())
    assert together == "".join("".join(line.text for line in lines).split())


def test_a_word_broken_at_a_line_end_keeps_its_hyphen_and_gets_no_space() -> None:
    words = [
        "the worker went to see the three-",
        "year old and found that the whole",
        "of it was so",
        "at home",
    ]
    lines = [Line(text, 500, 700 - 12 * n, 700 - 12 * n, 12, 40) for n, text in enumerate(words)]
    assert next(paragraphs(lines)).startswith("the worker went to see the three-year old and found")


def test_lines_whose_place_is_unknown_stay_lines() -> None:
    assert list(paragraphs([Line("one"), Line("two"), Line("three"), Line("four")])) == ["one\ntwo\nthree\nfour"]
