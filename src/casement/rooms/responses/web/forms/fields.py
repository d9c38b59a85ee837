"""Fields and a base that the forms of this room share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from casement.foundation.design.offered import Offered, OfferedSeveral, offer
from casement.foundation.design.plain_form import PlainForm


class Offering(PlainForm):
    """A form that takes its choices from the page it stands on (`choices`, by field name)."""

    def offer(self, page: Any) -> None:
        """Take the choices that the page offers."""
        offered: Mapping[str, Any] = getattr(page, "choices", {})
        for name, options in offered.items():
            if isinstance(self.fields.get(name), Offered | OfferedSeveral):
                offer(self, name, options)


class Based(Offering):
    """A form over something two people may change: it knows the edition it was opened on."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)


def words(label: str, help_text: str = "", rows: int = 3, **more: Any) -> forms.CharField:
    """A box for several lines that may stay empty; the command says where words are needed."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help_text, widget=area, required=False, **more)


def one_of(label: str, names: Mapping[str, str], help_text: str = "", **more: Any) -> forms.ChoiceField:
    """One of a few, all of the same weight."""
    return forms.ChoiceField(
        label=label, choices=list(names.items()), widget=forms.RadioSelect, help_text=help_text, **more
    )


def line(label: str, help_text: str = "", **more: Any) -> forms.CharField:
    """A single line that may stay empty; the command says where words are needed."""
    return forms.CharField(label=label, help_text=help_text, required=False, **more)
