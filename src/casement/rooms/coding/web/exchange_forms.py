"""Forms that bring a project or codebook in, and send one out."""

from typing import Any

from django import forms

from casement.foundation.design.offered import OfferedNumber, offer
from casement.foundation.design.plain_form import PlainForm
from casement.rooms.coding.vocabulary import COMING_NAMES, COUNTED_NAMES, GOING_NAMES, TARGET_NAMES
from casement.rooms.sources.vocabulary import KIND_NAMES, Kind


class BringIn(PlainForm):
    """A file of another program, and what the texts in it are here."""

    file = forms.FileField(
        label="The file",
        help_text="A REFI-QDA project (.qdpx, .qde) or codebook (.qdc), or a codebook as a table (.xlsx, .csv).",
        allow_empty_file=True,
        error_messages={"required": "Choose a file."},
    )
    what = forms.ChoiceField(
        label="How much of it?", choices=[*COMING_NAMES.items()], widget=forms.RadioSelect, initial="project"
    )
    kind = forms.ChoiceField(
        label="What are the texts in it?",
        choices=[(str(kind), name) for kind, name in KIND_NAMES.items()],
        widget=forms.RadioSelect,
        initial=str(Kind.RECORD),
        required=False,
    )
    agency = OfferedNumber(label="Which agency do they come from?", required=False)
    participation = OfferedNumber(label="Whose account is it?", required=False)
    counting = forms.ChoiceField(
        label="How does it count places in a text?",
        help_text="Leave this as it is unless you know.",
        choices=[*COUNTED_NAMES.items()],
        initial="auto",
        required=False,
    )

    def offer(self, content: Any) -> None:
        """Take what can be chosen from the page."""
        choices = content.choices
        offer(self, "kind", [(kind, KIND_NAMES[Kind(kind)]) for kind in choices.kinds])
        first = [] if len(choices.agencies) == 1 else [("", "Choose an agency")]
        offer(self, "agency", [*first, *choices.agencies])
        people = [("People who did the work", choices.workers), ("Family", choices.family)]
        groups = [(name, offers) for name, offers in people if offers]
        offer(self, "participation", [("", "Nobody: these are records"), *groups])

    def clean(self) -> dict[str, Any]:
        """The command's arguments: the file as its name and bytes."""
        told = super().clean() or {}
        sent = told.pop("file", None)
        told |= {name: told.get(name) for name in ("agency", "participation")}
        told["kind"] = told.get("kind") or str(Kind.RECORD)
        told["counting"] = told.get("counting") or "auto"
        return {**told, "name": sent.name or "", "data": sent.read()} if sent is not None else told


class Send(PlainForm):
    """What goes out, and for which program."""

    what = forms.ChoiceField(
        label="What goes out?", choices=[*GOING_NAMES.items()], widget=forms.RadioSelect, initial="project"
    )
    target = forms.ChoiceField(
        label="For which program?", choices=[*TARGET_NAMES.items()], widget=forms.RadioSelect, initial="standard"
    )
