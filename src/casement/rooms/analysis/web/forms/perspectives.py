"""Forms of the narrative of perspectives."""

from typing import Any

from django import forms

from casement.foundation.design.offered import Offered, OfferedSeveral
from casement.foundation.design.widgets import RecordedDate
from casement.rooms.analysis.rules.perspectives import COMPARISONS, REMARK_NAMES, RemarkKind
from casement.rooms.analysis.vocabulary import Cite
from casement.rooms.analysis.web.forms.citing import CitingFields
from casement.rooms.analysis.web.forms.episodes import DATE_HELP
from casement.rooms.analysis.web.forms.fields import Based, Offering, area
from casement.rooms.analysis.web.forms.writing import INFERENCE

WHY_SILENT = (
    (RemarkKind.QUERY.value, "We cannot say. Keep it as an open query"),
    (RemarkKind.NOT_INVOLVED.value, "This role was not part of it then"),
)


class PeriodFields(Based):
    """What a period is called, and when it was."""

    title = forms.CharField(
        label="What do you call this period?", max_length=200,
        help_text="Plain, as people would have called it then. Nothing that was only known later.",
        error_messages={"required": "Give the period a plain name.",
                        "max_length": "Keep the name under 200 characters."},
    )  # fmt: skip
    began = forms.CharField(
        label="When did it begin?", widget=RecordedDate, help_text=DATE_HELP,
        error_messages={"required": "Say when the period began, as exact as you know it."},
    )  # fmt: skip
    until = forms.CharField(
        label="Until when?", required=False, widget=RecordedDate, help_text="Leave empty for a single moment."
    )


class NewPeriod(PeriodFields):
    """A period that is not there yet."""

    def clean(self) -> dict[str, Any]:
        """The values without an edition."""
        told = super().clean() or {}
        told.pop("based_on", None)
        return told


class WritingPerspective(CitingFields):
    """One thing a role knew, thought or felt, with what it rests on: ticked from the list, or named."""

    text = forms.CharField(
        label="What can we say?", widget=area(5),
        help_text="Write it as it can stand in the report: in the past tense, by role label, as it was seen then.",
        error_messages={"required": "Write something first. It can be changed later."},
    )  # fmt: skip
    picked = OfferedSeveral(
        label="What this role could have known by then. Tick what your sentence rests on", required=False
    )
    inference = forms.BooleanField(label=INFERENCE, required=False)
    excerpt = None  # type: ignore[assignment]  # passages stand among what can be ticked
    rests = ("source", "paragraph", "words", "entry")
    last = ("inference",)
    field_order = ("text", "picked", "source", "paragraph", "words", "entry", "inference")

    def clean(self) -> dict[str, Any]:
        """The text with everything that was ticked or named as `cites`."""
        told = super().clean() or {}
        cites = [picked(value) for value in told.pop("picked", ())]
        named = self.cite(told)
        return {**told, "cites": (*cites, named) if named else tuple(cites)}


def picked(value: str) -> Cite:
    """What a tick stands for: "entry:3" or "excerpt:5"."""
    kind, _, number = value.partition(":")
    if kind not in ("entry", "excerpt") or not number.isdigit() or len(number) > 9:
        raise forms.ValidationError("Tick what stands in the list, or name it below.")
    return Cite(entry=int(number)) if kind == "entry" else Cite(excerpt=int(number))


class Silence(Offering):
    """Why nothing is written of a role in a period."""

    kind = forms.ChoiceField(
        label="Why is nothing written?", choices=WHY_SILENT, widget=forms.RadioSelect,
        error_messages={"required": "Choose one of them."},
    )  # fmt: skip
    text = forms.CharField(
        label="In a line", widget=area(3), help_text="What is the question, and who could answer it? Or why not?",
        error_messages={"required": "Say it in a line."},
    )  # fmt: skip


class Comparing(Offering):
    """What another role made of the same thing."""

    other = Offered(label="Which other role or agency?", required=True,
                    error_messages={"required": "Choose the other role or agency."})  # fmt: skip
    kind = forms.ChoiceField(
        label="How was it for them?", choices=[(one.value, REMARK_NAMES[one]) for one in COMPARISONS],
        widget=forms.RadioSelect, error_messages={"required": "Choose one of them."},
    )  # fmt: skip
    text = forms.CharField(
        label="How do we know?", widget=area(3), error_messages={"required": "Say in a line how the team knows."}
    )
