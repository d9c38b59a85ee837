"""The form on which a passage is weighed."""

from django import forms

from casement.foundation.design.offered import OfferedNumber
from casement.rooms.analysis.rules.opposing import VOICE_NAMES, Voice
from casement.rooms.analysis.vocabulary import WEIGHING_NAMES
from casement.rooms.analysis.web.forms.fields import Offering, area


class ExpectationForm(forms.Form):
    """One thing that somebody would have said or written if the claim were not so."""

    text = forms.CharField(
        label="If it were not so, what would somebody have said or written?",
        help_text="One thing at a time, in the words they would have used: “He rang me back the same day.”",
        widget=area(2),
        error_messages={"required": "Write one thing that somebody would have said or written."},
    )


class VoicesForm(forms.Form):
    """What each of several voices would have told if the claim were not so, before anything is looked for."""

    worker = forms.CharField(label=VOICE_NAMES[Voice.WORKER], required=False, widget=area(2))
    record = forms.CharField(label=VOICE_NAMES[Voice.RECORD], required=False, widget=area(2))
    family = forms.CharField(label=VOICE_NAMES[Voice.FAMILY], required=False, widget=area(2))
    others = forms.CharField(label=VOICE_NAMES[Voice.OTHERS], required=False, widget=area(2))


class WeighingForm(Offering):
    """Whether a passage weakens a claim, why, and what it is to be evidence against."""

    quote = forms.CharField(widget=forms.HiddenInput, strip=False, required=False)
    answer = forms.ChoiceField(
        label="Does this passage weaken what we say?",
        choices=tuple(WEIGHING_NAMES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether it weakens what you say."},
    )
    reason = forms.CharField(
        label="Why?",
        help_text="A sentence. It stays in the record with your role and the day.",
        widget=area(3),
        error_messages={"required": "Say why, in a sentence."},
    )
    statement = OfferedNumber(
        label="If it weakens it: add it at once as evidence against",
        help_text="It then stands beside the text you choose. Leave it if you want to decide later.",
        required=False,
    )
