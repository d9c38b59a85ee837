"""Forms of the pattern workspace: cards from the tray into a pattern, and what feeds what."""

from django import forms

from casement.foundation.design.offered import OfferedNumber, OfferedNumbers
from casement.rooms.analysis.web.forms.fields import Offering, area


class Cards(Offering):
    """Cards that are ticked in the tray, and the pattern they belong to."""

    uses = OfferedNumbers(label="Factor uses", required=False)
    passages = OfferedNumbers(label="Passages", required=False)
    into = OfferedNumber(label="Put what is ticked into", required=False)
    title = forms.CharField(
        label="Or into a new pattern: what recurs?", required=False, max_length=300,
        help_text="A few words about the work, not about people.",
    )  # fmt: skip

    @property
    def ticked(self) -> frozenset[str]:
        """The cards that were ticked when the form came back, by their ids on the page."""
        if not self.is_bound:
            return frozenset()
        return frozenset(f"{name}-{value}" for name in ("uses", "passages") for value in self[name].value() or ())


class Linking(Offering):
    """One pattern feeds another, because."""

    feeds = OfferedNumber(label="This pattern", required=False)
    fed = OfferedNumber(label="feeds this one", required=False)
    reason = forms.CharField(
        label="Because", widget=area(2), error_messages={"required": "Say why the one feeds the other."}
    )
