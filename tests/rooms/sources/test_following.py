"""A passage follows its words through a correction, or is left for a person to place: never on other words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casement.rooms.sources.rules.following import Outcome, follow

OLD = (
    "The health visitor rang the duty team on Monday and was told that somebody would ring back.\n"
    "Nobody rang back before Thursday. The list had 290 names.\n"
    "On Friday the health visitor rang again and spoke to a manager, who had not heard of the first call.\n"
)


def at(words, text=OLD):
    start = text.index(words)
    return start, start + len(words)


def test_words_before_and_after_a_correction_stay_with_it():
    new = OLD.replace("290 names", "209 names, not all of them open")
    assert follow(OLD, new, *at("duty team")).outcome is Outcome.SAME
    found = follow(OLD, new, *at("had not heard of the first call"))
    assert found.outcome is Outcome.MOVED and new[found.start : found.end] == "had not heard of the first call"


def test_changed_words_are_offered_and_not_taken():
    new = OLD.replace("The list had 290 names", "The list had 209 names")
    found = follow(OLD, new, *at("290 names"))
    assert found.outcome is Outcome.CHANGED and new[found.start : found.end] == "209 names"


def test_words_that_are_gone_are_lost_even_when_they_stand_elsewhere():
    new = OLD.replace("Nobody rang back before Thursday. ", "")
    assert follow(OLD, new, *at("rang back")).outcome is Outcome.LOST
    assert follow("He rang. " * 40, "He rang. " * 20, 9 * 30, 9 * 30 + 7).outcome is Outcome.LOST


def test_a_paragraph_that_moves_takes_its_passages_along():
    first, second, third, _ = OLD.split("\n")
    new = "\n".join((third, first, second, ""))
    found = follow(OLD, new, *at("290 names"))
    assert found.outcome is Outcome.MOVED and new[found.start : found.end] == "290 names"


WORDS = ["she", "rang", "duty", "and", "nobody", "came", "Ze\u0301", "\U0001f642", "home", "naïve", "on", "Friday"]
CHAIN = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12)
EDIT = st.tuples(
    st.sampled_from(["put in", "take out", "put other", "move", "say twice"]),
    st.floats(0, 1),
    st.floats(0, 1),
    st.floats(0, 0.2),
    CHAIN,
)
TEXTS = (st.lists(CHAIN, min_size=3, max_size=25), st.lists(EDIT, min_size=1, max_size=4), st.floats(0, 1))


def edited(letters, edits):
    """The text after the edits, each letter with the number it had before (None for what was put in)."""
    for what, where, other, share, chain in edits:
        start = int(where * len(letters))
        end = start + int(share * len(letters))
        fresh = [(letter, None) for letter in " ".join(chain) + " "]
        if what == "put in":
            letters = letters[:start] + fresh + letters[start:]
        elif what == "take out":
            letters = letters[:start] + letters[end:]
        elif what == "put other":
            letters = letters[:start] + fresh + letters[end:]
        else:
            taken, rest = letters[start:end], letters[:start] + letters[end:]
            to = int(other * len(rest))
            kept = letters if what == "say twice" else rest
            letters = kept[:to] + taken + kept[to:]
    return letters


def followed(chains, edits, where, length):
    """The passage, the numbers of its letters, what became of it, and the letters of the new text."""
    old = "\n".join(" ".join(chain) for chain in chains)
    start = int(where * (len(old) - 1))
    end = min(len(old), start + length)
    now = edited([(letter, number) for number, letter in enumerate(old)], edits)
    return old[start:end], range(start, end), follow(old, "".join(letter for letter, _ in now), start, end), now


def numbered(chains, first):
    """The same words, each made unlike every other by a number."""
    count = iter(range(first, 100_000))
    return [[f"{word}{next(count)}" for word in chain] for chain in chains]


@settings(max_examples=1000)
@given(*TEXTS, st.integers(1, 60))
def test_a_passage_keeps_its_own_letters(chains, edits, where, length):
    put_in = iter(numbered([edit[-1] for edit in edits], 50_000))
    edits = [(*edit[:-1], next(put_in)) for edit in edits]
    words, own, found, now = followed(numbered(chains, 100), edits, where, length)
    if found.outcome in (Outcome.SAME, Outcome.MOVED):
        there = now[found.start : found.end]
        assert "".join(letter for letter, _ in there) == words
        # At the edge stands at most the beginning of a word that was put in there and happens to read the same.
        kept = sum(number in own for _, number in there)
        assert kept >= len(own) - 10 and kept * 2 >= len(own)


@settings(max_examples=1000)
@given(*TEXTS, st.integers(1, 60))
def test_even_in_a_text_that_repeats_itself_no_passage_ends_on_other_words(chains, edits, where, length):
    words, _, found, now = followed(chains, edits, where, length)
    if found.outcome in (Outcome.SAME, Outcome.MOVED):
        assert "".join(letter for letter, _ in now[found.start : found.end]) == words


@pytest.mark.parametrize("words", ["duty team", "Nobody rang back before Thursday", "spoke to a manager"])
def test_nothing_is_asked_when_nothing_changed(words):
    assert follow(OLD, OLD, *at(words)) == (Outcome.SAME, *at(words))
