"""What this room says when a gate is answered by hand, and what it puts beside meetings and findings."""

from collections.abc import Iterable

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.beside import Beside, tells_beside
from casement.foundation.events import listens_to
from casement.foundation.refusals import Refused
from casement.rooms.responses import queries
from casement.rooms.responses.vocabulary import KEY
from casement.rooms.reviews.vocabulary import GateAnswered

ON_ITS_PAGE = "The check before publication has a page of its own, Publication, and is signed there by two people."


@listens_to(GateAnswered)
def hold_the_gate(event: GateAnswered) -> None:
    """The check is not answered by one person in a sentence any more; what was answered so before still counts."""
    if event.gate == KEY:
        raise Refused(ON_ITS_PAGE, field="text")


@tells_beside("meeting")
def of_a_meeting(seat: Seat, number: int) -> Iterable[Beside]:
    """The record of the presentation that a meeting was."""
    if not allows(seat.standing, Action.RESPONSES_READ):
        return ()
    return [
        Beside("What was said to the board", f"/reviews/{seat.ref}/response/presentations/{one}/")
        for one in queries.presentations_of(seat, number)
    ]


@tells_beside("finding")
def of_a_finding(seat: Seat, number: int) -> Iterable[Beside]:
    """That the board has answered questions of a finding."""
    if not allows(seat.standing, Action.RESPONSES_READ):
        return ()
    answered = queries.answered_of(seat, number)
    at = f"/reviews/{seat.ref}/response/findings/{number}/"
    if not answered:
        return ()
    return [Beside("What the board answers", at, f"{answered} answered so far", "From the board")]
