"""Second readings as the team reads them, and as somebody who was asked for one finds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from casement.foundation.access import Role, Seat, Subject, Verb, reach
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.models import ReadingAnswer, SecondReading
from casement.rooms.analysis.queries.history import author
from casement.rooms.analysis.rules.readings import READING_REPLY_NAMES
from casement.rooms.reviews.models import Participation


@dataclass(frozen=True)
class Replied:
    """What the team answered to a reading."""

    answer: str
    reason: str
    by: str
    at: datetime

    @property
    def words(self) -> str:
        """The answer in words."""
        return READING_REPLY_NAMES[self.answer]


@dataclass(frozen=True)
class ReadingLine:
    """One second reading. Its texts are there once it was handed in, for those who may see the analysis."""

    number: int
    owner: str
    about: int
    title: str
    reader: str
    asked_by: str
    at: datetime
    handed_in_at: datetime | None
    given_back_at: datetime | None
    given_back_because: str
    looked_before: bool
    mine: bool
    text: str = ""
    measured_by: str = ""
    not_told: str = ""
    ours: tuple[tuple[str, str], ...] = ()
    answers: tuple[Replied, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether it is still to be handed in."""
        return self.handed_in_at is None and self.given_back_at is None

    @property
    def place(self) -> str:
        """What it is of, in words."""
        return f"{self.owner.capitalize()} {self.about}"


def label_of(seat: Seat, column: str) -> Coalesce:
    """The role label in this review of the person a column names."""
    label = Participation.objects.filter(review_id=seat.review, person_id=OuterRef(column))
    return Coalesce(Subquery(label.order_by("-began_at").values("role_label")[:1]), Value("Somebody"))


def readings(seat: Seat, where: Q | None = None) -> tuple[ReadingLine, ...]:
    """All second readings, newest first; for somebody who reads blind, their own alone and without any text.

    Two queries.
    """
    if not reach(seat.standing, Subject.READINGS, Verb.READ) and not sees_all(seat):
        raise NotHere
    rows = SecondReading.objects.filter(where or Q(), review_id=seat.review)
    if not sees_all(seat):
        rows = rows.filter(reader_id=seat.person_id)
    replies = answers(seat)
    told = rows.annotate(who=label_of(seat, "reader_id"), asker=author(seat)).order_by("-number")
    return tuple(
        line(seat, row, replies.get(row["number"], ()))
        for row in told.values(
            "number", "episode__number", "episode__title", "finding__number", "finding__title", "who", "asker",
            "at", "handed_in_at", "given_back_at", "given_back_because", "looked_before", "reader_id", "text",
            "measured_by", "not_told", "ours",
        )
    )  # fmt: skip


def line(seat: Seat, row: Mapping[str, Any], replies: tuple[Replied, ...]) -> ReadingLine:
    """One reading from its columns, without any text for somebody who reads blind."""
    whole = sees_all(seat)
    facts: dict[str, Any] = {
        "number": row["number"],
        "owner": "episode" if row["episode__number"] else "finding",
        "about": row["episode__number"] or row["finding__number"],
        "title": (row["episode__title"] or row["finding__title"]) if whole else "",
        "reader": row["who"],
        "asked_by": row["asker"],
        "mine": row["reader_id"] == seat.person_id,
    }
    for name in ("at", "handed_in_at", "given_back_at", "given_back_because", "looked_before"):
        facts[name] = row[name]
    if whole and row["handed_in_at"]:  # what is still being written is its reader's own
        facts |= {name: row[name] for name in ("text", "measured_by", "not_told")}
    if whole:
        facts |= {"ours": tuple((name, text) for name, text in row["ours"]), "answers": replies}
    return ReadingLine(**facts)


def reading(seat: Seat, number: int) -> ReadingLine:
    """One reading that was handed in, with both texts; NotHere while anybody could still be swayed by it."""
    if not sees_all(seat):
        raise NotHere
    found = readings(seat, Q(number=number, handed_in_at__isnull=False))
    if not found:
        raise NotHere
    return found[0]


def answers(seat: Seat) -> dict[int, tuple[Replied, ...]]:
    """What the team answered, by the number of the reading, oldest first."""
    told: dict[int, tuple[Replied, ...]] = {}
    rows = ReadingAnswer.objects.filter(reading__review_id=seat.review).annotate(who=author(seat)).order_by("pk")
    for number, *reply in rows.values_list("reading__number", "answer", "reason", "who", "at"):
        told[number] = (*told.get(number, ()), Replied(*reply))
    return told


def sees_all(seat: Seat) -> bool:
    """Whether this seat may read what we made of the material."""
    return bool(reach(seat.standing, Subject.WORKING, Verb.READ))


def readers(seat: Seat) -> tuple[tuple[str, str], ...]:
    """The leads and the team, to be asked for a reading: number and role label."""
    rows = Participation.objects.filter(
        review_id=seat.review, role__in=(Role.LEAD, Role.TEAM), person__isnull=False, ended_at=None
    )
    return tuple(
        (str(number), label) for number, label in rows.order_by("number").values_list("number", "role_label")
    )


def has_looked(seat: Seat, person_id: int) -> bool:
    """Whether somebody has opened any page of the analysis or the report of this review already."""
    rows = LedgerEntry.objects.filter(review_id=seat.review, person_id=person_id, outcome__in=("seen", "done"))
    return rows.filter(Q(action__startswith="analysis.") | Q(action__startswith="reports.")).exists()
