"""Pages about what a review is: the list of reviews, opening one, its facts, its variant, its agencies."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import ROLE_NAMES, Role, Seat, Subject, Verb, reach
from casement.foundation.actions import Action, allows
from casement.foundation.design.frame import Place
from casement.foundation.design.parts import Fact, Pane
from casement.foundation.refusals import NotHere
from casement.rooms.reviews import queries
from casement.rooms.reviews.queries import Stand
from casement.rooms.reviews.rules.processes import Variant, variants
from casement.rooms.reviews.rules.seating import lead_warnings

Filled = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class ReviewLine:
    """One review in a list: its panes, where it stands in words, and one's own place in it."""

    name: str
    href: str
    role_label: str
    role_name: str
    phase: str
    panes: tuple[Pane, ...]
    about: str
    closed: bool


@dataclass(frozen=True)
class ReviewsPage:
    """The reviews a person has a place in."""

    open: tuple[ReviewLine, ...]
    closed: tuple[ReviewLine, ...]
    may_open: bool
    tab: str = "Reviews"


@dataclass(frozen=True)
class OpenPage:
    """The form that opens a review."""

    filled: Filled
    variants: tuple[Variant, ...]
    tab: str = "Open a review"


@dataclass(frozen=True)
class AboutPage:
    """The facts of a review, its agencies, and what to think about in its lead pair."""

    facts: tuple[Fact, ...]
    agencies: tuple[queries.AgencyLine, ...]
    warnings: tuple[str, ...]
    may_edit: bool
    tab: str = "About this review"


@dataclass(frozen=True)
class ChangePage:
    """A form that changes facts, holding what stands now."""

    heading: str
    edition: int
    filled: Filled = field(default_factory=dict)
    tab: str = "About this review"


def panes_of(stand: Stand) -> tuple[Pane, ...]:
    """The six panes of a review's window, without amounts."""
    keys = [phase.key for phase in stand.process.phases]
    at = keys.index(stand.process.phase_of(stand.step).key)
    return tuple(
        Pane(phase.name, state="done" if place < at else "now" if place == at else "ahead")
        for place, phase in enumerate(stand.process.phases)
    )


def review_line(seat: Seat, stand: Stand) -> ReviewLine:
    """A review as the person with this seat may see it; without a right to its facts it stays unnamed."""
    role = seat.standing.role
    assert role is not None
    line = {"role_label": seat.label, "role_name": ROLE_NAMES[role], "closed": stand.closed_at is not None}
    if not reach(seat.standing, Subject.HEADER, Verb.META):
        told = "A lead reviewer will be in touch." if role in (Role.CASE_GROUP, Role.FAMILY) else ""
        return ReviewLine(name="A review", href="", phase="", panes=(), about=told, **line)  # type: ignore[arg-type]
    about = [f"{stand.kind}, {stand.process.variant.name.lower()} form"]
    about += [stand.period] if stand.period else []
    readable = allows(seat.standing, Action.REVIEWS_READ)
    return ReviewLine(
        name=stand.code_name,
        href=f"/reviews/{stand.ref}/" if readable else "",
        phase=stand.process.phase_of(stand.step).name,
        panes=panes_of(stand),
        about=". ".join(about),
        **line,  # type: ignore[arg-type]
    )


def reviews_page(seat: Seat) -> ReviewsPage:
    """The list of reviews."""
    seats = queries.seats_of(seat.person_id)
    told = queries.stands(seats)
    lines = [review_line(each, told[each.review]) for each in seats]
    return ReviewsPage(
        open=tuple(line for line in lines if not line.closed),
        closed=tuple(line for line in lines if line.closed),
        may_open=allows(seat.standing, Action.REVIEWS_OPEN),
    )


def open_page(seat: Seat) -> OpenPage:
    """The page that opens a review; each showing carries its own key, so that a retry opens nothing new."""
    filled = {"form": {"sent_key": secrets.token_urlsafe(16), "variant": "full", "leading": "yes"}}
    return OpenPage(filled, variants())


def about_page(seat: Seat) -> AboutPage:
    """The facts of this review."""
    told = queries.about(seat)
    may_edit = allows(seat.standing, Action.REVIEWS_EDIT)
    facts = Place("Change", f"/reviews/{seat.ref}/about/facts/") if may_edit else None
    variant = Place("Change", f"/reviews/{seat.ref}/about/variant/") if may_edit else None
    period = told.period or "Not said yet"
    if told.period_recorded and told.period_recorded != told.period:
        period = f"{told.period}. Written as “{told.period_recorded}”"
    return AboutPage(
        facts=(
            Fact("Code name", told.code_name, facts),
            Fact("Kind", told.kind_name, facts),
            Fact("Time looked at", period, facts),
            Fact("Board", told.board_name or "Not said yet", facts),
            Fact("Form", f"{told.variant.name}. {told.variant.consequences}", variant),
        ),
        agencies=queries.agencies(seat),
        warnings=lead_warnings(told.independence),
        may_edit=may_edit,
    )


def facts_page(seat: Seat) -> ChangePage:
    """The form for code name, kind, period, board."""
    told = queries.about(seat)
    now = {
        "code_name": told.code_name,
        "kind": told.kind,
        "period": told.period_recorded,
        "board_name": told.board_name,
    }
    return ChangePage("Change the facts of this review", told.edition, {"form": now})


@dataclass(frozen=True)
class LeftOutPage:
    """Steps with what each is for; those that this review does without are chosen."""

    steps: tuple[tuple[str, str, str], ...]
    filled: Mapping[str, Mapping[str, Any]]
    tab: str = "Steps left out"


def variant_page(seat: Seat) -> ChangePage:
    """The form for another variant."""
    told = queries.about(seat)
    return ChangePage("Change the form of this review", told.edition, {"form": {"variant": told.variant.key}})


def left_out_page(seat: Seat) -> LeftOutPage:
    """The steps that can be left out, those that are chosen."""
    way = queries.about(seat).way
    steps = tuple((one.key, f"{one.key} {one.label}", one.purpose) for one in way.may_leave_out())
    return LeftOutPage(steps, {"form": {"steps": list(way.left_out)}})


def agency_page(seat: Seat, number: int) -> ChangePage:
    """The form that renames an agency."""
    for line in queries.agencies(seat):
        if line.number == number:
            tab = f"Agency {number}"
            return ChangePage("Change the name of an agency", 0, {"form": {"name": line.name}}, tab)
    raise NotHere
