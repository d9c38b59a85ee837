"""What the case group said of one episode or finding, for those who may read every comment."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.rooms.reports.models import CommentAnswer, CommentBearing
from casement.rooms.reports.queries.comments import writer_of
from casement.rooms.reports.vocabulary import (
    BEARING_NAMES,
    COMMENT_NAMES,
    DISPOSITION_NAMES,
    FOLLOW_ON_NUMBER,
)


@dataclass(frozen=True)
class Concern:
    """One comment tied to a thing: what it is to us there, and what was done with it (empty until answered)."""

    number: int
    report: int
    place: str
    kind: str
    by: str
    text: str
    bears: str
    note: str
    did: str


def concerning(seat: Seat, owner: str, about: int) -> tuple[Concern, ...]:
    """The comments tied to episode or finding number `about`, as they came; nothing for others. One query."""
    if Reach.ALL not in reach(seat.standing, Subject.COMMENTS, Verb.READ):
        return ()
    answers = CommentAnswer.objects.filter(comment_id=OuterRef("comment_id"), beside=False).order_by("-pk")
    rows = (
        CommentBearing.objects.filter(
            owner=owner, about=about, comment__review_id=seat.review, comment__taken_back_at=None
        )
        .select_related("comment__issued__report", "comment__participation")
        .defer("comment__issued__tree")
        .annotate(did=Subquery(answers.values("disposition")[:1]))
    )
    newest = {row.comment_id: row for row in rows.order_by("pk")}
    told = []
    for row in sorted(newest.values(), key=lambda one: one.comment_id):
        said = row.comment
        told.append(
            Concern(
                said.number,
                FOLLOW_ON_NUMBER[said.issued.report.kind],
                f"paragraph {said.paragraph}" if said.paragraph else "the whole report",
                COMMENT_NAMES[said.kind],
                writer_of(seat, said),
                said.text,
                BEARING_NAMES[row.status],
                row.note,
                DISPOSITION_NAMES[row.did] if row.did else "",
            )
        )
    return tuple(told)
