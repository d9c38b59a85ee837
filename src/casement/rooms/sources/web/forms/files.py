"""The form that brings files in."""

from typing import Any

from django import forms

from casement.foundation.design.offered import OfferedNumber, offer
from casement.rooms.sources.vocabulary import KIND_NAMES, Access, Kind, Use
from casement.rooms.sources.web.forms.fields import (
    Files,
    access_field,
    date_field,
    sent_key_field,
    use_field,
)

NO_FILES = "Choose at least one file."
FILES_AGAIN = "Choose the files again as well: a browser does not keep them."


class AddFiles(forms.Form):
    """Files, what they are, whose they are, their date and who may read them."""

    files = Files(label="Files", error_messages={"required": NO_FILES})  # type: ignore[assignment]
    kind = forms.ChoiceField(
        label="What are they?",
        choices=[(str(kind), name) for kind, name in KIND_NAMES.items()],
        widget=forms.RadioSelect,
        initial=str(Kind.RECORD),
        required=False,
    )
    agency = OfferedNumber(label="Which agency do they come from?", required=False)
    participation = OfferedNumber(
        label="Whose account is it?",
        help_text="For a conversation or a family account. Leave it empty for records.",
        required=False,
    )
    request = OfferedNumber(label="Do they answer a request?", required=False)
    whole = forms.BooleanField(label="These are all that will come for that request", required=False)
    date = date_field("Date of the papers")
    access = access_field()
    use = use_field()
    sent_key = sent_key_field()

    def clean(self) -> dict[str, Any]:
        """The command's arguments; a choice that was not offered is the usual one."""
        told: dict[str, Any] = super().clean() or {}
        told["kind"] = told.get("kind") or str(Kind.RECORD)
        told["access"] = told.get("access") or str(Access.TEAM)
        told["use"] = told.get("use") or str(Use.QUOTABLE)
        return told

    def add_error(self, field: str | None, error: Any) -> None:
        """As usual; and since no browser keeps chosen files, say that they have to be chosen again."""
        super().add_error(field, error)
        if field not in (None, "files") and not self.has_error("files"):
            super().add_error("files", FILES_AGAIN)

    def offer(self, content: Any) -> None:
        """Take what can be chosen from the page."""
        choices = content.choices
        offer(self, "kind", [(kind, KIND_NAMES[Kind(kind)]) for kind in choices.kinds])
        first = [] if len(choices.agencies) == 1 else [("", "Choose an agency")]
        offer(self, "agency", [*first, *choices.agencies])
        requests = [(str(number), words) for number, _, words in content.requests]
        offer(self, "request", [("", "No"), *requests])
        people = [("People who did the work", choices.workers), ("Family", choices.family)]
        groups = [(name, offers) for name, offers in people if offers]
        offer(self, "participation", [("", "Nobody: these are records"), *groups])
