"""Texts survive being printed: paragraphs of a source, and two versions side by side."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from casement.foundation.design.differences import differing
from casement.foundation.design.parts import Pages
from casement.foundation.design.reader import Painted, Paragraph, reader_text

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0\n"), max_size=60)


def printed_paragraphs(markup: str) -> list[tuple[int, str]]:
    found = re.findall(r'<p id="p\d+"[^>]* data-start="(\d+)">(.*?)</p>', markup, re.DOTALL)
    return [(int(start), html.unescape(re.sub(r"</?mark[^>]*>", "", words))) for start, words in found]


@given(
    st.lists(WORDS, min_size=1, max_size=90),
    st.lists(
        st.tuples(st.integers(0, 400), st.integers(1, 80), st.sampled_from(["helped", "harder", ""])), max_size=6
    ),
)
def test_painting_marks_never_changes_a_letter(texts, spans):
    paragraphs, at = [], 0
    for number, text in enumerate(texts, 1):
        paragraphs.append(Paragraph(number, at, text))
        at += len(text) + 1
    painted = [Painted(start, start + length, kind) for start, length, kind in spans]
    markup = reader_text(paragraphs, painted)
    assert printed_paragraphs(markup) == [(one.start, one.text) for one in paragraphs]


def test_a_mark_covers_exactly_its_words_across_paragraphs():
    markup = reader_text(
        [Paragraph(1, 0, "One 🙂 two"), Paragraph(2, 10, "three four")], [Painted(4, 15, "harder")]
    )
    assert re.findall(r'<mark class="c-painted--harder">(.*?)</mark>', markup) == ["🙂 two", "three"]


def test_every_character_of_the_text_lies_in_one_chunk():
    paragraphs = [Paragraph(number, number * 10, "nine char") for number in range(100)]
    edges = [(int(a), int(b)) for a, b in re.findall(r'data-from="(\d+)" data-to="(\d+)"', reader_text(paragraphs))]
    assert [start for start, _ in edges[1:]] == [end for _, end in edges[:-1]]


def test_hostile_words_are_only_words():
    assert "<script" not in reader_text([Paragraph(1, 0, "<script>x</script>")], [Painted(0, 4, '"><script>')])


@given(WORDS, WORDS)
def test_both_texts_come_back_whole(mine, theirs):
    left, right = differing(mine, theirs)
    assert "".join(words for words, _ in left) == mine
    assert "".join(words for words, _ in right) == theirs
    assert [words for words, differs in left if not differs] == [words for words, differs in right if not differs]


def test_equal_texts_differ_nowhere():
    left, right = differing("the same words", "the same words")
    assert not any(differs for _, differs in (*left, *right))


@given(st.integers(1, 400), st.integers(1, 50), st.data())
def test_pages_of_a_list_reach_both_ends_and_the_neighbours(total, size, data):
    last = -(-total // size)
    current = data.draw(st.integers(1, last))
    pages = Pages(current, last, total, size)
    numbers = [number for number in pages.numbers if number]
    assert numbers == sorted(set(numbers))
    assert {1, last, current} <= set(numbers)
    assert 1 <= pages.first_shown <= pages.last_shown <= total
