"""What happens to a mark once it is made: it is changed, removed, put back, and each of these taken back.

An act is never erased: taking it back is a new one, with an entry of its own in the ledger.
"""

from datetime import datetime

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.coding.commands.marks import code_of
from casement.rooms.coding.models import Code, Mark, MarkBefore
from casement.rooms.coding.rules import influence_named, stands_at, why_not
from casement.rooms.reviews.models import FrameworkItem

CHANGED_SINCE = "This mark was changed again meanwhile. It stays as it is now. Open it to see what it says."
NOT_YOURS = "Somebody else did this. You can take back only what you did yourself."


@command(Action.CODING_MARK)
def change_mark(seat: Seat, *, mark: int, influence: str, code: str = "") -> Mark:
    """Say otherwise which way it worked, or put another code."""
    influence = influence_named(influence)
    change, row = in_line(seat, mark)
    now_has = f"item:{row.item.item_id}" if row.item else f"open:{row.code.number}" if row.code else ""
    item, own = row.item, row.code
    if code and code != now_has:
        item, own = code_of(seat, code, influence)
    elif sentence := why_not("item" if row.item_id else "open", influence):
        raise Refused(sentence, field="influence")
    return says(seat, row, change, item, own, influence, row.removed_at)


@command(Action.CODING_MARK)
def remove_mark(seat: Seat, *, mark: int) -> Mark:
    """Remove a mark; the words stay, and it can be put back."""
    change, row = in_line(seat, mark)
    return says(seat, row, change, row.item, row.code, row.influence, row.removed_at or now())


@command(Action.CODING_MARK)
def restore_mark(seat: Seat, *, mark: int) -> Mark:
    """Put a removed mark back."""
    change, row = in_line(seat, mark)
    return says(seat, row, change, row.item, row.code, row.influence, None)


@command(Action.CODING_MARK)
def take_back(seat: Seat, *, mark: int, act: int) -> Mark:
    """Take back one's own last act on a mark, `act` 0 being its making; taking back that again does it again.

    Refused when somebody acted on the mark since, or when it was not one's own act. Asked twice, it is done once.
    """
    change, row = in_line(seat, mark)
    befores = {one.act: one for one in row.befores.select_related("item", "code")}
    last, wanted = befores.get(row.act), befores.get(act)
    if last is not None and last.takes_back == act and last.by_id == seat.person_id:
        return row
    acts = {one.act: (one.previous, one.takes_back) for one in befores.values()}
    if (act and wanted is None) or stands_at(acts, act) != stands_at(acts, row.act):
        raise Refused(CHANGED_SINCE)
    mine = wanted.by_id == seat.person_id if wanted else row.by_id == seat.person_id and not row.said_by
    if not mine:
        raise Refused(NOT_YOURS)
    if wanted is None:
        return says(seat, row, change, row.item, row.code, row.influence, row.removed_at or now(), takes_back=act)
    return says(seat, row, change, wanted.item, wanted.code, wanted.influence, wanted.removed_at, takes_back=act)


def in_line(seat: Seat, mark: int) -> tuple[int, Mark]:
    """The number of the review's next change, and a mark this seat may see, which nobody else can change now."""
    change = next_number(Mark, seat.review, "changed")
    rows = Mark.objects.visible_to(seat).filter(review_id=seat.review, number=mark)
    found = rows.select_related("item", "code").first()
    if found is None:
        raise NotHere
    return change, found


def says(
    seat: Seat, row: Mark, change: int, item: FrameworkItem | None, code: Code | None, influence: str,
    removed_at: datetime | None, *, takes_back: int | None = None,
) -> Mark:  # fmt: skip
    """Let a mark say something else from now on, and keep what it said; nothing where it says that already."""
    to_be = (item.pk if item else None, code.pk if code else None, influence, removed_at)
    if to_be == (row.item_id, row.code_id, row.influence, row.removed_at):
        return row
    MarkBefore.objects.create(
        mark=row, act=change, previous=row.act, takes_back=takes_back, item_id=row.item_id, code_id=row.code_id,
        influence=row.influence, removed_at=row.removed_at, by_id=seat.person_id,
    )  # fmt: skip
    row.item, row.code, row.influence, row.removed_at = item, code, influence, removed_at
    row.act = row.changed = change
    row.save(update_fields=["item", "code", "influence", "removed_at", "act", "changed"])
    return row
