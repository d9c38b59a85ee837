"""Memos on marks, sources and codes. Private ones are seen by their writer only; what came in stays as it came."""

from casement.foundation import search
from casement.foundation.access import Seat, Subject
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number, wait_in_line
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.coding.commands.codes import code_row
from casement.rooms.coding.models import Code, Mark, Memo
from casement.rooms.reviews.models import FrameworkItem, Pin
from casement.rooms.sources.models import SUBJECT_OF, Source


def add_memo(
    seat: Seat,
    *,
    text: str,
    mark: Mark | None = None,
    source: Source | None = None,
    code: Code | None = None,
    item: FrameworkItem | None = None,
    private: bool = False,
    sent_key: str = "",
) -> Memo:
    """One memo; inside a command."""
    if not text.strip():
        raise Refused("Write the memo first.", field="text")
    made = Memo.objects.create(
        review_id=seat.review,
        number=next_number(Memo, seat.review),
        mark=mark,
        source=source,
        code=code,
        item=item,
        text=text.strip(),
        private=private,
        by_id=seat.person_id,
        sent_key=sent_key or None,
    )
    make_findable(seat, made)
    if mark is not None:
        show_again(seat, mark)
    return made


def show_again(seat: Seat, mark: Mark) -> None:
    """Let open pages show a mark again, since a memo on it is new or other; inside a command."""
    mark.changed = next_number(Mark, seat.review, "changed")
    mark.save(update_fields=["changed"])


def rewrite(seat: Seat, row: Memo, text: str, private: bool) -> Memo:
    """Put other words in a memo; inside a command."""
    if (row.text, row.private) == (text.strip(), private):
        return row
    row.text, row.private = text.strip(), private
    row.save(update_fields=["text", "private"])
    make_findable(seat, row)
    if row.mark is not None:
        show_again(seat, row.mark)
    return row


def make_findable(seat: Seat, row: Memo) -> None:
    """Index a memo with the rights of what it is on; a private one for its writer alone. Inside a command."""
    on = row.mark.excerpt.version.source if row.mark else row.source
    search.put(
        row.review_id,
        SUBJECT_OF[on.kind] if on else Subject.WORKING,
        "memo",
        row.number,
        [(0, row.text)],
        agency_id=on.agency_id if on else None,
        owner_id=seat.standing.participation_id if row.private else on.participation_id if on else None,
        access=search.OWN if row.private else on.access if on else "team",
    )


@command(Action.CODING_MEMO)
def write_memo(
    seat: Seat,
    *,
    text: str,
    mark: int | None = None,
    number: int | None = None,
    private: bool = False,
    sent_key: str = "",
) -> Memo:
    """Write a memo on mark `mark`, or on source `number`, or on the review when neither is named.

    The same `sent_key` twice gives the same memo.
    """
    wait_in_line(seat.review)
    if sent_key:
        mine = Memo.objects.filter(review_id=seat.review, by_id=seat.person_id, sent_key=sent_key)
        if (before := mine.first()) is not None:
            return before
    sources = Source.objects.visible_to(seat)
    on_mark = on_source = None
    if mark is not None:
        on_mark = Mark.objects.visible_to(seat).filter(review_id=seat.review, number=mark).first()
        if on_mark is None:
            raise NotHere
    elif number is not None:
        on_source = sources.filter(number=number).first()
        if on_source is None:
            raise NotHere
    return add_memo(seat, text=text, mark=on_mark, source=on_source, private=private, sent_key=sent_key)


@command(Action.CODING_MEMO)
def write_code_memo(
    seat: Seat, *, text: str, number: int | None = None, item: str = "", private: bool = False
) -> Memo:  # fmt: skip
    """Write a memo on open code `number`, or on the factor with the id `item`."""
    wait_in_line(seat.review)
    if number is not None:
        return add_memo(seat, text=text, code=code_row(seat, number), private=private)
    pins = Pin.objects.filter(review_id=seat.review).values("framework")
    factor = FrameworkItem.objects.filter(framework__key="factors", framework__in=pins, item_id=item).first()
    if factor is None:
        raise NotHere
    return add_memo(seat, text=text, item=factor, private=private)


@command(Action.CODING_MEMO)
def keep_memo(seat: Seat, *, mark: int, memo: str, private: bool = False) -> Memo:
    """Write one's memo on a mark, or put other words in it; those of others stay as they are."""
    wait_in_line(seat.review)  # so that the same memo sent twice at once is one memo
    seen = Mark.objects.visible_to(seat).filter(review_id=seat.review, number=mark)
    there = seen.prefetch_related("memos").first()
    if there is None:
        raise NotHere
    own = [row for row in there.memos.all() if row.by_id == seat.person_id and not row.said_by]
    if not own:
        return add_memo(seat, text=memo, mark=there, private=private)
    if not memo.strip():
        raise Refused("Write the memo first.", field="memo")
    return rewrite(seat, own[-1], memo, private)


@command(Action.CODING_MEMO)
def change_memo(seat: Seat, *, memo: int, text: str, private: bool = False) -> Memo:
    """Change one's own memo; those of others are not here."""
    wait_in_line(seat.review)  # before the memo is held, so that nobody waits for us while we wait for them
    row = Memo.objects.filter(review_id=seat.review, number=memo, by_id=seat.person_id, said_by="").first()
    if row is None:
        raise NotHere
    if not text.strip():
        raise Refused("Write the memo first.", field="text")
    return rewrite(seat, row, text, private)
