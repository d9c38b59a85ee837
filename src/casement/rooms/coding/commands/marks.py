"""Marks on passages: made by place or by words, changed, removed, restored."""

from collections.abc import Sequence

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.coding.commands.codes import code_row, new_code
from casement.rooms.coding.commands.memos import add_memo
from casement.rooms.coding.models import Code, Mark
from casement.rooms.coding.rules import chosen, influence_named, same_but_spaces, why_not
from casement.rooms.reviews.models import FrameworkItem, Pin
from casement.rooms.sources.commands import excerpt, find_passage, shown_words
from casement.rooms.sources.models import Excerpt
from casement.rooms.sources.queries import reading
from casement.rooms.sources.rules.paragraphs import Paragraph
from casement.rooms.sources.rules.passages import find_words


@command(Action.CODING_MARK)
def mark_passage(
    seat: Seat,
    *,
    number: int,
    start: int,
    end: int,
    quote: str,
    code: str,
    influence: str = "",
    memo: str = "",
    sent_key: str = "",
) -> Mark:
    """Mark the passage [start, end) of source `number`, code points, with a factor or an open code.

    `quote` must be the words at that place. The same `sent_key` twice gives the same mark, so that a retry
    after a lost answer marks once. Refused with a sentence when the words, the code or the influence are off.
    """
    if sent_key:
        before = Mark.objects.made_by(seat).filter(sent_key=sent_key).first()
        if before is not None:
            return before
    found = excerpt(seat, number, start, end, words_at(seat, number, start, end, quote))
    return put_mark(seat, found, code, influence, memo, sent_key)


def words_at(seat: Seat, number: int, start: int, end: int, quote: str) -> str:
    """The words that are shown at a place when `quote` differs in white space only; else `quote` as it came.

    A page cannot tell what stands between two paragraphs, so that much is taken from the text.
    """
    stands = shown_words(seat, number, start, end)
    return stands if same_but_spaces(stands, quote) else quote


@command(Action.CODING_MARK)
def mark_words(
    seat: Seat,
    *,
    number: int,
    words: str,
    code: str,
    paragraph: int | None = None,
    influence: str = "",
    memo: str = "",
) -> Mark:
    """Mark exact words: the way without a mouse and without script.

    Refused when the words are not in `paragraph` (or, without one, in the text), or stand there more than once.
    """
    if paragraph is None:
        paragraph = only_paragraph(reading(seat, number).paragraphs, words)
    start, end = find_passage(seat, number, paragraph, words)
    found = excerpt(seat, number, start, end, None)
    return put_mark(seat, found, code, influence, memo, "")


def only_paragraph(blocks: Sequence[Paragraph], words: str) -> int:
    """The number of the one paragraph that holds these words; Refused when none does or several do."""
    holding = [block.number for block in blocks if find_words(block.shown, words)]
    if not holding:
        raise Refused(
            "These words are not in one paragraph of this source. Copy them as they stand there.", field="words"
        )
    if len(holding) > 1:
        told = ", ".join(str(number) for number in holding[:5])
        raise Refused(f"These words are in more than one paragraph ({told}). Say which.", field="paragraph")
    return holding[0]


def put_mark(seat: Seat, found: Excerpt, code: str, influence: str, memo: str, sent_key: str) -> Mark:
    """One mark on an excerpt, inside a command; the same code twice on the same words is the same mark."""
    influence = influence_named(influence)
    item, own = code_of(seat, code, influence)
    same = Mark.objects.made_by(seat).filter(excerpt=found, item=item, code=own, removed_at=None).first()
    if same is not None and same.influence == influence:
        made = same
    else:
        made = Mark.objects.create(
            review_id=seat.review,
            number=next_number(Mark, seat.review),
            excerpt=found,
            item=item,
            code=own,
            influence=influence,
            by_id=seat.person_id,
            sent_key=sent_key,
        )
    if memo.strip():
        add_memo(seat, text=memo, mark=made)
    return made


def code_of(seat: Seat, code: str, influence: str) -> tuple[FrameworkItem | None, Code | None]:
    """The factor or the open code that was chosen; Refused when it is not one."""
    told = chosen(code)
    if told is None:
        raise Refused("Choose a factor or a code.", field="code")
    if sentence := why_not(told.kind, influence):
        raise Refused(sentence, field="influence")
    if told.kind == "item":
        item = FrameworkItem.objects.filter(
            framework__key="factors", framework__in=pinned(seat), item_id=told.value
        ).first()
        if item is None:
            raise Refused("This factor is not in the framework of this review.", field="code")
        return item, None
    if told.kind == "open":
        return None, usable(code_row(seat, int(told.value)))
    return None, new_code(seat, told.value)


def usable(code: Code) -> Code:
    """The code, unless it was retired or only holds others: its marks stay, new ones take another."""
    if code.heading:
        raise Refused("This code only holds others. Choose one that stands under it.", field="code")
    if code.retired_at:
        raise Refused("This code was retired. Choose another, or bring it back on its page.", field="code")
    return code


def pinned(seat: Seat) -> list[int]:
    """Ids of the frameworks this review uses."""
    return list(Pin.objects.filter(review_id=seat.review).values_list("framework_id", flat=True))


def mark_row(seat: Seat, mark: int) -> Mark:
    """A mark this seat may see, or NotHere."""
    rows = Mark.objects.visible_to(seat).filter(review_id=seat.review, number=mark)
    found = rows.select_related("item", "code").first()
    if found is None:
        raise NotHere
    return found


@command(Action.CODING_MARK)
def change_mark(seat: Seat, *, mark: int, influence: str, code: str = "") -> Mark:
    """Say otherwise which way it worked, or put another code."""
    influence = influence_named(influence)
    row = mark_row(seat, mark)
    now_has = f"item:{row.item.item_id}" if row.item else f"open:{row.code.number}" if row.code else ""
    if code and code != now_has:
        row.item, row.code = code_of(seat, code, influence)
    elif sentence := why_not("item" if row.item_id else "open", influence):
        raise Refused(sentence, field="influence")
    row.influence = influence
    row.save(update_fields=["influence", "item", "code"])
    return row


@command(Action.CODING_MARK)
def remove_mark(seat: Seat, *, mark: int) -> Mark:
    """Remove a mark; the words stay, and it can be put back."""
    row = mark_row(seat, mark)
    row.removed_at = row.removed_at or now()
    row.save(update_fields=["removed_at"])
    return row


@command(Action.CODING_MARK)
def restore_mark(seat: Seat, *, mark: int) -> Mark:
    """Put a removed mark back."""
    row = mark_row(seat, mark)
    row.removed_at = None
    row.save(update_fields=["removed_at"])
    return row
