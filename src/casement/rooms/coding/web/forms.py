"""Forms of the coding room: they parse, commands decide."""

from typing import Any

from django import forms

from casement.foundation.design.offered import Offered, offer
from casement.foundation.design.plain_form import PlainForm
from casement.foundation.design.widgets import InfluenceChoice
from casement.rooms.coding.vocabulary import INFLUENCE_NAMES, INFLUENCE_SHORT

WAYS = [(short, INFLUENCE_NAMES[full]) for full, short in INFLUENCE_SHORT.items()]
NONE_SAID = ("", "No influence (open codes only)")


def influence_field() -> forms.ChoiceField:
    """Helped, made it harder, unclear; none chosen beforehand."""
    return forms.ChoiceField(
        label="How did it bear on practice?",
        widget=InfluenceChoice,
        choices=WAYS,
        required=False,
        help_text="A factor needs one of these. An open code may do without.",
    )


class ByPlace(forms.Form):
    """What the desk sends: a place in the text, counted in code points, and the words that stand there."""

    start = forms.IntegerField(min_value=0)
    end = forms.IntegerField(min_value=1)
    quote = forms.CharField(strip=False)
    code = forms.CharField(max_length=200, error_messages={"required": "Choose a factor or a code."})
    influence = forms.ChoiceField(choices=[NONE_SAID, *WAYS], required=False)
    memo = forms.CharField(required=False, max_length=20_000)
    sent_key = forms.CharField(required=False, max_length=40)


class CodeChoice(PlainForm):
    """A code from the list, or one in one's own words."""

    code = Offered(label="Factor or code", required=False, choices=[])
    own = forms.CharField(label="Or a new code, in your own words", required=False, max_length=120)
    influence = influence_field()

    def offer(self, content: Any) -> None:
        """Take the choices from the page: by group, those used lately first."""
        lately = [(one.value, one.label) for one in content.codes if one.recent]
        groups: dict[str, list[tuple[str, str]]] = {}
        for one in content.codes:
            groups.setdefault(one.group or "Factors", []).append((one.value, one.label))
        told = [("", "Choose one"), *([("Used lately", lately)] if lately else []), *groups.items()]
        offer(self, "code", told)

    def clean(self) -> dict[str, Any]:
        """One code: the one in one's own words when there is one."""
        told = super().clean() or self.cleaned_data
        own = told.pop("own", "")
        if own and told.get("code"):
            self.add_error("own", "Choose a code from the list or write a new one, not both.")
        elif own:
            told["code"] = f"new:{own}"
        elif not told.get("code"):
            self.add_error("code", "Choose a factor or a code, or write a new one.")
        return told


class ByWords(CodeChoice):
    """The way without a mouse and without script: a paragraph by its number, and the very words."""

    paragraph = forms.IntegerField(
        label="Number of the paragraph", min_value=1, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    words = forms.CharField(
        label="The words, as they stand there",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write or paste the words you want to mark."},
    )
    memo = forms.CharField(
        label="Memo",
        help_text="If you want to keep a thought with the mark.",
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    field_order = ("paragraph", "words", "code", "own", "influence", "memo")


class Influence(PlainForm):
    """Which way a mark worked."""

    influence = forms.ChoiceField(choices=[NONE_SAID, *WAYS], required=False, label="Influence")


class OnMark(PlainForm):
    """A memo kept with a mark."""

    memo = forms.CharField(
        label="Your memo",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=20_000,
        error_messages={"required": "Write the memo first."},
    )
    private = forms.BooleanField(label="Only I can read it", required=False)


class Thought(PlainForm):
    """A memo on a source or on the review as a whole."""

    text = forms.CharField(
        label="What are you thinking?",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=20_000,
        error_messages={"required": "Write the memo first."},
    )
    private = forms.BooleanField(label="Only I can read it", required=False)


class OnSource(Thought):
    """A memo on a source, from its list of marks or from the desk, which may send the same twice."""

    sent_key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)


class OnCode(Thought):
    """A memo on an open code or a factor."""


class NewCode(PlainForm):
    """An open code and what it stands for."""

    label = forms.CharField(
        label="Name of the code",
        max_length=120,
        help_text="A few words, best in the words people used themselves.",
        error_messages={"required": "Give the code a name."},
    )
    definition = forms.CharField(
        label="Use when",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text="When does this code fit?",
    )
    exclusion = forms.CharField(
        label="Not when",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        help_text="What looks like it and belongs elsewhere?",
    )
    example = forms.CharField(
        label="Example",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        help_text="Words that fit it well, without a name in them.",
    )


class CodeWording(NewCode):
    """New words for an open code, over the edition the person had in front of them."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)
