"""Background work of the sources room: reading the files of a batch."""

from __future__ import annotations

import atexit
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TypeAlias

from casement.foundation import files, jobs
from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.models import Job
from casement.foundation.refusals import NotHere, Unreadable
from casement.foundation.traces import forget_deleted
from casement.rooms.reviews.models import Review
from casement.rooms.reviews.queries import seat_of
from casement.rooms.sources import commands
from casement.rooms.sources.intake import Extracted, Inside, Reader, read_whole
from casement.rooms.sources.intake.write_ups import sections
from casement.rooms.sources.models import Batch, CorrectedFile, Source, Upload
from casement.rooms.sources.vocabulary import SETTLED, UNSETTLED, Arrived, Kind, TextRead

DAMAGED = "The copy that was kept of this file is damaged: bring the file in again."
SIGN_OF_LIFE = 1.0
# One reading process for as long as this one lives; it starts with the first file and ends with its parent.
READER = Reader()
atexit.register(READER.close)
# How many scanned pages of the file in hand are done, and of how many, by its hash.
PAGES: dict[str, tuple[int, int]] = {}
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
            read, sentence = _waited_for(
                job, upload.sha256, coming, before + done, commands.say_progress, upload.pk
            )
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


def _waited_for(
    job: Job, sha256: str, coming: Future[Outcome], done: int, say: Callable[[int, str], None], file: int
) -> Outcome:
    """The outcome of a file; while it takes long, as a scan does, a sign of life and how far it is."""
    while True:
        try:
            return coming.result(timeout=SIGN_OF_LIFE)
        except TimeoutError:
            if coming.done():
                raise
            jobs.step(job, done)
            if pages := PAGES.get(sha256):
                say(file, f"Page {pages[0] + 1} of {pages[1]} is being read by machine.")


def asker(batch: Batch) -> Seat | None:
    """The seat, with the rights of this moment, of the person who sent the files."""
    review: Review = batch.review
    return seat_of(batch.by_id, review.ref)


def read_one(upload: Upload) -> Outcome:
    """The text of one file, or the sentence that says why it cannot be read."""
    return read_file(upload.name, upload.sha256, upload.wanted["kind"])


def read_file(name: str, sha256: str, kind: str, *, alone: bool = False) -> Outcome:
    """The same by its name, its hash and the kind of source it is for; `alone`, the files inside it stay there."""
    try:
        data = files.fetch(sha256)
    except (OSError, ValueError):
        return None, DAMAGED
    try:
        found = read_whole(READER, name, data, lambda *pages: PAGES.update({sha256: pages}))
        return as_text(found, kind, alone=alone), ""
    except Unreadable as no:
        return None, no.sentence
    finally:
        PAGES.pop(sha256, None)


def as_text(found: Extracted, kind: str, *, alone: bool = False) -> TextRead:
    """What a reader found, as plain values that a command can store; an account with its sections.

    `alone`, files inside it are named and nothing more.
    """
    places = found.anchors
    if kind != Kind.RECORD:
        more = (*places, *sections(found.text, places))
        places = tuple(sorted(more, key=lambda a: (a.start, -a.end, a.kind != "section")))
    anchors = tuple((a.kind, a.label, a.start, a.end, a.level, a.key) for a in places)
    inside = tuple(Arrived(one.name, 0) if alone else _kept(one) for one in found.inside)
    return TextRead(found.media_type, found.text, anchors, found.kept, found.dropped, inside)


def _kept(one: Inside) -> Arrived:
    """A file that came inside another, on the disk; or why it could not be taken out."""
    if one.sentence:
        return Arrived(one.name, 0, sentence=one.sentence, folder=one.folder)
    return replace(commands.kept((one.name, one.data)), folder=one.folder)


@jobs.task(commands.READ_CORRECTED)
def read_corrected(job: Job, file_id: int) -> None:
    """Read one corrected file, as any other is read. Safe to run twice."""
    file = CorrectedFile.objects.select_related("source", "review").get(pk=file_id)
    if file.state not in UNSETTLED:
        return
    with ThreadPoolExecutor(1, "reading") as ahead:
        coming = ahead.submit(read_file, file.name, file.sha256, file.source.kind, alone=True)
        commands.begin_reading_corrected(file.pk)
        say = commands.say_corrected_progress
        read, sentence = _waited_for(job, file.sha256, coming, 0, say, file.pk)
    seat = seat_of(file.by_id, file.review.ref)
    if seat is None or not allows(seat.standing, Action.SOURCES_ADD):
        commands.give_up_corrected(file.pk, commands.LOST_PLACE)
        return
    try:
        commands.settle_reading(seat, file=file.pk, read=read, sentence=sentence)
    except NotHere:  # The source is out of their reach by now.
        commands.give_up_corrected(file.pk, commands.LOST_PLACE)


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
