"""Forms of blind rounds: they parse, commands decide."""

from typing import Any

from django import forms

from casement.foundation.design.offered import Offered, OfferedNumbers, OfferedSeveral, offer
from casement.foundation.design.plain_form import PlainForm
from casement.rooms.coding.vocabulary import CHOICE_NAMES, Choice


class NewRound(PlainForm):
    """What a round is about, where, with which codes, and who takes part."""

    name = forms.CharField(
        label="What is the round about?",
        max_length=120,
        help_text="A few words, such as “Workload in the first five conversations”.",
        error_messages={"required": "Give the round a name, such as the question you want to test."},
    )
    sources = OfferedNumbers(label="In which sources?", error_messages={"required": "Choose at least one source."})
    codes = OfferedSeveral(
        label="With which factors and codes?", error_messages={"required": "Choose at least one factor or code."}
    )
    coders = OfferedNumbers(
        label="Who takes part?",
        help_text="Two people or more. Each goes through the texts alone.",
        error_messages={"required": "Choose at least two people. One alone has nobody to be compared with."},
    )

    def offer(self, content: Any) -> None:
        """Take the choices from the page."""
        offer(self, "sources", content.sources)
        offer(self, "coders", content.coders)


class Done(PlainForm):
    """That somebody went through a text, and how far."""

    source = forms.IntegerField(widget=forms.HiddenInput)
    upto = forms.IntegerField(
        label="Last paragraph you went through",
        required=False,
        min_value=1,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )


class Taken(forms.Form):
    """Which text is not gone through after all."""

    source = forms.IntegerField()


class Settling(PlainForm):
    """What was agreed about one paragraph."""

    source = forms.IntegerField(widget=forms.HiddenInput)
    paragraph = forms.IntegerField(widget=forms.HiddenInput)
    choice = Offered(
        label="What did you agree on?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you agreed on."},
    )
    wording = forms.CharField(
        label="In words",
        help_text="Only when you agreed on something else.",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    reason = forms.CharField(
        label="Why, in one line", max_length=300, error_messages={"required": "Say why, in one line."}
    )

    def offer(self, content: Any) -> None:
        """Take the coders from the page: those who went through this paragraph."""
        if content.now is None:
            return
        keep = [(f"{Choice.KEEP}:{v.place}", f"Keep what {v.name} said") for v in content.now.through]
        rest = [(str(one), CHOICE_NAMES[one]) for one in (Choice.ALL, Choice.NEITHER, Choice.REWORDED)]
        offer(self, "choice", [*keep, *rest])
