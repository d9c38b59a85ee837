"""Open codes merged, split, moved in the tree, and each of these undone. Factors of a framework are not touched."""

from collections.abc import Sequence

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.coding.commands.acts import says
from casement.rooms.coding.commands.code_events import keep_event
from casement.rooms.coding.commands.codes import code_row, new_code
from casement.rooms.coding.models import Code, CodeEvent, Mark, MarkCarried, Memo, RoundCode

BLIND = "“{}” is in an open blind round. Close the round first; until then its marks belong to those who made them."


@command(Action.CODING_CODES)
def merge_code(seat: Seat, *, number: int, into: int) -> CodeEvent:
    """Give every mark of one code to another, and retire the first. Nothing is lost, and it can be undone.

    Where the same person had marked the same words with both, saying the same, one mark stays, with the memos of
    both. Marks that were taken away go along. Refused while either code is in an open blind round.
    """
    code, other = code_row(seat, number), code_row(seat, into)
    if code == other:
        raise Refused("Choose another code to merge it into.", field="into")
    if other.heading or other.retired_at:
        raise Refused("That code takes no marks. Choose one that is in use.", field="into")
    change = next_number(Mark, seat.review, "changed")  # whoever marks meanwhile waits
    not_blind(code, other)
    event = keep_event(seat, code, "merged", other)
    theirs = {
        (mark.excerpt_id, mark.by_id, mark.said_by, mark.influence): mark
        for mark in Mark.objects.of_code(other).filter(removed_at=None)
    }
    for mark in Mark.objects.of_code(code):
        same = theirs.get((mark.excerpt_id, mark.by_id, mark.said_by, mark.influence))
        carry(seat, event, change, mark, same if mark.removed_at is None else None)
    code.retired_at = code.retired_at or event.at
    code.save(update_fields=["retired_at"])
    return event


@command(Action.CODING_CODES)
def split_code(
    seat: Seat, *, number: int, label: str, marks: Sequence[int], definition: str = ""
) -> CodeEvent:  # fmt: skip
    """Make a new code of some marks of another; the rest stay. It can be undone.

    Refused when nothing was chosen, when the name is taken, or while the code is in an open blind round.
    """
    change = next_number(Mark, seat.review, "changed")
    code = code_row(seat, number)
    not_blind(code)
    chosen = list(Mark.objects.visible_to(seat).filter(code=code, number__in=list(marks), removed_at=None))
    if not chosen or len(chosen) != len(set(marks)):
        raise Refused("Choose the passages that go to the new code.", field="marks")
    if Code.objects.filter(review_id=seat.review, label__iexact=" ".join(label.split())).exists():
        raise Refused("There is a code of that name already. Choose another name.", field="label")
    made = new_code(seat, label, definition)
    made.parent = code.parent
    made.save(update_fields=["parent"])
    event = keep_event(seat, code, "split", made)
    for mark in chosen:
        carry(seat, event, change, mark, None)
    return event


@command(Action.CODING_CODES)
def move_code(seat: Seat, *, number: int, under: int | None = None) -> CodeEvent:
    """Put a code under another, or at the top. Refused when it would stand under itself."""
    code = code_row(seat, number)
    parent = code_row(seat, under) if under else None
    above, seen = parent, 0
    while above is not None:
        if above == code or seen > 200:
            raise Refused("A code cannot stand under itself or one of its own. Choose another.", field="under")
        above, seen = above.parent, seen + 1
    if parent == code.parent:
        raise Refused("It stands there already. Choose another place.", field="under")
    event = keep_event(seat, code, "moved", parent, before=code.parent)
    code.parent = parent
    code.save(update_fields=["parent"])
    return event


@command(Action.CODING_CODES)
def undo_code_event(seat: Seat, *, number: int, event: int) -> CodeEvent:
    """Take back one merge, split, move or retirement of a code, where it has not been taken back.

    Marks go back that are still where they were put; those a person changed since stay as they are.
    """
    code = code_row(seat, number)
    row = CodeEvent.objects.filter(number=event, code=code).select_related("other", "before").first()
    if row is None:
        raise NotHere
    if row.undone_at:
        raise Refused("This was taken back already.")
    if row.what in ("merged", "split") and row.other is not None:
        not_blind(code, row.other)
        carry_back(seat, row, code, row.other)
    if row.what == "merged":
        code.retired_at = None
    elif row.what == "moved":
        code.parent = row.before
        stands_under_itself(code)
    elif row.what in ("retired", "returned"):
        code.retired_at = None if row.what == "retired" else now()
    code.save(update_fields=["retired_at", "parent"])
    row.undone_at, row.undone_by_id = now(), seat.person_id
    row.save(update_fields=["undone_at", "undone_by"])
    return row


def stands_under_itself(code: Code) -> None:
    """Refused when the places of codes have changed so that this one would stand under itself."""
    above = code.parent
    for _ in range(200):
        if above is None:
            return
        if above == code:
            break
        above = above.parent
    raise Refused("It cannot go back there: what it stood under now stands under it.")


def carry(seat: Seat, event: CodeEvent, change: int, mark: Mark, same: Mark | None) -> None:
    """One mark to the other code, told to open pages as any change of a mark; inside a command."""
    memos: list[int] = []
    if same is not None:
        memos = memos_to(mark, same, change)
    MarkCarried.objects.create(event=event, mark=mark, kept=same, memos=memos)
    removed = event.at if same is not None else mark.removed_at
    says(seat, mark, change, None, event.other, mark.influence, removed)


def carry_back(seat: Seat, event: CodeEvent, code: Code, other: Code) -> None:
    """The marks of an event back to where they were, if they are still where it put them; inside a command."""
    change = next_number(Mark, seat.review, "changed")
    for one in event.carried.select_related("mark", "kept"):
        mark, removed = one.mark, one.mark.removed_at
        if mark.code_id != other.pk:
            continue
        if one.kept is not None:
            memos_to(one.kept, mark, change, one.memos)
            removed = None if removed == event.at else removed
        says(seat, mark, change, None, code, mark.influence, removed)


def memos_to(before: Mark, after: Mark, change: int, some: Sequence[int] | None = None) -> list[int]:
    """The memos of one mark, or some of them, to another; open pages are told of both. Inside a command."""
    there = Memo.objects.filter(mark=before)
    memos = list((there if some is None else there.filter(pk__in=some)).values_list("pk", flat=True))
    if memos:
        Memo.objects.filter(pk__in=memos).update(mark=after)
        for mark in (before, after):
            mark.changed = change
            mark.save(update_fields=["changed"])
    return memos


def not_blind(*codes: Code) -> None:
    """Refused while a code is in an open blind round."""
    for code in codes:
        if RoundCode.objects.filter(code=code, round__closed_at=None).exists():
            raise Refused(BLIND.format(code.label))
