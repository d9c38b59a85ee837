"""What the templates of the family record receive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.frame import Place
from casement.foundation.refusals import NotHere
from casement.rooms.family import queries
from casement.rooms.family.vocabulary import QUESTIONS


@dataclass(frozen=True)
class FamilyPage:
    """The list of records."""

    lines: tuple[queries.FamilyLine, ...]
    people: tuple[tuple[str, str], ...]
    reads: bool
    may_write: bool
    own: bool
    questions: int
    tab: str = "Family"


@dataclass(frozen=True)
class RecordPage:
    """One record: contact, the nine questions, what they brought, what they were told."""

    told: queries.FamilyRecord
    here: str
    main: Place | None
    write_up: str
    own: bool
    tab: str
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class QuestionPage:
    """One of the nine questions."""

    number: int
    label: str
    place: int
    of: int
    asked: queries.Answered
    here: str
    tab: str
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def family_page(seat: Seat) -> FamilyPage:
    """The list; a member of the family sees their own record alone."""
    may = allows(seat.standing, Action.FAMILY_WRITE)
    return FamilyPage(
        queries.records(seat),
        queries.without_record(seat) if may else (),
        allows(seat.standing, Action.FAMILY_READ),
        may,
        seat.standing.role is Role.FAMILY,
        len(QUESTIONS),
    )


def record_page(seat: Seat, number: int) -> RecordPage:
    """One record; the form of wishes starts from the last ones."""
    told = queries.record(seat, number)
    here = f"/reviews/{seat.ref}/family/{number}/"
    may = allows(seat.standing, Action.FAMILY_WRITE)
    start: dict[str, Any] = {"form": "plain", "language": "English"}
    if told.wishes:
        names = ("contact", "pace", "form", "form_words", "language", "supporter", "interpreter", "agreed")
        start = {name: getattr(told.wishes, name) for name in names}
    write = f"/reviews/{seat.ref}/sources/family/new/" if allows(seat.standing, Action.WRITE_UPS_ADD) else ""
    return RecordPage(
        told,
        here,
        Place("Record a contact", f"{here}#contact") if may else None,
        write,
        seat.standing.role is Role.FAMILY,
        f"Family record {number}",
        {"wishes": start},
    )


def question_page(seat: Seat, number: int, topic: str) -> QuestionPage:
    """One question with its answer; NotHere for a question there is not."""
    told = queries.record(seat, number)
    for place, one in enumerate(told.questions, 1):
        if one.question.key == topic:
            here = f"/reviews/{seat.ref}/family/{number}/"
            start = {"form": {"text": one.text}}
            return QuestionPage(
                number, told.label, place, len(told.questions), one, here, f"Question {place}", start
            )
    raise NotHere
