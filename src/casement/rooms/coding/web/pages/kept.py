"""Views that were kept: the list, and one to be renamed."""

from dataclasses import dataclass
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.rooms.coding import queries
from casement.rooms.coding.rules.across.asking import TABLES


@dataclass(frozen=True)
class Line:
    """One view, what it opens, and where."""

    view: queries.KeptViewLine
    opens: str
    href: str


@dataclass(frozen=True)
class KeptPage:
    """One's own views and those of the team."""

    lines: tuple[Line, ...]
    may_keep: bool
    tab: str = "Kept views"


@dataclass(frozen=True)
class KeptViewPage:
    """One view to be renamed or taken away."""

    line: Line
    may_change: bool
    may_remove: bool
    filled: dict[str, dict[str, Any]]
    tab: str


def kept_page(seat: Seat) -> KeptPage:
    """The kept views."""
    may = allows(seat.standing, Action.CODING_VIEWS)
    return KeptPage(tuple(line(one) for one in queries.kept_views(seat)), may)


def kept_view_page(seat: Seat, number: int) -> KeptViewPage:
    """One kept view."""
    view, may = queries.kept_view(seat, number), allows(seat.standing, Action.CODING_VIEWS)
    filled = {"form": {"name": view.name, "shared": view.shared}}
    return KeptViewPage(line(view), may and view.mine, may and view.may_remove, filled, f"Kept view {number}")


def line(view: queries.KeptViewLine) -> Line:
    """A view as a line that leads to what it shows."""
    if view.shows == "passages":
        return Line(view, "Passages", f"across/passages/{'?' if view.asked else ''}{view.asked}")
    if view.shows == "episodes":
        return Line(view, "Codes by episode", f"across/episodes/{'?' if view.asked else ''}{view.asked}")
    asked = f"&{view.asked}" if view.asked else ""
    return Line(view, f"Codes {TABLES[view.shows]}", f"across/?by={view.shows}{asked}")
