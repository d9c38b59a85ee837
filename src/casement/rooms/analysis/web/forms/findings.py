"""Forms for patterns and findings and what belongs to them."""

from django import forms

from casement.foundation.design.offered import Offered, OfferedNumber, OfferedNumbers, OfferedSeveral
from casement.rooms.analysis.vocabulary import (
    DIRECTION_NAMES,
    FIGURE_SOURCE_NAMES,
    LEVEL_NAMES,
    PRIORITY_NAMES,
    RESPONSE_KIND_NAMES,
)
from casement.rooms.analysis.web.forms.fields import Based, Offering, WholeNumber, area


class PatternFields(Based):
    """What a pattern is called and which family it belongs to."""

    title = forms.CharField(
        label="What recurs?", max_length=300, help_text="A few words about the work, not about people.",
        error_messages={"required": "Say in a few words what recurs."},
    )  # fmt: skip
    primary = Offered(label="Main category", required=False)
    secondary = OfferedSeveral(label="Also belongs to", required=False)


class Gathering(PatternFields):
    """A new candidate pattern from factor uses."""

    statement = forms.CharField(
        label="The pattern in a sentence or two", required=False, widget=area(3),
        help_text="What recurs, and what does it do to the work?",
    )  # fmt: skip
    uses = OfferedNumbers(
        label="Factor uses to gather", help_text="Best from two or more episodes.", required=False
    )
    field_order = ("title", "statement", "primary", "secondary", "uses")

    def clean(self) -> dict[str, object]:
        """A new thing has no edition yet."""
        told = super().clean() or {}
        told.pop("based_on", None)
        return told


class AddingUses(Offering):
    """More factor uses for a pattern."""

    uses = OfferedNumbers(label="Factor uses to add", required=False)


class Placing(Based):
    """Where the team puts a pattern."""

    priority = forms.ChoiceField(
        label="Where do we put it?", widget=forms.RadioSelect, choices=list(PRIORITY_NAMES.items()),
        error_messages={"required": "Choose where to put it."},
    )  # fmt: skip
    reason = forms.CharField(label="Why?", required=False, widget=area(2))


class FindingFields(Based):
    """A finding's title, categories, direction and episodes."""

    title = forms.CharField(
        label="Title", widget=area(3), max_length=400,
        help_text="One sentence, in the present. The system is the subject, and it says what follows.",
        error_messages={"required": "Write the title as one sentence about the system.",
                        "max_length": "Keep the title to one sentence of at most 400 characters."},
    )  # fmt: skip
    primary = Offered(label="Main category", required=False)
    secondary = OfferedSeveral(label="Also belongs to", required=False)
    direction = forms.ChoiceField(
        label="Is it a weakness, or a strength?", required=False, widget=forms.RadioSelect,
        choices=list(DIRECTION_NAMES.items()),
    )  # fmt: skip
    episodes = OfferedNumbers(label="In which episodes does it show?", required=False)


class Drafting(FindingFields):
    """A new finding, from a pattern where there is one."""

    pattern = OfferedNumber(
        label="From which pattern?", help_text="Its categories and episodes come with it.", required=False
    )
    field_order = ("title", "pattern", "primary", "secondary", "direction", "episodes")

    def clean(self) -> dict[str, object]:
        """A new thing has no edition yet."""
        told = super().clean() or {}
        told.pop("based_on", None)
        return told


class Moving(Based):
    """The next state of a finding."""

    to = Offered(label="Move it to", required=True, error_messages={"required": "Choose where it should go."})
    reason = forms.CharField(
        label="Why?", required=False, widget=area(2), help_text="Needed when it goes back or aside."
    )


class Ordering(Offering):
    """The place of a finding in the list."""

    order = WholeNumber(label="Place in the list", required=True, min_value=1)


class Figure(Offering):
    """How usual it is: a figure, or "not known"."""

    not_known = forms.BooleanField(label="It is not known", required=False)
    would_need = forms.CharField(label="What would it take to know?", required=False, widget=area(2))
    numerator = WholeNumber(label="How many", help_text="Such as 31.")
    denominator = WholeNumber(label="Out of how many", help_text="Such as 48.")
    unit = forms.CharField(label="Of what", required=False, max_length=120, help_text="Such as notifications.")
    population = forms.CharField(label="Among whom", required=False, max_length=200)
    geography = forms.CharField(label="Where", required=False, max_length=200)
    period = forms.CharField(label="When", required=False, max_length=120)
    source_kind = forms.ChoiceField(
        label="Where does it come from?", required=False,
        choices=[("", "Choose one"), *FIGURE_SOURCE_NAMES.items()],
    )  # fmt: skip
    reference = forms.CharField(label="Reference", required=False, widget=area(2))
    obtained = forms.CharField(
        label="How did we get it?",
        required=False,
        widget=area(2),
        help_text="Needed when it was told, not counted.",
    )
    limits = forms.CharField(label="Its limits", required=False, widget=area(2))


class Asking(Based):
    """A question for the board."""

    text = forms.CharField(
        label="What must the board think about?", widget=area(3),
        help_text="An open question, not a task.",
        error_messages={"required": "Write the question you want the board to think about."},
    )  # fmt: skip
    response_kind = forms.ChoiceField(
        label="What kind of answer does it need?", widget=forms.RadioSelect,
        choices=list(RESPONSE_KIND_NAMES.items()), error_messages={"required": "Say what kind of answer it needs."},
    )  # fmt: skip
    level = forms.ChoiceField(
        label="Whom is it for?", widget=forms.RadioSelect, choices=list(LEVEL_NAMES.items()),
        error_messages={"required": "Say whom the question is for."},
    )  # fmt: skip


class AskingNew(Asking):
    """A new question for the board."""

    def clean(self) -> dict[str, object]:
        """A new thing has no edition yet."""
        told = super().clean() or {}
        told.pop("based_on", None)
        return told
