"""Clocks by nation as data: what starts one, how long it runs, how binding it is, and from where that is known."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml
from dateutil.relativedelta import relativedelta

from casement.rooms.planning.rules.working_days import WorkingDays

HERE = Path(__file__).parent
UNIT_NAMES = {"days": "day", "working_days": "working day", "months": "month"}
NATURE_NAMES = {"duty": "Duty", "guidance": "Guidance", "aim": "Aim", "local": "Local custom"}


@dataclass(frozen=True)
class Clock:
    """One rule. `kinds` and `variants` narrow which reviews it is offered to; none means every one."""

    key: str
    nations: tuple[str, ...]
    kinds: tuple[str, ...]
    name: str
    trigger: str
    length: int
    unit: str
    nature: str
    source: str
    variants: tuple[str, ...] = ()
    row: str = ""  # the row of the plan that has to be over by its last day

    @property
    def length_words(self) -> str:
        """How long it runs: "15 working days"; "7 working days before"."""
        return length_words(self.length, self.unit)


@cache
def clocks() -> dict[str, Clock]:
    """Every clock that ships, by key."""
    told = yaml.safe_load((HERE / "clocks.yaml").read_text(encoding="utf-8"))["clocks"]
    lists = ("nations", "kinds", "variants")
    return {row["key"]: Clock(**{**row, **{name: tuple(row.get(name, ())) for name in lists}}) for row in told}


@cache
def version() -> str:
    """Which edition of the clocks ships."""
    return str(yaml.safe_load((HERE / "clocks.yaml").read_text(encoding="utf-8"))["version"])


def offered(nation: str, kind: str, variant: str) -> tuple[Clock, ...]:
    """The clocks of this nation that may run in a review of this kind and form."""
    return tuple(
        one
        for one in clocks().values()
        if nation in one.nations
        and (not one.kinds or kind in one.kinds)
        and (not one.variants or variant in one.variants)
    )


def due(began: date, length: int, unit: str, days: WorkingDays) -> date:
    """The last day of a clock that began on a day, which does not itself count.

    A clock of months ends on the same day of the month, or its last day when the month is shorter. A negative
    length counts back.
    """
    if unit == "working_days":
        return days.add(began, length)
    return began + (relativedelta(months=length) if unit == "months" else timedelta(days=length))


def length_words(length: int, unit: str) -> str:
    """A length in words."""
    name = UNIT_NAMES[unit]
    told = f"{abs(length)} {name if abs(length) == 1 else name + 's'}"
    return f"{told} before" if length < 0 else told
