"""Working days of a nation: Monday to Friday without its bank holidays, as the library `holidays` knows them."""

from datetime import date, timedelta
from functools import cache
from typing import Any

from casement.rooms.planning.vocabulary import Nation

DAY = timedelta(days=1)
REGIONS = {Nation.ENGLAND: "ENG", Nation.WALES: "WLS", Nation.SCOTLAND: "SCT", Nation.NORTHERN_IRELAND: "NIR"}


@cache
def _off(nation: Nation) -> Any:
    import holidays  # with the first question: it knows the days of every country

    return holidays.country_holidays("GB", subdiv=REGIONS[nation])


class WorkingDays:
    """The calendar of work in one nation."""

    def __init__(self, nation: str) -> None:
        self._off = _off(Nation(nation))

    def works(self, day: date) -> bool:
        """Whether people work on this day."""
        return day.weekday() < 5 and day not in self._off

    def why_not(self, day: date) -> str:
        """Why nobody works on this day, in words; empty when they do."""
        if day.weekday() >= 5:
            return f"a {day:%A}"
        return f"a bank holiday ({self._off[day]})" if day in self._off else ""

    def on_or_after(self, day: date) -> date:
        """The first working day that is not before this one."""
        while not self.works(day):
            day += DAY
        return day

    def on_or_before(self, day: date) -> date:
        """The last working day that is not after this one."""
        while not self.works(day):
            day -= DAY
        return day

    def add(self, day: date, count: int) -> date:
        """The working day so many after this one, or before it when negative; with 0, the first not before it."""
        if count == 0:
            return self.on_or_after(day)
        step = DAY if count > 0 else -DAY
        for _ in range(abs(count)):
            day += step
            while not self.works(day):
                day += step
        return day

    def between(self, first: date, last: date) -> int:
        """How many working days come after `first`, up to and with `last`; below 0 when `last` is earlier."""
        if last < first:
            return -self.between(last, first)
        return sum(self.works(first + n * DAY) for n in range(1, (last - first).days + 1))
