"""What a claim rests on, in words: each passage once, one kind, one agency, one voice; and never a score."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casement.rooms.analysis.rules.balance import Check, Held, Kind, Rests, rests_on, thoughts
from casement.rooms.analysis.rules.coverage import Reached, additions, left, settling

PIECES = st.builds(
    Held,
    same=st.integers(1, 6),
    kind=st.sampled_from(list(Kind)),
    agency=st.sampled_from(["", "Police", "School"]),
    voice=st.sampled_from(["", "Nurse 1", "Mother"]),
    against=st.booleans(),
    open=st.booleans(),
)


def checks(pieces, searches=0):
    return [one.check for one in thoughts(rests_on(pieces), searches)]


def record(same, agency="Police", **more):
    return Held(same, Kind.RECORD, agency, **more)


def said(same, voice, agency="Police", kind=Kind.CONVERSATION):
    return Held(same, kind, agency, voice)


def test_a_passage_cited_by_two_statements_counts_once():
    assert rests_on([record(1), record(1), record(2)]).total == 2


def test_a_claim_without_passages_is_told_so_and_asked_nothing_else():
    assert checks([]) == [Check.NOTHING]


@pytest.mark.parametrize(
    ("pieces", "asked"),
    [
        ([record(1), record(2, "School")], {Check.ONE_KIND, Check.NO_FAMILY}),
        ([record(1), said(2, "Nurse 1", "School")], {Check.ONE_VOICE, Check.NO_FAMILY}),
        ([record(1), said(2, "Nurse 1")], {Check.ONE_VOICE, Check.ONE_AGENCY, Check.NO_FAMILY}),
        ([record(1), said(2, "Nurse 1", "School"), said(3, "Mother", "", Kind.FAMILY)], set()),
        ([said(3, "Mother", "", Kind.FAMILY)], {Check.ONE_KIND}),
    ],
)
def test_what_is_worth_a_thought(pieces, asked):
    assert set(checks(pieces, searches=1)) == asked


def test_nothing_against_is_asked_until_something_speaks_against_or_a_search_is_recorded():
    both = [record(1), said(2, "Nurse 1", "School"), said(3, "Mother", "", Kind.FAMILY)]
    assert checks(both) == [Check.NOTHING_AGAINST]
    assert checks(both, searches=1) == []
    assert checks([*both, record(4, against=True)]) == []


def test_nothing_is_said_of_agencies_and_voices_where_passages_are_shut():
    told = thoughts(rests_on([record(1), Held(2, Kind.CONVERSATION, open=False)]), 1)
    assert [one.check for one in told] == [Check.NO_FAMILY]


@given(st.lists(PIECES, max_size=8))
def test_order_and_repetition_change_nothing_and_no_number_stands_for_worth(pieces):
    one_of_each = {(piece.same, piece.against): piece for piece in pieces}.values()
    rests = rests_on(one_of_each)
    assert rests_on([*one_of_each, *one_of_each]) == rests
    assert rests_on(reversed(list(one_of_each))) == rests
    assert rests.total + rests.against == len(one_of_each)
    assert {field.name for field in dataclasses.fields(Rests)} == {
        "kinds", "agencies", "voices", "against", "shut"
    }  # fmt: skip


def test_what_is_left_to_do_with_a_source():
    assert left(Reached(1, "Log", "record", 0, 0, 0, 0)) == (
        "Nobody in the team has opened it.", "Nothing in it is marked.", "Nothing we say rests on it.",
    )  # fmt: skip
    assert left(Reached(1, "Log", "record", 2, 3, 1, 1)) == ("One person alone marked it.",)
    assert left(Reached(1, "Log", "record", 2, 3, 2, 1)) == ()


def test_each_text_adds_the_codes_that_stood_in_none_before_it():
    told = additions([(4, "First", ["b", "a", "a"]), (2, "Second", ["a"]), (9, "Third", ["c", "a"])])
    assert [one.new for one in told] == [("a", "b"), (), ("c",)]
    assert [one.codes for one in told] == [2, 1, 2]


def test_whether_new_texts_still_bring_something_is_said_only_when_there_are_enough():
    three = additions([(n, str(n), ["a"]) for n in range(3)])
    assert "Too few" in settling(three)
    assert "no code" in settling(additions([(n, str(n), ["a"]) for n in range(4)]))
    last_new = additions([(n, str(n), ["a", *("b" for _ in range(n == 3))]) for n in range(4)])
    assert "still brought 1 new code." in settling(last_new)
