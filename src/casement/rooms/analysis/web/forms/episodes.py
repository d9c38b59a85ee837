"""Forms for episodes, their appraisal and the factors in them."""

from typing import Any

from django import forms

from casement.foundation.design.offered import Offered, OfferedNumber, OfferedNumbers
from casement.foundation.design.widgets import InfluenceChoice, RecordedDate
from casement.rooms.analysis.vocabulary import (
    CONFIDENCE_NAMES,
    INFLUENCE_NAMES,
    TENDENCY_NAMES,
)
from casement.rooms.analysis.web.forms.citing import CitingFields
from casement.rooms.analysis.web.forms.fields import Based, Offering, area

DATE_HELP = "As exact as you know it: “22 May 2024”, “early March 2024”, “w/c 13 May 2024”."
SURE = (("", "Not said yet"), *CONFIDENCE_NAMES.items())


class EpisodeFields(Based):
    """What an episode is called, when it was, and who was in it."""

    title = forms.CharField(
        label="Title", max_length=200, help_text="Plain, without judgement. What happened, or did not.",
        error_messages={"required": "Give the episode a plain title, without judgement.",
                        "max_length": "Keep the title under 200 characters. The rest belongs in the accounts."},
    )  # fmt: skip
    began = forms.CharField(label="When did it begin?", required=False, widget=RecordedDate, help_text=DATE_HELP)
    until = forms.CharField(
        label="Until when?", required=False, widget=RecordedDate, help_text="Leave empty for a single moment."
    )
    strands = OfferedNumbers(label="Which agencies were in it?", required=False)
    roles = OfferedNumbers(label="Which roles were in it?", required=False)


class Proposing(EpisodeFields, CitingFields):
    """A candidate episode, with its reason and the passage that suggests it."""

    why = forms.CharField(
        label="Why may it be key?", widget=area(3),
        help_text="How could it explain the course of the case, or how it was handled?",
        error_messages={"required": "Say why this may be a key episode. You may change it later."},
    )  # fmt: skip
    field_order = ("title", "why", "began", "until", "strands", "roles", "excerpt", "source", "paragraph", "words",
                   "entry")  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """The values a candidate needs; what it rests on as `cites`."""
        told = super().clean() or {}
        told.pop("based_on", None)
        named = self.cite(told)
        return {**told, "cites": (named,) if named else ()}


class Deciding(Offering):
    """Choosing an episode; a reason helps later readers."""

    reason = forms.CharField(label="Why is it one of the key episodes?", required=False, widget=area(2))


class LeavingOut(Offering):
    """Not selecting an episode."""

    reason = forms.CharField(
        label="Why is it not selected?", widget=area(2),
        error_messages={"required": "Say why it is not selected. The reason is kept with it."},
    )  # fmt: skip


class Appraising(Based):
    """Which way practice tended, by which standard, with hindsight taken off."""

    tendency = forms.ChoiceField(
        label="Which way did the practice tend?", required=False, widget=forms.RadioSelect,
        choices=[(key, name.capitalize()) for key, name in TENDENCY_NAMES.items()],
    )  # fmt: skip
    standard = forms.CharField(
        label="Which standard do you measure by?", required=False, widget=area(3),
        help_text="Guidance, law, local agreement, or what good practice was thought to be.",
    )  # fmt: skip
    standard_applied = forms.CharField(
        label="Did it apply then, and did the people know it?", required=False, widget=area(2)
    )
    hindsight_check = forms.CharField(label="What was known then, and to whom?", required=False, widget=area(2))
    outcome_check = forms.CharField(
        label="Would we say the same had it ended well?", required=False, widget=area(2)
    )
    difficulty_check = forms.CharField(
        label="Have we made the choice look easier or harder than it was?", required=False, widget=area(2)
    )


class Sureness(Based):
    """How sure the team is, and why."""

    word = forms.ChoiceField(
        label="How sure are we?", widget=forms.RadioSelect, choices=list(CONFIDENCE_NAMES.items()),
        error_messages={"required": "Choose the word that says how sure you are."},
    )  # fmt: skip
    reason = forms.CharField(
        label="Why that sure?", widget=area(3),
        error_messages={"required": "Say in a sentence why you are that sure."},
    )  # fmt: skip


class Significance(Based):
    """The pattern category a hunch points to."""

    category = Offered(label="Which kind of pattern could it be?", required=False)


class NoFactors(Based):
    """Why no factor was found."""

    reason = forms.CharField(label="No factor was found, because", required=False, widget=area(2))


class FactorFields(Based):
    """What a factor use says."""

    item_id = Offered(label="Factor", required=False)
    free_text = forms.CharField(
        label="Or in your own words",
        required=False,
        max_length=200,
        help_text="It can be matched to the list later.",
    )
    influence = forms.ChoiceField(
        label="Which way did it work?", widget=InfluenceChoice, choices=list(INFLUENCE_NAMES.items()),
        error_messages={"required": "Say which way it worked: helped, made it harder, or unclear."},
    )  # fmt: skip
    account_of = OfferedNumber(label="Whose account is it?", required=False)
    importance = forms.CharField(
        label="How important was it to them, in their words?", required=False, max_length=80
    )
    confidence = forms.ChoiceField(label="How sure are we?", required=False, choices=SURE)
    inference = forms.BooleanField(
        label="This is the reviewers’ inference: it rests on no single passage", required=False
    )


class AddingFactor(FactorFields, CitingFields):
    """A factor applied to an episode, with how it bore on practice and what that rests on."""

    how = forms.CharField(
        label="How did it bear on practice?", widget=area(3),
        error_messages={"required": "Say in what way it shaped what people did."},
    )  # fmt: skip
    last = ("inference",)
    field_order = ("item_id", "free_text", "influence", "how", "account_of", "importance", "confidence", "excerpt",
                   "source", "paragraph", "words", "entry", "inference")  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """The values of a factor use; what it rests on as `cites`."""
        told = super().clean() or {}
        told.pop("based_on", None)
        named = self.cite(told)
        return {**told, "cites": (named,) if named else ()}
