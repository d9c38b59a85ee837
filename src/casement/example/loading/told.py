"""Who told whom in the example, and which of its entries speak of one event, as the team would record them."""

from casement.example.loading.places import Places
from casement.example.pieces import At
from casement.example.whole import Case
from casement.foundation import jobs
from casement.foundation.access import Seat
from casement.rooms.chronology import commands as chronology


def tell(case: Case, places: Places, seat: Seat) -> None:
    """Every telling; then all entries are compared, and what the team answered is kept."""

    def number(told: At) -> int:
        return places.entry(told.agency, told.text)

    def key(agency: str) -> str:
        return f"a{places.agencies[agency]}" if agency else ""

    for told in case.tellings:
        chronology.record_telling(
            seat, number=number(told.entry), told=key(told.told), told_by=key(told.told_by), date=told.date,
            time=told.time, means=told.means, shown_by=told.shown_by,
        )  # fmt: skip
    for born in case.born:
        chronology.record_birth(seat, label=born.label, date=born.date)
    chronology.look_for_same(seat)
    jobs.run_waiting()
    for pair in case.same:
        chronology.link_entries(
            seat, number=number(pair.first), other=number(pair.second), answer=pair.answer, reason=pair.reason
        )
