"""Pages and actions of looking for the other side."""

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import View, action, both, page
from casement.rooms.analysis import commands
from casement.rooms.analysis.vocabulary import Owner
from casement.rooms.analysis.web.forms.weighing import ExpectationForm, VoicesForm, WeighingForm
from casement.rooms.analysis.web.pages import against
from casement.rooms.analysis.web.pages.blocks import folder
from casement.rooms.analysis.web.views.episodes import episodes_list
from casement.rooms.analysis.web.views.statements import PLACES

READ, WRITE = Action.ANALYSIS_READ, Action.ANALYSIS_WRITE
KIND = "counter-evidence"


def to_list(seat: Seat, result: Any, *, owner: str, number: int, **parts: Any) -> str:
    """Back to what else may speak against it."""
    return f"{folder(seat, owner, number)}against/"


def to_list_of(seat: Seat, result: Any, **parts: Any) -> str:
    """Back to the list an answer belongs to."""
    owner = next(one for one in (Owner.PATTERN, Owner.FINDING, Owner.EPISODE) if getattr(result, f"{one}_id"))
    return f"{folder(seat, owner, getattr(result, owner).number)}against/"


def looking_in(owner: Owner) -> View:
    """What may speak against one kind of claim."""
    return page(
        READ, against.other_side_page, "analysis/against.html", place=PLACES[owner], kind=KIND,
        forms={"form": ExpectationForm, "first": VoicesForm},
    )  # fmt: skip


def expecting_in(owner: Owner) -> View:
    """Saying what one would expect to have been told if a claim were not so."""
    return action(
        commands.expect_otherwise, form=ExpectationForm, back=looking_in(owner), then=to_list,
        said="Kept. What is close to it stands first now.",
    )  # fmt: skip


def thinking_first_in(owner: Owner) -> View:
    """Saying what several voices would have told, before anything is looked for."""
    return action(
        commands.expect_in_voices, form=VoicesForm, back=looking_in(owner), then=to_list, name="first",
        said="Kept. What is close to it stands first.",
    )  # fmt: skip


def weighing_in(owner: Owner) -> View:
    """The page and action of weighing one passage."""
    shown = page(
        WRITE, against.weigh_page, "analysis/weigh.html", place=PLACES[owner], kind=KIND,
        forms={"form": WeighingForm},
    )  # fmt: skip
    kept = "Your answer is kept."
    return both(shown, action(commands.weigh_passage, form=WeighingForm, back=shown, then=to_list, said=kept))


no_longer_expected = action(
    commands.take_back_expectation, form=None, back=episodes_list, then=to_list_of,
    said="It is looked for no longer. It stays in the record.",
)  # fmt: skip

take_back = action(
    commands.take_back_weighing, form=None, back=episodes_list, then=to_list_of,
    said="The answer is taken back. It stays in the record, and the passage may be proposed again.",
)  # fmt: skip
