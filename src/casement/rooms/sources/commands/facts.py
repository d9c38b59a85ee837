"""The facts about a source are put right; what they said before is kept."""

from __future__ import annotations

from casement.foundation.access import Seat, Verb
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.foundation.saying import at_most
from casement.rooms.sources.commands.facts_of import checked, dated
from casement.rooms.sources.commands.findable import make_findable
from casement.rooms.sources.models import Correction, Source

NAMES = {
    "title": "Title",
    "agency": "Agency",
    "participation": "Whose account",
    "date": "Date",
    "access": "Who may read it",
    "use": "How it may be used",
}


@command(Action.SOURCES_EDIT)
def edit_source(
    seat: Seat,
    *,
    number: int,
    title: str | None = None,
    agency: int | None = None,
    participation: int | None = None,
    date: str | None = None,
    access: str | None = None,
    use: str | None = None,
    based_on: int | None = None,
) -> Source:
    """Put right what is known about source `number`; what is left out stays. Kind and text cannot change.

    `based_on` is the edition that was on the page. Conflict when somebody put a fact right since: theirs is
    named and nothing of ours is stored, because a fact is chosen again and not merged.
    """
    rows = Source.objects.visible_to(seat, Verb.WRITE).select_for_update(of=("self",))
    source = rows.select_related("agency", "participation", "current").filter(number=number).first()
    if source is None:
        raise NotHere
    old = _told(source)
    facts = checked(
        seat,
        kind=source.kind,
        agency=agency if agency is not None else (source.agency.number if source.agency else None),
        participation=participation
        if participation is not None
        else (source.participation.number if source.participation else None),
        access=source.access if access is None else access,
        use=source.use if use is None else use,
    )
    source.agency, source.participation = facts.agency, facts.participation
    source.access, source.use = facts.access, facts.use
    if title is not None:
        source.title = at_most(title, 200, field="title")
    if not source.title:
        raise Refused("Give this source a title.", field="title")
    if date is not None and date != source.date_recorded:
        for column, value in dated(date).items():
            setattr(source, column, value)
    new = _told(source)
    changed = [fact for fact in NAMES if new[fact] != old[fact]]
    if changed and based_on is not None and based_on != source.edition:
        raise _overtaken(old, new, changed, source.edition)
    if changed:
        source.edition += 1
        source.save()
        Correction.objects.bulk_create(
            Correction(source=source, fact=fact, before=old[fact], after=new[fact], by_id=seat.person_id)
            for fact in changed
        )
        if source.current is not None:
            make_findable(source, source.current)
    return source


def _told(source: Source) -> dict[str, str]:
    """The facts of a source in words, for comparing and for the history."""
    return {
        "title": source.title,
        "agency": source.agency.name if source.agency else "",
        "participation": source.participation.role_label if source.participation else "",
        "date": source.date_recorded,
        "access": source.access,
        "use": source.use,
    }


def _overtaken(old: dict[str, str], new: dict[str, str], changed: list[str], edition: int) -> Conflict:
    """The second of two corrections: both are named, so that the person can choose."""
    return Conflict(
        "Somebody put these facts right while you were writing. "
        "Yours are still in the form. Look at theirs below, then save yours or leave it.",
        mine="\n".join(f"{NAMES[fact]}: {new[fact]}" for fact in changed),
        theirs="\n".join(f"{NAMES[fact]}: {old[fact]}" for fact in changed),
        current=edition,
    )
