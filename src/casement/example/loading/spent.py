"""The example's time, through the same commands as any review; the lead enters it for those without an account."""

from casement.example.loading.places import Places
from casement.example.loading.requests import back
from casement.example.whole import Case
from casement.foundation.access import Seat
from casement.rooms.markers import commands as markers
from casement.rooms.timekeeping import commands
from casement.rooms.timekeeping.rules.choosing import FOR_STEPS


def account_for(case: Case, places: Places, seat: Seat) -> None:
    """What was expected, the rates, and every entry."""
    for planned in case.spent.expected:
        commands.set_estimate(seat, step=planned.step, length=planned.length)
    for rate in case.spent.rates:
        commands.set_rate(seat, pounds=rate.pounds, kind=rate.kind)
    for one in case.spent.entries:
        own = places.seats.get(one.who)
        commands.add_time(
            own or seat, length=one.length, step=one.step, kind=one.kind, how=one.how, on=back(one.ago),
            activity=one.activity or FOR_STEPS[one.step][0], who=None if own else places.people[one.who],
        )  # fmt: skip


def check_ourselves(case: Case, places: Places) -> None:
    """What each said of the quality markers."""
    for one in case.markers:
        markers.answer_marker(
            places.seats[one.who], marker=one.marker, text=one.text, concern=one.concern, next_step=one.next_step,
            rests=one.rests,
        )  # fmt: skip
