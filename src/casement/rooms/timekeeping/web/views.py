"""Pages and actions of time, declared."""

from __future__ import annotations

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.timekeeping import commands
from casement.rooms.timekeeping.web import forms, pages

HERE, TOTALS = "time", "time_totals"

time = page(Action.TIME_LOG, pages.time_page, "timekeeping/time.html", place=HERE, forms={"form": forms.AddTime})
entry = page(
    Action.TIME_LOG,
    pages.entry_page,
    "timekeeping/entry.html",
    place=HERE,
    kind="timeentry",
    forms={"form": forms.ChangeTime},
)
totals = page(Action.TIME_TOTALS, pages.totals_page, "timekeeping/totals.html", place=TOTALS)
earlier = page(Action.TIME_TOTALS, pages.earlier_page, "timekeeping/earlier.html", place=TOTALS, kind="time_totals")
estimates = page(
    Action.TIME_PLAN,
    pages.estimates_page,
    "timekeeping/estimates.html",
    place=TOTALS,
    forms={"form": forms.Expect, "copying": forms.CopyEstimates},
)
rates = page(
    Action.TIME_PLAN, pages.rates_page, "timekeeping/rates.html", place=TOTALS, forms={"form": forms.SetRate}
)
entries_file = page(Action.TIME_LOG, pages.entries_file, "", kind="time_entries")
totals_file = page(Action.TIME_TOTALS, pages.totals_file, "", kind="time_totals")


def to(end: str) -> Any:
    """Where to go on: a page of time."""

    def there(seat: Seat, result: object, **parts: object) -> str:
        return f"{pages.base_of(seat)}{end}"

    return there


def to_entry(seat: Seat, result: Any, **parts: object) -> str:
    """To the entry."""
    return f"{pages.base_of(seat)}{result.number}/"


add = action(commands.add_time, form=forms.AddTime, back=time, then=to(""), said="The time is in. Thank you.")
change = action(
    commands.change_time, form=forms.ChangeTime, back=entry, then=to_entry, said="The entry is put right."
)
remove = action(
    commands.remove_time, form=None, back=entry, then=to(""), said="The entry is taken out of every total."
)
expect = action(
    commands.set_estimate, form=forms.Expect, back=estimates, then=to("estimates/"), said="The estimate is saved."
)
copy = action(
    commands.copy_estimates,
    form=forms.CopyEstimates,
    back=estimates,
    name="copying",
    then=to("estimates/"),
    said="The figures are copied. Change any of them.",
)
price = action(commands.set_rate, form=forms.SetRate, back=rates, then=to("rates/"), said="The rate is saved.")
