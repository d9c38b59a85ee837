"""Forms for a corrected file: what is asked of it as a whole, and what it changes."""

from django import forms

from casement.foundation.design.offered import OfferedNumber
from casement.foundation.design.plain_form import PlainForm


class AnswerDoubt(PlainForm):
    """The answer to what is asked of a file as a whole."""

    doubt = forms.CharField(max_length=10)
    answer = forms.CharField(max_length=10, error_messages={"required": "Choose one of the answers."})


class SettleChange(PlainForm):
    """Take or leave one change; a row that could be several is first said to be one."""

    answer = forms.CharField(max_length=10, error_messages={"required": "Take it or leave it."})
    entry = OfferedNumber(label="Which entry is this row?", required=False)
    reason = forms.CharField(label="Why?", required=False, max_length=500)


class SettleChanges(PlainForm):
    """Take or leave all of a kind."""

    kind = forms.CharField(max_length=10)
    answer = forms.CharField(max_length=10, error_messages={"required": "Take them or leave them."})
    reason = forms.CharField(label="Why?", required=False, max_length=500)
