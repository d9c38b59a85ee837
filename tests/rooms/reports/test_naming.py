"""Names are kept out of what is published, however they are written, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casement.rooms.reports.rules.material import Known
from casement.rooms.reports.rules.naming import Register

PEOPLE = Register(
    [
        Known("Father", "family", ("Darren Óskvale", "Daz")),
        Known("Wren", "family", ("May", "Will")),
        Known("Health Visitor 1", "worker", ("Siobhán O’Rell-Quist",)),
        Known("the estate", "place", ("Tarnwick Rise",)),
    ]
)


@pytest.mark.parametrize(
    "text, masked",
    [
        ("Mr Darren Oskvale's flat", "Father's flat"),
        ("DARREN ÓSKVALE rang", "Father rang"),
        ("Óskvale, Darren: seen", "Father: seen"),
        ("darren.oskvale@example.org", "Father@example.org"),
        ("daz said so", "Father said so"),
        ("Dazzle and dazed", "Dazzle and dazed"),
        ("Dr. Siobhan O'Rell Quist’s note", "Health Visitor 1’s note"),
        ("Siobhán O\u2019Rell\u2011Quist", "Health Visitor 1"),
        ("O’Rell-Quist, Siobhán: absent", "Health Visitor 1: absent"),
        ("Dar\u00adren Osk\u200bvale", "Father"),
        ("lives on Tarnwick\nRise", "lives on the estate"),
        ("seen in May 2024", "seen in May 2024"),
        ("and then Will said", "and then Wren said"),
        ("Will the board agree? It will.", "Will the board agree? It will."),
    ],
)
def test_names_give_way_to_labels_and_words_do_not(text, masked):
    assert PEOPLE.masked(text) == masked


@pytest.mark.parametrize("text, words", [("Mrs Oskvale came", "Oskvale"), ("It will. May did.", "May")])
def test_what_may_be_a_name_is_left_for_a_person_to_see(text, words):
    assert words in dict(PEOPLE.perhaps_in(text))


NAMES = ("Corisande Thrupwell-Aske", "Zoë Ní Fhloinn", "J. P. Ravensholme", "Łukasz Wrzoł", "Anne-Marie d’Ombrain")
BETWEEN = st.sampled_from([" ", "  ", "\u00a0", "\n", "-", "\u2011", ", ", "."])


@st.composite
def written(draw):
    """A name as somebody might write it, in a sentence."""
    name = draw(st.sampled_from(NAMES))
    shape = draw(st.sampled_from([str.upper, str.lower, str.title, str]))
    told = shape(name)
    for gap in (" ",):
        told = draw(BETWEEN).join(told.split(gap))
    tail = draw(st.sampled_from(["", "'s", "’s", ".", ",", ")", "'", "\u200b"]))
    before = draw(st.sampled_from(["", "Then ", "(", "“", "by Mrs ", "to: "]))
    return name, f"{before}{told}{tail} came back."


@given(written())
def test_no_way_of_writing_a_name_survives(one):
    name, text = one
    register = Register([Known("Mother", "family", (name,))])
    masked = register.masked(text)
    assert "Mother" in masked
    assert register.left_in(masked) == ()
    for part in ("thrupwell", "fhloinn", "ravensholme", "wrzoł", "ombrain"):
        assert part not in masked.casefold()


@given(st.text(max_size=200))
def test_text_without_names_comes_back_as_it_was(text):
    assert Register([Known("Mother", "family", ("Corisande Thrupwell",))]).masked(text) == text


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_name_is_found_wherever_it_stands(before, after):
    register = Register([Known("Mother", "family", ("Corisande Thrupwell",))])
    text = f"{before} Corisande Thrupwell {after}"
    assert "Thrupwell" not in register.masked(text)
    assert register.left_in(text) == ("Mother",)
