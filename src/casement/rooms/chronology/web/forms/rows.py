"""Forms for rows that wait."""

from __future__ import annotations

from typing import Any

from django import forms

from casement.foundation.design.plain_form import PlainForm


class CorrectRow(PlainForm):
    """What a row should say instead."""

    date = forms.CharField(label="Date", required=False, max_length=200)
    time = forms.CharField(label="Time", required=False, max_length=100)
    event = forms.CharField(label="What happened", required=False)
    reason = forms.CharField(label="How do we know?", required=False)
    same_for_all = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        """The texts by field."""
        told = super().clean() or {}
        values = {name: told.pop(name, "") for name in ("date", "time", "event")}
        return {**told, "values": values}


class KeepUndated(PlainForm):
    """A row is kept without a date."""

    event = forms.CharField(label="What happened", required=False)
    reason = forms.CharField(label="Why without a date?", required=False)
    same_for_all = forms.BooleanField(required=False)


class LeaveOut(PlainForm):
    """A row is left out with a reason."""

    reason = forms.CharField(
        label="Why leave it out?", error_messages={"required": "Say why this row is left out."}
    )
    same_for_all = forms.BooleanField(required=False)
