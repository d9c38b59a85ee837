"""The check before publication, and one thing that it asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.rooms.responses import queries
from casement.rooms.responses.queries.checks import CheckView, ItemView
from casement.rooms.responses.vocabulary import PUBLISHES

Choices = Mapping[str, list[tuple[str, str]]]


@dataclass(frozen=True)
class PublicationPage:
    """May it be published? What was answered, by whom it is signed, who was told, and what was published."""

    base: str
    review: str
    sentence: str
    told: queries.Before
    check: CheckView | None
    groups: tuple[tuple[str, tuple[ItemView, ...]], ...]
    may_check: bool
    may_sign: bool
    may_publish: bool
    may_begin: bool
    writes_letters: bool
    filled: Mapping[str, Mapping[str, Any]]
    choices: Choices = field(default_factory=dict)
    tab: str = "Publication"


@dataclass(frozen=True)
class ItemPage:
    """One thing that is asked, its answers, and the form."""

    up: str
    here: str
    item: ItemView
    may_answer: bool
    edition: int
    filled: Mapping[str, Mapping[str, Any]]
    tab: str


def publication_page(seat: Seat) -> PublicationPage:
    """The check under way, or the last one, with everything beside it."""
    told = queries.before_publication(seat)
    check = told.last
    groups: dict[str, list[ItemView]] = {}
    for one in check.items if check else ():
        groups.setdefault(one.asked.group, []).append(one)
    may = allows(seat.standing, Action.PUBLICATION_CHECK)
    under_way = told.now is not None
    passed = bool(not under_way and check and check.outcome in PUBLISHES)
    base = f"/reviews/{seat.ref}/"
    now = told.now
    outcome = {"outcome": now.outcome, "reason": now.reason, "look_on": now.look_on} if now else {}
    return PublicationPage(
        f"{base}publication/", base, sentence_of(told), told, check,
        tuple((name, tuple(each)) for name, each in groups.items()),
        may and under_way,
        bool(now and not now.why_not and not told.held) and allows(seat.standing, Action.PUBLICATION_SIGN),
        passed and bool(told.copies) and allows(seat.standing, Action.PUBLICATION_PUBLISH),
        may and not under_way,
        allows(seat.standing, Action.LETTERS_WRITE),
        {"outcome": outcome}, {"copy": list(told.copies)},
    )  # fmt: skip


def sentence_of(told: queries.Before) -> str:
    """Where the check stands, in a sentence or two."""
    if told.now is not None:
        left = told.now.left
        what = "one thing is" if left == 1 else f"{left} things are"
        open_still = f"{what[:1].upper()}{what[1:]} not answered yet." if left else "Everything is answered."
        by = f" Signed by {told.now.signed[0][0]}; a second person has to sign." if told.now.signed else ""
        return f"The check is under way. {open_still}{by}"
    if told.earlier:
        last = told.earlier[0]
        who = " and ".join(label for label, _ in last.signed)
        return f"Signed by {who}: {last.outcome_name.lower()}."
    if told.answered_in_words:
        return "The check was written down as an answer to the gate, before this page was there."
    return "Nothing is published before two people have answered and signed the check."


def item_page(seat: Seat, check: str) -> ItemPage:
    """One thing that is asked."""
    found, under_way = queries.item(seat, check)
    base = f"/reviews/{seat.ref}/publication/"
    now = found.now
    return ItemPage(
        base, f"{base}asked/{check}/", found, under_way and allows(seat.standing, Action.PUBLICATION_CHECK),
        len(found.answers),
        {"form": {"answer": now.answer, "note": now.note} if now else {}}, f"Publication check, {check}",
    )  # fmt: skip
