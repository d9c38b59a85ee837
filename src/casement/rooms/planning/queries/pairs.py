"""Who could hold which conversation: the proposal, the pairs that were decided, and who may not sit with whom."""

from dataclasses import dataclass
from datetime import datetime

from casement.foundation.access import Role, Seat
from casement.foundation.refusals import NotHere
from casement.rooms.planning.models import Pair, TieNote
from casement.rooms.planning.rules.pairing import Heard, Listener, Proposed, propose_pairs
from casement.rooms.proceedings.queries import flags_of
from casement.rooms.reviews.models import Participation

LISTENS = (Role.LEAD, Role.TEAM)
HEARD = (Role.CASE_GROUP, Role.FAMILY)


@dataclass(frozen=True)
class Sitting:
    """One person who may hold conversations. `holds` counts those they were given."""

    key: int
    number: int
    label: str
    agency: str
    agency_id: int | None
    holds: int
    profession: str


@dataclass(frozen=True)
class Decided:
    """A pair that was decided."""

    number: int
    pair: tuple[str, ...]
    numbers: tuple[int, ...]
    reason: str
    at: datetime


@dataclass(frozen=True)
class HeardLine:
    """One person to be heard: the pair that was decided, or what is proposed. `stopped`: not to be asked yet."""

    key: int
    number: int
    label: str
    agency: str
    agency_id: int | None
    decided: Decided | None
    proposed: Proposed | None
    stopped: str
    profession: str


@dataclass(frozen=True)
class TieLine:
    """Two people who may not sit in one conversation."""

    number: int
    listener: str
    heard: str
    kind: str


@dataclass(frozen=True)
class Pairing:
    """Everything about pairs in one review."""

    listeners: tuple[Sitting, ...]
    heard: tuple[HeardLine, ...]
    ties: tuple[TieLine, ...]

    def sitting(self, key: int) -> Sitting:
        """The listener with this key."""
        return next(one for one in self.listeners if one.key == key)

    def one(self, number: int) -> HeardLine:
        """The person to be heard with this number, or NotHere."""
        for each in self.heard:
            if each.number == number:
                return each
        raise NotHere


def pairing(seat: Seat) -> Pairing:
    """The pairs of this review, with a proposal for everybody who has none."""
    places = list(
        Participation.objects.filter(review_id=seat.review, ended_at=None, role__in=[*LISTENS, *HEARD])
        .select_related("agency")
        .order_by("number")
    )
    labels = {each.pk: each.role_label for each in places}
    ties = list(
        TieNote.objects.filter(review_id=seat.review, ended_at=None)
        .select_related("listener", "heard")
        .order_by("number")
    )
    pairs = {each.heard_id: each for each in Pair.objects.filter(review_id=seat.review, ended_at=None)}
    held: dict[int, int] = {}
    for each in pairs.values():
        for key in (each.first_id, each.second_id):
            if key is not None:
                held[key] = held.get(key, 0) + 1
    listeners = [each for each in places if each.role in LISTENS]
    heard = [each for each in places if each.role in HEARD]
    tied: dict[int, set[int]] = {}
    for tie in ties:
        tied.setdefault(tie.heard_id, set()).add(tie.listener_id)
    proposed = propose_pairs(
        [Listener(each.pk, each.agency_id, held.get(each.pk, 0), each.profession) for each in listeners],
        [
            Heard(each.pk, each.agency_id, frozenset(tied.get(each.pk, ())), each.profession)
            for each in heard
            if each.pk not in pairs
        ],
    )
    by_heard = {each.heard: each for each in proposed}
    flags = flags_of(each.pk for each in heard)
    return Pairing(
        tuple(
            Sitting(each.pk, each.number, each.role_label, each.agency.name if each.agency else "", each.agency_id,
                    held.get(each.pk, 0), each.profession)
            for each in listeners
        ),
        tuple(
            HeardLine(
                each.pk, each.number, each.role_label, each.agency.name if each.agency else "", each.agency_id,
                _decided(pairs.get(each.pk), labels, places), by_heard.get(each.pk), flags[each.pk].sentence,
                each.profession,
            )
            for each in heard
        ),
        tuple(TieLine(tie.number, tie.listener.role_label, tie.heard.role_label, tie.kind) for tie in ties),
    )  # fmt: skip


def _decided(pair: Pair | None, labels: dict[int, str], places: list[Participation]) -> Decided | None:
    if pair is None:
        return None
    keys = [key for key in (pair.first_id, pair.second_id) if key is not None]
    numbers = {each.pk: each.number for each in places}
    return Decided(
        pair.number,
        tuple(labels.get(key, "Somebody who has left") for key in keys),
        tuple(numbers[key] for key in keys if key in numbers),
        pair.reason,
        pair.at,
    )
