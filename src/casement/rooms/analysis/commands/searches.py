"""Recording that somebody looked for what would weaken a claim."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.commands.rows import owner_row, said
from casement.rooms.analysis.models import CounterSearch
from casement.rooms.analysis.vocabulary import Owner


@command(Action.ANALYSIS_WRITE)
def record_search(
    seat: Seat, *, owner: str, number: int, looked_for: str, looked_where: str, found: str
) -> CounterSearch:
    """Record a search for the other side of an episode, pattern or finding: what for, where, with what result.

    Finding nothing is a result and is written as one. The same record twice is kept once.
    """
    if owner == Owner.FACTOR_USE:
        raise NotHere
    holder = owner_row(seat, owner, number)
    values = {
        owner: holder,
        "looked_for": said(looked_for, "Say what would prove us wrong.", field="looked_for"),
        "looked_where": said(looked_where, "Say where you looked.", field="looked_where"),
        "found": said(found, "Say what you found. “Nothing” is an answer.", field="found"),
    }
    twin = CounterSearch.objects.filter(by_id=seat.person_id, **values).first()
    return twin or CounterSearch.objects.create(
        review_id=seat.review,
        number=next_number(CounterSearch, seat.review),
        by_id=seat.person_id,
        **values,
    )
