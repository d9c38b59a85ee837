"""Marks on passages, made by place or by words."""

from collections.abc import Sequence
from typing import Any

from django.db.models import F, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, wait_in_line
from casement.foundation.prepared import Prepared, put_new
from casement.foundation.refusals import Refused
from casement.rooms.coding.commands.codes import code_row, new_code
from casement.rooms.coding.commands.memos import add_memo
from casement.rooms.coding.models import Code, Mark
from casement.rooms.coding.rules import chosen, influence_named, why_not
from casement.rooms.reviews.models import FrameworkItem, Pin, Review
from casement.rooms.sources.commands import excerpt, find_passage
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
    if before := sent_before(seat, sent_key):
        return before
    found = excerpt(seat, number, start, end, quote, but_spaces=True)
    # Whoever was sent the same a moment earlier had to be done before we could have the excerpt.
    return sent_before(seat, sent_key) or put_mark(seat, found, code, influence, memo, sent_key)


def sent_before(seat: Seat, sent_key: str) -> Mark | None:
    """The mark that this person made with the same key, if any."""
    made = SENT(seat, sent_key=sent_key) if sent_key else []
    return Mark.objects.made_by(seat).select_related("excerpt", "item", "code").get(pk=made[0][0]) if made else None


SENT = Prepared(lambda seat, sent_key: Mark.objects.made_by(seat).filter(sent_key=sent_key).values_list("pk"))


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
    wait_in_line(seat.review)
    last, last_change, same = PLACE(
        seat, excerpt=found.pk, influence=influence, item=item.pk if item else 0, code=own.pk if own else 0
    )[0]
    if same is not None:
        made = Mark.objects.made_by(seat).get(pk=same)
    else:
        made = put_new(
            Mark(
                review_id=seat.review,
                number=(last or 0) + 1,
                changed=(last_change or 0) + 1,
                excerpt=found,
                item=item,
                code=own,
                influence=influence,
                by_id=seat.person_id,
                sent_key=sent_key or None,
            )
        )
    if memo.strip():
        add_memo(seat, text=memo, mark=made)
    return made


def place_of(seat: Seat, excerpt: int, influence: str, item: int, code: int) -> QuerySet[Review, Any]:
    """The last numbers of the review, and this person's mark that says the very same on the same words.

    What it says is compared so that no index serves it: those of a code are thousands, those of an excerpt a few.
    """
    mine = Mark.objects.made_on(seat, excerpt).filter(influence=influence, removed_at=None)
    said = Q(Exact(Coalesce(F("item_id"), 0), item)) & Q(Exact(Coalesce(F("code_id"), 0), code))
    same = mine.filter(said).order_by().values("pk")[:1]
    last, last_change = Mark.objects.last_numbers(seat)
    return Review.objects.filter(pk=seat.review).values_list(Subquery(last), Subquery(last_change), Subquery(same))


PLACE = Prepared(place_of)


def code_of(seat: Seat, code: str, influence: str) -> tuple[FrameworkItem | None, Code | None]:
    """The factor or the open code that was chosen; Refused when it is not one."""
    told = chosen(code)
    if told is None:
        raise Refused("Choose a factor or a code.", field="code")
    if sentence := why_not(told.kind, influence):
        raise Refused(sentence, field="influence")
    if told.kind == "item":
        found = FACTOR(review=seat.review, item=told.value)
        if not found:
            raise Refused("This factor is not in the framework of this review.", field="code")
        return FrameworkItem(pk=found[0][0], item_id=told.value, label=found[0][1]), None
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


def factor_of(review: int, item: str) -> QuerySet[FrameworkItem, Any]:
    """A factor of the framework that a review uses."""
    pinned = Pin.objects.filter(review=review).values("framework")
    there = FrameworkItem.objects.filter(framework__key="factors", framework__in=pinned, item_id=item)
    return there.values_list("pk", "label")


FACTOR = Prepared(factor_of)
