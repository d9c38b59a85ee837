"""Putting passages into the search index and taking them out; rooms call this inside commands."""

from collections.abc import Callable, Iterable

from django.db import connection

from casement.foundation.access import Subject
from casement.foundation.models import SearchRow
from casement.foundation.search.meaning import Model, model

COLUMNS = (
    *("review_id", "subject", "kind", "number", "place", "agency_id", "owner_id", "access", "title", "text"),
    "meaning",
)
AT_ONCE = 1000
# One statement for many short rows: a paper has hundreds, and making objects of them takes longer than
# reading the paper.
INSERT = (
    f"INSERT INTO {SearchRow._meta.db_table} ({', '.join(COLUMNS)}) VALUES ({', '.join(['%s'] * len(COLUMNS))})"
)


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
    _insert(
        (review_id, str(subject), kind, number, place, agency_id, owner_id, str(access), title, text)
        for place, text in passages
        if text.strip()
    )


def put_new(
    review_id: int, subject: Subject, kind: str, things: Iterable[tuple[int, str]], *, agency_id: int | None = None
) -> None:
    """Index many things that were never indexed before: (number, text) pairs, one passage each."""
    _insert(
        (review_id, str(subject), kind, number, 0, agency_id, None, "team", "", text)
        for number, text in things
        if text.strip()
    )


def _insert(rows: Iterable[tuple[str | int | None, ...]]) -> None:
    told = list(rows)
    if told:
        means = model()
        texts = [str(row[-1]) for row in told]
        meanings: list[bytes] | list[None] = means.packed(texts) if means else [None] * len(told)
        with connection.cursor() as cursor:
            cursor.executemany(INSERT, [(*row, meaning) for row, meaning in zip(told, meanings, strict=True)])


def drop(review_id: int, kind: str, number: int) -> None:
    """Take one thing out of the index."""
    SearchRow.objects.filter(review_id=review_id, kind=kind, number=number).delete()


def prepare(means: Model, watch: Callable[[int], None] = lambda done: None) -> int:
    """Give every passage its vector of this model where it has none; how many were given one."""
    done = last = 0
    while rows := list(SearchRow.objects.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        last = rows[-1].pk
        wanted = [row for row in rows if not means.made(row.meaning)]
        for row, meaning in zip(wanted, means.packed([row.text for row in wanted]), strict=True):
            # Only where its words are still the same: it may have been put in afresh meanwhile.
            SearchRow.objects.filter(pk=row.pk, text=row.text).update(meaning=meaning)
        done += len(wanted)
        watch(done)
    return done


def forget_meanings() -> int:
    """Take the vectors of all passages away; how many there were."""
    return SearchRow.objects.exclude(meaning=None).update(meaning=None)
