"""The forms about requests for records: asking, and everything that happens afterwards."""

from typing import Any

from django import forms

from casement.foundation.design.day_field import Day
from casement.foundation.design.offered import OfferedNumber, OfferedNumbers, offer
from casement.rooms.sources.vocabulary.requests import (
    ADULTS,
    AGREED,
    CHILDREN,
    POWERS,
    ROUTE_NAMES,
    WHY_NAMES,
    Happened,
    Power,
    Route,
    Why,
)


def words(label: str, missing: str = "", *, rows: int = 3, help_text: str = "") -> forms.CharField:
    """A box for a few lines; `missing` is the sentence when they must be there."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=4000,
        required=bool(missing),
        error_messages={"required": missing} if missing else {},
    )


def day_it_happened() -> Day:
    """The day on which something happened; today, unless it is changed."""
    return Day(label="On which day?", required=False)


def everything(label: str) -> forms.BooleanField:
    """Whether nothing else is to come."""
    return forms.BooleanField(label=label, required=False)


class AskForRecords(forms.Form):
    """What an agency is asked for, why, and what allows it."""

    agency = OfferedNumber(label="Which agency is asked?", error_messages={"required": "Choose the agency."})
    asked_of = forms.CharField(label="Who there?", max_length=120, required=False)
    kinds = words(
        "Which records?",
        "Say which records are asked for.",
        help_text="One kind to a line. Ask for the pages that answer your question rather than the whole file.",
    )
    about = forms.CharField(
        label="Whose records?",
        help_text="By role label or pseudonym. Send names apart from the letter, by a secure way.",
        max_length=200,
        required=False,
    )
    period = forms.CharField(
        label="Of which time?",
        help_text="For example, “March 2023 to November 2024”.",
        max_length=200,
        required=False,
    )
    reason = words("Why is each needed?", "Say why these records are needed.")
    power = forms.ChoiceField(
        label="What allows you to ask?",
        help_text="In short; the law changes. Check with your board’s legal adviser.",
        error_messages={"required": "Choose what allows the request."},
    )
    power_other = forms.CharField(label="If other, which?", max_length=300, required=False)
    asked_on = Day(label="When was it asked?", required=False)
    wanted_by = Day(
        label="By when would you like an answer?", help_text="You may leave this empty.", required=False
    )

    def offer(self, content: Any) -> None:
        """Agencies of the review; powers with those for this kind of review first."""
        choices = content.choices
        offer(self, "agency", [("", "Choose an agency"), *choices.agencies])
        offer(self, "power", power_choices(choices.kind))
        if choices.contacts:
            told = "; ".join(f"{agency}: {label}" for agency, label in choices.contacts)
            hint = f"By role label. Leave it empty to ask the agency’s contact in this review. {told}."
        else:
            hint = "By role label, such as “Records Manager, Housing”."
        self.fields["asked_of"].help_text = hint

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "power", power_choices(""))


def power_choices(kind: str) -> list[Any]:
    """Every power, in groups; those for adults first where the review is about an adult."""
    groups = (ADULTS, CHILDREN, AGREED) if kind == "adults" else (CHILDREN, ADULTS, AGREED)
    told = [(group, [(one.key, _named(one)) for one in POWERS if one.group == group]) for group in groups]
    return [("", "Choose one"), *told]


def _named(power: Power) -> str:
    return f"{power.name} ({power.nations})" if power.nations else power.name


class Promise(forms.Form):
    """By which day the records will come."""

    promised_for = Day(
        label="By which day will they come?", error_messages={"required": "Write the day that is promised."}
    )
    note = words("Anything to add?", rows=2)
    on = day_it_happened()


class Receive(forms.Form):
    """Which sources came in answer."""

    sources = OfferedNumbers(label="Which records came?", required=False)
    batch = OfferedNumber(label="Or everything of one batch", required=False)
    whole = everything("This is everything: nothing else is to come")
    note = words("Anything to add?", rows=2)
    on = day_it_happened()

    def offer(self, content: Any) -> None:
        """The agency's records that this person may know of."""
        choices = content.choices
        told = [(one.number, (f"Source {one.number}", one.title, one.date)) for one in choices.records]
        offer(self, "sources", [(str(number), ", ".join(part for part in parts if part)) for number, parts in told])
        offer(self, "batch", [("", "No batch"), *choices.batches])


class NoteGap(forms.Form):
    """What is not there, and why."""

    what = words("What is not there?", "Say what is not there.", rows=2)
    why = forms.ChoiceField(
        label="Why?",
        choices=[(str(why), name) for why, name in WHY_NAMES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why it is not there."},
    )
    promised_for = Day(
        label="If it is still to come, by which day?", help_text="You may leave this empty.", required=False
    )
    whole = everything("That is the whole answer: nothing else is to come")
    on = day_it_happened()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"].choice_hints = {  # type: ignore[attr-defined]
            str(Why.WITHHELD): "Say above on what ground, as far as it was given."
        }


class Chase(forms.Form):
    """Who was asked again, and how."""

    route = forms.ChoiceField(
        label="Who was asked?",
        choices=[(str(route), name) for route, name in ROUTE_NAMES.items()],
        widget=forms.RadioSelect,
        initial=str(Route.CONTACT),
    )
    note = words("How, and what was said?", "Say how it was chased, such as “Rang, left a message”.", rows=2)
    on = day_it_happened()


class EndRequest(forms.Form):
    """Closing, withdrawing or giving up a request."""

    how = forms.ChoiceField(
        label="How does it end?",
        choices=[
            (str(Happened.CLOSED), "Close it: nothing more is needed"),
            (str(Happened.WITHDRAWN), "Withdraw it: it should not be answered any more"),
            (str(Happened.UNANSWERED), "Give it up: everybody on the route was asked, and no answer came"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it is closed, withdrawn or given up."},
    )
    reason = words("Why?", "Say why.", rows=2)
    on = day_it_happened()


class Reopen(forms.Form):
    """Opening a request again."""

    reason = words("Why is it opened again?", "Say why.", rows=2)
