"""The conversations of the example that are still on their way, through the same commands as any review."""

from datetime import time

from casement.example.loading.places import Places
from casement.example.loading.requests import back
from casement.example.talks import Talk
from casement.example.whole import Case
from casement.foundation.access import Seat
from casement.rooms.conversations import commands as conversations


def talk(case: Case, places: Places, seat: Seat) -> None:
    """Whom to ring, then every conversation as far as it has come."""
    conversations.save_contacts(seat, support=case.talks.support, risk=case.talks.risk)
    for told in case.talks.talks:
        arrange(places, seat, told)


def arrange(places: Places, seat: Seat, told: Talk) -> None:
    """One conversation."""
    pair = [places.people[key] for key in told.pair]
    who = places.people[told.participation]
    number = conversations.propose_conversation(seat, participation=who, guide=told.guide, pair=pair).number
    for text in told.queries:
        conversations.choose_query(seat, number=number, text=text)
    if told.explained is not None:
        conversations.explain_status(seat, number=number, text_version="1", on=back(told.explained))
    if told.recording:
        conversations.record_recording(seat, number=number, recording=told.recording)
    if told.booked is not None:
        conversations.book_conversation(
            seat, number=number, on=back(-told.booked), at=time(14, 30), place=told.place
        )
    if told.write_up:
        write_up(places, seat, number, told)


def write_up(places: Places, seat: Seat, number: int, told: Talk) -> None:
    """It was held: what the pair noted, what they wrote, and what its person said of it."""
    first = places.seats[told.pair[0]]
    for words in told.turns:
        conversations.name_turning_point(first, number=number, words=words)
    for note in told.notes:
        conversations.save_note(
            places.seats[note.by], number=number, heading=note.key, turn=note.turn, said=note.said,
            reflection=note.reflection, device=note.by,
        )  # fmt: skip
    conversations.move_conversation(seat, number=number, to="held")
    conversations.save_write_up(first, number=number, texts=told.write_up)
    if told.sent:
        conversations.send_write_up(first, number=number)
    for remark in told.remarks:
        conversations.remark_on_write_up(
            places.seats[told.participation], number=number, part=remark.part, kind=remark.kind, text=remark.text
        )
