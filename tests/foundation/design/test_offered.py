"""Fields for a choice among what the page offers: what has the shape of a choice goes on, nothing else does."""

from pathlib import Path

import pytest
from django import forms
from django.http import QueryDict

from casement.foundation.design.offered import (
    DIGITS,
    LONGEST,
    Offered,
    OfferedNumber,
    OfferedNumbers,
    OfferedSeveral,
    offer,
)
from casement.foundation.design.plain_form import PlainForm

ROOMS = Path(__file__).resolve().parents[3] / "src" / "casement"


class Choosing(forms.Form):
    key = Offered(required=False)
    number = OfferedNumber(required=False)
    keys = OfferedSeveral(required=False)
    numbers = OfferedNumbers(required=False)


def sent(words: str) -> Choosing:
    form = Choosing(QueryDict(words))
    for name in form.fields:
        offer(form, name, [("7", "Seven")])
    return form


def test_what_could_be_a_choice_goes_on_to_the_command():
    form = sent("key=item:wrk.03&number=12&keys=a&keys=b&numbers=3&numbers=4")
    assert form.is_valid()
    assert form.cleaned_data == {"key": "item:wrk.03", "number": 12, "keys": ["a", "b"], "numbers": [3, 4]}


def test_nothing_chosen_is_nothing():
    form = sent("")
    assert form.is_valid()
    assert form.cleaned_data == {"key": "", "number": None, "keys": [], "numbers": []}


@pytest.mark.parametrize("told", ["-1", "1.5", "1e3", "x", " 1", "²", "٣", "9" * (DIGITS + 1), "1\x00", "<b>1</b>"])
def test_what_is_no_number_is_refused_in_words_that_do_not_repeat_it(told):
    form = Choosing({"number": told, "numbers": [told]})
    assert form.errors == {"number": ["Choose one from the list."], "numbers": ["Choose from the list."]}


@pytest.mark.parametrize("told", ["x" * (LONGEST + 1), "a\x00b"])
def test_what_no_key_can_be_is_refused(told):
    form = Choosing({"key": told, "keys": [told]})
    assert form.errors == {"key": ["Choose one from the list."], "keys": ["Choose from the list."]}


def test_what_was_chosen_stays_chosen_when_the_page_comes_back():
    form = sent("key=7&number=7&numbers=7&keys=" + "x" * 300)
    assert not form.is_valid()
    drawn = str(form["number"]) + str(form["key"]) + str(form["numbers"])
    assert drawn.count("selected") == 2 and drawn.count("checked") == 1


def test_the_sentence_of_a_field_wins_also_where_a_form_speaks_plainly():
    class Plain(PlainForm):
        agency = OfferedNumber(label="Which agency?", error_messages={"required": "Say which agency sent it."})
        other = OfferedNumber(label="Which other?")

    assert Plain({}).errors == {"agency": ["Say which agency sent it."], "other": ["Which other? Choose one."]}
    assert Plain({"agency": "x", "other": "1"}).errors["agency"] == ["Which agency? Choose one from the list."]


def test_there_is_one_kind_of_such_a_field():
    own = [str(each.relative_to(ROOMS)) for each in ROOMS.rglob("*.py") if "valid_value" in each.read_text()]
    assert own == ["foundation/design/offered.py"]
