"""An agency is asked for records; the request is chased, closed, withdrawn or opened again."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Q

from casement.foundation.access import Role, Seat, Verb
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import today
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.saying import at_most
from casement.rooms.reviews.models import Agency, Participation
from casement.rooms.sources.commands.request_events import day_of, ended, happened
from casement.rooms.sources.models import RecordRequest, RequestEvent
from casement.rooms.sources.rules.requests import Event, why_not_given_up
from casement.rooms.sources.vocabulary.requests import ENDS, OTHER, POWER_OF, Happened, Route


@command(Action.REQUESTS_ASK)
def ask_for_records(
    seat: Seat,
    *,
    agency: int,
    kinds: str,
    reason: str,
    power: str,
    power_other: str = "",
    asked_of: str = "",
    about: str = "",
    period: str = "",
    asked_on: date | None = None,
    wanted_by: date | None = None,
) -> RecordRequest:
    """Write down what an agency is asked for. Nothing is sent: the letter is there to be printed or saved.

    `agency` is its number. Refused without what is asked for, the reason and the power. When nobody is named by
    role label, it is asked of the agency's contacts in this review.
    """
    body = Agency.objects.filter(review_id=seat.review, number=agency).first()
    if body is None:
        raise Refused("Choose an agency of this review.", field="agency")
    if not kinds.strip():
        raise Refused("Say which records are asked for.", field="kinds")
    if not reason.strip():
        raise Refused("Say why these records are needed.", field="reason")
    if power not in POWER_OF:
        raise Refused("Choose what allows the request.", field="power")
    if power == OTHER and not power_other.strip():
        raise Refused("Say which other power or agreement allows the request.", field="power_other")
    asked = asked_on or today()
    if asked > today():
        raise Refused("The day of asking cannot be in the future.", field="asked_on")
    if wanted_by and wanted_by < asked:
        raise Refused("The day to answer by is before the day of asking.", field="wanted_by")
    return RecordRequest.objects.create(
        review_id=seat.review,
        number=next_number(RecordRequest, seat.review),
        agency=body,
        asked_of=at_most(asked_of, 120, field="asked_of") or _contacts(body),
        kinds=kinds.strip(),
        about=at_most(about, 200, field="about"),
        period=at_most(period, 200, field="period"),
        power=power,
        power_other=at_most(power_other, 300, field="power_other") if power == OTHER else "",
        reason=reason.strip(),
        asked_on=asked,
        wanted_by=wanted_by,
        by_id=seat.person_id,
    )


@command(Action.REQUESTS_ASK)
def chase_request(
    seat: Seat, *, number: int, note: str, route: str = "contact", on: date | None = None
) -> RequestEvent:
    """Note that somebody was asked again, whom and how."""
    row = _mine(seat, number)
    if ended(row):
        raise Refused("This request is over. Open it again before you chase it.")
    if not note.strip():
        raise Refused("Say how it was chased, such as “Rang, left a message”.", field="note")
    try:
        whom = Route(route)
    except ValueError:
        raise Refused("Choose who was asked.", field="route") from None
    return happened(seat, row, Happened.CHASED, on=day_of(row, on), note=note, route=whom)


@command(Action.REQUESTS_ASK)
def end_request(seat: Seat, *, number: int, how: str, reason: str, on: date | None = None) -> RequestEvent:
    """Close a request that needs nothing more, withdraw one, or give one up that the agency never answered.

    Giving up is refused before the agency's chief officer or the legal adviser was asked.
    """
    row = _mine(seat, number)
    if ended(row):
        raise Refused("This request is over already.")
    if how not in set(ENDS):
        raise Refused("Choose whether it is closed, withdrawn or given up.", field="how")
    if not reason.strip():
        raise Refused("Say why.", field="reason")
    if how == Happened.UNANSWERED and (no := _why_not_given_up(row)):
        raise Refused(no, field="how")
    return happened(seat, row, Happened(how), on=day_of(row, on), note=reason)


@command(Action.REQUESTS_ASK)
def reopen_request(seat: Seat, *, number: int, reason: str) -> RequestEvent:
    """Open a request again that was closed or withdrawn."""
    row = _mine(seat, number)
    if not ended(row):
        raise Refused("This request is open.")
    if not reason.strip():
        raise Refused("Say why.", field="reason")
    return happened(seat, row, Happened.REOPENED, on=today(), note=reason)


def _mine(seat: Seat, number: int) -> RecordRequest:
    rows = RecordRequest.objects.visible_to(seat, Verb.WRITE).select_for_update()
    row = rows.filter(number=number).first()
    if row is None:
        raise NotHere
    return row


def _why_not_given_up(row: RecordRequest) -> str:
    rows = RequestEvent.objects.filter(request=row, taken_back_at=None)
    standing = rows.annotate(came=Count("sources", filter=Q(sources__withdrawal=None)))
    told = [Event(one.kind, one.on, one.pk, why=one.why, came=one.came) for one in standing]
    return why_not_given_up(told, rows.exclude(route="").values_list("route", flat=True))


def _contacts(agency: Agency) -> str:
    """The role labels of the agency's contacts; Refused when nobody speaks for it here."""
    places = Participation.objects.filter(agency=agency, role=Role.AGENCY_CONTACT, ended_at=None)
    labels = ", ".join(places.order_by("number").values_list("role_label", flat=True))
    if not labels:
        raise Refused("Say by role label whom you ask: nobody speaks for this agency here yet.", field="asked_of")
    return labels[:120]
