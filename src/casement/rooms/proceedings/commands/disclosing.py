"""The disclosure log: what passed between the review and somebody outside it. Lines are added, never changed."""

from __future__ import annotations

import re
from datetime import date

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import today
from casement.foundation.events import announce
from casement.foundation.refusals import Refused
from casement.foundation.saying import in_words
from casement.rooms.proceedings.commands.days import chosen
from casement.rooms.proceedings.models import Disclosure
from casement.rooms.proceedings.vocabulary import (
    BASIS_NAMES,
    DIRECTION_NAMES,
    THING_NAMES,
    Thing,
    ThingSought,
)

NO_BASIS = "Name the order, the law, the protocol or the request."
SHA256 = re.compile(r"[0-9a-f]{64}")


@command(Action.PROCEEDINGS_DISCLOSE)
def disclose(
    seat: Seat,
    *,
    direction: str,
    what: str,
    party: str,
    basis: str,
    basis_words: str,
    decided_by: str,
    told: str,
    thing: str = Thing.OTHER,
    thing_number: int | None = None,
    sha256: str = "",
    redactions: str = "",
    on: date | None = None,
    corrects: int | None = None,
) -> Disclosure:
    """Add a line to the disclosure log. `sha256` is of the very file that went, where there is one.

    Without it, a source or a saved copy of the report is fixed by the hash of its version of this moment. A line
    that `corrects` another (by number) stands beside it; a line is corrected once. People are named by role.
    """
    chosen(direction, DIRECTION_NAMES, "direction", "Choose whether it was given or received.")
    chosen(thing, THING_NAMES, "thing", "Choose what went.")
    chosen(basis, BASIS_NAMES, "basis", "Choose on what ground it went.")
    if thing == Thing.OTHER and thing_number is not None:
        raise Refused("Say which kind of thing has this number, or leave it empty.", field="thing_number")
    day = on or today()
    if day > today():
        raise Refused("This day is in the future. Write the day on which it went.", field="on")
    if sha256 and not SHA256.fullmatch(sha256):
        raise Refused("This is not the SHA-256 of a file: it has 64 signs, 0 to 9 and a to f.", field="sha256")
    stands = fixed(seat, thing, thing_number)  # it must be there, even where the very file that went is named
    facts = {
        "what": in_words(what, "Say what went.", field="what", most=300),
        "party": in_words(party, "Say by role to whom it went, or from whom it came.", field="party", most=200),
        "basis_words": in_words(basis_words, NO_BASIS, field="basis_words", most=300),
        "decided_by": in_words(decided_by, "Say by role who decided it.", field="decided_by", most=120),
        "told": in_words(told, "Say who was told of it, or that nobody was and why.", field="told"),
    }  # fmt: skip
    return Disclosure.objects.create(
        review_id=seat.review,
        number=next_number(Disclosure, seat.review),
        direction=direction,
        thing=thing,
        thing_number=thing_number,
        sha256=sha256 or stands,
        basis=basis,
        redactions=redactions.strip(),
        on=day,
        corrects=corrected(seat, corrects),
        by_id=seat.person_id,
        **facts,
    )


def fixed(seat: Seat, thing: str, number: int | None) -> str:
    """The hash of what a thing of this review is now; empty for anything Casement does not hold."""
    if thing == Thing.OTHER:
        return ""
    if number is None:
        raise Refused("Write its number in this review.", field="thing_number")
    sought = ThingSought(seat, thing, number, [])
    announce(sought)
    if not sought.found:
        raise Refused("There is none with this number in this review. Check it.", field="thing_number")
    return sought.found[0]


def corrected(seat: Seat, number: int | None) -> Disclosure | None:
    """The line that a new one corrects. Refused when there is none, or when it was corrected already."""
    if number is None:
        return None
    row = Disclosure.objects.filter(review_id=seat.review, number=number).first()
    if row is None:
        raise Refused("There is no line with this number. Check it.", field="corrects")
    if Disclosure.objects.filter(corrects=row).exists():
        raise Refused("This line was corrected already. Correct the newer line.", field="corrects")
    return row
