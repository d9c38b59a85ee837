"""Weighing a passage that may speak against a claim, and taking the answer back."""

from __future__ import annotations

from django.db.models import Q

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.analysis.commands.citing import add_evidence, passage
from casement.rooms.analysis.commands.rows import one_of, owner_row, row, said
from casement.rooms.analysis.models import Statement, Weighed
from casement.rooms.analysis.queries.openness import opens_record
from casement.rooms.analysis.rules.opposing import place_named
from casement.rooms.analysis.vocabulary import Cite, Owner, Side, Weighing
from casement.rooms.chronology.models import Entry
from casement.rooms.sources.models import Excerpt

GONE = "The passage has changed or is not there any more. Go back to the list and look again."


@command(Action.ANALYSIS_WRITE)
def weigh_passage(
    seat: Seat,
    *,
    owner: str,
    number: int,
    place: str,
    answer: str,
    reason: str,
    quote: str | None = None,
    statement: int | None = None,
) -> Weighed:
    """Say whether the passage at `place` weakens a pattern, a finding or an episode, and why.

    `place` is "source-4-120-180" or "entry-12"; `quote`, the words that were seen there, must still stand there.
    With `statement`, one of the claim's own, a passage that weakens becomes evidence against it at once. A second
    answer about the same passage takes the first's place. Refused with a sentence, and NotHere, as anywhere.
    """
    if owner == Owner.FACTOR_USE:
        raise NotHere
    holder = owner_row(seat, owner, number)
    choice = one_of(Weighing, answer, "Say whether it weakens the claim.", field="answer")
    why = said(reason, "Say why, in a sentence.", field="reason")
    if statement is not None and choice != Weighing.WEAKENS:
        raise Refused("Only a passage that weakens it can be added as evidence against it.", field="statement")
    found = excerpt_at(seat, place, quote) if place.startswith("source") else entry_at(seat, place, quote)
    there = {"excerpt": found} if isinstance(found, Excerpt) else {"entry": found}
    if statement is not None:
        rests = row(Statement, seat, statement, removed_at=None, **{owner: holder})
        passage_, entry = (found.number if isinstance(found, kind) else None for kind in (Excerpt, Entry))
        add_evidence(seat, rests, Cite(Side.AGAINST, passage_, entry=entry, note=why))
    standing = Weighed.objects.filter(Q(**there), taken_back_at=None, **{owner: holder}).last()
    if standing is not None and (standing.answer, standing.reason) == (choice, why):
        return standing
    if standing is not None:
        take_back(standing)
    return Weighed.objects.create(
        review_id=seat.review,
        number=next_number(Weighed, seat.review),
        answer=choice,
        reason=why,
        quote=found.event if isinstance(found, Entry) else "",
        by_id=seat.person_id,
        **{owner: holder},
        **there,
    )


def excerpt_at(seat: Seat, place: str, quote: str | None) -> Excerpt:
    """The passage of a source that a place names, taken up when it is new."""
    told = place_named(place)
    if told is None or told[0] != "source":
        raise Refused(GONE, field="answer")
    _, source, start, end = told
    words = None if quote is None else quote.replace("\r\n", "\n")
    try:
        return passage(seat, Cite(source=source, start=start, end=end, quote=words))  # type: ignore[arg-type]
    except Refused:
        raise Refused(GONE, field="answer") from None


def entry_at(seat: Seat, place: str, quote: str | None) -> Entry:
    """The chronology entry that a place names, with the words that were seen."""
    told = place_named(place)
    number = told[1] if told and told[0] == "entry" else 0
    found = Entry.objects.filter(review_id=seat.review, number=number, removed_at=None).first()
    if found is None or not opens_record(seat, found.agency_id):
        raise Refused(GONE, field="answer")
    if quote is not None and found.event.split() != quote.split():
        raise Refused(GONE, field="answer")
    return found


@command(Action.ANALYSIS_WRITE)
def take_back_weighing(seat: Seat, *, number: int) -> Weighed:
    """Take an answer back: the passage is proposed again. The answer stays in the record, and so does evidence."""
    found = row(Weighed, seat, number)
    take_back(found)
    return found


def take_back(found: Weighed) -> None:
    """Mark an answer as taken back."""
    found.taken_back_at = found.taken_back_at or now()
    found.save(update_fields=["taken_back_at"])
