"""What commands of this room find before they change it: places, findings, questions, agencies."""

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.analysis.models import BoardQuestion, Finding
from casement.rooms.responses.models import BoardResponse
from casement.rooms.responses.queries.whole import given_to_board
from casement.rooms.responses.rules.answers import BEFORE_THE_BOARD
from casement.rooms.reviews.models import Agency

NOT_OURS = "This finding is not in the report, so the board is not asked about it now."


def place_of(seat: Seat) -> int:
    """The place of whoever acts."""
    assert seat.standing.participation_id is not None
    return seat.standing.participation_id


def question_row(seat: Seat, number: int) -> BoardQuestion:
    """A question that the board was asked; NotHere for any other, Refused once it is asked no more."""
    if not given_to_board(seat):
        raise NotHere
    rows = BoardQuestion.objects.select_related("finding").filter(review_id=seat.review, number=number)
    found = rows.first()
    answered = BoardResponse.objects.filter(question=found, kept_beside=False).exists()
    if found is None or not (answered or asked(found)):
        raise NotHere
    if not asked(found):
        raise Refused("This question is not in the report any more. What was answered is kept.")
    return found


def asked(question: BoardQuestion) -> bool:
    """Whether the board is asked this now."""
    return question.removed_at is None and question.finding.state in BEFORE_THE_BOARD


def finding_row(seat: Seat, number: int) -> Finding:
    """A finding that is in the report; NotHere for any other."""
    rows = Finding.objects.filter(review_id=seat.review, number=number, state__in=BEFORE_THE_BOARD)
    found = rows.first()
    if found is None or not given_to_board(seat):
        raise NotHere
    return found


def agency_row(seat: Seat, number: int | None) -> Agency | None:
    """An agency of this review by its number; None when none was named; Refused when there is no such agency."""
    if number is None:
        return None
    found = Agency.objects.filter(review_id=seat.review, number=number).first()
    if found is None:
        raise Refused("Choose an agency of this review, or the board itself.", field="agency")
    return found
