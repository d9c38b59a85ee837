"""Decisions about candidates, other explanations and second readings of the example."""

from casement.example.loading.places import NotThere, Places
from casement.example.tested import Alternative, Decided, Reading, Tested
from casement.foundation.access import Seat
from casement.rooms.analysis import commands as analysis
from casement.rooms.analysis.queries.candidates import found
from casement.rooms.analysis.rules.candidates import Candidate


def doubt(told: Tested, places: Places, seat: Seat) -> None:
    """All of it, in the order in which a team would come to it."""
    for decided in told.decided:
        decide(decided, places, seat)
    for other in told.alternatives:
        explain(other, places, seat)
    for reading in told.readings:
        read(reading, places, seat)


def decide(told: Decided, places: Places, seat: Seat) -> None:
    """One decision, and what came after it."""
    one = candidate(seat, told.candidate)
    if told.decision == "taken":
        first, last = (f"{day.day} {day:%B %Y}" if day else "" for day in (one.first, one.last))
        made = analysis.take_candidate(
            seat, candidate=one.mark, title=told.title, why=told.reason, began=first, until=last,
            strands=one.agencies, ticked=[rest.key for rest in one.to_cite],
        )  # fmt: skip
        analysis.reject_episode(seat, number=made.number, reason=told.then)
    elif told.decision == "asked":
        asked = analysis.ask_about_candidate(
            seat, candidate=one.mark, text=told.text, asked_of=places.agencies[told.asked_of]
        )
        if told.reason and asked.query is not None:
            analysis.answer_query(seat, number=asked.query.number, text=told.reason)
    else:
        aside = analysis.set_candidate_aside(seat, candidate=one.mark, reason=told.reason)
        if told.again:
            analysis.look_again(places.seats[told.by], number=aside.number, reason=told.again)


def candidate(seat: Seat, words: str) -> Candidate:
    """The one candidate whose sentence holds these words."""
    told = [one for one in found(seat).candidates if words in one.said]
    if len(told) != 1:
        raise NotThere(f"{len(told)} candidates say so")
    return told[0]


def explain(told: Alternative, places: Places, seat: Seat) -> None:
    """One other explanation with its answer."""
    made = analysis.record_alternative(
        places.seats[told.by] if told.by else seat, finding=places.findings[told.finding], text=told.text,
        would_speak=told.would_speak,
    )  # fmt: skip
    if told.answer:
        analysis.answer_alternative(seat, number=made.number, answer=told.answer, reason=told.reason)


def read(told: Reading, places: Places, seat: Seat) -> None:
    """One second reading, handed in and answered."""
    owner, about = (
        ("episode", places.episodes[told.episode]) if told.episode else ("finding", places.findings[told.finding])
    )
    made = analysis.ask_second_reading(
        seat, owner=owner, about=about, reader=places.people[told.reader], why=told.why
    )
    analysis.hand_in_reading(
        places.seats[told.reader], number=made.number, text=told.text, measured_by=told.measured_by,
        not_told=told.not_told,
    )  # fmt: skip
    analysis.answer_reading(seat, number=made.number, answer=told.answer, reason=told.reason)
