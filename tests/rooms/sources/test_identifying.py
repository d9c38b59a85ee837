"""Which words of a text are proposed, and why: each reason with a case for it and a case against it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casement.rooms.sources.rules.identifying import Known, proposals
from casement.rooms.sources.rules.identifying.patterns import is_nhs_number

REGISTER = (
    Known(1, "Child", ("Thomas Quarrick",)),
    Known(2, "Mother", ("Jane Ottoline Quarrick", "Mrs Quarrick")),
    Known(3, "Health Visitor 2", ("Winnow Tarrant",)),
    Known(4, "Nursery", ("Three Elms Nursery",)),
)
FORENAMES = frozenset({"peter", "ahmed", "susan"})


def found(text: str, register=REGISTER) -> dict[str, tuple[str, str]]:
    """The proposed words of a text: kind and label of each."""
    return {text[one.start : one.end]: (one.kind, one.label) for one in proposals(text, register, FORENAMES)}


@pytest.mark.parametrize(
    ("text", "words", "kind", "label"),
    [
        ("Then Winnow Tarrant rang.", "Winnow Tarrant", "register", "Health Visitor 2"),
        ("THEN WINNOW TARRANT RANG.", "WINNOW TARRANT", "register", "Health Visitor 2"),
        ("Winnow’s notes", "Winnow", "register", "Health Visitor 2"),
        ("Seen by W. Tarrant", "W. Tarrant", "register", "Health Visitor 2"),
        ("Signed WT today", "WT", "register", "Health Visitor 2"),
        ("Signed W.T. today", "W.T.", "register", "Health Visitor 2"),
        ("So Tommy rang", "Tommy", "register", "Child"),
        ("She asked Winow about it", "Winow", "nearly", "Health Visitor 2"),
        ("She asked Winonw about it", "Winonw", "nearly", "Health Visitor 2"),
        ("Ms Tarrent rang", "Tarrent", "nearly", "Health Visitor 2"),
        ("at three elms nursery", "three elms nursery", "register", "Nursery"),
        ("His number is 943 476 5919.", "943 476 5919", "nhs_number", "NHS number"),
        ("NHS No 9434765919", "9434765919", "nhs_number", "NHS number"),
        ("DOB: 3/4/2015", "3/4/2015", "birth", "date of birth"),
        ("She was born on 3 April 2015 in May.", "3 April 2015", "birth", "date of birth"),
        ("Ring 0113 496 0123 now", "0113 496 0123", "telephone", "telephone number"),
        ("or +44 113 496 0123", "+44 113 496 0123", "telephone", "telephone number"),
        ("to a.b@example.org.", "a.b@example.org", "email", "e-mail address"),
        ("in OX4 1AB,", "OX4 1AB", "postcode", "postcode"),
        ("lives at 12 Elm Tree Road now", "12 Elm Tree Road", "address", "address"),
        ("lives at Flat 3, 12b High Street", "Flat 3, 12b High Street", "address", "address"),
        ("Peter came.", "Peter", "name", ""),
        ("Mrs Okafor-Bright came.", "Okafor-Bright", "name", ""),
        ("He went to Grimsby by train.", "Grimsby", "name", ""),
    ],
)
def test_what_is_proposed(text, words, kind, label):
    assert found(text).get(words) == (kind, label), found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Health Visitor rang the GP on Monday in May.",
        "Nobody answered. Then it rained.",
        "Reference 943 476 5918 and 12345.",
        "On 3/4/2015 nothing happened.",
        "He wanted the want of it, and to win.",
        "Section 47 of the Children Act.",
    ],
)
def test_what_is_not_proposed(text):
    assert not found(text), found(text)


def test_a_name_that_two_people_share_is_not_given_to_either():
    (one,) = [one for one in proposals("Then Quarrick left.", REGISTER, FORENAMES) if one.kind == "register"]
    assert (one.label, one.identity, one.doubtful) == ("", None, True)
    assert "“Child”" in one.why and "“Mother”" in one.why


def test_small_letters_and_misspellings_are_told_as_doubtful():
    told = {one.why: one.doubtful for one in proposals("winnow saw Winow and Winnow", REGISTER, FORENAMES)}
    assert sorted(told.values()) == [False, True, True]
    assert any("ordinary word" in why for why in told)


def test_an_ordinary_word_of_a_longer_name_is_doubtful_alone_and_not_within_it():
    told = {text: one.doubtful for text in ("the Nursery rang", "Three Elms Nursery rang", "the Elms rang")
            for one in proposals(text, REGISTER, FORENAMES)}  # fmt: skip
    assert told == {"the Nursery rang": True, "Three Elms Nursery rang": False, "the Elms rang": False}


@pytest.mark.parametrize(("digits", "right"), [("9434765919", True), ("9434765918", False), ("0000000000", False)])
def test_the_check_digit_of_an_nhs_number(digits, right):
    assert is_nhs_number(digits) is right


@given(st.lists(st.integers(0, 9), min_size=9, max_size=9), st.integers(1, 9))
def test_any_other_last_digit_is_no_nhs_number(digits, more):
    right = [last for last in range(10) if is_nhs_number("".join(map(str, [*digits, last])))]
    assert len(right) <= 1
    if right:
        assert not is_nhs_number("".join(map(str, [*digits, (right[0] + more) % 10])))


WORDS = st.sampled_from(
    ["Winnow", "Tarrant", "winnow", "Tommy", "🦔", "Quarrick’s", "Ring", "0113 496 0123", "a@b.org", "DOB 3/4/2015",
     "943 476 5919", "OX4 1AB", "12 Elm Road", "Mrs", "Peter", "e\u0301", "the", "WT", "\n", ".", "Zoë"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_every_proposal_stands_apart_on_words_of_the_text_and_says_why(text):
    reached = 0
    for one in proposals(text, REGISTER, FORENAMES):
        words = text[one.start : one.end]
        assert reached <= one.start < one.end <= len(text)
        assert words == words.strip() and words
        assert one.why.endswith(".") and (words == "Mrs" or words not in one.why)
        reached = one.end


@given(st.text(max_size=300))
def test_any_text_can_be_looked_through(text):
    for one in proposals(text, REGISTER, FORENAMES):
        assert 0 <= one.start < one.end <= len(text)
