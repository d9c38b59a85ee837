"""What an installation decides about the matrix, cell by cell, each time with a reason."""

from casement.foundation.access import ROLE_NAMES, Role, Seat, Subject, cell
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.local_rights import choices, in_words, why_fixed
from casement.foundation.refusals import Refused
from casement.foundation.saying import in_words as said
from casement.rooms.reviews.commands.describing import known
from casement.rooms.reviews.models import LocalRight, Participation
from casement.rooms.reviews.queries.local import column_name, current

LONGEST = 1000
NO_CONTENT = (Role.ADMIN, Role.RECORDS)


@command(Action.REVIEWS_RIGHTS)
def set_right(
    seat: Seat, *, subject: str, column: str, cell_now: str, reason: str, at_the_machine: bool = False
) -> LocalRight:
    """Let one role do more or less with one kind of thing, in every review here, from now on.

    Refused where the cell is fixed, without a reason, and for somebody who takes part in a review, unless they sit
    `at_the_machine`, where everything is within their reach anyway.
    """
    subject = known(subject, list(Subject), "subject", "Choose what it is about.")
    column = known(column, list(ROLE_NAMES), "column", "Choose whose right it is.")
    thing, role = Subject(subject), Role(column)
    if not at_the_machine and _takes_part(seat.person_id):
        raise Refused(
            "You take part in a review, so you cannot change who sees what. Somebody who takes part in none can, "
            "or it is done on the command line."
        )
    if cell_now not in choices(thing, role):
        raise Refused(why_fixed(thing, role) or "Choose one of what may stand here.", field="cell_now")
    reason = said(reason, "Say why, so that people can read it later.", field="reason", most=LONGEST)
    was = cell(role, thing, current())
    if was == cell_now:
        raise Refused(f"{column_name(role)}: they {in_words(was)} already.", field="cell_now")
    return LocalRight.objects.create(
        subject=thing, column=role, cell=cell_now, was=was, reason=reason, by_id=seat.person_id
    )


def _takes_part(person_id: int) -> bool:
    """Whether they have a place with content in a review that is open."""
    places = Participation.objects.filter(person_id=person_id, ended_at=None, review__closed_at=None)
    return places.exclude(role__in=NO_CONTENT).exists()
