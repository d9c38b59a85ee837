"""Putting passages into the search index and taking them out; rooms call this inside commands."""

from collections.abc import Iterable

from casement.foundation.access import Subject
from casement.foundation.models import SearchRow


def put(
    review_id: int,
    subject: Subject,
    kind: str,
    number: int,
    passages: Iterable[tuple[int, str]],
    *,
    title: str = "",
    agency_id: int | None = None,
    owner_id: int | None = None,
    access: str = "team",
) -> None:
    """Index one thing afresh: `passages` are (place, text) pairs, place being an offset or part."""
    drop(review_id, kind, number)
    SearchRow.objects.bulk_create(
        [
            SearchRow(
                review_id=review_id,
                subject=subject,
                kind=kind,
                number=number,
                place=place,
                agency_id=agency_id,
                owner_id=owner_id,
                access=access,
                title=title,
                text=text,
            )
            for place, text in passages
            if text.strip()
        ],
        batch_size=500,
    )


def put_new(
    review_id: int, subject: Subject, kind: str, things: Iterable[tuple[int, str]], *, agency_id: int | None = None
) -> None:
    """Index many things that were never indexed before: (number, text) pairs, one passage each."""
    SearchRow.objects.bulk_create(
        [
            SearchRow(
                review_id=review_id, subject=subject, kind=kind, number=number, agency_id=agency_id, text=text
            )
            for number, text in things
            if text.strip()
        ],
        batch_size=500,
    )


def drop(review_id: int, kind: str, number: int) -> None:
    """Take one thing out of the index."""
    SearchRow.objects.filter(review_id=review_id, kind=kind, number=number).delete()
