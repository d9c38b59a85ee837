"""Background work of the sources room: reading the files of a batch."""

from __future__ import annotations

import atexit
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TypeAlias

from casement.foundation import files, jobs
from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.models import Job
from casement.foundation.refusals import Unreadable
from casement.foundation.traces import forget_deleted
from casement.rooms.reviews.models import Review
from casement.rooms.reviews.queries import seat_of
from casement.rooms.sources import commands
from casement.rooms.sources.intake import Extracted, Inside, Reader, read_whole
from casement.rooms.sources.intake.write_ups import sections
from casement.rooms.sources.models import Batch, Source, Upload
from casement.rooms.sources.vocabulary import SETTLED, UNSETTLED, Arrived, Kind, TextRead

DAMAGED = "The copy that was kept of this file is damaged: bring the file in again."
SIGN_OF_LIFE = 1.0
# One reading process for as long as this one lives; it starts with the first file and ends with its parent.
READER = Reader()
atexit.register(READER.close)
# How many scanned pages of the file in hand are done, and of how many, by its upload.
PAGES: dict[int, tuple[int, int]] = {}
Outcome: TypeAlias = tuple[TextRead | None, str]


@jobs.task("sources.read_batch")
def read_batch(job: Job, batch_id: int) -> None:
    """Read what is not settled yet of a batch, each file settled by a command of its own.

    Safe to run twice and after a death at any instant: only unsettled files are read, and settling one that
    is settled changes nothing. While one file is being stored the next is already being read.
    """
    batch = Batch.objects.select_related("review").get(pk=batch_id)
    while left := list(Upload.objects.filter(batch=batch, state__in=UNSETTLED)):
        if not _read_all(job, batch, left):  # Then again, for the files that came inside these.
            return


def _read_all(job: Job, batch: Batch, left: list[Upload]) -> bool:
    """Read and settle these; False where the person who sent them may not bring in files any more."""
    said = time.monotonic()
    before = Upload.objects.filter(batch=batch, state__in=SETTLED).count()
    with ThreadPoolExecutor(1, "reading") as ahead:
        coming = ahead.submit(read_one, left[0])
        commands.begin_reading(left[0].pk)
        for done, upload in enumerate(left):
            following = left[done + 1] if done + 1 < len(left) else None
            read, sentence = _waited_for(job, upload, coming, before + done)
            if following is not None:
                coming = ahead.submit(read_one, following)
            seat = asker(batch)
            if seat is None or not allows(seat.standing, Action.SOURCES_ADD):
                commands.give_up(seat, batch=batch.pk)
                return False
            commands.settle_upload(
                seat,
                upload=upload.pk,
                read=read,
                sentence=sentence,
                following=following.pk if following else None,
            )
            if time.monotonic() - said > SIGN_OF_LIFE:
                jobs.step(job, before + done + 1)
                said = time.monotonic()
    return True


def _waited_for(job: Job, upload: Upload, coming: Future[Outcome], done: int) -> Outcome:
    """The outcome of a file; while it takes long, as a scan does, a sign of life and how far it is."""
    while True:
        try:
            return coming.result(timeout=SIGN_OF_LIFE)
        except TimeoutError:
            if coming.done():
                raise
            jobs.step(job, done)
            if pages := PAGES.get(upload.pk):
                commands.say_progress(upload.pk, f"Page {pages[0] + 1} of {pages[1]} is being read by machine.")


def asker(batch: Batch) -> Seat | None:
    """The seat, with the rights of this moment, of the person who sent the files."""
    review: Review = batch.review
    return seat_of(batch.by_id, review.ref)


def read_one(upload: Upload) -> Outcome:
    """The text of one file, or the sentence that says why it cannot be read."""
    try:
        data = files.fetch(upload.sha256)
    except (OSError, ValueError):
        return None, DAMAGED
    try:
        found = read_whole(READER, upload.name, data, lambda *pages: PAGES.update({upload.pk: pages}))
        return as_text(found, upload.wanted["kind"]), ""
    except Unreadable as no:
        return None, no.sentence
    finally:
        PAGES.pop(upload.pk, None)


def as_text(found: Extracted, kind: str) -> TextRead:
    """What a reader found, as plain values that a command can store; an account with its sections."""
    places = found.anchors
    if kind != Kind.RECORD:
        more = (*places, *sections(found.text, places))
        places = tuple(sorted(more, key=lambda a: (a.start, -a.end, a.kind != "section")))
    anchors = tuple((a.kind, a.label, a.start, a.end, a.level, a.key) for a in places)
    inside = tuple(_kept(one) for one in found.inside)
    return TextRead(found.media_type, found.text, anchors, found.kept, found.dropped, inside)


def _kept(one: Inside) -> Arrived:
    """A file that came inside another, on the disk; or why it could not be taken out."""
    if one.sentence:
        return Arrived(one.name, 0, sentence=one.sentence, folder=one.folder)
    return replace(commands.kept((one.name, one.data)), folder=one.folder)


@jobs.task("sources.propose_names")
def propose_names(job: Job, source_id: int) -> None:
    """Look one source through for words that may identify somebody. Safe to run twice."""
    commands.propose(source_id)


@jobs.task("sources.propose_names_everywhere")
def propose_names_everywhere(job: Job, review_id: int) -> None:
    """Look every source of a review through again. Safe to run twice."""
    for done, source_id in enumerate(Source.objects.filter(review_id=review_id).values_list("pk", flat=True), 1):
        commands.propose(source_id)
        jobs.step(job, done)


@jobs.task(commands.LEAVE_NO_TRACE)
def leave_no_trace(job: Job) -> None:
    """Have the database itself forget what was blacked out. Safe to run twice."""
    forget_deleted()
