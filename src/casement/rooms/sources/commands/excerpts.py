"""Passages that other things cite. These run inside the commands of higher rooms, in their transaction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet, Subquery

from casement.foundation.access import Seat
from casement.foundation.changes import next_number, wait_in_line
from casement.foundation.prepared import Prepared, put_new
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.sources.models import Excerpt, Source, Version
from casement.rooms.sources.queries.reading import TextNow, text_now
from casement.rooms.sources.rules.masking import from_shown, read, shown, snapped
from casement.rooms.sources.rules.paragraphs import paragraph_at, paragraphs
from casement.rooms.sources.rules.passages import find_words, same_but_spaces


def excerpt(
    seat: Seat,
    number: int,
    start: int,
    end: int,
    quote: str | None,
    *,
    version: int | None = None,
    but_spaces: bool = False,
) -> Excerpt:
    """The excerpt [start, end) of source `number`, made if it is not there yet; it grows to the edges of masks.

    `quote` are the words the person saw there, with labels for what is masked, or None when the place was found
    here; with `but_spaces`, whatever white space stands between them, because a page cannot tell what the text
    holds between two paragraphs. Refused when the text shows something else at that place, when nothing but white
    space is chosen, or when `version` was replaced meanwhile. NotHere when the seat may not read the source. Call
    it inside a command.
    """
    text = text_now(seat, number)
    if version is not None and version != text.version:
        raise Refused("A corrected text of this source exists. Open it and choose the words there.", field="quote")
    if quote is not None and not quote.strip():
        raise Refused("Choose some words first.", field="quote")
    start, end = snapped(text.masks, start, end)
    seen = shown(text.text, text.masks, start, end) if 0 <= start < end <= len(text.text) else ""
    told = seen if quote is None else quote
    if not seen.strip() or (seen != told and not (but_spaces and same_but_spaces(seen, told))):
        raise Refused(
            "These words do not stand at that place in the text. Reload the page and choose them again.",
            field="quote",
        )
    wait_in_line(seat.review)
    # From here on no correction and no mask can come in between; one that came before changed it under our hands.
    there = THERE(review=seat.review, version=text.version_id, shows=text.shows, start=start, end=end)
    if not there:
        raise Refused("The text was changed this minute. Load the page again and choose the words there.")
    found, last = there[0]
    if found is not None:
        return Excerpt.objects.get(pk=found)
    block = paragraph_at(text.paragraphs, start)
    return put_new(
        Excerpt(
            review_id=seat.review,
            number=(last or 0) + 1,
            version_id=text.version_id,
            start=start,
            end=end,
            quote=exact_words(text, start, end),
            shown=seen,
            paragraph=block.number if block else 1,
            use=text.use,
            by_id=seat.person_id,
        )
    )


def exact_words(text: TextNow, start: int, end: int) -> str:
    """The words of a place as they stand, which what is kept in memory does not hold where something is masked."""
    if shown(text.text, text.masks, start, end) == text.text[start:end]:
        return text.text[start:end]
    return Version.objects.values_list("text", flat=True).get(pk=text.version_id)[start:end]


def there_already(review: int, version: int, shows: int, start: int, end: int) -> QuerySet[Source, Any]:
    """Whether a text is still the current one and shown as it was.

    Then the excerpt at this place, and the last number of any.
    """
    same = Excerpt.objects.filter(version=version, start=start, end=end).values("pk")
    last = Excerpt.objects.filter(review=review).order_by("-number").values("number")[:1]
    current = Source.objects.filter(current=version, current__shows=shows)
    return current.values_list(Subquery(same), Subquery(last))


THERE = Prepared(there_already)


def excerpts(seat: Seat, number: int, spans: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Excerpt]:
    """The excerpts [start, end) of source `number`, those made that are not there yet; the text is read once.

    Spans that hold nothing but white space, or do not lie in the text, are left out. NotHere when the seat may
    not read the source. Call it inside a command.
    """
    first = next_number(Excerpt, seat.review)  # before the text is read, so that no correction comes in between
    text = text_of(seat, number)
    blocks, masks = paragraphs(text.text, text.anchors), read(text.masks)
    wanted = [
        (start, end)
        for start, end in sorted(set(spans))
        if 0 <= start < end <= len(text.text) and text.text[start:end].strip()
    ]
    there = {(one.start, one.end): one for one in Excerpt.objects.filter(version=text)}
    missing = [span for span in wanted if span not in there]
    made = Excerpt.objects.bulk_create(
        Excerpt(
            review_id=seat.review,
            number=at,
            version=text,
            start=start,
            end=end,
            quote=text.text[start:end],
            shown=shown(text.text, masks, start, end),
            paragraph=block.number if (block := paragraph_at(blocks, start)) else 1,
            use=text.source.use,
            by_id=seat.person_id,
        )
        for at, (start, end) in enumerate(missing, first)
    )
    there |= {(one.start, one.end): one for one in made}
    return {span: there[span] for span in wanted}


def find_passage(seat: Seat, number: int, paragraph: int, words: str) -> tuple[int, int]:
    """Where `words`, as they are shown, stand in a paragraph of source `number`, as [start, end).

    Marking without a mouse. Words that are masked are not found, so that nobody can ask what is behind a label.

    For use inside a command, or before one.

    Refused when the paragraph does not exist, when the words are not there, or when they are there more than
    once, since no place is ever chosen by guess.
    """
    text = text_of(seat, number)
    blocks = paragraphs(text.text, text.anchors, read(text.masks))
    if not 1 <= paragraph <= len(blocks):
        raise Refused(f"This text has paragraphs 1 to {len(blocks)}. Choose one of them.", field="paragraph")
    if not words.strip():
        raise Refused("Write the words you want to mark.", field="words")
    block = blocks[paragraph - 1]
    places = find_words(block.shown, words)
    if not places:
        raise Refused(
            f"These words are not in paragraph {paragraph}. Copy them as they stand there.", field="words"
        )  # fmt: skip
    if len(places) > 1:
        raise Refused(
            f"These words are {len(places)} times in paragraph {paragraph}. Add the words around them.",
            field="words",
        )
    start, end = from_shown(block.own_masks, *places[0])
    return block.start + start, block.start + end


def text_of(seat: Seat, number: int) -> Version:
    """The current text of a source this seat may read; NotHere otherwise. Call it inside a command."""
    source = Source.objects.visible_to(seat).select_related("current__source").filter(number=number).first()
    if source is None or source.current is None:
        raise NotHere
    return source.current
