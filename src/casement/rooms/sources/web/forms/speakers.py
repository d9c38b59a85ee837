"""The form that says who speaks in a transcript."""

from typing import Any

from django import forms

from casement.foundation.design.offered import OfferedNumber
from casement.rooms.sources.rules.turns import MOST_SPEAKERS


class NameSpeakers(forms.Form):
    """For each speaker, in the order they first speak, a participant or a role."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for place in range(1, MOST_SPEAKERS + 1):
            self.fields[f"who_{place}"] = OfferedNumber(label="Who is it?", required=False)
            self.fields[f"label_{place}"] = forms.CharField(
                label="Or a role, for somebody who is not in the review", max_length=80, required=False
            )
        self._heard: tuple[Any, ...] = ()

    def clean(self) -> dict[str, Any]:
        """The command's arguments."""
        told: dict[str, Any] = super().clean() or {}
        places = range(1, MOST_SPEAKERS + 1)
        return {
            "version": told.get("version"),
            "speakers": [(told.get(f"who_{at}"), told.get(f"label_{at}") or "") for at in places],
        }

    def offer(self, content: Any) -> None:
        """Take who was heard, and who they can be, from the page."""
        self._heard = content.speakers.heard
        for place, one in enumerate(self._heard, 1):
            who: Any = self.fields[f"who_{place}"]
            who.choices = [("", f"As the transcript says: {one.name}"), *content.speakers.people]
            who.label = f"Who is {one.name}?"

    def heard(self) -> list[tuple[Any, Any, Any]]:
        """Each speaker with the two boxes that say who they are."""
        return [(one, self[f"who_{place}"], self[f"label_{place}"]) for place, one in enumerate(self._heard, 1)]
