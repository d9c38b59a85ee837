"""What a team writes is read without losing a word; references stay references."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casement.rooms.reports.rules.reading import Alone, Grid, Items, Quoted, Title, Unprintable, Words, read
from casement.rooms.reports.rules.references import Reference, pieces
from casement.rooms.reports.rules.tree import Run


def said(pieces):
    return "".join(one.text if isinstance(one, Run) else one.raw for one in pieces)


def test_a_reference_alone_on_its_line_stands_for_a_block():
    first, second = read("{{finding 2}}\n{{ Episodes }}")
    assert first == Alone(Reference("finding", 2, "{{finding 2}}"))
    assert second.reference.name == "episodes"


def test_a_reference_in_a_sentence_keeps_its_place():
    (one,) = read("As **{{finding 2}} shows**, it held.")
    assert said(one.pieces) == "As {{finding 2}} shows, it held."
    assert [piece.strong for piece in one.pieces if isinstance(piece, Run)] == [False, True, False]


def test_headings_lists_tables_and_quotations_are_told_apart():
    kinds = [type(one) for one in read("# A\n\n- b\n  1. c\n\n| d | e |\n|---|---|\n| f | {{cite 3}} |\n\n> g")]
    assert kinds == [Title, Items, Grid, Quoted]


def test_a_picture_is_not_fetched_but_said():
    words, fault = read("See ![the plan](http://example.org/plan.png) here")
    assert said(words.pieces) == "See the plan here"
    assert fault == Unprintable("A picture cannot be printed here. Describe it in words.")


@pytest.mark.parametrize("href", ["javascript:alert(1)", "file:///etc/passwd", "/reviews/", "data:text/html,x"])
def test_a_link_leads_to_https_or_nowhere(href):
    told = read(f"[here]({href})")
    assert all(not piece.href for one in told if isinstance(one, Words) for piece in one.pieces)


def test_markup_is_words():
    (one,) = read("<script>alert(1)</script> & <b>so</b>")
    assert said(one.pieces) == "<script>alert(1)</script> & <b>so</b>"


@pytest.mark.parametrize("text", ["{{finding}}", "{{nothing 3}}", "{{finding 2", "{{ }}", "{{finding two!}}"])
def test_a_reference_that_cannot_be_read_is_kept_as_one(text):
    assert [type(one) for one in pieces(text)] == [Reference]


@given(st.text(alphabet=st.sampled_from("ab {}12\n*_#|->[]()!\\`é🙂"), max_size=80))
def test_reading_never_fails(text):
    read(text)


@given(st.text(max_size=120))
def test_pieces_lose_nothing(text):
    assert "".join(one.raw if isinstance(one, Reference) else one for one in pieces(text)) == text
