"""The workspace of patterns: cards from the tray into a pattern, passages out again, and what feeds what."""

from collections.abc import Sequence

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import Refused
from casement.rooms.analysis.commands.indexing import index
from casement.rooms.analysis.commands.passages import take_in
from casement.rooms.analysis.commands.patterns import called
from casement.rooms.analysis.commands.rows import row, said
from casement.rooms.analysis.models import GatheredPassage, Pattern, PatternLink

NOTHING = "Tick at least one card first."
WHERE = "Choose the pattern they belong to, or name a new one."
NOT_BOTH = "Choose a pattern or name a new one, not both."
NO_REASON = "Say why the one feeds the other."


@command(Action.ANALYSIS_WRITE)
def gather_cards(
    seat: Seat, *, uses: Sequence[int] = (), passages: Sequence[int] = (), into: int | None = None, title: str = ""
) -> Pattern:
    """Put cards of the tray, by number, into pattern `into`, or into a new one called `title`.

    Refused when no card is ticked, when no pattern is named, and when two are.
    """
    if not uses and not passages:
        raise Refused(NOTHING, field="into")
    if into is None and not title.strip():
        raise Refused(WHERE, field="into")
    if into is not None and title.strip():
        raise Refused(NOT_BOTH, field="title")
    pattern = row(Pattern, seat, into) if into is not None else called(seat, title)
    take_in(seat, pattern, uses, passages)
    index(seat, pattern)
    return pattern


@command(Action.ANALYSIS_WRITE)
def take_passage(seat: Seat, *, number: int, passage: int) -> Pattern:
    """Take gathered passage `passage` out of pattern `number`; the passage itself stays in its source."""
    pattern = row(Pattern, seat, number)
    gathered = row(GatheredPassage, seat, passage, pattern=pattern)
    gathered.removed_at = gathered.removed_at or now()
    gathered.save(update_fields=["removed_at"])
    return pattern


@command(Action.ANALYSIS_WRITE)
def link_patterns(seat: Seat, *, feeds: int | None, fed: int | None, reason: str) -> PatternLink:
    """Say that pattern `feeds` feeds pattern `fed`, and why. Saying the same again keeps one.

    Two reasons for one pair both stand. Refused without a reason, and for a pattern that would feed itself.
    """
    if feeds is None or fed is None:
        raise Refused("Choose both patterns.", field="feeds" if feeds is None else "fed")
    if feeds == fed:
        raise Refused("A pattern cannot feed itself. Choose another.", field="fed")
    why = said(reason, NO_REASON, field="reason")
    one, other = row(Pattern, seat, min(feeds, fed)), row(Pattern, seat, max(feeds, fed))
    feeder, eater = (one, other) if feeds < fed else (other, one)
    number = next_number(PatternLink, seat.review)
    twin = PatternLink.objects.filter(feeds=feeder, fed=eater, reason=why, removed_at=None).first()
    return twin or PatternLink.objects.create(
        review_id=seat.review, number=number, feeds=feeder, fed=eater, reason=why, by_id=seat.person_id
    )


@command(Action.ANALYSIS_WRITE)
def unlink_patterns(seat: Seat, *, number: int) -> PatternLink:
    """Take a link off the map. Its reason stays in the record."""
    link = row(PatternLink, seat, number)
    link.removed_at = link.removed_at or now()
    link.save(update_fields=["removed_at"])
    return link
