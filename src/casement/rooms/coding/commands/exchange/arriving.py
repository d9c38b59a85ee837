"""A project or codebook arrives: the file is kept, then it is read and brought in in the background."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from casement.foundation import files, jobs
from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.changes import command, next_number
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.coding.models import Exchange
from casement.rooms.coding.vocabulary import COMING_NAMES, CountedAs, Direction, ExchangeState
from casement.rooms.sources import commands as sources
from casement.rooms.sources.queries import is_being_read
from casement.rooms.sources.rules.names import shown_name

TABLES = (".csv", ".xlsx")
BRING_IN = "coding.bring_in"
EMPTY = "This file is empty: check that the right file was chosen, and bring it in again."
TOO_LARGE = (
    "This file is larger than {most} MB: leave recordings and pictures out, export it again and bring that in."
)
AT_WORK = "This file is being brought in now. This page shows how far it is."
FACTS: Mapping[str, Any] = {
    "kind": "record", "agency": None, "participation": None, "access": "team", "use": "quotable_by_role",
}  # fmt: skip


def _keep(seat: Seat, asked: dict[str, Any]) -> dict[str, Any]:
    """Put the bytes on the disk before anything is written down, once it is known that they may come in.

    A table can only be a codebook, so nobody has to say so.
    """
    if asked["name"].lower().endswith(TABLES):
        asked = {**asked, "what": "codebook"}
    _check(
        seat, what=asked.get("what", "project"), counting=asked.get("counting"),
        **{name: asked.get(name) for name in FACTS},
    )  # fmt: skip
    data: bytes = asked["data"]
    if not data:
        raise Refused(EMPTY, field="file")
    if len(data) > settings.CASEMENT_MAX_FILE:
        most = settings.CASEMENT_MAX_FILE // (1024 * 1024)
        raise Refused(TOO_LARGE.format(most=most), field="file")
    return {**asked, "data": b"", "size": len(data), "sha256": files.keep(data)}


def _check(seat: Seat, *, what: str, counting: str | None, **facts: Any) -> None:
    """Refused where a choice is none, or where sources could not come in although this seat may add some."""
    if what not in COMING_NAMES:
        raise Refused("Choose a project or only its codebook.", field="what")
    if (counting or CountedAs.FOUND_OUT) not in tuple(CountedAs):
        raise Refused("Choose how places are counted from the list.", field="counting")
    if what == "project" and allows(seat.standing, Action.SOURCES_ADD):
        sources.text_may_come(seat, **{name: facts.get(name) or usual for name, usual in FACTS.items()})


@command(Action.CODING_IMPORT, before=_keep)
def bring_in_exchange(
    seat: Seat,
    *,
    name: str,
    data: bytes,
    what: str = "project",
    counting: str = "auto",
    kind: str = "record",
    agency: int | None = None,
    participation: int | None = None,
    access: str = "team",
    use: str = "quotable_by_role",
    sha256: str = "",
    size: int = 0,
) -> Exchange:
    """Take in a REFI-QDA file: a whole project, or with `what` codebook only its codes. It is read later.

    A table (XLSX or CSV) is a codebook by its name.

    `kind`, `agency`, `participation`, `access` and `use` are those of the sources it holds. `counting` says how it
    counts places, if that is known. Refused when the file is empty or too large, or the facts do not hold. Somebody
    who may not add sources brings in codes, and marks on texts that are here. `sha256` and `size` are filled in.
    """
    row = Exchange.objects.create(
        review_id=seat.review,
        number=next_number(Exchange, seat.review),
        direction=Direction.IN,
        kind=what,
        name=shown_name(name),
        sha256=sha256,
        size=size,
        choices={
            "counting": counting or CountedAs.FOUND_OUT, "kind": kind, "agency": agency,
            "participation": participation, "access": access, "use": use,
        },
        role=seat.standing.role or "",
        by_id=seat.person_id,
    )  # fmt: skip
    ask(seat, row, BRING_IN)
    return row


def ask(seat: Seat, row: Exchange, job: str) -> None:
    """Have the work done in the background, once this transaction stands."""
    row.job_id = jobs.later(job, row.pk, seat=seat).pk
    row.save(update_fields=["job_id"])


@command(Action.CODING_IMPORT)
def go_on_with_exchange(seat: Seat, *, number: int) -> Exchange:
    """Go on with a file whose bringing in stopped. Refused while it is at work."""
    row = Exchange.objects.filter(review_id=seat.review, number=number, by_id=seat.person_id).first()
    if row is None or row.direction != Direction.IN:
        raise NotHere
    if row.state != ExchangeState.MOVING:
        return row
    if is_being_read(row.job_id):
        raise Refused(AT_WORK)
    ask(seat, row, BRING_IN)
    return row
