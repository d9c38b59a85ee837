"""What holds and due looks stop when other rooms are about to change something."""

from casement.foundation.access import Seat, Subject
from casement.foundation.actions import Action
from casement.foundation.changes import stops
from casement.foundation.events import listens_to
from casement.foundation.refusals import Refused
from casement.rooms.proceedings.queries import holds_in_force, looks_due
from casement.rooms.proceedings.rules.holds import covers, scope_of, stops_move
from casement.rooms.proceedings.vocabulary import Scope
from casement.rooms.reviews.vocabulary import AccessWidens, ReviewMoves

REPORTS = (Subject.FOLLOW_ON, Subject.DRAFT_REPORT, Subject.FINAL_REPORT)


@stops
def stop_what_is_held(seat: Seat, action: Action) -> str:
    """The sentence of a hold that stops `action`; empty when none does."""
    scope = scope_of(action)
    if scope is None:
        return ""
    found = (one for one in holds_in_force(seat.review) if covers(one.scope, one.thing, scope))
    return next((one.told_to(seat) for one in found), "")


@listens_to(ReviewMoves)
def stop_the_move(event: ReviewMoves) -> None:
    """A review does not move to a held step, nor while a look at what bears on it is overdue."""
    for one in holds_in_force(event.seat.review):
        if stops_move(one.scope, one.thing, event.to):
            raise Refused(one.told_to(event.seat), field="to")
    if due := looks_due([event.seat.review])[event.seat.review]:
        raise Refused(due[0].sentence, field="to")


@listens_to(AccessWidens)
def stop_the_release(event: AccessWidens) -> None:
    """Nothing is released or granted while the review is held, and no report while reports are."""
    scope = Scope.REPORT if event.subject in REPORTS else Scope.WHOLE_REVIEW
    for one in holds_in_force(event.seat.review):
        if covers(one.scope, one.thing, scope):
            raise Refused(one.told_to(event.seat))
