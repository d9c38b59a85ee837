"""Forms for data protection, for gates, and for moving a review on."""

from typing import Any

from django import forms

from casement.foundation.design.offered import Offered, offer


class Assessment(forms.Form):
    """Where the data protection assessment is kept."""

    reference = forms.CharField(
        label="Reference of the assessment",
        help_text="The number or name under which your data protection officer keeps it.",
        max_length=120,
        error_messages={"required": "Write the reference under which the assessment is kept."},
    )


class Waiver(forms.Form):
    """Why there is no assessment."""

    reason = forms.CharField(
        label="Why is there no assessment, and who decided that?",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": "Give the reason in a sentence, and who decided it."},
    )


class Move(forms.Form):
    """Where the review goes next."""

    to = Offered(label="Which step?", error_messages={"required": "Choose a step."})
    note = forms.CharField(
        label="What should people know about this move? You may leave this empty",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        required=False,
    )

    def offer(self, page: Any) -> None:
        """The steps of this form of the review, the next one first chosen."""
        left = [state.step for state in page.steps if state.taken and not state.current]
        offer(self, "to", [(step.key, f"{step.key} {step.label}") for step in left])


class GateAnswer(forms.Form):
    """What a gate asks for."""

    text = forms.CharField(
        label="Your answer",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        error_messages={"required": "Answer in a sentence."},
    )


class Closing(forms.Form):
    """Why a review is closed or opened again."""

    note = forms.CharField(
        label="Why?",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        error_messages={"required": "Say why."},
    )
