"""A person says who speaks in a transcript; each turn then belongs to a participant or a role."""

from __future__ import annotations

from collections.abc import Sequence

from casement.foundation.access import Seat, Verb
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.saying import at_most
from casement.rooms.reviews.models import Participation
from casement.rooms.sources import queries
from casement.rooms.sources.models import Correction, Source, Speaker, Turns
from casement.rooms.sources.rules.turns import speakers as names_in

NO_TURNS = "No turns were recognised in this text, so there is nobody to name."


@command(Action.SOURCES_EDIT)
def name_speakers(
    seat: Seat, *, number: int, speakers: Sequence[tuple[int | None, str]], version: int | None = None
) -> Source:
    """Say who the speakers of source `number` are, in the order in which they first speak.

    Each is the number of a participant, or a role label, or neither, and then is shown as the transcript says.
    Said again, it replaces what was said before. Refused where no turns are recognised, where `version` was
    replaced meanwhile, and for a participant of another review.
    """
    rows = Source.objects.visible_to(seat, Verb.WRITE).select_for_update(of=("self",)).select_related("current")
    source = rows.filter(number=number).first()
    if source is None or source.current is None:
        raise NotHere
    if version is not None and version != source.current.number:
        raise Refused("A corrected text of this source exists. Open the page again and say who speaks there.")
    found = queries.found_in(source.current)
    if not found:
        raise Refused(NO_TURNS)
    wanted = {who for who, _ in speakers if who is not None}
    people = {one.number: one for one in Participation.objects.filter(review_id=seat.review, number__in=wanted)}
    if len(people) != len(wanted):
        raise Refused("Choose people of this review.")
    names = names_in(found)
    told = [*speakers, *[(None, "")] * len(names)][: len(names)]
    before = "; ".join(dict.fromkeys(one.speaker for one in queries.spoken(source.current.pk)))
    Turns.objects.filter(version=source.current).delete()
    places = {name: place for place, name in enumerate(names, 1)}
    turns = Turns.objects.create(
        version=source.current,
        found=[[places[one.speaker], one.start, one.end, one.time] for one in found],
        by_id=seat.person_id,
    )
    Speaker.objects.bulk_create(
        Speaker(
            turns=turns,
            number=place,
            name=name,
            participation=people[who] if who is not None else None,
            label=at_most(" ".join(label.split()), 80, field="label"),
        )
        for place, (name, (who, label)) in enumerate(zip(names, told, strict=True), 1)
    )
    after = "; ".join(dict.fromkeys(one.speaker for one in queries.spoken(source.current.pk)))
    if after != before:
        Correction.objects.create(source=source, fact="speakers", before=before, after=after, by_id=seat.person_id)
    return source
