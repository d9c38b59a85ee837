"""The blind round of the example: opened, marked by each coder, closed, and talked through in part."""

from casement.example.loading.places import NotThere, Places
from casement.example.thinking import Round
from casement.foundation.access import Seat
from casement.rooms.coding import commands as coding
from casement.rooms.coding import queries


def go_through(told: Round, places: Places, seat: Seat) -> None:
    """One round from its opening to its consensus record. Open codes are in already; other marks come later."""
    sources = [places.sources[slug][0] for slug in told.sources]
    made = coding.open_round(
        seat,
        name=told.name,
        sources=sources,
        codes=[f"open:{places.codes[key]}" for key in told.codes],
        coders=[places.people[coder.who] for coder in told.coders],
    )
    for coder in told.coders:
        for mark in coder.marks:
            number, start, end, quote = places.passage(source_of(told, places, mark.quote), mark.quote)
            coding.mark_passage(
                places.seats[coder.who], number=number, start=start, end=end, quote=quote,
                code=f"open:{places.codes[mark.open_code]}",
            )  # fmt: skip
        for number in sources:
            coding.say_done(places.seats[coder.who], number=made.number, source=number)
    coding.close_round(seat, number=made.number)
    _, differences = queries.disagreements(seat, made.number)
    for each in told.agreed:
        (one,) = [found for found in differences if each.quote in found.words]
        coding.settle(
            seat, number=made.number, source=one.source, paragraph=one.paragraph, choice=each.choice,
            wording=each.wording, reason=each.reason,
        )  # fmt: skip


def source_of(told: Round, places: Places, quote: str) -> str:
    """The one source of the round in which these words stand."""
    found = [slug for slug in told.sources if quote in places.sources[slug][1]]
    if len(found) != 1:
        raise NotThere(f"round: {len(found)} sources hold a passage")
    return found[0]
