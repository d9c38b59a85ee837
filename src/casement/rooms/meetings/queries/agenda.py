"""The agenda of a meeting: items with their papers, each for those who may open it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from casement.foundation.access import Seat, Standing
from casement.foundation.clock import now
from casement.foundation.papers import Paper, opens, papers_of
from casement.foundation.refusals import NotHere
from casement.rooms.meetings.models import Item
from casement.rooms.meetings.queries.rows import Here
from casement.rooms.planning.models import Invitee
from casement.rooms.reviews.models import Participation
from casement.rooms.reviews.queries.seats import COLUMNS, Place, seats_from, with_rights


@dataclass(frozen=True)
class PaperLine:
    """One paper of an item. `cannot` are the role labels of those asked who cannot open it, `without` how many of
    them have no account at all.
    """

    number: int
    name: str
    path: str
    cannot: tuple[str, ...]
    without: int


@dataclass(frozen=True)
class ItemLine:
    """One item of an agenda."""

    number: int
    title: str
    purpose: str
    minutes: int
    papers: tuple[PaperLine, ...]


def items(seat: Seat, meeting: Here) -> tuple[ItemLine, ...]:
    """The items in order. A paper that this seat may not open is not in it."""
    columns = ("number", "title", "purpose", "minutes", "papers__number", "papers__key")
    rows = Item.objects.filter(meeting=meeting.pk, dropped_at=None).order_by("order", "number", "papers__number")
    told: dict[tuple[int, str, str, int], list[tuple[int, str]]] = {}
    for *facts, number, key in rows.values_list(*columns):
        told.setdefault((facts[0], facts[1], facts[2], facts[3]), []).extend([(number, key)] if key else [])
    linked = {key for papers in told.values() for _, key in papers}
    known = papers_of(seat.review, linked) if linked else {}
    asked = _asked(meeting) if linked and meeting.everything else {}
    return tuple(ItemLine(*facts, _papers(seat, papers, known, asked)) for facts, papers in told.items())


def item(seat: Seat, meeting: Here, number: int) -> ItemLine:
    """One item, or NotHere."""
    found = next((one for one in items(seat, meeting) if one.number == number), None)
    if found is None:
        raise NotHere
    return found


def item_titles(meeting: Here) -> tuple[tuple[int, str], ...]:
    """The items by number, in order."""
    return tuple(Item.objects.filter(meeting=meeting.pk, dropped_at=None).values_list("number", "title"))


def paper_choices(seat: Seat) -> tuple[tuple[str, str], ...]:
    """The papers this seat can put on an agenda: those it may open itself."""
    return tuple((key, one.name) for key, one in papers_of(seat.review).items() if opens(seat.standing, one))


def _papers(
    seat: Seat, rows: Iterable[tuple[int, str]], known: Mapping[str, Paper], asked: Mapping[str, Standing | None]
) -> tuple[PaperLine, ...]:
    told = []
    for number, key in rows:
        paper = known.get(key)
        if paper is not None and opens(seat.standing, paper):
            cannot = tuple(who for who, at in asked.items() if at is not None and not opens(at, paper))
            without = sum(at is None for at in asked.values())
            told.append(PaperLine(number, paper.name, paper.path, cannot, without))
    return tuple(told)


def _asked(meeting: Here) -> dict[str, Standing | None]:
    """Where everybody who is asked stands, by role label; None for whoever has no account. Two queries."""
    rows = Participation.objects.filter(
        pk__in=Invitee.objects.filter(meeting=meeting.pk, ended_at=None).values("participation"), ended_at=None
    ).order_by("number")
    places = [Place(*row) for row in with_rights(rows).values_list(*COLUMNS)]
    return {
        place.label: seat.standing if place.person_id else None
        for place, seat in zip(places, seats_from(places, now()), strict=True)
    }
