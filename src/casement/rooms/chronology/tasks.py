"""Background work of the chronology room: reading a file, and bringing in the rows of a long one."""

from __future__ import annotations

from itertools import islice

from casement.foundation import files, jobs
from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.models import Job
from casement.foundation.refusals import Unreadable
from casement.rooms.chronology import commands, queries
from casement.rooms.chronology.intake import read_tables
from casement.rooms.chronology.models import Import
from casement.rooms.chronology.rules import likely_pairs, read_rows
from casement.rooms.chronology.vocabulary import Cell, Sheet, Stage
from casement.rooms.reviews.models import Review
from casement.rooms.reviews.queries import seat_of

AT_ONCE = 500
DAMAGED = "The copy that was kept of this file is damaged. Bring the file in again."


def asker(job: Job, made: Import) -> Seat | None:
    """The seat, with the rights of this moment, of the person who asked for the work."""
    seat = seat_of(job.person_id or made.by_id, made.review.ref)
    return seat if seat is not None and allows(seat.standing, Action.CHRONOLOGY_IMPORT) else None


def tables(made: Import) -> tuple[tuple[Sheet, ...], str]:
    """The sheets of an import's file, or the sentence that says why it cannot be read."""
    try:
        data = files.fetch(made.sha256)
    except (OSError, ValueError):
        return (), DAMAGED
    try:
        return read_tables(made.name, data), ""
    except Unreadable as no:
        return (), no.sentence


@jobs.task("chronology.read_file")
def read_file(job: Job, imported: int) -> None:
    """Read the file of an import and lay it out. Safe to run twice: one that is laid out stays as it is."""
    made = Import.objects.select_related("review").get(pk=imported)
    seat = asker(job, made)
    if made.state != Stage.FILE or seat is None:
        return
    sheets, sentence = tables(made)
    commands.take_tables(seat, imported=made.pk, sheets=sheets, sentence=sentence)


@jobs.task("chronology.bring_rows")
def bring_rows(job: Job, imported: int) -> None:
    """Bring in the rows of an import, a part at a time.

    Safe to run twice and after a death at any instant: all rows are read again from the first, because a date may
    be carried down from above, and only those that are not settled are written.
    """
    made = Import.objects.select_related("review").get(pk=imported)
    seat = asker(job, made)
    if made.state != Stage.BRINGING or seat is None:
        return
    stored = commands.stored_rows(made)
    first = next(stored, None)
    if first is None:
        commands.settle_rows(seat, imported=made.pk, outcomes=(), last=True)
        return

    def cells() -> object:
        yield first[1]
        for _, each in stored:
            yield each

    headings = [Cell(text) for text in made.headings]
    outcomes = read_rows(cells(), commands.mapping_of(made), first_number=first[0], headings=headings)  # type: ignore[arg-type]
    if made.corrects_id is not None:  # which row is which is known only of all of them together
        commands.compare_rows(seat, imported=made.pk, outcomes=list(outcomes))
        return
    done = 0
    while part := list(islice(outcomes, AT_ONCE)):
        seat = asker(job, made)
        if seat is None:
            return
        commands.settle_rows(seat, imported=made.pk, outcomes=part)
        done += len(part)
        jobs.step(job, done)
    commands.settle_rows(seat, imported=made.pk, outcomes=(), last=True)


@jobs.task(commands.LOOK)
def look_for_same(job: Job, review: int) -> None:
    """Compare the entries of a review and offer the pairs that may speak of one event. Safe to run twice."""
    ref = Review.objects.values_list("ref", flat=True).get(pk=review)
    seat = seat_of(job.person_id or 0, ref)
    if seat is None or not allows(seat.standing, Action.CHRONOLOGY_LINK):
        return
    commands.offer_pairs(seat, found=likely_pairs(tuple(queries.accounts(seat))))
