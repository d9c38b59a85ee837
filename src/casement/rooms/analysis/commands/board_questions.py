"""What a finding asks the board to think about: open questions, each with its kind and level."""

from django.db.models import Max

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.rooms.analysis.commands.editions import Facts, hold, keep, raise_edition
from casement.rooms.analysis.commands.indexing import index
from casement.rooms.analysis.commands.rows import one_of, row, said
from casement.rooms.analysis.models import BoardQuestion, Finding
from casement.rooms.analysis.vocabulary import LEVEL_NAMES, RESPONSE_KIND_NAMES, Level, ResponseKind

WRITE_IT = "Write the question you want the board to think about."
WHICH_KIND = "Say what kind of answer it needs."
WHICH_LEVEL = "Say whom the question is for."


@command(Action.ANALYSIS_WRITE)
def ask_board(seat: Seat, *, finding: int, text: str, response_kind: str, level: str) -> BoardQuestion:
    """Add a question or consideration for the board to finding number `finding`; the same text once only."""
    holder = row(Finding, seat, finding)
    whole = said(text, WRITE_IT)
    kind = one_of(ResponseKind, response_kind, WHICH_KIND, field="response_kind")
    whom = one_of(Level, level, WHICH_LEVEL, field="level")
    there = BoardQuestion.objects.filter(finding=holder, removed_at=None)
    twin = there.filter(text=whole).first()
    if twin is not None:
        return twin
    last = there.aggregate(last=Max("order"))["last"] or 0
    asked = BoardQuestion.objects.create(
        review_id=seat.review,
        number=next_number(BoardQuestion, seat.review),
        finding=holder,
        text=whole,
        response_kind=kind,
        level=whom,
        order=last + 1,
    )
    keep(seat, asked, facts_of(asked))
    index(seat, holder)
    return asked


def facts_of(asked: BoardQuestion) -> Facts:
    """A question as pairs of words."""
    return [
        ("Question", asked.text),
        ("Kind", RESPONSE_KIND_NAMES[asked.response_kind]),
        ("Level", LEVEL_NAMES[asked.level]),
    ]


@command(Action.ANALYSIS_WRITE)
def change_board_question(
    seat: Seat, *, number: int, text: str, response_kind: str, level: str, based_on: int | None = None
) -> BoardQuestion:
    """Reword a question or change its kind or level; Conflict when somebody was first, and both are kept."""
    asked = row(BoardQuestion, seat, number, removed_at=None)
    stands = facts_of(asked)
    asked.text = said(text, WRITE_IT)
    asked.response_kind = one_of(ResponseKind, response_kind, WHICH_KIND, field="response_kind")
    asked.level = one_of(Level, level, WHICH_LEVEL, field="level")
    sent = facts_of(asked)
    if sent != stands:
        hold(seat, asked, based_on=based_on, sent=sent, stands=stands)
        raise_edition(seat, asked, sent)
        asked.save()
        index(seat, asked.finding)
    return asked


@command(Action.ANALYSIS_WRITE)
def remove_board_question(seat: Seat, *, number: int) -> BoardQuestion:
    """Take a question off its finding; its words stay in the history."""
    asked = row(BoardQuestion, seat, number)
    asked.removed_at = asked.removed_at or now()
    asked.save(update_fields=["removed_at"])
    index(seat, asked.finding)
    return asked
