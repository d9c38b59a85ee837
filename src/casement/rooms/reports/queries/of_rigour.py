"""The rows that tell how rigorous the work was: answers, second readings, decisions, what was read and marked."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.models import LedgerEntry
from casement.rooms.analysis.models import CandidateDecision, CheckAnswer, ReadingAnswer, SecondReading
from casement.rooms.analysis.queries.belongings import linked
from casement.rooms.analysis.queries.coverage import READERS
from casement.rooms.coding.models import Mark
from casement.rooms.reviews.models import Participation

Rows = QuerySet[Any, Any]


def of_rigour(seat: Seat) -> list[Rows]:
    """All of them in the shape the analysis gives its own, so that they come with the same question."""
    mine = {"review_id": seat.review}
    answered = CheckAnswer.objects.filter(taken_back_at=None, **mine).annotate(who=label_of(seat, "by_id"))
    last = ReadingAnswer.objects.filter(reading=OuterRef("pk")).order_by("-pk")
    read = SecondReading.objects.filter(handed_in_at__isnull=False, **mine).annotate(
        who=label_of(seat, "reader_id"),
        answer=Subquery(last.values("answer")[:1]),
        reason=Subquery(last.values("reason")[:1]),
    )
    decided = CandidateDecision.objects.filter(**mine).annotate(who=label_of(seat, "by_id"))
    marks = Mark.objects.visible_to(seat).filter(removed_at=None, **mine).order_by()
    marked = marks.values(source=F("excerpt__version__source__number")).annotate(
        count=Count("pk"), readers=Count("by", filter=Q(said_by=""), distinct=True)
    )
    seen = LedgerEntry.objects.filter(
        action=Action.SOURCES_READ, outcome="seen", kind="source", role__in=READERS, number__isnull=False, **mine
    )
    opened = seen.order_by().values("number").annotate(count=Count("person_id", distinct=True))
    return [
        linked(answered, "answered", "number", "number",
               {"owner": "owner", "about": "about", "said": "said", "reason": "reason", "by": "who"}),
        linked(read, "read again", "number", "number",
               {"number": "number", "episode": "episode__number", "finding": "finding__number", "by": "who",
                "looked": "looked_before", "answer": "answer", "reason": "reason"}),
        linked(decided, "decided", "number", "number",
               {"mark": "mark", "sort": "sort", "said": "said", "decision": "decision", "reason": "reason",
                "by": "who", "number": "number"}),
        linked(marked, "marked", "source", "source", {"count": "count", "readers": "readers", "source": "source"}),
        linked(opened, "opened", "number", "number", {"count": "count", "source": "number"}),
    ]  # fmt: skip


def label_of(seat: Seat, column: str) -> Subquery:
    """The role label in this review of the person a column names."""
    label = Participation.objects.filter(review_id=seat.review, person_id=OuterRef(column))
    return Subquery(label.order_by("-began_at").values("role_label")[:1])
