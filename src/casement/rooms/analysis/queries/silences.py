"""Periods of the narrative for which a role has no perspective, and nobody said why."""

from __future__ import annotations

from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.rooms.analysis.models import Statement
from casement.rooms.analysis.queries.perspectives import Around, around, standing, voice_key
from casement.rooms.analysis.rules.perspectives import SILENCES, silent
from casement.rooms.analysis.vocabulary import TUNNEL_PARTS
from casement.rooms.chronology.queries import Knower


@dataclass(frozen=True)
class Silent:
    """A period and the roles of whom nothing is written in it: (key, name) pairs, in their order."""

    number: int
    title: str
    voices: tuple[tuple[str, str], ...]


def periods_without_perspectives(seat: Seat) -> tuple[Silent, ...]:
    """The periods in order of time, each with the roles that are silent in it; two queries.

    Asked after are the roles of the case group and the family, and agencies that speak in any period. What rests in
    the layer outside the tunnel is no perspective. A role with an open query, or said not to have been part of it,
    is not silent. Periods in which all speak are left out.
    """
    return silences(around(seat), spoken(seat))


def silences(found: Around, written: dict[int, set[str]]) -> tuple[Silent, ...]:
    """The same, from what is at hand: `written` says who speaks in each period."""
    answered: dict[int, set[str]] = {}
    for one in found.remarks:
        if one.kind in SILENCES and not one.answer:
            answered.setdefault(one.period, set()).add(one.voice)
    asked = [one.key for one in expected(found.people, written)]
    told = []
    for head in found.heads:
        number = head["number"]
        missing = set(silent(asked, written.get(number, set()), answered.get(number, set())))
        if missing:
            voices = tuple((one.key, one.name) for one in found.people if one.key in missing)
            told.append(Silent(number, head["title"], voices))
    return tuple(told)


def expected(people: tuple[Knower, ...], written: dict[int, set[str]]) -> list[Knower]:
    """The roles, and agencies that speak somewhere."""
    somewhere = {key for keys in written.values() for key in keys}
    return [one for one in people if one.role is not None or one.key in somewhere]


def spoken(seat: Seat) -> dict[int, set[str]]:
    """Who speaks in each period, by its number."""
    rows = Statement.objects.filter(
        period__in=standing(seat), removed_at=None, part__in=[part.value for part in TUNNEL_PARTS]
    )
    told: dict[int, set[str]] = {}
    columns = ("period__number", "about__number", "about_agency__number")
    for period, role, agency in rows.order_by().values_list(*columns).distinct():
        told.setdefault(period, set()).add(voice_key(role, agency))
    return told
