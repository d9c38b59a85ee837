"""Making copies in the background."""

from casement.foundation import clock
from casement.foundation.access import Seat
from casement.foundation.jobs import task
from casement.foundation.models import Job
from casement.foundation.refusals import NotHere
from casement.rooms.reports import commands, exports, queries
from casement.rooms.reports.models import Export
from casement.rooms.reports.rules import publishing
from casement.rooms.reports.rules.tree import CopyMark
from casement.rooms.reports.vocabulary import EDITION_NAMES, CopyState, Edition
from casement.rooms.reviews.queries import seat_of

NAME_LEFT = "A name is still in the file, so it was not kept. Look at the names and labels, then save it again."
GONE = "You no longer have a place in this review, so the copy was not made."


@task(commands.MAKE)
def make_copy(job: Job, export_id: int, ref: str) -> None:
    """Make the copy that was asked for, from the seat of the person who asked. Safe to repeat."""
    row = Export.objects.filter(pk=export_id, state=CopyState.MAKING).first()
    seat = seat_of(row.by_id, ref) if row else None
    if row is not None and seat is not None:
        make(seat, row.number)


def make(seat: Seat, number: int) -> None:
    """Write copy `number` and keep it; when that cannot be done the copy says why."""
    row = Export.objects.get(report__review_id=seat.review, number=number)
    try:
        content, sentence = content_of(seat, row)
    except exports.Unmade as fault:
        content, sentence = b"", str(fault)
    except NotHere:
        content, sentence = b"", GONE
    if sentence:
        commands.copy_failed(seat, number=number, sentence=sentence)
    else:
        commands.keep_copy(seat, number=number, content=content)


def content_of(seat: Seat, row: Export) -> tuple[bytes, str]:
    """The file of a copy, and why it may not be kept."""
    told = queries.desk(seat, afresh=True)
    day = row.at.astimezone(clock.now().tzinfo)
    mark = CopyMark(EDITION_NAMES[row.edition], row.by_label, f"{day.day} {day:%B %Y}", row.number)
    tree = told.tree(Edition(row.edition)).marked(mark)
    if row.edition == Edition.INTERNAL:
        return exports.write(tree, row.format), ""
    tree = publishing.masked(tree, told.material)
    if publishing.stops(tree):
        return b"", "The report changed while the copy was made. Look at the list again, then save it again."
    content = exports.write(tree, row.format)
    left = exports.names_in_file(content, row.format, told.material.register)
    return content, NAME_LEFT if left else ""
