"""Entries that may speak of one event: looked for in the background, answered by people, answers taken back.

No answer joins or changes an entry: each agency's account stands as it was recorded.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q

from casement.foundation import jobs
from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number, wait_in_line
from casement.foundation.models import Job
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.chronology.commands.telling import known_entry
from casement.rooms.chronology.models import Entry, Pair, PairAnswer
from casement.rooms.chronology.queries.reaching import readable
from casement.rooms.chronology.rules import Likely
from casement.rooms.chronology.vocabulary import ANSWER_NAMES, Answer

LOOK = "chronology.look_for_same"
ANSWERED = "Somebody answered this already: {}. Take that answer back first."


@command(Action.CHRONOLOGY_LINK)
def look_for_same(seat: Seat) -> Job:
    """Ask for all entries to be compared in the background. One look at a time is enough."""
    wait_in_line(seat.review)
    waiting = Job.objects.filter(name=LOOK, review_id=seat.review, state__in=("queued", "running")).first()
    return waiting or jobs.later(LOOK, seat.review, seat=seat)


@command(Action.CHRONOLOGY_LINK)
def offer_pairs(seat: Seat, *, found: Sequence[Likely]) -> int:
    """Keep these pairs to be answered; open ones that are no longer likely go, answered ones stay as they are."""
    wait_in_line(seat.review)
    rows = Pair.objects.filter(review_id=seat.review)
    here = {(first, second): (pk, answer) for pk, first, second, answer in
            rows.values_list("pk", "first_id", "second_id", "answer")}  # fmt: skip
    spoken_of = set(PairAnswer.objects.filter(pair__review_id=seat.review).values_list("pair_id", flat=True))
    wanted = {(pair.first, pair.second) for pair in found}
    gone = [pk for key, (pk, _) in here.items() if key not in wanted and pk not in spoken_of]
    rows.filter(pk__in=gone).delete()
    new = [pair for pair in found if (pair.first, pair.second) not in here]
    number = next_number(Pair, seat.review)
    Pair.objects.bulk_create(
        [
            Pair(
                review_id=seat.review, number=at, first_id=pair.first, second_id=pair.second,
                shared=list(pair.shared), people=list(pair.people), strength=pair.strength,
            )
            for at, pair in enumerate(new, number)
        ],
        batch_size=200,
    )  # fmt: skip
    return len(new)


@command(Action.CHRONOLOGY_LINK)
def answer_pair(seat: Seat, *, number: int, answer: str, reason: str = "") -> Pair:
    """Say whether the two entries of pair `number` speak of one event.

    Refused without a reason when they do, and when somebody answered otherwise before.
    """
    pair = pair_to_answer(seat, number)
    return answered(seat, pair, answer, reason)


@command(Action.CHRONOLOGY_LINK)
def link_entries(seat: Seat, *, number: int, other: int, answer: str, reason: str = "") -> Pair:
    """Say of entry `number` and entry `other` of another agency that they speak of one event, or of two."""
    one = known_entry(seat, number)
    if other == number:
        raise Refused("Name another entry than this one.", field="other")
    two = Entry.objects.filter(readable(seat), number=other, removed_at=None).first()
    if two is None:
        raise Refused(f"There is no entry {other}.", field="other")
    wait_in_line(seat.review)
    first, second = sorted((one.pk, two.pk))
    pair = Pair.objects.filter(first_id=first, second_id=second).first()
    if pair is None:
        pair = Pair.objects.create(
            review_id=seat.review, number=next_number(Pair, seat.review), first_id=first, second_id=second
        )
    return answered(seat, pair, answer, reason)


@command(Action.CHRONOLOGY_LINK)
def take_back_answer(seat: Seat, *, number: int, reason: str) -> Pair:
    """Take the answer to pair `number` back, with the reason; it is open again, and what was said is kept."""
    pair = pair_to_answer(seat, number)
    if not reason.strip():
        raise Refused("Say why it is taken back.", field="reason")
    if pair.answer:
        PairAnswer.objects.create(pair=pair, answer="", reason=reason.strip(), by_id=seat.person_id)
        pair.answer = ""
        pair.save(update_fields=["answer"])
    return pair


def pair_to_answer(seat: Seat, number: int) -> Pair:
    """A pair both of whose entries this seat may read, held until the command is over."""
    readable_entries = Entry.objects.filter(readable(seat), removed_at=None)
    rows = Pair.objects.select_for_update().filter(review_id=seat.review, number=number)
    found = rows.filter(Q(first__in=readable_entries), second__in=readable_entries).first()
    if found is None:
        raise NotHere
    return found


def answered(seat: Seat, pair: Pair, answer: str, reason: str) -> Pair:
    """The pair with an answer added. Inside a command."""
    try:
        said = Answer(answer)
    except ValueError:
        raise Refused("Choose one of the three answers.", field="answer") from None
    if said is not Answer.DIFFERENT and not reason.strip():
        raise Refused("Say how you know that it is one event.", field="reason")
    if pair.answer == said:
        return pair
    if pair.answer:
        raise Refused(ANSWERED.format(ANSWER_NAMES[Answer(pair.answer)].lower()))
    PairAnswer.objects.create(pair=pair, answer=said, reason=reason.strip(), by_id=seat.person_id)
    pair.answer = said
    pair.save(update_fields=["answer"])
    return pair
