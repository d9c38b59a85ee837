"""Second readings: asked for, handed in or given back, and answered by the team."""

from django.db.models import Q

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number, wait_in_line
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.saying import at_most
from casement.rooms.analysis.commands.rows import one_of, owner_row, participation, row, said
from casement.rooms.analysis.models import FactsVersion, ReadingAnswer, SecondReading, StatementText
from casement.rooms.analysis.queries.blind import ours
from casement.rooms.analysis.queries.readings import has_looked
from casement.rooms.analysis.rules.readings import ReadingReply
from casement.rooms.analysis.vocabulary import Owner
from casement.rooms.reviews.commands import let_back, seclude

READERS = (Role.LEAD, Role.TEAM)
NO_READER = "Choose somebody of the leads or the team who can sign in."
PART_OF_IT = "They wrote part of it. Ask somebody who had no part in it."
MOST = 100_000
ONCE = "They have been asked to read this before. Ask somebody else."


@command(Action.ANALYSIS_WRITE)
def ask_second_reading(seat: Seat, *, owner: str, about: int, reader: int, why: str = "") -> SecondReading:
    """Ask participation number `reader` to read episode or finding number `about` without seeing what we say of it.

    From now on the analysis and the report are shut to them, until they hand it in or give it back. Refused for
    somebody who wrote part of it, or was asked before.
    """
    if owner not in (Owner.EPISODE, Owner.FINDING):
        raise NotHere
    wait_in_line(seat.review)
    thing = owner_row(seat, owner, about)
    person = participation(seat, reader, field="reader")
    if person is None or person.person_id is None or person.ended_at is not None or person.role not in READERS:
        raise Refused(NO_READER, field="reader")
    if person.person_id in authors(seat, owner, about) | {thing.by_id}:  # type: ignore[attr-defined]
        raise Refused(PART_OF_IT, field="reader")
    if SecondReading.objects.filter(reader_id=person.person_id, **{owner: thing}).exists():
        raise Refused(ONCE, field="reader")
    made = SecondReading.objects.create(
        review_id=seat.review, number=next_number(SecondReading, seat.review), reader_id=person.person_id,
        why=why.strip(), looked_before=has_looked(seat, person.person_id), by_id=seat.person_id, **{owner: thing},
    )  # fmt: skip
    seclude(seat, person_id=person.person_id)
    return made


def authors(seat: Seat, owner: str, about: int) -> set[int]:
    """Who wrote any text of an episode or finding, of its factor uses or of the pattern under it, or any fact."""
    mine = {"statement__review_id": seat.review}
    if owner == Owner.EPISODE:
        where = Q(statement__episode__number=about) | Q(statement__factor_use__episode__number=about)
    else:
        where = Q(statement__finding__number=about) | Q(statement__pattern__findings__number=about)
    texts = StatementText.objects.filter(where, **mine).order_by().values_list("by_id", flat=True)
    facts = FactsVersion.objects.filter(review_id=seat.review, kind=owner, number=about)
    return {*texts, *facts.order_by().values_list("by_id", flat=True)}


def mine_and_open(seat: Seat, number: int) -> SecondReading:
    """A reading that waits for this very person; NotHere for everybody else."""
    found = (
        SecondReading.objects.select_for_update()
        .filter(review_id=seat.review, number=number, reader_id=seat.person_id, handed_in_at=None,
                given_back_at=None)
        .order_by().first()
    )  # fmt: skip
    if found is None:
        raise NotHere
    return found


@command(Action.READINGS_WRITE)
def keep_reading(
    seat: Seat, *, number: int, text: str = "", measured_by: str = "", not_told: str = ""
) -> SecondReading:
    """Keep an unfinished second reading. Nobody but its reader sees it until it is handed in."""
    reading = mine_and_open(seat, number)
    reading.text = at_most(text, MOST, field="text")
    reading.measured_by = at_most(measured_by, MOST, field="measured_by")
    reading.not_told = at_most(not_told, MOST, field="not_told")
    reading.save()
    return reading


@command(Action.READINGS_WRITE)
def hand_in_reading(
    seat: Seat, *, number: int, text: str, measured_by: str = "", not_told: str = ""
) -> SecondReading:
    """Hand a second reading in. It cannot be changed afterwards; what the team had written is kept beside it."""
    wait_in_line(seat.review)
    reading = mine_and_open(seat, number)
    reading.text = said(text, "Write what you make of it before you hand it in.")
    reading.measured_by, reading.not_told = measured_by.strip(), not_told.strip()
    reading.ours = ours(seat, reading)
    reading.handed_in_at = now()
    reading.save()
    open_again(seat, reading)
    return reading


@command(Action.READINGS_WRITE)
def give_back_reading(seat: Seat, *, number: int, reason: str) -> SecondReading:
    """Give a second reading back unread or unfinished, with the reason."""
    wait_in_line(seat.review)
    return ended(seat, mine_and_open(seat, number), reason)


@command(Action.ANALYSIS_WRITE)
def call_off_reading(seat: Seat, *, number: int, reason: str) -> SecondReading:
    """End a reading that nobody hands in, such as of somebody who is away."""
    wait_in_line(seat.review)
    return ended(seat, row(SecondReading, seat, number, handed_in_at=None, given_back_at=None), reason)


def ended(seat: Seat, reading: SecondReading, reason: str) -> SecondReading:
    """A reading without a result."""
    reading.given_back_because = said(reason, "Say why it is given back.", field="reason")
    reading.given_back_at = now()
    reading.save()
    open_again(seat, reading)
    return reading


def open_again(seat: Seat, reading: SecondReading) -> None:
    """Let the reader back into the analysis when nothing else waits for them."""
    rows = SecondReading.objects.filter(review_id=seat.review, reader_id=reading.reader_id)
    if not rows.filter(handed_in_at=None, given_back_at=None).exists():
        let_back(seat, person_id=reading.reader_id)


@command(Action.ANALYSIS_WRITE)
def answer_reading(seat: Seat, *, number: int, answer: str, reason: str) -> SecondReading:
    """Say what the team changed or kept after a second reading, and why. Earlier answers stay beside it."""
    one_of(ReadingReply, answer, "Say whether you changed something, kept it, or have not decided.", field="answer")
    why = said(reason, "Say what you changed or kept, and why.", field="reason")
    reading = row(SecondReading, seat, number, handed_in_at__isnull=False)
    last = ReadingAnswer.objects.filter(reading=reading).last()
    if last is None or (last.answer, last.reason) != (answer, why):
        ReadingAnswer.objects.create(reading=reading, answer=answer, reason=why, by_id=seat.person_id)
    return reading
