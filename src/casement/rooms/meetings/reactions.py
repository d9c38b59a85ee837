"""What this room puts beside things of rooms below: a meeting's agenda and notes, what was asked of an episode."""

from collections.abc import Iterable

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.beside import Beside, tells_beside
from casement.foundation.events import listens_to
from casement.rooms.meetings import queries
from casement.rooms.sources.vocabulary import WordsSought


@tells_beside("meeting")
def of_a_meeting(seat: Seat, number: int) -> Iterable[Beside]:
    """Ways to what belongs to a meeting, for those who may read it."""
    if not allows(seat.standing, Action.MEETINGS_READ):
        return ()
    found = next(iter(queries.readable(seat, number)), None)
    if found is None:
        return ()
    at = f"/reviews/{seat.ref}/meetings/{number}/"
    told = [Beside("Agenda and papers", f"{at}agenda/", "" if found.prepared else "Not prepared yet")]
    if found.everything and allows(seat.standing, Action.MEETINGS_NOTES):
        told.append(Beside("Notes", f"{at}notes/"))
        if allows(seat.standing, Action.MEETINGS_WORK):
            told.append(Beside("Who came", f"{at}attendance/"))
    if found.agreed_at or found.everything:
        told.append(Beside("Minutes", f"{at}minutes/", _state(found)))
    return told


def _state(found: queries.Here) -> str:
    if found.correcting:
        return "Being corrected"
    return "" if found.agreed_at else "Not agreed yet"


@tells_beside("episode")
def of_an_episode(seat: Seat, number: int) -> Iterable[Beside]:
    """Hunches, questions and what else meetings said of an episode."""
    return _said_of(seat, "episode", number)


@tells_beside("finding")
def of_a_finding(seat: Seat, number: int) -> Iterable[Beside]:
    """Hunches, questions and what else meetings said of a finding."""
    return _said_of(seat, "finding", number)


@tells_beside("open_query")
def of_an_open_query(seat: Seat, number: int) -> Iterable[Beside]:
    """What meetings said of an open query."""
    return _said_of(seat, "open_query", number)


def _said_of(seat: Seat, thing: str, number: int) -> Iterable[Beside]:
    if not allows(seat.standing, Action.MEETINGS_NOTES) or not queries.everything(seat):
        return ()
    return [
        Beside(
            f"{one.kind_name}, meeting {one.meeting}: {one.text}",
            f"/reviews/{seat.ref}/meetings/{one.meeting}/notes/#entry-{one.number}",
            f"{one.state_name}{f': {one.outcome}' if one.outcome else ''}",
            "From meetings",
        )
        for one in queries.about(seat, thing, number)
    ]


@listens_to(WordsSought)
def say_which_notes(event: WordsSought) -> None:
    """The meetings in whose notes or minutes the words stand, so that somebody looks at them."""
    event.places += queries.notes_with(event.seat, event.words)
