"""The form in which a marker is answered."""

from __future__ import annotations

from typing import Any

from django import forms

from casement.foundation.design.offered import OfferedSeveral, offer
from casement.rooms.markers.vocabulary import CONCERN_NAMES


class Answer(forms.Form):
    """An answer in words."""

    text = forms.CharField(
        label="Your answer",
        help_text="A few sentences: what is so, what is not, how you know. By role, never by name.",
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=4000,
        error_messages={"required": "Answer in a few sentences. It may be short."},
    )
    rests = OfferedSeveral(
        label="What of the record does it rest on?",
        help_text="It is kept with your answer as it stands today.",
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
        offer(self, "rests", [(one.key, one.words) for one in content.facts])
