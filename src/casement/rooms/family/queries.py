"""How the family record is read: all of it, one's own, or only that it exists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from django.db.models import QuerySet

from casement.foundation.access import Reach, Role, Seat, Subject, Verb, reach
from casement.foundation.refusals import NotHere
from casement.rooms.family.models import Answer, Contact, Feedback, Involvement, Wishes
from casement.rooms.family.vocabulary import FORM_NAMES, HOW_NAMES, QUESTIONS, Question
from casement.rooms.reviews.models import Participation
from casement.rooms.reviews.queries import labels_of
from casement.rooms.sources.models import Source

T = TypeVar("T", Answer, Contact, Feedback)


@dataclass(frozen=True)
class Told:
    """What was written last about feedback: the day they were told, or why they were not."""

    on: date | None
    text: str
    by: str
    at: datetime


@dataclass(frozen=True)
class FamilyLine:
    """One record in the list. The label is empty for those who may know only that it exists."""

    number: int
    label: str
    since: datetime
    answered: int
    contacts: int
    last_contact: date | None
    told: Told | None


@dataclass(frozen=True)
class WishesNow:
    """How they wish to be in touch, in words."""

    contact: str
    pace: str
    form: str
    form_name: str
    form_words: str
    language: str
    supporter: str
    interpreter: str
    agreed: bool
    by: str
    at: datetime


@dataclass(frozen=True)
class Answered:
    """One of the nine questions with its answer; `times` is how often it was answered."""

    question: Question
    text: str = ""
    by: str = ""
    at: datetime | None = None
    times: int = 0


@dataclass(frozen=True)
class Touch:
    """One time they were in touch."""

    on: date
    how: str
    text: str
    by: str


@dataclass(frozen=True)
class Brought:
    """Something they contributed, which is a source like any other."""

    number: int
    title: str
    date: str


@dataclass(frozen=True)
class FamilyRecord:
    """The record of one person."""

    number: int
    participation: int
    label: str
    wishes: WishesNow | None
    questions: tuple[Answered, ...]
    contacts: tuple[Touch, ...]
    brought: tuple[Brought, ...]
    feedback: tuple[Told, ...]


def within(seat: Seat, verb: Verb = Verb.READ) -> QuerySet[Involvement]:
    """The records this seat reaches: every one, its own, or none. With META, every one that it may know of."""
    reaches = reach(seat.standing, Subject.FAMILY_RECORD, verb)
    rows = Involvement.objects.filter(review_id=seat.review).select_related("participation")
    if reaches & {Reach.ALL, Reach.META}:
        return rows
    if Reach.OWN in reaches:
        return rows.filter(participation_id=seat.standing.participation_id or 0)
    return rows.none()


def records(seat: Seat) -> tuple[FamilyLine, ...]:
    """The list of records; those who may know only that they exist are given numbers and dates."""
    rows = list(within(seat, Verb.META))
    reads = bool(reach(seat.standing, Subject.FAMILY_RECORD, Verb.READ))
    labels = labels_of(seat.review)
    answers = _by_record(Answer.objects.filter(involvement__in=rows))
    contacts = _by_record(Contact.objects.filter(involvement__in=rows))
    told = _by_record(Feedback.objects.filter(involvement__in=rows))
    return tuple(
        FamilyLine(
            number=row.number,
            label=row.participation.role_label if reads else "",
            since=row.at,
            answered=len({one.question for one in answers.get(row.pk, [])}),
            contacts=len(contacts.get(row.pk, [])),
            last_contact=contacts[row.pk][-1].on if row.pk in contacts else None,
            told=_told(told[row.pk][-1], labels, reads=reads) if row.pk in told else None,
        )
        for row in rows
    )


def record(seat: Seat, number: int) -> FamilyRecord:
    """One record in full; NotHere for whoever may not read it."""
    row = within(seat).filter(number=number).first()
    if row is None:
        raise NotHere
    labels = labels_of(seat.review)
    wishes = Wishes.objects.filter(involvement=row).last()
    answers: dict[str, list[Answer]] = {}
    for one in Answer.objects.filter(involvement=row):
        answers.setdefault(one.question, []).append(one)
    sources = Source.objects.visible_to(seat).filter(kind="family", participation_id=row.participation_id)
    return FamilyRecord(
        number=row.number,
        participation=row.participation.number,
        label=row.participation.role_label,
        wishes=_wishes(wishes, labels) if wishes else None,
        questions=tuple(_answered(one, answers.get(one.key, []), labels) for one in QUESTIONS),
        contacts=tuple(
            Touch(one.on, HOW_NAMES[one.how], one.text, labels.get(one.by_id, ""))
            for one in Contact.objects.filter(involvement=row).order_by("-on", "-pk")
        ),
        brought=tuple(
            Brought(one, title, recorded)
            for one, title, recorded in sources.order_by("number").values_list("number", "title", "date_recorded")
        ),
        feedback=tuple(
            _told(one, labels, reads=True) for one in Feedback.objects.filter(involvement=row).order_by("-pk")
        ),
    )


def without_record(seat: Seat) -> tuple[tuple[str, str], ...]:
    """Members of the family who have a place and no record yet: number and label."""
    rows = Participation.objects.filter(review_id=seat.review, role=Role.FAMILY, ended_at=None)
    rows = rows.exclude(pk__in=Involvement.objects.values("participation"))
    return tuple((str(number), label) for number, label in rows.values_list("number", "role_label"))


def feedback_by_label(seat: Seat) -> dict[str, Feedback | None]:
    """The last feedback of everybody who has a record and takes part, by role label; None where there is none."""
    rows = Involvement.objects.filter(review_id=seat.review, participation__ended_at=None)
    found: dict[str, Feedback | None] = {}
    told = _by_record(Feedback.objects.filter(involvement__in=rows))
    for row in rows.select_related("participation"):
        found[row.participation.role_label] = told[row.pk][-1] if row.pk in told else None
    return found


def _by_record(rows: Iterable[T]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    for row in rows:
        found.setdefault(row.involvement_id, []).append(row)
    return found


def _told(row: Feedback, labels: dict[int, str], *, reads: bool) -> Told:
    return Told(row.on, row.text if reads else "", labels.get(row.by_id, "") if reads else "", row.at)


def _wishes(row: Wishes, labels: dict[int, str]) -> WishesNow:
    return WishesNow(
        row.contact, row.pace, row.form, FORM_NAMES[row.form], row.form_words, row.language, row.supporter,
        row.interpreter, row.agreed, labels.get(row.by_id, ""), row.at,
    )  # fmt: skip


def _answered(question: Question, told: list[Answer], labels: dict[int, str]) -> Answered:
    if not told:
        return Answered(question)
    last = told[-1]
    return Answered(question, last.text, labels.get(last.by_id, ""), last.at, len(told))
