"""What names a code, and which influence goes with it."""

import pytest

from casement.rooms.coding.rules import chosen, influence_named, why_not
from casement.rooms.coding.vocabulary import CodeName, Influence


@pytest.mark.parametrize(
    ("told", "kind", "value"),
    [("item:wrk.03", "item", "wrk.03"), ("open:4", "open", "4"), ("new: two  words ", "new", "two  words")],
)
def test_a_code_is_named_by_its_kind_and_value(told, kind, value):
    assert chosen(told) == CodeName(kind, value)


@pytest.mark.parametrize("told", ["", "open:", "open:four", "item:", "new:  ", "pattern:P1", "wrk.03", "open:-1"])
def test_what_names_no_code_is_none(told):
    assert chosen(told) is None


@pytest.mark.parametrize("influence", list(Influence))
def test_every_influence_goes_with_every_kind(influence):
    assert not why_not("item", influence)
    assert not why_not("open", influence)


def test_a_factor_says_which_way_it_worked_and_an_open_code_may_leave_it():
    assert "which way" in why_not("item", "")
    assert not why_not("open", "")
    assert "Choose helped" in why_not("open", "bad")


def test_short_words_name_influences():
    assert [influence_named(word) for word in ("helped", "harder", "unclear")] == list(Influence)
    assert influence_named("") == ""
