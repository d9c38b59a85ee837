"""A text that stood inside a larger file, such as a project of another program, becomes a source."""

from __future__ import annotations

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.rooms.sources.commands.facts_of import checked
from casement.rooms.sources.commands.hearing import refuse_unless_heard
from casement.rooms.sources.commands.settling import give_text
from casement.rooms.sources.models import Source
from casement.rooms.sources.rules.names import shown_name
from casement.rooms.sources.vocabulary import TextRead


@command(Action.SOURCES_ADD)
def add_text(
    seat: Seat,
    *,
    title: str,
    read: TextRead,
    original_name: str,
    original_sha256: str,
    original_size: int,
    kind: str = "record",
    agency: int | None = None,
    participation: int | None = None,
    access: str = "team",
    use: str = "quotable_by_role",
) -> Source:
    """A source with this title and text; the bytes it was read from are kept already, under their hash.

    `agency` and `participation` are numbers within the review. Refused as when a file is brought in. The same
    words may come in twice: who calls this says whether they are the same source.
    """
    facts = checked(seat, kind=kind, agency=agency, participation=participation, access=access, use=use)
    refuse_unless_heard(seat, facts)
    source = Source.objects.create(
        review_id=seat.review,
        number=next_number(Source, seat.review),
        kind=facts.kind,
        title=title[:200] or "Untitled",
        agency=facts.agency,
        participation=facts.participation,
        access=facts.access,
        use=facts.use,
        added_by_id=seat.person_id,
    )
    give_text(
        seat, source, read, original_name=shown_name(original_name), original_sha256=original_sha256,
        original_size=original_size,
    )  # fmt: skip
    return source


def text_may_come(
    seat: Seat, *, kind: str, agency: int | None, participation: int | None, access: str, use: str
) -> None:
    """Refused or NotHere, as `add_text` would be, before there is a text. Call it inside a command."""
    checked(seat, kind=kind, agency=agency, participation=participation, access=access, use=use)
