"""What the record of a review holds on its markers: counted in one query, told to those who may know it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Count, Min, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.timezone import localtime

from casement.foundation.access import Role, Seat, Verb
from casement.foundation.actions import allows
from casement.foundation.clock import now
from casement.rooms.analysis.models import BoardQuestion, CounterSearch, Episode, Finding, Weighed
from casement.rooms.analysis.vocabulary import EpisodeState
from casement.rooms.conversations.models import Conversation
from casement.rooms.family.models import Contact, Involvement
from casement.rooms.markers.rules.record import BEARS_ON, RECORD
from casement.rooms.planning.models import ClockStart, Meeting, PlanRow
from casement.rooms.proceedings.models import Hold, Proceeding, WitnessFlag
from casement.rooms.proceedings.rules.flags import HEARD
from casement.rooms.reports.models import Comment, Issued
from casement.rooms.responses.models import (
    BoardResponse,
    Impact,
    Notice,
    Presentation,
    Publication,
    ResponseAction,
)
from casement.rooms.responses.vocabulary import Doing
from casement.rooms.reviews.models import GateNote, Participation, Review, WindowQuestion
from casement.rooms.sources.models import RecordRequest, Source
from casement.rooms.timekeeping.models import TimeEntry

Rows = models.QuerySet[Any]
FOLLOW_ON = ("S10", "S12")


@dataclass(frozen=True)
class Fact:
    """One thing the record shows, in words, and where it stands."""

    key: str
    words: str
    href: str


@dataclass(frozen=True)
class Held:
    """What the record shows somebody of one marker, and whether there is more that they may not read."""

    facts: tuple[Fact, ...]
    more: bool


def kept(seat: Seat, marker: str) -> Held:
    """What the record holds on this marker, as far as this seat may know it."""
    bears = BEARS_ON.get(marker, ())
    open_to = [key for key in bears if allows(seat.standing, RECORD[key].action)]
    amounts = counted(seat) if open_to else {}
    facts = tuple(Fact(key, RECORD[key].say(amounts), f"/reviews/{seat.ref}/{RECORD[key].page}") for key in open_to)
    return Held(facts, len(open_to) < len(bears))


def every(seat: Seat) -> dict[str, Held]:
    """The same for every marker on which something bears, counted once."""
    amounts = counted(seat)
    found = {}
    for marker, bears in BEARS_ON.items():
        open_to = [key for key in bears if allows(seat.standing, RECORD[key].action)]
        facts = tuple(
            Fact(key, RECORD[key].say(amounts), f"/reviews/{seat.ref}/{RECORD[key].page}") for key in open_to
        )
        found[marker] = Held(facts, len(open_to) < len(bears))
    return found


def counted(seat: Seat) -> dict[str, Any]:
    """Every amount and day that is said of the record, in one query."""
    people = Participation.objects.filter(ended_at=None)
    notes = GateNote.objects.filter(review=OuterRef("pk")).order_by("-pk")
    asked: dict[str, tuple[Any, ...]] = {
        "questions": (WindowQuestion.objects.filter(replaced_by=None), "review"),
        "rewordings": (WindowQuestion.objects.exclude(replaces=None), "review"),
        "leads": (people.filter(role=Role.LEAD), "review"),
        "independent": (people.filter(role=Role.LEAD).exclude(independence=""), "review"),
        "undeclared": (people.filter(role__in=[Role.LEAD, Role.TEAM], conflict_statement=""), "review"),
        "heard": (people.filter(role__in=HEARD), "review"),
        "rows": (PlanRow.objects.filter(dropped_at=None), "review"),
        "entries": (TimeEntry.objects.filter(removed_at=None), "review"),
        "proceedings": (Proceeding.objects.all(), "review"),
        "ended": (Proceeding.objects.exclude(ended_on=None), "review"),
        "holds": (Hold.objects.filter(lifted_at=None), "review"),
        "requests": (RecordRequest.objects.all(), "review"),
        "records": (Source.objects.visible_to(seat, Verb.META).filter(kind="record"), "review"),
        "talks": (Source.objects.visible_to(seat, Verb.META).filter(kind="conversation"), "review"),
        "theirs": (Source.objects.visible_to(seat, Verb.META).filter(kind="family"), "review"),
        "offered": (Conversation.objects.all(), "review"),
        "agreed": (Conversation.objects.filter(moves__to="checked_by_participant"), "review"),
        "explained": (Conversation.objects.filter(explanations__isnull=False), "review"),
        "declined": (Conversation.objects.filter(state="declined"), "review"),
        "met": (Meeting.objects.filter(cancelled_at=None, ends_at__lt=now(), row__step__in=FOLLOW_ON), "review"),
        "issued": (Issued.objects.all(), "report__review"),
        "comments": (Comment.objects.filter(taken_back_at=None), "review"),
        "answered": (Comment.objects.filter(taken_back_at=None, answers__isnull=False), "review"),
        "involved": (Involvement.objects.all(), "review"),
        "contacts": (Contact.objects.all(), "involvement__review"),
        "told_family": (Involvement.objects.filter(feedback__on__isnull=False), "review"),
        "searches": (CounterSearch.objects.all(), "review"),
        "weighed": (Weighed.objects.filter(taken_back_at=None), "review"),
        "episodes": (Episode.objects.filter(state=EpisodeState.CHOSEN), "review"),
        "checked": (Episode.objects.filter(state=EpisodeState.CHOSEN).exclude(hindsight_check=""), "review"),
        "findings": (Finding.objects.all(), "review"),
        "spread": (Finding.objects.filter(prevalences__removed_at=None, prevalences__isnull=False), "review"),
        "asked_board": (BoardQuestion.objects.filter(removed_at=None), "review"),
        "board_answered": (
            BoardResponse.objects.filter(kept_beside=False, question__removed_at=None), "review", "question",
        ),
        "presentations": (Presentation.objects.all(), "review"),
        "acts": (ResponseAction.objects.all(), "review"),
        "acts_done": (ResponseAction.objects.filter(doing=Doing.DONE), "review"),
        "differences": (Impact.objects.all(), "review"),
        "copies": (Publication.objects.all(), "review"),
        "notices": (Notice.objects.all(), "review"),
    }  # fmt: skip
    columns = {f"n_{name}": _amount(*told) for name, told in asked.items()}
    columns["n_asked"] = _amount(RecordRequest.objects.all(), "review", "agency")
    columns["n_clocks"] = _amount(ClockStart.objects.all(), "review", "key")
    columns["n_flagged"] = _amount(WitnessFlag.objects.all(), "participation__review", "participation")
    days = {
        f"d_{name}": Subquery(notes.filter(gate=gate).values("at")[:1])
        for name, gate in (("decision", "decision"), ("signed", "sign_off"), ("published", "publication_check"))
    }
    first = Contact.objects.filter(involvement__review=OuterRef("pk")).order_by().values("involvement__review")
    days["d_first_contact"] = Subquery(first.annotate(first=Min("on")).values("first"))
    row = Review.objects.filter(pk=seat.review).annotate(**columns, **days).values(*columns, *days).get()
    return {
        name[2:]: localtime(value).date() if name.startswith("d_") and hasattr(value, "hour") else value
        for name, value in row.items()
    }


def _amount(rows: Rows, path: str, of: str = "pk") -> Coalesce:
    """How many different things a review has among `rows`, as a column of the review."""
    told = rows.filter(**{path: OuterRef("pk")}).order_by().values(path).annotate(n=Count(of, distinct=True))
    return Coalesce(Subquery(told.values("n")), 0)
