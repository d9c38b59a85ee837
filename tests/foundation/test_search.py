"""Searching: what people write into the box, what is near, what is alike."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casement.foundation import search
from casement.foundation.access import Role, Subject
from casement.foundation.search.asking import Term, parsed
from casement.foundation.search.likeness import as_found, cosine, nearest_among, stems, weighing

PASSAGES = (
    "The school nurse rang the clinic twice.",
    "A nurse at the special primary school near the park rang nobody.",
    "The nurse was new. She had asked her manager about the school in March and again in April of that year.",
    "Bruises on the upper arm were seen at nursery and photographed.",
    "Photographs of a bruise on his arm were sent by the nursery.",
    "The rent was paid late.",
)


@pytest.fixture
def indexed(oak):
    """Six passages of one record."""
    police = oak.agency("Police").pk
    search.put(oak.review.pk, Subject.RECORDS, "source", 1, enumerate(PASSAGES), agency_id=police)
    return oak


def places(cast, words, role=Role.TEAM):
    return sorted(one.place for one in search.find([cast.seat(role)], words))


def test_words_near_each_other_are_found_in_either_order_within_their_distance(indexed):
    assert places(indexed, '"school nurse"') == [0]
    assert places(indexed, '"school nurse"~0') == [0]
    assert places(indexed, '"school nurse"~4') == [0, 1]
    assert places(indexed, '"nurse school"~4') == [0, 1]
    assert places(indexed, '"nurse school"~20') == [0, 1, 2]
    assert places(indexed, '"nurse school"~20 rang') == [0, 1]


def test_bent_quotation_marks_are_quotation_marks(indexed):
    assert places(indexed, "“school nurse”") == [0]
    assert places(indexed, "“nurse school”~4") == [0, 1]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("", []),
        ('"', []),
        ('"a b"~', [Term(("a", "b"))]),
        ("refer*", [Term(("refer",), prefix=True)]),
        ('"one one"~3', [Term(("one",))]),
        ('"a b"~99', [Term(("a", "b"), near=20)]),
        ("NEAR(a b, 3)", [Term(("NEAR", "a")), Term(("b",)), Term(("3",))]),
    ],
)
def test_what_is_written_is_read_so(written, read):
    assert parsed(written) == read


ODD = st.text(st.sampled_from("ab \"“”~*'()&|!<>:-^3é🙂\x00\\"), max_size=30)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=ODD)
def test_nothing_that_is_written_breaks_the_search(indexed, words):
    seat = indexed.seat(Role.TEAM)
    search.find([seat], words)
    search.alike([seat], words)


def test_passages_are_alike_by_the_words_they_share_and_these_are_told(indexed):
    told = search.alike([indexed.seat(Role.TEAM)], PASSAGES[3], besides=[(1, 3)]).passages
    assert [one.found.place for one in told] == [4]
    assert set(told[0].shared) == {"photographs", "bruise", "arm", "nursery"}
    assert ("bruise", True) in told[0].found.pieces
    assert "".join(text for text, _ in told[0].found.pieces) == PASSAGES[4]


def test_what_may_not_be_read_is_like_nothing(indexed):
    search.put(indexed.review.pk, Subject.RECORDS, "source", 2, [(0, PASSAGES[3])], access="leads")
    team, lead = ([one.found.number for one in search.alike([indexed.seat(role)], PASSAGES[4]).passages] for role in
                  (Role.TEAM, Role.LEAD))  # fmt: skip
    assert set(team) == {1} and 2 in lead
    assert search.alike([indexed.seat(Role.FAMILY)], PASSAGES[4]).passages == ()


def test_a_private_row_is_found_by_its_owner_alone(indexed):
    owner = indexed.seat(Role.TEAM)
    search.put(indexed.review.pk, Subject.WORKING, "memo", 7, [(0, "zirconium")],
               owner_id=owner.standing.participation_id, access=search.OWN)  # fmt: skip
    assert [one.number for one in search.find([owner], "zirconium")] == [7]
    for role in (Role.LEAD, Role.CASE_GROUP, Role.FAMILY, Role.AGENCY_CONTACT):
        assert search.find([indexed.seat(role)], "zirconium") == ()


@given(st.lists(st.text("abc ", max_size=40), max_size=6), st.text("abc ", max_size=40))
def test_likeness_lies_between_nothing_and_the_same(texts, text):
    found = [stems(one) for one in texts]
    weigh = weighing(found)
    asked = weigh(stems(text))
    for one in found:
        assert 0 <= cosine(asked, weigh(one)) <= 1 + 1e-9
    assert cosine(asked, asked) == pytest.approx(1 if asked else 0)


@given(st.text("ab c\n", max_size=900), st.sets(st.sampled_from(["aaa", "abb", "bab"])))
def test_a_passage_is_shown_in_its_own_words(text, shared):
    pieces = as_found((1, "source", 1, 0, "", text), shared).pieces
    shown = "".join(words for words, _ in pieces).removeprefix("…").removesuffix("…")
    assert shown in text
    assert all(words in text for words, _ in pieces if words != "…" and not words.endswith("…"))


WEIGHED = st.dictionaries(st.sampled_from("abcdef"), st.floats(0.1, 9), max_size=5)


@given(st.lists(WEIGHED, max_size=6), WEIGHED)
def test_the_nearest_of_several_is_the_one_with_the_highest_cosine(wanted, found):
    close, at = nearest_among(wanted)(found)
    every = [cosine(one, found) for one in wanted] or [0.0]
    assert close == pytest.approx(max(every))
    assert every[at] == pytest.approx(close)
