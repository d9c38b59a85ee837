"""Forms for what a review is: opening it, changing its facts, its variant, its agencies."""

from typing import Any

from django import forms

from casement.foundation.design.offered import OfferedSeveral, offer
from casement.rooms.reviews.commands import Lead
from casement.rooms.reviews.rules.processes import variants
from casement.rooms.reviews.vocabulary import INDEPENDENCE_NAMES, KIND_HELP, KIND_NAMES
from casement.rooms.reviews.web.forms.fields import Lines

PERIOD_HELP = "As exactly as you know it, such as “March 2023 to November 2024” or “about early July 2024”."


def kind_field() -> forms.ChoiceField:
    """Which kind of review, as radios."""
    field = forms.ChoiceField(
        label="What kind of review is it?",
        choices=list(KIND_NAMES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what kind of review this is."},
    )
    field.choice_hints = KIND_HELP  # type: ignore[attr-defined]
    return field


def variant_field() -> forms.ChoiceField:
    """Which form of the process, as radios that say what each means."""
    field = forms.ChoiceField(
        label="Which form does it take?",
        help_text="The fuller the form, the stronger the evidence. The report prints it, because it limits "
        "what the findings can claim.",
        choices=[(each.key, each.name) for each in variants()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a form of the review."},
    )
    field.choice_hints = {each.key: each.consequences for each in variants()}  # type: ignore[attr-defined]
    return field


def independence_field(label: str) -> forms.ChoiceField:
    """Whether a lead works for one of the agencies; may be left open."""
    return forms.ChoiceField(
        label=label, choices=list(INDEPENDENCE_NAMES.items()), widget=forms.RadioSelect, required=False
    )


class Facts(forms.Form):
    """Code name, kind, period and board."""

    code_name = forms.CharField(
        label="Code name",
        help_text="A word that points to nobody: a tree, a bird, a river far away. Never a real name.",
        max_length=200,
        error_messages={"required": "Give the review a code name. Never use a real name."},
    )
    sure = forms.BooleanField(label="This is a code name, not somebody’s name", required=False)
    kind = kind_field()
    period = forms.CharField(
        label="Which time does it look at?", help_text=PERIOD_HELP, max_length=400, required=False
    )
    board_name = forms.CharField(
        label="Which board commissions it?",
        help_text="The name of the board, partnership or committee, as it is known locally.",
        max_length=120,
        required=False,
    )


class ChangeFacts(Facts):
    """The facts again, based on the edition the person saw."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)


class Open(Facts):
    """Everything asked when a review is opened; only the code name and the kind must be answered."""

    variant = variant_field()
    questions = Lines(
        label="What could this case let us see of how services work?",
        help_text="Open questions take the place of terms of reference. One a line. You may change them later.",
        required=False,
    )
    agencies = Lines(
        label="Which agencies worked with the family or the person?",
        help_text="One a line, such as “Health visiting”. More can be added later.",
        rows=6,
        required=False,
    )
    leading = forms.ChoiceField(
        label="What is your own part?",
        choices=[("yes", "I am a lead reviewer"), ("no", "I run it for the board and do not lead it")],
        widget=forms.RadioSelect,
        initial="yes",
        error_messages={"required": "Say whether you lead this review."},
    )
    independence = independence_field("If you lead it, whom do you work for?")
    other_name = forms.CharField(label="Name of the other lead reviewer", max_length=120, required=False)
    other_email = forms.EmailField(
        label="Their e-mail address",
        help_text="Somebody who has no account yet gets an invitation.",
        required=False,
        error_messages={"invalid": "This does not look like an e-mail address. Check it."},
    )
    other_independence = independence_field("Whom does the other lead work for?")
    dpia_reference = forms.CharField(
        label="Reference of the data protection impact assessment", max_length=120, required=False
    )
    dpia_waiver = forms.CharField(
        label="Or why there is none, and who decided that",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    sent_key = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)

    def clean(self) -> dict[str, Any]:
        """What the command takes: the other lead as one thing, one's own part as yes or no."""
        told: dict[str, Any] = super().clean() or {}
        name, email = told.pop("other_name", ""), told.pop("other_email", "")
        independence = told.pop("other_independence", "")
        if "other_email" in self.errors:
            return told
        if name and not email:
            self.add_error("other_email", "Write the address of the other lead, or leave both empty.")
        if told.get("leading") == "no" and not email:
            self.add_error("other_email", "Somebody has to lead. Write the address of the lead reviewer.")
        told["leads"] = (Lead(email, name, independence),) if email else ()
        told["leading"] = told.get("leading") != "no"
        return told


class Variant(forms.Form):
    """Another form of the process, with a reason."""

    variant = variant_field()
    reason = forms.CharField(
        label="Why does the form change?",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say why the form of the review changes. The report will print the form."},
    )


class LeftOut(forms.Form):
    """The steps that this review does without, with a reason."""

    steps = OfferedSeveral(label="Which steps does this review leave out?", required=False)
    reason = forms.CharField(
        label="Why?",
        help_text="The history of the review keeps it.",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        error_messages={"required": "Say why. The history of the review keeps it."},
    )

    def offer(self, content: Any) -> None:
        """The steps that can be left out."""
        offer(self, "steps", [(key, label) for key, label, _ in content.steps])
        hints = {key: purpose for key, _, purpose in content.steps}
        self.fields["steps"].choice_hints = hints  # type: ignore[attr-defined]


class Agency(forms.Form):
    """The name of an agency."""

    name = forms.CharField(
        label="Name of the agency",
        max_length=120,
        error_messages={"required": "Write the name of the agency."},
    )
