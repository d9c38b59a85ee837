"""Pages of people: addresses, pairs for conversations, and who may not sit with whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.refusals import NotHere
from casement.rooms.planning import queries
from casement.rooms.planning.queries.pairs import TieLine
from casement.rooms.planning.rules.pairing import PAIR, differ
from casement.rooms.planning.vocabulary import TIE_NAMES
from casement.rooms.planning.web.pages.plan import base_of

HOURS = 1.5  # most conversations take about an hour and a half


@dataclass(frozen=True)
class PeoplePage:
    """Everybody with a place, and how mail reaches them."""

    places: tuple[queries.PlaceLine, ...]
    unreached: int
    may_change: bool
    base: str
    tab: str = "Addresses"


@dataclass(frozen=True)
class AddressPage:
    """One address."""

    place: queries.PlaceLine
    base: str
    filled: Mapping[str, Mapping[str, Any]]
    tab: str = "Addresses"


@dataclass(frozen=True)
class PairRow:
    """One conversation: who is heard, by whom or by whom it could be, and why."""

    line: queries.HeardLine
    pair: tuple[str, ...]
    state: str
    why: tuple[str, ...]
    warns: bool
    href: str


@dataclass(frozen=True)
class Load:
    """How much listening one person would do."""

    label: str
    agency: str
    holds: int
    proposed: int
    hours: str


@dataclass(frozen=True)
class PairsPage:
    """Who holds which conversation."""

    rows: tuple[PairRow, ...]
    load: tuple[Load, ...]
    ties: tuple[tuple[TieLine, str], ...]
    may_change: bool
    may_accept: bool
    listeners: tuple[tuple[str, str], ...]
    heard: tuple[tuple[str, str], ...]
    base: str
    tab: str = "Pairs"


@dataclass(frozen=True)
class PairPage:
    """One conversation, to be decided."""

    row: PairRow
    listeners: tuple[tuple[str, str], ...]
    base: str
    filled: Mapping[str, Mapping[str, Any]]
    tab: str = "Pairs"


def may_change(seat: Seat) -> bool:
    """Whether this seat still decides here; in a closed review these pages are only read."""
    return allows(seat.standing, Action.PLANNING_PEOPLE)


def people_page(seat: Seat) -> PeoplePage:
    """Everybody with a place."""
    told = queries.places(seat)
    return PeoplePage(told, sum(not one.reached for one in told), may_change(seat), base_of(seat))


def address_page(seat: Seat, number: int) -> AddressPage:
    """The address of one person without an account."""
    for one in queries.places(seat):
        if one.number == number:
            return AddressPage(one, base_of(seat), {"form": {"email": one.email}})
    raise NotHere


def named(label: str, agency: str) -> str:
    """Somebody with their agency."""
    return f"{label} ({agency})" if agency else label


def listened(told: queries.Pairing) -> tuple[tuple[str, str], ...]:
    """Everybody who may hold a conversation, to choose from."""
    return tuple((str(one.number), named(one.label, one.agency)) for one in told.listeners)


def why_of(told: queries.Pairing, line: queries.HeardLine) -> tuple[tuple[str, ...], bool]:
    """Why these two are proposed, a sentence each, and whether something speaks against them."""
    assert line.proposed is not None
    sits = [told.sitting(key) for key in line.proposed.pair]
    if not sits:
        return ("Nobody is left who may hold it.",), True
    why, warns = [], len(sits) < PAIR or not line.proposed.another
    if len(sits) < PAIR:
        why.append("Only one person is left who may hold it.")
    if line.agency_id is not None and not line.proposed.another:
        why.append(
            f"Everybody who is left is from {line.agency}, as is the person they listen to, and nobody is known to "
            "be of another profession."
        )
    why += whence(line, sits)
    why.append("Nothing is noted that keeps any of them apart.")
    ties = [tie for tie in told.ties if tie.heard == line.label]
    why += [
        f"{tie.listener} is left out: {TIE_NAMES[tie.kind][0].lower()}{TIE_NAMES[tie.kind][1:]}." for tie in ties
    ]
    loads = [f"{one.label} {load}" for one, load in zip(sits, line.proposed.load, strict=True)]
    why.append(f"Conversations each would hold in all: {', '.join(loads)}.")
    return tuple(why), warns


def whence(line: queries.HeardLine, sits: Sequence[queries.Sitting]) -> list[str]:
    """From which agencies those are who listen, where it is another than that of the person they listen to."""
    if line.agency_id is None:
        return ["The person they listen to belongs to no agency here."]
    return [
        f"{one.label} is from {one.agency}, not {line.agency}."
        if one.agency
        else f"{one.label} belongs to no agency."
        for one in sits
        if one.agency_id != line.agency_id
    ] + [
        f"{one.label} is of another profession: {one.profession}, not {line.profession}."
        for one in sits
        if differ(one.profession, line.profession)
    ]


def pair_row(seat: Seat, told: queries.Pairing, line: queries.HeardLine) -> PairRow:
    """One line of the list."""
    href = f"{base_of(seat)}pairs/{line.number}/"
    if line.decided:
        sits = [one for one in told.listeners if one.number in line.decided.numbers]
        given = (*whence(line, sits), *((line.decided.reason,) if line.decided.reason else ()))
        return PairRow(line, line.decided.pair, "Decided", given, False, href)
    why, warns = why_of(told, line)
    assert line.proposed is not None
    names = tuple(told.sitting(key).label for key in line.proposed.pair)
    return PairRow(line, names, "Proposed" if names else "Open", why, warns, href)


def pairs_page(seat: Seat) -> PairsPage:
    """Every conversation with its pair."""
    told = queries.pairing(seat)
    rows = tuple(pair_row(seat, told, line) for line in told.heard)
    extra: dict[int, int] = {}
    for line in told.heard:
        for key in line.proposed.pair if line.proposed else ():
            extra[key] = extra.get(key, 0) + 1
    load = tuple(
        Load(
            one.label,
            one.agency,
            one.holds,
            extra.get(one.key, 0),
            f"{(one.holds + extra.get(one.key, 0)) * HOURS:g}",
        )
        for one in told.listeners
    )
    return PairsPage(
        rows,
        load,
        tuple((tie, TIE_NAMES[tie.kind]) for tie in told.ties),
        may_change(seat),
        may_change(seat) and any(row.state == "Proposed" and not row.warns for row in rows),
        listened(told),
        tuple((str(line.number), named(line.label, line.agency)) for line in told.heard),
        base_of(seat),
    )


def pair_page(seat: Seat, number: int) -> PairPage:
    """One conversation, with what is decided or proposed filled in."""
    told = queries.pairing(seat)
    line = told.one(number)
    numbers: tuple[int, ...] = ()
    if line.decided:
        numbers = line.decided.numbers
    elif line.proposed:
        numbers = tuple(told.sitting(key).number for key in line.proposed.pair)
    filled = dict(zip(("first", "second"), numbers, strict=False))
    return PairPage(pair_row(seat, told, line), listened(told), base_of(seat), {"form": filled})
