"""Forms for other explanations and second readings."""

from typing import Any

from django import forms

from casement.foundation.design.offered import Offered, OfferedNumber
from casement.rooms.analysis.rules.alternatives import REPLY_NAMES
from casement.rooms.analysis.rules.readings import READING_REPLY_NAMES
from casement.rooms.analysis.web.forms.fields import Offering, area


class RecordingAlternative(Offering):
    """What else could explain a finding."""

    text = forms.CharField(
        label="What else could explain this?", widget=area(3),
        help_text="Chance, another condition, the way we asked, or something true of this case alone.",
        error_messages={"required": "Say what else could explain it."},
    )  # fmt: skip
    would_speak = forms.CharField(
        label="What would speak for it?", required=False, widget=area(3),
        help_text="What we would expect to find if it were so. Then look for it.",
    )  # fmt: skip


class AnsweringAlternative(Offering):
    """What the team makes of another explanation."""

    answer = forms.ChoiceField(
        label="What do you make of it?", widget=forms.RadioSelect, choices=list(REPLY_NAMES.items()),
        error_messages={"required": "Say whether it is set aside, taken up or open."},
    )  # fmt: skip
    reason = forms.CharField(
        label="Because", widget=area(3),
        error_messages={"required": "Say why. The reason stays beside the explanation."},
    )  # fmt: skip


class AskingReader(Offering):
    """Who is asked for a second reading, and of what."""

    of = Offered(label="What should they read?", required=False)
    reader = OfferedNumber(
        label="Who should read it?",
        help_text="Somebody who wrote none of it. The analysis is shut to them until they hand it in.",
        required=False,
    )
    why = forms.CharField(label="Anything they should know?", required=False, widget=area(2))

    def clean(self) -> dict[str, object]:
        """The thing by its kind and number."""
        told = super().clean() or {}
        owner, _, about = str(told.pop("of", "") or "").partition(":")
        if not about.isdigit():
            raise forms.ValidationError("Choose what they should read.")
        return {**told, "owner": owner, "about": int(about), "reader": told.get("reader") or 0}


class HandingIn(Offering):
    """A second reading."""

    text = forms.CharField(
        label="What do you make of it?", widget=area(10),
        help_text="For an episode: how good was the practice, and why did it make sense then? For a finding: what "
        "do you see in these passages, and does it go beyond the case?",
        error_messages={"required": "Write what you make of it before you hand it in."},
    )  # fmt: skip
    measured_by = forms.CharField(
        label="By which standard?", required=False, widget=area(2), help_text="One that applied at the time."
    )
    not_told = forms.CharField(label="What could you not tell from this?", required=False, widget=area(3))


class Keeping(HandingIn):
    """An unfinished second reading: every part of it may still be empty."""

    def __init__(self, *told: Any, **more: Any) -> None:
        """The same fields, none of them required."""
        super().__init__(*told, **more)
        self.fields["text"].required = False


class GivingBack(Offering):
    """Why a reading is given back."""

    reason = forms.CharField(
        label="Why do you give it back?", widget=area(2), error_messages={"required": "Say why it is given back."}
    )


class AnsweringReading(Offering):
    """What the team changed or kept."""

    answer = forms.ChoiceField(
        label="What did you do?", widget=forms.RadioSelect, choices=list(READING_REPLY_NAMES.items()),
        error_messages={"required": "Say whether you changed something, kept it, or have not decided."},
    )  # fmt: skip
    reason = forms.CharField(
        label="What, and why?",
        widget=area(3),
        error_messages={"required": "Say what you changed or kept, and why."},
    )
