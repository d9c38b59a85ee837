"""Forms of the family record: they parse, commands decide."""

from __future__ import annotations

from typing import Any

from django import forms

from casement.foundation.design.day_field import Day
from casement.foundation.design.offered import OfferedNumber, offer
from casement.rooms.family.vocabulary import FORM_NAMES, HOW_NAMES


def box(label: str, missing: str, *, rows: int = 4, help_text: str = "") -> forms.CharField:
    """A box for what has to be said."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=8000,
        error_messages={"required": missing},
    )


class Open(forms.Form):
    """Whose record is opened."""

    participation = OfferedNumber(
        label="Whose record is it?",
        help_text="Members of the family who have a place here, by the name agreed with them.",
        error_messages={"required": "Choose a member of the family."},
    )

    def offer(self, page: Any) -> None:
        """Those who have no record yet."""
        offer(self, "participation", [("", "Choose one"), *page.people])


class WishesForm(forms.Form):
    """How they wish to be in touch."""

    contact = forms.CharField(
        label="Whom do they wish to hear from?",
        help_text="One person of the review whom they chose, by role label.",
        max_length=120,
        error_messages={"required": "Say by role whom they wish to hear from."},
    )
    pace = forms.CharField(
        label="How often, when, and when not?",
        help_text="Such as “Not in the week of the anniversary; mornings; a message first”.",
        max_length=300,
        required=False,
    )
    form = forms.ChoiceField(
        label="In what form do they wish to be written to?",
        choices=[(str(key), name) for key, name in FORM_NAMES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a form."},
    )
    form_words = forms.CharField(label="If another form, which?", max_length=300, required=False)
    language = forms.CharField(
        label="In which language?", max_length=80, error_messages={"required": "Say in which language."}
    )
    supporter = forms.CharField(
        label="Who supports them?",
        help_text="By role or relation, such as “Advocate” or “Sister”.",
        max_length=120,
        required=False,
    )
    interpreter = forms.CharField(
        label="Who interprets?",
        help_text="Never a child or a relative.",
        max_length=120,
        required=False,
    )
    agreed = forms.BooleanField(
        label="They agreed that this supporter or interpreter takes part and hears what is said", required=False
    )


class AnswerForm(forms.Form):
    """An answer to one of the nine questions."""

    text = box("Your answer", "Answer in a sentence, or leave the question open.", rows=6)


class ContactForm(forms.Form):
    """One time they were in touch."""

    how = forms.ChoiceField(
        label="How?",
        choices=[(str(key), name) for key, name in HOW_NAMES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how you were in touch."},
    )
    text = box(
        "What was it about?",
        "Say in a sentence what it was about.",
        help_text="They can read this. What they tell about the case is written up as a source, not here.",
    )
    on = Day(label="On which day?", help_text="Leave it empty for today.", required=False)


class FeedbackForm(forms.Form):
    """Whether they were told what was found."""

    told = forms.TypedChoiceField(
        label="Were they told what was found, before it is finished?",
        choices=[("yes", "Yes, they were told"), ("no", "No, and there is a reason")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether they were told."},
    )
    text = box(
        "How, and what did they answer? Or why not?",
        "Say how they were told and what they answered, or why they were not told.",
    )
    on = Day(label="If they were told, on which day?", help_text="Leave it empty for today.", required=False)
