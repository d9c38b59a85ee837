"""The form in which a marker is answered."""

from __future__ import annotations

from typing import Any

from django import forms

from casement.rooms.markers.vocabulary import CONCERN_NAMES


class Rests(forms.MultipleChoiceField):
    """What of the record an answer rests on; whether it may be chosen is the command's to say."""

    def valid_value(self, value: Any) -> bool:
        """Whether it is short enough to be one."""
        return len(str(value)) < 25


class Answer(forms.Form):
    """An answer in words."""

    text = forms.CharField(
        label="Your answer",
        help_text="A few sentences: what is so, what is not, how you know. By role, never by name.",
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=4000,
        error_messages={"required": "Answer in a few sentences. It may be short."},
    )
    rests = Rests(
        label="What of the record does it rest on?",
        help_text="It is kept with your answer as it stands today.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    concern = forms.ChoiceField(
        label="Is there a concern?",
        choices=list(CONCERN_NAMES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether you have a concern."},
    )
    next_step = forms.CharField(
        label="What comes next, and by whom?",
        help_text="Needed where there is a concern.",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        required=False,
    )

    def offer(self, content: Any) -> None:
        """What the page shows of the record."""
        self.fields["rests"].choices = [(one.key, one.words) for one in content.facts]  # type: ignore[attr-defined]
