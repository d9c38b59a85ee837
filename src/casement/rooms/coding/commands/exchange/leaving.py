"""A project or codebook is asked for, to go to another program; it is made in the background."""

from __future__ import annotations

from casement.foundation import files
from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.refusals import Refused
from casement.rooms.coding.commands.exchange.arriving import ask
from casement.rooms.coding.models import Exchange
from casement.rooms.coding.vocabulary import ENDINGS, GOING_NAMES, Direction, Target

SEND = "coding.send_out"
MADE_BEFORE = (
    "Words were hidden behind labels or blacked out after this file was made, so it is gone. Make it again."
)


def let_go_of_sent(seat: Seat) -> None:
    """Let go of every file made to go out of this review. Inside the command that hid words of a source."""
    rows = Exchange.objects.filter(review_id=seat.review, direction=Direction.OUT).exclude(sha256="")
    for sha256 in rows.values_list("sha256", flat=True):
        files.let_go(sha256)
    rows.update(sha256="", sentence=MADE_BEFORE)


@command(Action.CODING_EXPORT)
def send_exchange(seat: Seat, *, what: str = "project", target: str = "standard") -> Exchange:
    """Ask for a REFI-QDA file of what this seat may read: a project, a bare document, or only the codebook.

    `target` is the program it is for.
    """
    if what not in GOING_NAMES:
        raise Refused("Choose a project or only its codebook.", field="what")
    if target not in tuple(Target):
        raise Refused("Choose the program it is for from the list.", field="target")
    row = Exchange.objects.create(
        review_id=seat.review,
        number=next_number(Exchange, seat.review),
        direction=Direction.OUT,
        kind=what,
        name=f"{seat.ref}{ENDINGS[what]}",
        choices={"target": target},
        role=seat.standing.role or "",
        by_id=seat.person_id,
    )
    ask(seat, row, SEND)
    return row
