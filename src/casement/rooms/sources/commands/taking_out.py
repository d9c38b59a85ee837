"""A source is taken out of the review, or brought back. Its text and its original stay where they are."""

from __future__ import annotations

from casement.foundation import search
from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.sources import queries
from casement.rooms.sources.commands.findable import make_findable
from casement.rooms.sources.models import Correction, Source, Withdrawal


@command(Action.SOURCES_WITHDRAW)
def withdraw_source(seat: Seat, *, number: int, reason: str) -> Source:
    """Take a source out of the review: nobody reads or finds it, and what rests on it shows as unsupported.

    Refused without a reason. Taking out what is out already changes nothing.
    """
    source = Source.objects.reached_by(seat).select_for_update(of=("self",)).filter(number=number).first()
    if source is None:
        raise NotHere
    if not reason.strip():
        raise Refused("Say why this source is taken out.", field="reason")
    _, made = Withdrawal.objects.get_or_create(
        source=source, defaults={"reason": reason.strip(), "by_id": seat.person_id}
    )
    if made:
        Correction.objects.create(source=source, fact="withdrawal", after=reason.strip(), by_id=seat.person_id)
        search.drop(source.review_id, "source", source.number)
    return source


@command(Action.SOURCES_WITHDRAW)
def restore_source(seat: Seat, *, number: int) -> Source:
    """Bring back a source that was taken out. Refused when the same file has come in again since."""
    rows = Source.objects.reached_by(seat).select_for_update(of=("self",)).filter(number=number)
    source = rows.select_related("current").first()
    if source is None:
        raise NotHere
    out = Withdrawal.objects.filter(source=source).first()
    if out is None:
        return source
    sha256 = source.current.original_sha256 if source.current else ""
    if sha256 and (here := queries.sources_with(seat, [sha256])):
        raise Refused(f"The same file has come in again as source {here[sha256]}. Take that out first.")
    Correction.objects.create(source=source, fact="withdrawal", before=out.reason, by_id=seat.person_id)
    out.delete()
    if source.current is not None:
        make_findable(source, source.current)
    return source
