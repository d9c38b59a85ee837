"""A passage that could not follow its words is placed by a person, or left with the text it was taken from."""

from __future__ import annotations

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.sources.commands.excerpts import find_passage
from casement.rooms.sources.commands.masking import shown_at
from casement.rooms.sources.models import Excerpt, FollowedPassage, Source, Version
from casement.rooms.sources.queries.corrections import in_sight
from casement.rooms.sources.rules.paragraphs import paragraph_at, paragraphs


@command(Action.SOURCES_PLACE)
def place_passage(
    seat: Seat, *, correction: int, passage: int, paragraph: int | None = None, words: str = ""
) -> FollowedPassage:
    """Say where a passage (its excerpt's number) belongs: at the place that is offered, or at exact `words`.

    Everything that rests on the passage goes with it. Refused when the words are not there once, or when
    another passage stands at that very place already.
    """
    row, text = waiting(seat, correction, passage)
    if words.strip():
        start, end = find_passage(seat, row.correction.source.number, paragraph or 0, words)
    elif row.new_start is not None and row.new_end is not None:
        start, end = row.new_start, row.new_end
    else:
        raise Refused("Write the words this passage should stand on.", field="words")
    if Excerpt.objects.filter(version=text, start=start, end=end).exclude(pk=row.excerpt_id).exists():
        raise Refused("Another passage stands on these very words. Choose one word more or fewer.", field="words")
    block = paragraph_at(paragraphs(text.text, text.anchors), start)
    Excerpt.objects.filter(pk=row.excerpt_id).update(
        version=text,
        start=start,
        end=end,
        quote=text.text[start:end],
        shown=shown_at(text, start, end),
        paragraph=block.number if block else 1,
    )
    row.new_start, row.new_end, row.placed = start, end, True
    return settled(seat, row)


@command(Action.SOURCES_PLACE)
def leave_passage(seat: Seat, *, correction: int, passage: int) -> FollowedPassage:
    """Leave a passage with the earlier text: what rests on it shows as unsupported."""
    row, _ = waiting(seat, correction, passage)
    return settled(seat, row)


def settled(seat: Seat, row: FollowedPassage) -> FollowedPassage:
    """Write down that a person decided."""
    row.settled_by_id, row.settled_at = seat.person_id, now()
    row.save(update_fields=["new_start", "new_end", "placed", "settled_by", "settled_at"])
    return row


def waiting(seat: Seat, correction: int, passage: int) -> tuple[FollowedPassage, Version]:
    """A passage that waits for a person, and the newest text of its source.

    NotHere out of reach; Refused when it was settled, or when the text was corrected once more since.
    """
    rows = FollowedPassage.objects.select_for_update(of=("self",)).select_related(
        "correction__source__current", "excerpt"
    )
    row = rows.filter(
        correction__review_id=seat.review,
        correction__number=correction,
        excerpt__number=passage,
        correction__source__in=Source.objects.visible_to(seat),
    ).first()
    if row is None or not in_sight(seat, row.correction.source_id).filter(pk=row.excerpt_id).exists():
        raise NotHere
    text = row.correction.source.current
    if row.settled_at is not None or row.outcome not in ("changed", "lost"):
        raise Refused("This passage has its place already. Load the page again.")
    if text is None or text.pk != row.correction.after_id:
        raise Refused("The text was corrected again since. Place the passage from the newest correction.")
    return row, text
