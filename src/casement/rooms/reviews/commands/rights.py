"""Rights beyond the matrix: named grants that expire, and releases to a role. Only leads decide."""

from datetime import date, datetime, time

from django.utils import timezone

from casement.foundation.access import Role, Seat, Subject, cell
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import now, today
from casement.foundation.events import announce
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.reviews.commands.describing import known
from casement.rooms.reviews.commands.members import member_numbered
from casement.rooms.reviews.models import Grant, Participation, Release, Review
from casement.rooms.reviews.queries.gates import facts_of
from casement.rooms.reviews.rules.processes import HEARD
from casement.rooms.reviews.vocabulary import AccessWidens

LONGEST = 731  # days
BOARD = (Role.ACCOUNTABLE, Role.DELEGATED)


@command(Action.REVIEWS_GRANT)
def grant_access(seat: Seat, *, number: int, subject: str, reason: str, until: date) -> Grant:
    """Let participant `number` read one kind of thing until the end of a day, with a reason.

    A grant in force for the same thing is ended and replaced. Refused when the role cannot be granted it, without a
    reason, and for a day that has passed or lies more than two years ahead.
    """
    known(subject, list(Subject), "subject", "Choose what they may read.")
    place = member_numbered(seat, number)
    if place.ended_at is not None:
        raise Refused("This place has ended. Give the person a new place first.")
    if "N" not in cell(Role(place.role), Subject(subject), seat.standing.local).split("+"):
        raise Refused(
            "This role cannot be granted that. The list of rights says who may see what.", field="subject"
        )
    if not reason.strip():
        raise Refused("Say why they need to read it.", field="reason")
    ahead = (until - today()).days
    if ahead < 0:
        raise Refused("This day has passed. Choose a day ahead.", field="until")
    if ahead > LONGEST:
        raise Refused(
            "A grant lasts two years at most. Choose an earlier day; it can be given again.", field="until"
        )
    announce(AccessWidens(seat, subject))
    Grant.objects.filter(participation=place, subject=subject, ended_at=None).update(ended_at=now())
    return Grant.objects.create(
        participation=place,
        subject=subject,
        reason=reason.strip(),
        by_id=seat.person_id,
        expires_at=timezone.make_aware(datetime.combine(until, time.max)),
    )


@command(Action.REVIEWS_GRANT)
def end_grant(seat: Seat, *, number: int, subject: str) -> Participation:
    """End what participant `number` was granted of one kind, now. Nothing happens when there is no such grant."""
    place = member_numbered(seat, number)
    known(subject, list(Subject), "subject", "Choose what they may no longer read.")
    Grant.objects.filter(participation=place, subject=subject, ended_at=None).update(ended_at=now())
    return place


@command(Action.REVIEWS_GRANT)
def release(seat: Seat, *, subject: str, role: str) -> Release:
    """Let everybody in a role read one kind of thing. Refused when the matrix has no release there, and for the
    draft report to the board before the case group has had its say, or a lead wrote down why not.
    """
    _releasable(seat, subject, role)
    if subject == Subject.DRAFT_REPORT and role in BOARD:
        review = Review.objects.get(pk=seat.review)
        gates = {gate.key: gate for gate in review.way.gates()}
        if HEARD not in facts_of(review).met:
            raise Refused(gates[HEARD].missing)
    announce(AccessWidens(seat, subject))
    found = Release.objects.filter(review_id=seat.review, subject=subject, role=role, ended_at=None).first()
    return found or Release.objects.create(review_id=seat.review, subject=subject, role=role, by_id=seat.person_id)


@command(Action.REVIEWS_GRANT)
def end_release(seat: Seat, *, subject: str, role: str) -> Release:
    """Take a release back, now. What was already read cannot be taken back. NotHere when there is none."""
    known(subject, list(Subject), "subject", "Choose what to take back.")
    known(role, list(Role), "role", "Choose from whom it is taken back.")
    found = Release.objects.filter(review_id=seat.review, subject=subject, role=role, ended_at=None).first()
    if found is None:
        raise NotHere
    found.ended_at = now()
    found.save(update_fields=["ended_at"])
    return found


def _releasable(seat: Seat, subject: str, role: str) -> None:
    known(subject, list(Subject), "subject", "Choose what to release.")
    known(role, list(Role), "role", "Choose to whom it is released.")
    if "r" not in cell(Role(role), Subject(subject), seat.standing.local).split("+"):
        raise Refused(
            "This cannot be released to that role. The list of rights says who may see what.", field="role"
        )
