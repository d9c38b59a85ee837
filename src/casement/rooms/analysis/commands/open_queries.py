"""Open queries: kept, put to somebody, answered, let go with a reason. Nothing that was said is taken away."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import Refused
from casement.rooms.analysis.commands.perspectives import whose
from casement.rooms.analysis.commands.rows import row, said
from casement.rooms.analysis.models import OpenQuery, Period, QueryAnswer
from casement.rooms.analysis.queries.perspectives import narrator
from casement.rooms.reviews.models import Agency, Participation

ANSWERED = "This query has an answer already, so it is not open any more."


@command(Action.ANALYSIS_WRITE)
def keep_query(seat: Seat, *, text: str, voice: str = "") -> OpenQuery:
    """Keep something the team does not know yet, to be put to a `voice` such as "r3" or "a2", or to nobody yet.

    The same words while they are open give back the first. Refused without words; NotHere for an unknown voice.
    """
    return kept(seat, said(text, "Write what you do not know yet.", field="text"), asked=voice)


def kept(
    seat: Seat, text: str, *, asked: str = "", agency: Agency | None = None, period: Period | None = None,
    about: tuple[Participation | None, Agency | None] = (None, None),
) -> OpenQuery:  # fmt: skip
    """One query, made unless the same stands open at the same place; inside a command."""
    role, told = whose(narrator(seat, asked)) if asked else (None, agency)
    there = OpenQuery.objects.filter(
        review_id=seat.review, text=text, period=period, about=about[0], about_agency=about[1], let_go_at=None,
        answers=None, asked_of=told, asked_role=role,
    ).first()  # fmt: skip
    return there or OpenQuery.objects.create(
        review_id=seat.review, number=next_number(OpenQuery, seat.review), text=text, period=period, about=about[0],
        about_agency=about[1], asked_of=told, asked_role=role, by_id=seat.person_id,
    )  # fmt: skip


@command(Action.ANALYSIS_WRITE)
def put_query(seat: Seat, *, number: int, voice: str = "") -> OpenQuery:
    """Say whom a query is put to: a `voice` such as "r3" or "a2", or nobody in particular."""
    query = row(OpenQuery, seat, number)
    query.asked_role, query.asked_of = whose(narrator(seat, voice)) if voice else (None, None)
    query.save(update_fields=["asked_role", "asked_of"])
    return query


@command(Action.ANALYSIS_WRITE)
def answer_query(seat: Seat, *, number: int, text: str) -> OpenQuery:
    """Write down what was answered to a query. A second answer stands beside the first."""
    query = row(OpenQuery, seat, number)
    words = said(text, "Write what they answered. “They do not know” is an answer.", field="text")
    if not QueryAnswer.objects.filter(query=query, text=words).exists():
        QueryAnswer.objects.create(query=query, text=words, by_id=seat.person_id)
    return query


@command(Action.ANALYSIS_WRITE)
def let_query_go(seat: Seat, *, number: int, reason: str) -> OpenQuery:
    """Stop asking, and say why. Refused without a reason, and for an answered query; again changes nothing."""
    query = row(OpenQuery, seat, number)
    why = said(reason, "Say why you let it go. The reason stays beside the query.", field="reason")
    if query.answers.exists():
        raise Refused(ANSWERED, field="reason")
    if query.let_go_at is None:
        let_go(seat, query, why)
    return query


def let_go(seat: Seat, query: OpenQuery, why: str) -> None:
    """Let a query go; inside a command."""
    query.let_go_at, query.let_go_because, query.let_go_by_id = now(), why, seat.person_id
    query.save(update_fields=["let_go_at", "let_go_because", "let_go_by"])
