"""The one way the self-check changes: somebody answers a marker for their level."""

from __future__ import annotations

from collections.abc import Sequence

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.refusals import Refused
from casement.foundation.saying import at_most, in_words
from casement.rooms.markers.models import MarkerAnswer
from casement.rooms.markers.queries import marker_of, version_of
from casement.rooms.markers.queries.record import kept
from casement.rooms.markers.rules.levels import level_of
from casement.rooms.markers.vocabulary import CONCERN_NAMES


@command(Action.MARKERS_ANSWER)
def answer_marker(
    seat: Seat, *, marker: str, text: str, concern: str, next_step: str = "", rests: Sequence[str] = ()
) -> MarkerAnswer:
    """Answer a marker in words for the level of this seat; `rests` names what of the record it rests on.

    Refused for a level that the marker does not ask, without words, without saying whether there is a concern, and
    for a concern without a next step. Nothing here says that a marker is met.
    """
    told = marker_of(seat, marker)
    level = level_of(seat.standing.role)
    if level is None or level not in told.wordings:
        raise Refused("This marker does not ask you. Answer one that does.")
    words = in_words(text, "Answer in a few sentences. It may be short.", field="text")
    if concern not in CONCERN_NAMES:
        raise Refused("Say whether you have a concern.", field="concern")
    then = at_most(next_step, 1000, field="next_step")
    if concern == "yes" and not then:
        raise Refused("Say what comes next, and by whom.", field="next_step")
    shown = {one.key: one.words for one in kept(seat, marker).facts}
    if not set(rests) <= set(shown):
        raise Refused("Choose among what the page shows of the record.", field="rests")
    return MarkerAnswer.objects.create(
        review_id=seat.review,
        number=next_number(MarkerAnswer, seat.review),
        marker=marker,
        version=version_of(seat),
        level=level,
        text=words,
        concern=concern == "yes",
        next_step=then,
        rests=[[key, words] for key, words in shown.items() if key in rests],
        place_id=seat.standing.participation_id or 0,
        by_id=seat.person_id,
    )
