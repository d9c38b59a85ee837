"""Fields the forms of this room share."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from casement.foundation.design.widgets import RecordedDate
from casement.rooms.sources.vocabulary import ACCESS_NAMES, USE_NAMES, Access, Sent, Use

ACCESS_HINTS = {Access.LEADS: "Nobody else sees that it is here."}
DATE_HELP = "As exactly as it is known, such as “3 February 2024”, “early July 2024” or “w/c 13 May 2024”."


class SeveralFiles(forms.FileInput):
    """A file box that takes many."""

    allow_multiple_selected = True


class Files(forms.FileField):
    """Files as they were sent; their bytes are fetched one file at a time, when they are kept."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> Any:
        sent: Sequence[UploadedFile[Any]] = data if isinstance(data, list | tuple) else [data] if data else []
        if not sent:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return [Sent(one.name or "", one.size or 0, one.read) for one in sent]


class OneFile(forms.FileField):
    """One file as it was sent; its bytes are fetched when it is kept. An empty one is for the command to refuse."""

    def __init__(self, **more: Any) -> None:
        super().__init__(allow_empty_file=True, **more)

    def clean(self, data: Any, initial: Any = None) -> Any:
        sent: UploadedFile[Any] = super().clean(data, initial)
        return Sent(sent.name or "", sent.size or 0, sent.read)


def access_field() -> forms.ChoiceField:
    """Who may read it, as radios."""
    field = forms.ChoiceField(
        label="Who may read it?",
        choices=[(str(value), name) for value, name in ACCESS_NAMES.items()],
        widget=forms.RadioSelect,
        initial=str(Access.TEAM),
        required=False,
    )
    field.choice_hints = {str(k): v for k, v in ACCESS_HINTS.items()}  # type: ignore[attr-defined]
    return field


def use_field() -> forms.ChoiceField:
    """How its words may be used, as radios."""
    return forms.ChoiceField(
        label="How may its words be used?",
        choices=[(str(value), name) for value, name in USE_NAMES.items()],
        widget=forms.RadioSelect,
        initial=str(Use.QUOTABLE),
        required=False,
    )


def date_field(label: str) -> forms.CharField:
    """A date as recorded."""
    return forms.CharField(label=label, help_text=DATE_HELP, widget=RecordedDate, max_length=200, required=False)


def sent_key_field() -> forms.CharField:
    """Marks one drawing of a form, so that sending it twice is sending it once."""
    return forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
