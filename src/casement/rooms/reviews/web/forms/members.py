"""Forms for who takes part and what they may see."""

from typing import Any

from django import forms

from casement.foundation.access import ROLE_NAMES, Role
from casement.foundation.design.day_field import Day
from casement.foundation.design.offered import Offered, OfferedNumber, offer
from casement.rooms.reviews.web.forms.facts import independence_field


def profession_field() -> forms.CharField:
    """What somebody does, where it is said."""
    return forms.CharField(
        label="What is their profession?",
        help_text="Such as nursing or social work. Where pairs for conversations are proposed, somebody of another "
        "profession counts. You may leave it empty.",
        max_length=60,
        required=False,
    )


class Seat(forms.Form):
    """A place for somebody in the review."""

    role = forms.ChoiceField(
        label="What are they in this review?",
        choices=[("", "Choose"), *((str(role), ROLE_NAMES[role]) for role in Role)],
        error_messages={"required": "Choose what they are in this review."},
    )
    role_label = forms.CharField(
        label="How do they appear in texts?",
        help_text="A role and a number or letter, such as “Health Visitor 2”. For family, the name you agreed "
        "with them. It stays theirs for good.",
        max_length=80,
        error_messages={"required": "Write how they appear in texts, such as “Health Visitor 2”."},
    )
    agency = OfferedNumber(label="Which agency do they speak for?", required=False)
    profession = profession_field()
    independence = independence_field("If they lead the review, whom do they work for?")
    email = forms.EmailField(
        label="E-mail address, if they need to sign in",
        help_text="Many people take part without an account. Leave it empty for them.",
        required=False,
        error_messages={"invalid": "This does not look like an e-mail address. Check it."},
    )
    name = forms.CharField(
        label="Name, for the invitation",
        help_text="Needed when they have no account yet. It does not appear in texts.",
        max_length=120,
        required=False,
    )

    def offer(self, page: Any) -> None:
        """The agencies of this review."""
        offer(self, "agency", [("", "None"), *((str(line.number), line.name) for line in page.agencies)])


class Statement(forms.Form):
    """What could pull somebody two ways."""

    statement = forms.CharField(
        label="What could pull you two ways in this review?",
        help_text="Line management of people in the case, earlier work with the family, friendships, money. "
        "If there is nothing, write that there is nothing.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": "Write what could pull you two ways, or that there is nothing."},
    )


class Profession(forms.Form):
    """What somebody does, said or changed later."""

    profession = profession_field()


class Grant(forms.Form):
    """A named right with a reason and a last day."""

    subject = Offered(
        label="What may they read?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they may read."},
    )
    reason = forms.CharField(
        label="Why do they need to read it?",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        error_messages={"required": "Say why they need to read it."},
    )
    until = Day(
        label="Until which day?",
        help_text="The last day. At most two years ahead.",
        error_messages={"required": "Write the last day."},
    )

    def offer(self, page: Any) -> None:
        """What somebody in this role can be granted."""
        offer(self, "subject", list(page.grantable))


class Right(forms.Form):
    """One thing and one role, from the row of a list."""

    subject = forms.CharField(widget=forms.HiddenInput)
    role = forms.CharField(widget=forms.HiddenInput)


class Subject(forms.Form):
    """One thing, from the row of a list."""

    subject = forms.CharField(widget=forms.HiddenInput)
