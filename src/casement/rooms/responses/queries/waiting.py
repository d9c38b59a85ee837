"""What waits for somebody because of the response, asked once however many reviews; and what is new of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery

from casement.foundation.access import Reach, Role, Seat, Subject, Verb, reach
from casement.foundation.actions import Action, allows
from casement.foundation.clock import today
from casement.foundation.since import Since, amounts, newer, who_may
from casement.foundation.waiting import Rows, Waiting, rows_of
from casement.rooms.analysis.models import BoardQuestion
from casement.rooms.responses.models import (
    BoardResponse,
    Closing,
    Impact,
    Presentation,
    Progress,
    PublicationCheck,
    ResponseAction,
    Signature,
)
from casement.rooms.responses.rules.answers import AT_THE_BOARD, BEFORE_THE_BOARD
from casement.rooms.responses.vocabulary import ENDED, Decision

OPEN, DUE, SIGN = "response_open", "response_due", "check_to_sign"
SOON = timedelta(days=28)
ANSWERING = frozenset({Role.ACCOUNTABLE, Role.DELEGATED, Role.BUSINESS})


@dataclass(frozen=True)
class ResponseNeeds:
    """Questions without an answer, actions whose day or next look is near, whether a check waits to be signed.

    `due` are (number, day) with the nearest first; `of_agency` whether they are one agency's own.
    """

    unanswered: int = 0
    due: tuple[tuple[int, date | None], ...] = ()
    to_sign: bool = False
    of_agency: bool = False


def response_waiting(seats: Sequence[Seat]) -> list[Rows]:
    """What each of these seats can do about the response, as rows for `responses_from`."""
    told: list[Rows] = []
    board = [seat.review for seat in seats if allows(seat.standing, Action.RESPONSES_ANSWER)]
    if board:
        told.append(_unanswered(board))
    near = _near(seats)
    if near:
        rows = ResponseAction.objects.exclude(doing__in=ENDED).filter(near)
        day = today() + SOON
        rows = rows.filter(Q(look_on__lte=day) | Q(due_on__lte=day))
        told.append(rows_of(rows, DUE, number="number", day="due_on"))
    signers = [seat for seat in seats if allows(seat.standing, Action.PUBLICATION_SIGN)]
    if signers:
        told.append(_to_sign(signers))
    return told


def responses_from(told: Iterable[Waiting], seat: Seat) -> ResponseNeeds:
    """What waits in one review, of everything that was told of it."""
    mine = list(told)
    due = [(one.number, one.day) for one in mine if one.kind == DUE]
    return ResponseNeeds(
        sum(one.number for one in mine if one.kind == OPEN),
        tuple(sorted(due, key=lambda one: (one[1] is None, one[1], one[0]))),
        any(one.kind == SIGN for one in mine),
        Reach.ALL not in reach(seat.standing, Subject.RESPONSE, Verb.WRITE),
    )


def changed_responses(sinces: Sequence[Since]) -> list[Rows]:
    """What is new of the response: answers, reports on actions, impact; amounts for each review."""
    read = who_may(sinces, Action.RESPONSES_READ)
    acts = [one for one in read if Reach.ALL in reach(one.seat.standing, Subject.RESPONSE, Verb.READ)]
    told = []
    if read:
        answers = newer(BoardResponse.objects.filter(kept_beside=False), read, by="by__person")
        told.append(amounts(answers, "responses"))
        told.append(amounts(newer(Presentation.objects.all(), read, by="by__person"), "presentations"))
    if acts:
        told.append(amounts(newer(Progress.objects.all(), acts, by="by__person"), "progress"))
        told.append(amounts(newer(Impact.objects.all(), acts, by="by__person"), "impact"))
    return told


def _unanswered(reviews: list[int]) -> Rows:
    """How many questions of each review the board has not answered, or is still considering."""
    last = BoardResponse.objects.filter(question=OuterRef("pk"), kept_beside=False).order_by("-edition")
    ended = Closing.objects.filter(question=OuterRef("pk")).order_by("-number")
    rows = (
        BoardQuestion.objects.filter(
            review__in=reviews, removed_at=None, finding__state__in=BEFORE_THE_BOARD, review__step__in=AT_THE_BOARD,
            review__closed_at=None,
        )
        .annotate(said=Subquery(last.values("decision")[:1]), ended=Subquery(ended.values("closed")[:1]))
        .filter(Q(said=None) | Q(said=Decision.CONSIDERING))
        .filter(Q(ended=None) | Q(ended=False))
    )  # fmt: skip
    return rows_of(rows.order_by().values("review").annotate(n=Count("pk")), OPEN, number="n")


def _near(seats: Sequence[Seat]) -> Q | None:
    """The actions that each seat reports on: a contact those of the agency, the board's office all of them."""
    told: Q | None = None
    for seat in seats:
        far = reach(seat.standing, Subject.RESPONSE, Verb.WRITE)
        if not far or (Reach.ALL in far and seat.standing.role is not Role.BUSINESS):
            continue
        mine = Q(review=seat.review)
        if Reach.ALL not in far:
            mine &= Q(agency=seat.standing.agency_id or 0)
        told = mine if told is None else told | mine
    return told


def _to_sign(seats: Sequence[Seat]) -> Rows:
    """Checks that one person has signed and another has still to sign."""
    signed = Signature.objects.filter(check_of=OuterRef("pk"), edition=OuterRef("edition"))
    rows = (
        PublicationCheck.objects.filter(
            review__in=[seat.review for seat in seats], review__closed_at=None, signed_at=None
        )
        .filter(Exists(signed))
        .exclude(Exists(signed.filter(person_id=seats[0].person_id)))
        .annotate(n=F("number"))
    )
    return rows_of(rows, SIGN, number="n")
