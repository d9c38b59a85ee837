"""Forms for the disclosure log and for how long material is kept."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms

from casement.foundation.design.day_field import Day
from casement.rooms.proceedings.vocabulary import BASIS_NAMES, DIRECTION_NAMES, MATERIAL_NAMES, THING_NAMES, Thing
from casement.rooms.proceedings.web.forms.fields import box, line, radios


class Disclose(forms.Form):
    """What passed between the review and somebody outside it."""

    direction = radios("Which way did it go?", DIRECTION_NAMES, "Choose whether it was given or received.")
    what = line(
        "What went?", "Say what went.", most=300, help_text="By labels, such as “Log of Housing, pages 3 to 9”."
    )
    thing = radios(
        "What is it here?",
        THING_NAMES,
        "Choose what went.",
        {
            Thing.SOURCE: "Its version of this moment is fixed by its hash.",
            Thing.COPY: "Fixed by the hash of its file.",
        },
    )
    thing_number = forms.IntegerField(
        label="Its number",
        help_text="For a source or a saved copy.",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
        error_messages={"invalid": "Write a number, or leave this empty."},
    )
    file = forms.FileField(
        label="The very file that went, if you have it",
        help_text="Only its hash is kept, so that anybody can show later which file it was. You may leave it out.",
        required=False,
        allow_empty_file=True,
    )
    party = line("To whom, or from whom?", "Say by role to whom it went, or from whom it came.")
    basis = radios("On what ground?", BASIS_NAMES, "Choose on what ground it went.")
    basis_words = line(
        "Which order, law, protocol or request?", "Name the order, the law, the protocol or the request.", most=300
    )
    redactions = box("What was taken out or blacked out?", rows=2, help_text="Leave it empty if nothing was.")
    decided_by = line("Who decided it?", "Say by role who decided it.", most=120)
    told = box("Who was told of it?", "Say who was told of it, or that nobody was and why.", rows=2)
    on = Day(label="On which day did it go?", help_text="Leave it empty for today.", required=False)
    corrects = forms.IntegerField(
        label="Does it correct a line of this log? Its number",
        help_text="The line stays as it is. Leave this empty for a new one.",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
        error_messages={"invalid": "Write a number, or leave this empty."},
    )

    def clean(self) -> dict[str, Any]:
        """What the command takes: the hash of the file in place of the file."""
        told: dict[str, Any] = super().clean() or {}
        sent = told.pop("file", None)
        digest = hashlib.sha256()
        for piece in sent.chunks() if sent else ():
            digest.update(piece)
        return {**told, "sha256": digest.hexdigest() if sent else ""}


class Keep(forms.Form):
    """Until when one kind of material is kept."""

    material = forms.ChoiceField(
        label="Which material?",
        choices=[("", "Choose one"), *((str(key), name) for key, name in MATERIAL_NAMES.items())],
        error_messages={"required": "Choose the kind of material."},
    )
    until = Day(label="Until which day is it kept?", required=False)
    reason = box("On what ground?", "Say on what ground, such as the board’s schedule.", rows=2)
