"""What a corrected file says otherwise, and words that come back with it: the rules alone."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from casement.rooms.sources.rules.differences import differences
from casement.rooms.sources.rules.masking import BLOCK
from casement.rooms.sources.rules.returning import coming_back, likeness, uncertain
from casement.rooms.sources.web.corrected import compared

KEY = b"a secret of this installation"
LINES = st.lists(
    st.sampled_from(["she rang duty", "she rang duty twice", "nobody came", "Zé", "🙂", "", "on Friday"])
)


@given(LINES, LINES)
def test_the_differences_turn_one_text_into_the_other(old, new):
    made, at = [], 0
    for one in differences(old, new):
        assert one.first >= at and (one.kind == "changed") is (
            one.first < one.last and one.new_first < one.new_last
        )
        made += old[at : one.first] + new[one.new_first : one.new_last]
        assert len(made) == one.new_last
        at = one.last
    assert made + old[at:] == new


def test_a_changed_paragraph_is_set_against_its_own_and_not_the_one_beside_it():
    old = ["First.", "Nobody rang back before Thursday.", "Last."]
    new = ["First.", "A note was made.", "Nobody rang back before Friday.", "Last."]
    assert [(one.kind, one.first, one.new_first) for one in differences(old, new)] == [
        ("new", 1, 1), ("changed", 1, 2)
    ]  # fmt: skip


def test_long_texts_that_share_nothing_or_repeat_themselves_do_not_keep_anybody_waiting():
    began = time.perf_counter()
    many = [f"line {at} of one" for at in range(5000)]
    assert len(differences(many, [f"other {at}" for at in range(5000)])) == 5000
    differences(["the same"] * 20_000, ["the same", "another"] * 10_000)
    differences(many, many[2500:] + many[:2500])
    assert time.perf_counter() - began < 5


@given(st.text("ab cé🙂", max_size=40), st.text("ab cé🙂", max_size=40))
def test_both_sides_are_given_back_letter_for_letter(before, after):
    mine, theirs = compared(before, after)
    assert "".join(words for words, _ in mine) == before and "".join(words for words, _ in theirs) == after
    differs = any(differs and words for words, differs in (*mine, *theirs))
    assert differs is (before != after)


NAMES = st.lists(st.sampled_from(["Ann", "Zoë", "O", "Brien", "Smith", "X-1", "7700"]), min_size=1, max_size=3)


@settings(max_examples=300)
@given(NAMES, st.sampled_from([" ", "  ", "\n", ", ", "-"]), st.text("ab cé\n", max_size=30), st.booleans())
def test_words_are_known_again_however_they_are_written_and_nothing_else_is(names, between, around, loud):
    many, print_of = likeness(" ".join(names), KEY)
    words = between.join(names).upper() if loud else between.join(names)
    text = f"{around} {words} {around}"
    assert coming_back(text, {many: [print_of]}, KEY) == [(len(around) + 1, len(around) + 1 + len(words))]
    assert coming_back(f"{around} {words}s {around}", {many: [print_of]}, KEY) == []
    assert coming_back(text, {many: [print_of]}, b"another key") == []


def test_the_look_at_a_long_text_is_short():
    known = {many: [likeness("one two three"[: many * 4], KEY)[1]] for many in (1, 2, 3)}
    text = "She rang the duty team and nobody came. " * 20_000
    began = time.perf_counter()
    assert coming_back(text, known, KEY) == []
    assert time.perf_counter() - began < 4


def test_a_blacked_out_place_is_sure_only_where_it_is_black_again():
    old = f"The list was short.\nThen {BLOCK * 8} rang and left word for the team.\nNobody did."
    assert uncertain(old, old) == uncertain(old, f"A new line.\n{old}") == 0
    assert uncertain(old, old.replace(BLOCK * 8, "Somebody")) == 1
    assert uncertain(old, "Quite another text.") == 1
