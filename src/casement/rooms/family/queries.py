"""How the family record is read: all of it, one's own, or only that it exists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import DateField, F, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast

from casement.foundation.access import Reach, Role, Seat, Subject, Verb, reach
from casement.foundation.refusals import NotHere
from casement.rooms.family.models import Answer, Contact, Feedback, Involvement, Wishes
from casement.rooms.family.vocabulary import FORM_NAMES, HOW_NAMES, QUESTIONS, Question
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.models import Source


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
    said = _said(rows)
    return tuple(_line(row, said[row.pk], reads=reads) for row in rows)


def record(seat: Seat, number: int) -> FamilyRecord:
    """One record in full; NotHere for whoever may not read it."""
    row = within(seat).filter(number=number).first()
    if row is None:
        raise NotHere
    wishes = Wishes.objects.filter(involvement=row).annotate(label=_label()).last()
    said = _said([row])[row.pk]
    sources = Source.objects.visible_to(seat).filter(kind="family", participation_id=row.participation_id)
    return FamilyRecord(
        number=row.number,
        participation=row.participation.number,
        label=row.participation.role_label,
        wishes=_wishes(wishes) if wishes else None,
        questions=tuple(_answered(one, [each for each in said if each.word == one.key]) for one in QUESTIONS),
        contacts=tuple(
            Touch(one.on, HOW_NAMES[one.word], one.text, one.by or "")
            for one in reversed(_contacts(said))
            if one.on
        ),
        brought=tuple(
            Brought(one, title, recorded)
            for one, title, recorded in sources.order_by("number").values_list("number", "title", "date_recorded")
        ),
        feedback=tuple(_told(one, reads=True) for one in reversed(said) if one.kind == "feedback"),
    )


def without_record(seat: Seat) -> tuple[tuple[str, str], ...]:
    """Members of the family who have a place and no record yet: number and label."""
    rows = Participation.objects.filter(review_id=seat.review, role=Role.FAMILY, ended_at=None)
    rows = rows.exclude(pk__in=Involvement.objects.values("participation"))
    return tuple((str(number), label) for number, label in rows.values_list("number", "role_label"))


def feedback_by_label(seat: Seat) -> dict[str, Told | None]:
    """The last feedback of everybody who has a record and takes part, by role label; None where there is none."""
    rows = Involvement.objects.filter(review_id=seat.review, participation__ended_at=None)
    found: dict[str, Told | None] = {}
    kept = list(rows.select_related("participation"))
    said = _said(kept)
    for row in kept:
        told = [one for one in said[row.pk] if one.kind == "feedback"]
        found[row.participation.role_label] = _told(told[-1], reads=False) if told else None
    return found


class Said(NamedTuple):
    """One row of a record: an answer (its question in `word`), a contact (how, in `word`) or feedback.

    `by` is a role label, or None for somebody who has no place here.
    """

    kind: str
    record: int
    pk: int
    on: date | None
    word: str
    text: str
    by: str | None
    at: datetime


def _said(rows: Sequence[Involvement]) -> dict[int, list[Said]]:
    """Everything said in these records, in the order in which it was written, in one query."""
    found: dict[int, list[Said]] = {row.pk: [] for row in rows}
    no_day, no_word = Cast(Value(None, DateField()), DateField()), Value("", TextField())
    answers = _columns(
        Answer.objects.filter(involvement__in=found), "answer", no_day, Cast("question", TextField())
    )
    contacts = _columns(Contact.objects.filter(involvement__in=found), "contact", F("on"), Cast("how", TextField()))
    told = _columns(Feedback.objects.filter(involvement__in=found), "feedback", F("on"), no_word)
    for row in contacts.union(answers, told, all=True) if found else ():
        one = Said(*row)
        found[one.record].append(one)
    return {pk: sorted(each, key=lambda one: one.pk) for pk, each in found.items()}


def _columns(rows: QuerySet[Any], kind: str, day: Any, word: Any) -> QuerySet[Any, Any]:
    told = rows.order_by().annotate(what=Value(kind, TextField()), day=day, word=word, label=_label())
    found: QuerySet[Any, Any] = told.values_list(
        "what", "involvement_id", "pk", "day", "word", "text", "label", "at"
    )
    return found


def _label() -> Subquery:
    """The role label of whoever wrote a row: the newest, where they had several places."""
    place = Participation.objects.filter(review=OuterRef("involvement__review"), person=OuterRef("by"))
    return Subquery(place.order_by("-number").values("role_label")[:1])


def _contacts(said: Iterable[Said]) -> list[Said]:
    return sorted((one for one in said if one.kind == "contact"), key=lambda one: (one.on or date.min, one.pk))


def _line(row: Involvement, said: Sequence[Said], *, reads: bool) -> FamilyLine:
    contacts, told = _contacts(said), [one for one in said if one.kind == "feedback"]
    return FamilyLine(
        number=row.number,
        label=row.participation.role_label if reads else "",
        since=row.at,
        answered=len({one.word for one in said if one.kind == "answer"}),
        contacts=len(contacts),
        last_contact=contacts[-1].on if contacts else None,
        told=_told(told[-1], reads=reads) if told else None,
    )


def _told(row: Said, *, reads: bool) -> Told:
    return Told(row.on, row.text if reads else "", (row.by or "") if reads else "", row.at)


def _wishes(row: Wishes) -> WishesNow:
    return WishesNow(
        row.contact, row.pace, row.form, FORM_NAMES[row.form], row.form_words, row.language, row.supporter,
        row.interpreter, row.agreed, getattr(row, "label", None) or "", row.at,
    )  # fmt: skip


def _answered(question: Question, told: Sequence[Said]) -> Answered:
    if not told:
        return Answered(question)
    return Answered(question, told[-1].text, told[-1].by or "", told[-1].at, len(told))
