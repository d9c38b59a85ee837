"""Forms for deciding about candidates."""

from typing import Any

from django import forms

from casement.foundation.design.offered import OfferedNumber, OfferedSeveral
from casement.rooms.analysis.web.forms.episodes import EpisodeFields
from casement.rooms.analysis.web.forms.fields import Offering, area


class Taking(EpisodeFields):
    """A candidate put forward as an episode, with what it rests on ready to be cited."""

    why = forms.CharField(
        label="Why may it be key?", widget=area(3),
        help_text="How could it explain the course of the case, or how it was handled?",
        error_messages={"required": "Say why this may be a key episode. You may change it later."},
    )  # fmt: skip
    ticked = OfferedSeveral(
        label="What is the reason to rest on?",
        help_text="Leave ticked what you want to cite. More can be added later.",
        required=False,
    )
    field_order = ("title", "why", "began", "until", "strands", "roles", "ticked")

    def clean(self) -> dict[str, Any]:
        """A new thing has no edition yet."""
        told = super().clean() or {}
        told.pop("based_on", None)
        return told


class SettingAside(Offering):
    """Why a candidate is no episode."""

    reason = forms.CharField(
        label="Why is it not an episode?", widget=area(3),
        help_text="The reason stays in the decision log. It is not proposed again until what it rests on changes.",
        error_messages={"required": "Say why it is set aside. The reason stays in the log."},
    )  # fmt: skip


class AskingAbout(Offering):
    """A query to an agency, or to anybody who may know."""

    text = forms.CharField(
        label="What do you want to ask?", widget=area(3), help_text="A puzzle to solve together, not a reproach.",
        error_messages={"required": "Write what you want to ask."},
    )  # fmt: skip
    asked_of = OfferedNumber(label="Whom do you ask?", required=False)


class LookingAgain(Offering):
    """Why a decision is taken back."""

    reason = forms.CharField(
        label="Why do you want to look at it again?", widget=area(3),
        help_text="What was decided stays in the log, with this beside it.",
        error_messages={"required": "Say why you want to look at it again."},
    )  # fmt: skip
