"""Forms of follow-on reports: giving one out, a comment, an answer."""

from __future__ import annotations

from typing import Any

from django import forms

from casement.foundation.design.day_field import Day
from casement.foundation.design.offered import Offered, offer
from casement.rooms.reports.vocabulary import BEARING_NAMES, COMMENT_SAYS, DISPOSITION_NAMES


class Days(forms.Form):
    """Until when an edition is commented on and read, and whether it may be saved."""

    comments_by = Day(
        label="Comments by",
        help_text="A comment that comes later is taken all the same, and marked late.",
        error_messages={"required": "Write the day comments are asked for."},
    )
    until = Day(
        label="Open to the case group until",
        help_text="After this day they can no longer read it. Their comments and your answers stay open to them.",
        error_messages={"required": "Write the last day it can be read."},
    )
    downloads = forms.BooleanField(
        label="They may save it as a file. Each page then says whose copy it is", required=False
    )


class Issue(Days):
    """Giving the report out as it stands."""

    looked = forms.BooleanField(label="I have looked at everything listed above", required=False)


class TakeBack(forms.Form):
    """Why an edition is closed before its day."""

    reason = forms.CharField(
        label="Why is it taken back?",
        help_text="The case group reads this.",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        error_messages={"required": "Say why it is taken back. The case group reads this."},
    )


class Comment(forms.Form):
    """What somebody says of a paragraph."""

    kind = forms.ChoiceField(
        label="What do you want to say?",
        choices=list(COMMENT_SAYS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what kind of thing you want to say."},
    )
    text = forms.CharField(
        label="In your own words",
        widget=forms.Textarea(attrs={"rows": 6}),
        strip=False,
        error_messages={"required": "Write what you want to say."},
    )
    anonymous = forms.BooleanField(
        label="If this is told to the group, call me “a member of the case group”",
        help_text="The lead reviewers still see your role. If you do not tick this, the team sees it too.",
        required=False,
    )


class Answer(forms.Form):
    """What was done with a comment, and why."""

    disposition = forms.ChoiceField(
        label="What did you do with it?",
        choices=list(DISPOSITION_NAMES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what was done with the comment."},
    )
    text = forms.CharField(
        label="Your answer",
        help_text="Say what you changed, or why not. The person who wrote the comment reads it.",
        widget=forms.Textarea(attrs={"rows": 5}),
        strip=False,
        required=False,
    )
    stands = forms.BooleanField(label="We still see this differently, and the next report says so", required=False)
    based_on = forms.IntegerField(widget=forms.HiddenInput)


class Tie(forms.Form):
    """Which episode or finding a comment concerns, and what the team makes of it there."""

    to = Offered(
        label="Which episode or finding?",
        error_messages={"required": "Choose an episode or a finding."},
    )
    status = forms.ChoiceField(
        label="What is it to us there?",
        choices=list(BEARING_NAMES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is to us there."},
    )
    note = forms.CharField(
        label="A line on why. You may leave this empty",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        required=False,
    )

    def offer(self, page: Any) -> None:
        """The episodes and findings there are."""
        offer(self, "to", [("", "Choose one"), *page.places])
