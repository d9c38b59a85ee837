"""Forms for open queries."""

from django import forms

from casement.foundation.design.offered import Offered
from casement.rooms.analysis.web.forms.fields import Offering, area

WHOM = "To whom do you put it?"


class Keeping(Offering):
    """Something the team does not know yet."""

    text = forms.CharField(
        label="What do you not know yet?", widget=area(3), help_text="A puzzle to solve together, not a reproach.",
        error_messages={"required": "Write what you do not know yet."},
    )  # fmt: skip
    voice = Offered(label=WHOM)


class Putting(Offering):
    """Whom a query is put to."""

    voice = Offered(label=WHOM)


class AnsweringQuery(Offering):
    """What was answered to a query."""

    text = forms.CharField(
        label="What did they answer?", widget=area(3), help_text="“They do not know” is an answer.",
        error_messages={"required": "Write what they answered. “They do not know” is an answer."},
    )  # fmt: skip


class LettingGo(Offering):
    """Why nobody asks any longer."""

    reason = forms.CharField(
        label="Why do you let it go?", widget=area(3),
        help_text="The query stays in the list, with this beside it.",
        error_messages={"required": "Say why you let it go. The reason stays beside the query."},
    )  # fmt: skip
