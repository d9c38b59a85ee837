"""The form for one cell of the matrix."""

from typing import Any

from django import forms

from casement.foundation.design.offered import Offered, offer


class SetRight(forms.Form):
    """What stands there from now on, and why."""

    cell_now = Offered(
        label="What may they do?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they may do."},
    )
    reason = forms.CharField(
        label="Why?",
        help_text="For example who decided it, and when. It stays readable.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        error_messages={"required": "Say why, so that people can read it later."},
    )

    def offer(self, page: Any) -> None:
        """What may stand in this cell."""
        offer(self, "cell_now", list(page.offered))
