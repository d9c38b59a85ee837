"""Passages, write-ups and names: arithmetic on text that must never be off by one."""

import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from casement.rooms.sources.rules.names import shown_name, title_of
from casement.rooms.sources.rules.paragraphs import paragraph_at, paragraphs
from casement.rooms.sources.rules.passages import find_words, same_but_spaces
from casement.rooms.sources.rules.write_ups import compose, split, tidy
from casement.rooms.sources.vocabulary import HEADINGS, Kind, Section

TEXT = st.text(alphabet=st.sampled_from("ab é\u0301'’\"“–- \n\t👩🏽\u200d⚕️x"), min_size=1, max_size=40)
LETTERS = ("a", "b", "é", "e\u0301", " ", "\n", "'", "’", "“", "–", "-", "👩🏽\u200d⚕️", "👍🏽", "x")
BODY = st.text(max_size=120)


@given(st.lists(st.sampled_from(LETTERS), min_size=1, max_size=30), st.data())
def test_words_copied_from_a_paragraph_are_found_where_they_stand(letters, data):
    paragraph = "".join(letters)
    first = data.draw(st.integers(0, len(letters) - 1))
    last = data.draw(st.integers(first + 1, len(letters)))
    words = "".join(letters[first:last])
    assume(words == words.strip())
    start = len("".join(letters[:first]))
    places = find_words(paragraph, words)
    assert all(paragraph[a:b] == words for a, b in places)
    assert any(a < start + len(words) and start < b for a, b in places)


@given(TEXT, TEXT)
def test_a_place_never_cuts_a_letter_from_its_accent(paragraph, words):
    for start, end in find_words(paragraph, words):
        for edge in (start, end):
            if edge < len(paragraph):
                assert not (edge and unicodedata.combining(paragraph[edge]))


@pytest.mark.parametrize(
    ("paragraph", "typed", "found"),
    [
        ("She said “I’m fine”.", 'said "I\'m fine"', "said “I’m fine”"),
        ("a\nlong  line – here", "long line - here", "long  line – here"),
        ("Cafe\u0301 at noon", "Café", "Cafe\u0301"),
        ("Café at noon", "Cafe\u0301", "Café"),
        ("Cafe\u0301", "Cafe", None),
        ("👩🏽\u200d⚕️ came", "👩", None),
        ("👩🏽\u200d⚕️ came", "👩🏽\u200d⚕️", "👩🏽\u200d⚕️"),
        ("Nobody answered", "nobody", None),
    ],
)
def test_what_people_type_and_what_documents_hold(paragraph, typed, found):
    places = find_words(paragraph, typed)
    assert [paragraph[a:b] for a, b in places] == ([found] if found else [])


def test_every_place_is_told_so_that_none_is_chosen_by_guess():
    assert len(find_words("he rang. he rang.", "he rang")) == 2


SECTIONS = st.lists(
    st.builds(Section, st.sampled_from(["", *HEADINGS[Kind.CONVERSATION]]), BODY, st.text(max_size=20)), max_size=8
)


@given(SECTIONS)
@example([Section("C2", "A.\x00", "\x00"), Section("", "\u3000", ""), Section("C4", "\r\n", "the \x1frota")])
def test_a_composed_write_up_has_every_word_in_its_place(sections):
    read = compose(Kind.CONVERSATION, sections)
    blocks = [(s, e) for kind, _, s, e, *_ in read.anchors if kind != "section"]
    assert blocks == sorted(blocks)
    assert all(read.text[s:e].strip() == read.text[s:e] != "" for s, e in blocks)
    assert "\n\n".join(read.text[s:e] for s, e in blocks) == read.text
    assert "\r" not in read.text and "\x00" not in read.text
    written = "".join("".join(tidy(one.text).split()) for one in sections)
    held = "".join(read.text.split())
    assert all(word in held for one in sections for word in tidy(one.text).split())
    assert len(held) >= len(written)


@given(
    st.lists(st.tuples(st.sampled_from(list(HEADINGS[Kind.CONVERSATION])), st.text("ab c", min_size=1)), max_size=6)
)
def test_headings_typed_as_text_come_back_as_their_sections(told):
    assume(all(words.strip() for _, words in told))
    names = HEADINGS[Kind.CONVERSATION]
    markdown = "\n\n".join(f"## {key} {names[key]}\n\n{words}" for key, words in told)
    found = split(Kind.CONVERSATION, markdown)
    assert [(one.key, one.text.strip()) for one in found] == [(key, words.strip()) for key, words in told]


def test_several_turning_points_keep_their_titles_and_strange_headings_stay():
    text = "Before.\n\n## C3 Turning points: the visit\n\nA.\n\n## C3 The call\n\nB.\n\n## Weather\n\nC."
    assert [(one.key, one.title, one.text) for one in split(Kind.CONVERSATION, text)] == [
        ("", "", "Before."),
        ("C3", "the visit", "A."),
        ("C3", "The call", "B."),
        ("", "Weather", "C."),
    ]
    read = compose(Kind.CONVERSATION, split(Kind.CONVERSATION, text))
    assert [read.text[s:e] for kind, _, s, e, *_ in read.anchors if kind == "heading"] == [
        "Turning points: the visit",
        "Turning points: The call",
        "Weather",
    ]


@given(st.text(max_size=400))
def test_a_shown_name_is_one_safe_line(name):
    shown = shown_name(name)
    assert 0 < len(shown) <= 255
    assert not any(c in shown for c in "\r\n\t/\\\x00\u202e\u2066")
    assert 0 < len(title_of(name)) <= 200


def test_a_long_name_keeps_its_ending():
    assert shown_name("x" * 400 + ".docx").endswith("x.docx")
    assert shown_name("C:\\Users\\a\\late.txt") == "late.txt"
    assert title_of("home_visit 3.docx") == "home visit 3"


def test_paragraphs_are_numbered_through_and_know_where_they_stand():
    text = "Top\n\nOne\tTwo\n\nEnd"
    anchors = [
        ["page", "page 1", 0, 12, 0, ""],
        ["heading", "heading 1", 0, 3, 2, ""],
        ["table_cell", "table 1, row 1, column 1", 5, 8, 0, ""],
        ["paragraph", "paragraph 1", 5, 8, 0, ""],
        ["paragraph", "paragraph 2", 9, 12, 0, ""],
        ["page", "page 2", 14, 17, 0, ""],
        ["paragraph", "paragraph 3", 14, 17, 0, ""],
    ]
    told = paragraphs(text, anchors)
    assert [(p.number, p.text, p.page) for p in told] == [
        (1, "Top", "page 1"), (2, "One", "page 1"), (3, "Two", "page 1"), (4, "End", "page 2"),
    ]  # fmt: skip
    assert [p.cell for p in told] == ["", "table 1, row 1, column 1", "", ""]
    assert paragraph_at(told, 15).number == 4
    assert paragraphs("bare", [])[0].text == "bare"


def test_white_space_alone_makes_no_other_words():
    assert same_but_spaces("two\n\nwords", "two words")
    assert not same_but_spaces("two words", "twowords")
