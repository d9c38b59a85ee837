"""Who holds which conversation: people decide, with a reason where something speaks against it."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number, wait_in_line
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.planning.models import Pair, TieNote
from casement.rooms.planning.queries.pairs import HeardLine, Pairing, Sitting, pairing
from casement.rooms.planning.rules.pairing import PAIR, Heard, Listener, elsewhere
from casement.rooms.planning.vocabulary import TIE_NAMES

AGAINST = {
    "one": "Conversations are normally held by two people.",
    "same": "Both are from the agency of the person they listen to, and of no other profession.",
}


@command(Action.PLANNING_PEOPLE)
def keep_pair(seat: Seat, *, number: int, first: int, second: int | None = None, reason: str = "") -> Pair:
    """Decide who listens to the person with the place `number`; an earlier pair of theirs ends.

    Refused when one of them may not sit with that person, and, without a reason, when there is only one of them or
    both are from that person's agency.
    """
    wait_in_line(seat.review)
    told = pairing(seat)
    heard = told.one(number)
    one = _listener(told, first, "first")
    two = _listener(told, second, "second") if second is not None else None
    if two is not None and one.key == two.key:
        raise Refused("Choose two different people.", field="second")
    tied = {(tie.listener, tie.heard) for tie in told.ties}
    for each in (one, two):
        if each is not None and (each.label, heard.label) in tied:
            raise Refused(f"{each.label} and {heard.label} may not sit in one conversation.", field="first")
    against = AGAINST["one"] if two is None else AGAINST["same"] if _same_agency(heard, one, two) else ""
    if against and not reason.strip():
        raise Refused(f"{against} Choose others, or say why it is so.", field="reason")
    return _keep(seat, heard.key, one.key, two.key if two else None, reason)


def _listener(told: Pairing, number: int, field: str) -> Sitting:
    for each in told.listeners:
        if each.number == number:
            return each
    raise Refused("Choose a lead reviewer or a member of the team.", field=field)


def _same_agency(heard: HeardLine, one: Sitting, two: Sitting) -> bool:
    who = Heard(heard.key, heard.agency_id, profession=heard.profession)
    return not any(elsewhere(Listener(each.key, each.agency_id, 0, each.profession), who) for each in (one, two))


def _keep(seat: Seat, heard: int, first: int, second: int | None, reason: str) -> Pair:
    Pair.objects.filter(review_id=seat.review, heard_id=heard, ended_at=None).update(ended_at=now())
    return Pair.objects.create(
        review_id=seat.review, number=next_number(Pair, seat.review), heard_id=heard, first_id=first,
        second_id=second, reason=reason.strip(), by_id=seat.person_id,
    )  # fmt: skip


@command(Action.PLANNING_PEOPLE)
def accept_pairs(seat: Seat) -> None:
    """Accept every pair that is proposed and that nothing speaks against; the others are left to be decided."""
    wait_in_line(seat.review)
    told = pairing(seat)
    kept = 0
    for each in told.heard:
        if each.proposed and len(each.proposed.pair) == PAIR and each.proposed.another:
            first, second = each.proposed.pair
            _keep(seat, each.key, first, second, "")
            kept += 1
    if not kept:
        raise Refused("There is no proposal to accept. Decide the pairs one by one.")


@command(Action.PLANNING_PEOPLE)
def note_tie(seat: Seat, *, listener: int, heard: int, kind: str) -> TieNote:
    """Note that two people may not sit in one conversation; both by the number of their place."""
    wait_in_line(seat.review)
    told = pairing(seat)
    if kind not in TIE_NAMES:
        raise Refused("Choose what it is.", field="kind")
    one = _listener(told, listener, "listener")
    try:
        other = told.one(heard)
    except NotHere:
        raise Refused("Choose somebody who is to be heard.", field="heard") from None
    if any((tie.listener, tie.heard) == (one.label, other.label) for tie in told.ties):
        raise Refused("This is noted already.", field="heard")
    if other.decided and one.number in other.decided.numbers:
        raise Refused("These two are in a pair already. Decide another pair first.", field="heard")
    return TieNote.objects.create(
        review_id=seat.review, number=next_number(TieNote, seat.review), listener_id=one.key, heard_id=other.key,
        kind=kind, by_id=seat.person_id,
    )  # fmt: skip


@command(Action.PLANNING_PEOPLE)
def end_tie(seat: Seat, *, number: int) -> TieNote:
    """What kept two people apart is no more."""
    row = TieNote.objects.select_for_update().filter(review_id=seat.review, number=number, ended_at=None).first()
    if row is None:
        raise NotHere
    row.ended_at = now()
    row.save(update_fields=["ended_at"])
    return row
