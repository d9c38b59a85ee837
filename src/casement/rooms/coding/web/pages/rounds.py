"""Blind rounds: the list, a new one, and one of them."""

from dataclasses import dataclass
from itertools import groupby

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.refusals import NotHere
from casement.rooms.coding import queries


@dataclass(frozen=True)
class RoundsPage:
    """Every round, open ones first."""

    open: tuple[queries.RoundLine, ...]
    closed: tuple[queries.RoundLine, ...]
    may_open: bool
    tab: str = "Blind rounds"


@dataclass(frozen=True)
class Group:
    """Codes of one kind to choose from."""

    name: str
    codes: tuple[queries.Choice, ...]


@dataclass(frozen=True)
class NewRoundPage:
    """What a round can be made of."""

    sources: tuple[tuple[str, str], ...]
    coders: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    tab: str = "New round"

    @property
    def lacks(self) -> str:
        """What is missing before a round can be opened, in a sentence."""
        if not self.sources:
            return "There is no source to mark yet. Bring one in first."
        if len(self.coders) < 2:
            return "It takes two leads or members of the team with an account. Invite somebody first."
        return "" if self.groups else "There is no factor and no code yet. Add an open code first."


@dataclass(frozen=True)
class RoundPage:
    """One round, and what this person can do in it."""

    round: queries.RoundView
    may_work: bool
    tab: str


def rounds_page(seat: Seat) -> RoundsPage:
    """The list of rounds."""
    told = queries.rounds(seat)
    return RoundsPage(
        tuple(one for one in told if one.closed_at is None),
        tuple(one for one in told if one.closed_at is not None),
        allows(seat.standing, Action.CODING_ROUNDS),
    )


def new_round_page(seat: Seat) -> NewRoundPage:
    """The form for a new round."""
    groups = groupby(queries.choices(seat), key=lambda one: one.group)
    return NewRoundPage(
        queries.could_be_marked(seat),
        queries.could_take_part(seat),
        tuple(Group(name or "Factors", tuple(codes)) for name, codes in groups),
    )


def round_page(seat: Seat, number: int) -> RoundPage:
    """One round; NotHere when there is none."""
    may_work = allows(seat.standing, Action.CODING_ROUNDS)
    told = queries.round_view(seat, number)
    if not told.coders:
        raise NotHere
    return RoundPage(told, may_work and told.taking_part and told.closed_at is None, f"Round {number}")
