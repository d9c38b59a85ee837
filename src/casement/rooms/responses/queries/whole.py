"""The response in a fixed number of queries, narrowed to what a seat may read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.foundation.actions import Action, allows
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.models import BoardQuestion, Finding
from casement.rooms.responses.models import (
    BoardResponse,
    BoardView,
    Closing,
    Impact,
    Progress,
    Raised,
    ResponseAction,
)
from casement.rooms.responses.queries.views import (
    THE_BOARD,
    ActionView,
    AnswerView,
    ClosingView,
    FindingPart,
    ImpactView,
    ProgressView,
    QuestionView,
    RaisedView,
    Response,
    TextView,
)
from casement.rooms.responses.rules.answers import AT_THE_BOARD, BEFORE_THE_BOARD
from casement.rooms.reviews.models import StageEntry


def response(seat: Seat) -> Response:
    """Every finding of the report with its questions, answers, actions and impact; eleven queries at most.

    A question that was answered and has left the report since is told too. Raises NotHere for whoever may not read
    the response; who may not see actions is told none.
    """
    if not allows(seat.standing, Action.RESPONSES_READ):
        raise NotHere
    sees = Reach.ALL in reach(seat.standing, Subject.RESPONSE, Verb.READ)
    if not given_to_board(seat):
        return Response((), (), sees)
    acts = actions(seat) if sees else ()
    of_question = grouped(acts, "question")
    impact = grouped(_impact(seat), 0) if sees else {}
    questions = _questions(seat, of_question, impact)
    by_finding = grouped(questions, "finding")
    views = defaultdict(list)
    for row in BoardView.objects.filter(review_id=seat.review).select_related("by").order_by("-number"):
        told = TextView(row.edition, row.text, row.public_text, row.by.role_label, row.at, row.kept_beside)
        views[row.finding_id].append(told)
    found = Finding.objects.filter(review_id=seat.review).order_by("order", "number")
    parts = tuple(
        FindingPart(
            number, title, state in BEFORE_THE_BOARD, tuple(by_finding.get(number, ())), tuple(views.get(pk, ()))
        )
        for pk, number, title, state in found.values_list("pk", "number", "title", "state")
        if state in BEFORE_THE_BOARD or number in by_finding
    )
    return Response(parts, acts, sees, questions)


def given_to_board(seat: Seat) -> bool:
    """Whether this seat may know the findings: the review has come to the board, or they may read the draft.

    Nothing reaches the board before the case group was heard; the gates before these steps see to it.
    """
    if allows(seat.standing, Action.REPORTS_READ):
        return True
    return StageEntry.objects.filter(review_id=seat.review, to_step__in=AT_THE_BOARD).exists()


def question(seat: Seat, number: int) -> tuple[Response, QuestionView]:
    """One question; NotHere when the board was not asked it."""
    told = response(seat)
    found = next((one for one in told.questions if one.number == number), None)
    if found is None:
        raise NotHere
    return told, found


def finding(seat: Seat, number: int) -> tuple[Response, FindingPart]:
    """One finding; NotHere when it is not in the report."""
    told = response(seat)
    found = next((one for one in told.findings if one.number == number), None)
    if found is None:
        raise NotHere
    return told, found


def actions(seat: Seat) -> tuple[ActionView, ...]:
    """The actions this seat may read, by due day: all, or those of its own agency; three queries."""
    far = reach(seat.standing, Subject.RESPONSE, Verb.READ)
    rows = ResponseAction.objects.filter(review_id=seat.review).select_related("question__finding", "agency")
    if Reach.ALL not in far:
        if Reach.AGENCY not in far:
            return ()
        rows = rows.filter(agency_id=seat.standing.agency_id or 0)
    reads = allows(seat.standing, Action.RESPONSES_READ)
    writes = allows(seat.standing, Action.RESPONSES_REPORT)
    found = list(rows)
    of = Q(action__in=[row.pk for row in found])
    progress, impact = defaultdict(list), defaultdict(list)
    for step in Progress.objects.filter(of).select_related("by").order_by("-number"):
        progress[step.action_id].append(
            ProgressView(step.doing, step.text, step.look_on, step.by.role_label, step.at)
        )
    for seen in Impact.objects.filter(of).select_related("by", "action").order_by("-on", "-number"):
        impact[seen.action_id].append(impact_view(seen))
    told = [
        ActionView(
            row.number, row.question.number, row.question.text if reads else "", row.question.finding.number,
            row.agency.name if row.agency else THE_BOARD, row.agency.number if row.agency else None, row.what,
            row.due_on, row.due_words, row.measure, row.baseline, row.source, row.look_on, row.doing, row.edition,
            tuple(progress[row.pk]), tuple(impact[row.pk]), writes,
        )
        for row in found
    ]  # fmt: skip
    return tuple(sorted(told, key=lambda one: (one.ended, one.due_on is None, one.due_on, one.number)))


def action(seat: Seat, number: int) -> ActionView:
    """One action; NotHere when this seat may not read it."""
    found = next((one for one in actions(seat) if one.number == number), None)
    if found is None:
        raise NotHere
    return found


def impact_view(row: Impact) -> ImpactView:
    """One entry of impact."""
    of = row.action.number if row.action else None
    return ImpactView(
        row.number, of, row.difference, row.evidence, row.said_by, row.on, row.reopens, row.by.role_label
    )


def _impact(seat: Seat) -> list[tuple[int, ImpactView]]:
    """Every entry of impact with the number of its question."""
    rows = Impact.objects.filter(review_id=seat.review).select_related("by", "action", "question")
    return [(row.question.number, impact_view(row)) for row in rows.order_by("-on", "-number")]


def _questions(
    seat: Seat, acts: dict[Any, list[ActionView]], impact: dict[Any, list[Any]]
) -> tuple[QuestionView, ...]:
    """Every question the board was asked, in the order of findings."""
    answers, raised, closings = defaultdict(list), defaultdict(list), defaultdict(list)
    rows = BoardQuestion.objects.filter(review_id=seat.review).select_related("finding")
    asked = {row.pk: row for row in rows.order_by("finding__order", "finding__number", "order", "number")}
    for row in BoardResponse.objects.filter(review_id=seat.review).select_related("by").order_by("-number"):
        answers[row.question_id].append(_answer(row, asked[row.question_id].edition))
    for one in Raised.objects.filter(review_id=seat.review).select_related("by").order_by("-on", "-number"):
        raised[one.question_id].append(
            RaisedView(one.number, one.to, one.on, one.asks, one.reply, one.replied_on, one.by.role_label)
        )
    for end in Closing.objects.filter(review_id=seat.review).select_related("by").order_by("-number"):
        closings[end.question_id].append(
            ClosingView(end.closed, end.reason, end.without_evidence, end.by.role_label, end.at)
        )
    return tuple(
        QuestionView(
            row.number, row.text, row.response_kind, row.level, row.finding.number, row.finding.title, here,
            tuple(answers[pk]), tuple(closings[pk]), tuple(raised[pk]), tuple(acts.get(row.number, ())),
            tuple(told for _, told in impact.get(row.number, ())),
        )
        for pk, row in asked.items()
        if (here := row.removed_at is None and row.finding.state in BEFORE_THE_BOARD) or answers[pk]
    )  # fmt: skip


def _answer(row: BoardResponse, edition: int) -> AnswerView:
    return AnswerView(
        row.edition, row.decision, row.reasons, row.response_kind, row.level, row.reclassified, row.priority,
        row.fits, row.position, row.public_text, row.by.role_label, row.at, row.kept_beside,
        row.question_edition != edition,
    )  # fmt: skip


def grouped(rows: Iterable[Any], key: str | int) -> dict[Any, list[Any]]:
    """Rows by an attribute, or by a place in a tuple, in the order they came."""
    found: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        found[row[key] if isinstance(key, int) else getattr(row, key)].append(row)
    return found
