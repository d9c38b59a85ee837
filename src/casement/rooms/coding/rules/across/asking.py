"""What somebody asks to read across the sources, and how it stands in an address: numbers and fixed words only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from casement.rooms.coding.rules.across.periods import is_period
from casement.rooms.coding.vocabulary import INFLUENCE_SHORT

KINDS = {"record": "Records", "conversation": "Conversations", "family": "Family contributions"}
TABLES = {
    "agency": "by agency",
    "source": "by source",
    "month": "by month",
    "quarter": "by quarter",
    "year": "by year",
    "together": "with each other",
}
SHOWN = ("passages", *TABLES, "episodes")  # the pages a question can be asked on
NO_AGENCY = "none"
ME = "me"
_CODE = re.compile(r"item:[a-z]{1,6}\.?[0-9]{1,4}(\.[0-9]{1,4})?|open:[1-9][0-9]{0,6}")
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
MOST = 30  # codes in one question


@dataclass(frozen=True)
class Asked:
    """Passages with any of `codes` (none: any code at all), narrowed.

    Each code in `also` must be on some of the same words; none of those in `without` may be. `agency` and `source`
    are numbers here, `who` and `coder` are numbers of places in the review; `influence` is a short word.
    """

    codes: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    agency: str = ""
    kind: str = ""
    who: str = ""
    coder: str = ""
    period: str = ""
    influence: str = ""
    source: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether anything at all is asked."""
        return self != Asked()


MANY_SAID = {
    "code": "item:wrk.03 or open:4; several mean any of them.",
    "also": "A code on some of the same words.",
    "without": "A code that is on none of the words.",
}
ONE_SAID = {
    "agency": "Number of an agency, or none.",
    "kind": "record, conversation or family.",
    "who": "Number of the place of who speaks.",
    "coder": "Number of the place of who marked, or me.",
    "period": "2024, 2024-Q2 or 2024-05.",
    "influence": "helped, harder or unclear.",
    "source": "Number of a source.",
}
MANY, ONE = tuple(MANY_SAID), tuple(ONE_SAID)


def understood(name: str, value: str) -> bool:
    """Whether a pair of an address says something here."""
    if name in MANY:
        return bool(_CODE.fullmatch(value))
    if name == "kind":
        return value in KINDS
    if name == "influence":
        return value in INFLUENCE_SHORT.values()
    if name == "period":
        return is_period(value)
    if (name, value) in (("coder", ME), ("agency", NO_AGENCY)):
        return True
    return name in ONE and bool(_NUMBER.fullmatch(value))


def asked_in(told: Iterable[tuple[str, str]]) -> Asked:
    """What the pairs of an address ask. What is not understood is left out."""
    found: dict[str, list[str]] = {}
    for name, value in told:
        if understood(name, value) and value not in found.setdefault(name, []):
            found[name].append(value)
    many: dict[str, Any] = {
        field: tuple(found.get(name, ())[:MOST]) for name, field in zip(MANY, FIELDS, strict=True)
    }
    ones: dict[str, Any] = {name: found[name][0] for name in ONE if found.get(name)}
    return Asked(**many, **ones)


FIELDS = ("codes", "also", "without")


def pairs(asked: Asked) -> list[tuple[str, str]]:
    """The pairs of an address that ask this, in a fixed order."""
    told = [(name, value) for name, field in zip(MANY, FIELDS, strict=True) for value in getattr(asked, field)]
    return told + [(name, getattr(asked, name)) for name in ONE if getattr(asked, name)]


def address(asked: Asked, **more: str) -> str:
    """The same as it stands behind the question mark."""
    return urlencode([*pairs(asked), *((name, value) for name, value in more.items() if value)], safe=":")


def asked_exactly(text: str) -> Asked | None:
    """What an address asks, or None when anything in it is not understood."""
    asked = asked_in(parse_qsl(text))
    return asked if address(asked) == text else None


def of_cell(asked: Asked, code: str, **where: Any) -> Asked:
    """What a cell of a table stands for: the passages of one code in one column."""
    return replace(asked, codes=(code,), **where)
