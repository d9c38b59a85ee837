"""Resting a statement on evidence, for or against, and taking evidence away again."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.analysis.commands.rows import one_of, row
from casement.rooms.analysis.models import Evidence, Statement
from casement.rooms.analysis.queries.choices import in_sight
from casement.rooms.analysis.queries.openness import opens_record
from casement.rooms.analysis.vocabulary import Cite, Side
from casement.rooms.chronology.models import Entry
from casement.rooms.sources.commands import excerpt, find_passage
from casement.rooms.sources.models import Excerpt, Source

NOTHING_NAMED = "Say what it rests on: a passage, words in a source, or a chronology entry."


@command(Action.ANALYSIS_WRITE)
def cite(
    seat: Seat,
    *,
    statement: int,
    side: str = Side.FOR,
    excerpt: int | None = None,
    source: int | None = None,
    start: int | None = None,
    end: int | None = None,
    quote: str = "",
    paragraph: int | None = None,
    words: str = "",
    entry: int | None = None,
    note: str = "",
) -> Evidence:
    """Rest statement number `statement` on one passage or entry; see vocabulary.Cite for the four ways to name it.

    Citing the same thing on the same side again changes nothing. Refused when nothing or no such thing is named.
    """
    thing = row(Statement, seat, statement, removed_at=None)
    return add_evidence(seat, thing, Cite(side, excerpt, source, start, end, quote, paragraph, words, entry, note))


def add_evidence(seat: Seat, statement: Statement, told: Cite) -> Evidence:
    """Rest a statement on evidence inside another command. Raises Refused as `cite` does."""
    one_of(Side, told.side, "Say whether it speaks for or against.", field="side")
    if told.entry is not None:
        return cite_entry(seat, statement, told)
    found = passage(seat, told)
    twin = Evidence.objects.filter(statement=statement, excerpt=found, direction=told.side, removed_at=None).first()
    return twin or record(seat, statement, told, excerpt=found)


def passage(seat: Seat, told: Cite) -> Excerpt:
    """The excerpt that is meant, made when it is new."""
    if told.excerpt is not None:
        readable = Source.objects.visible_to(seat)
        found = Excerpt.objects.filter(
            in_sight(seat), review_id=seat.review, number=told.excerpt, version__source__in=readable
        ).first()
        if found is None:
            raise Refused("There is no such passage. Choose one from the list.", field="excerpt")
        return found
    if told.source is None:
        raise Refused(NOTHING_NAMED, field="source")
    try:
        return new_passage(seat, told, told.source)
    except NotHere:
        raise Refused(
            "There is no source with this number. Look it up in the list of sources.", field="source"
        ) from None


def new_passage(seat: Seat, told: Cite, source: int) -> Excerpt:
    """The excerpt at a place in a source, or of exact words in a paragraph."""
    if told.start is not None and told.end is not None:
        return excerpt(seat, number=source, start=told.start, end=told.end, quote=told.quote)
    if told.paragraph is None or not told.words.strip():
        raise Refused("Give the number of the paragraph and the exact words.", field="words")
    start, end = find_passage(seat, number=source, paragraph=told.paragraph, words=told.words)
    return excerpt(seat, number=source, start=start, end=end, quote=None)


def cite_entry(seat: Seat, statement: Statement, told: Cite) -> Evidence:
    """Evidence from a chronology entry, with its words as they are now."""
    entry = Entry.objects.filter(review_id=seat.review, number=told.entry or 0, removed_at=None).first()
    if entry is None or not opens_record(seat, entry.agency_id):
        raise Refused("There is no entry with this number in the chronologies.", field="entry")
    earlier = Evidence.objects.filter(
        statement=statement, entry=entry, direction=told.side, removed_at=None
    ).first()
    if earlier is not None and earlier.quote == entry.event:
        return earlier
    if earlier is not None:
        take_away(earlier)
    return record(seat, statement, told, entry=entry, quote=entry.event)


def record(
    seat: Seat,
    statement: Statement,
    told: Cite,
    *,
    excerpt: Excerpt | None = None,
    entry: Entry | None = None,
    quote: str = "",
) -> Evidence:
    """Add the row, and take "our inference" back: the statement now rests on something."""
    if told.side == Side.FOR and statement.inference:
        statement.inference = False
        statement.save(update_fields=["inference"])
    return Evidence.objects.create(
        review_id=seat.review,
        number=next_number(Evidence, seat.review),
        statement=statement,
        excerpt=excerpt,
        entry=entry,
        quote=quote,
        direction=told.side,
        note=told.note.strip(),
        by_id=seat.person_id,
    )


@command(Action.ANALYSIS_WRITE)
def uncite(seat: Seat, *, number: int) -> Evidence:
    """Take evidence `number` away from its statement. The passage itself stays; citing it again brings it back."""
    found = row(Evidence, seat, number)
    if found.removed_at is None:
        take_away(found)
    return found


@command(Action.ANALYSIS_WRITE)
def note_evidence(seat: Seat, *, number: int, note: str) -> Evidence:
    """Say in a line what a piece of evidence does to the statement: whether it weakens it, and what changed."""
    found = row(Evidence, seat, number, removed_at=None)
    found.note = note.strip()
    found.save(update_fields=["note"])
    return found


def take_away(found: Evidence) -> None:
    """Mark evidence as removed."""
    found.removed_at = now()
    found.save(update_fields=["removed_at"])
