"""An upload is settled: it becomes a whole source in one transaction, or is refused with a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from casement.foundation import jobs, ledger
from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.refusals import NotHere
from casement.rooms.sources import queries
from casement.rooms.sources.commands.answers import join_answer
from casement.rooms.sources.commands.facts_of import dated
from casement.rooms.sources.commands.findable import make_findable
from casement.rooms.sources.commands.taking_apart import take_out
from casement.rooms.sources.models import Source, Upload, Version
from casement.rooms.sources.rules.masking import masks_of
from casement.rooms.sources.vocabulary import SETTLED, UNSETTLED, TextRead, UploadState

LOOK_FOR_NAMES = "sources.propose_names"
LOST_PLACE = (
    "This file was not brought in, because the place in this review of the person who sent it has changed. "
    "Ask a lead reviewer to bring it in."
)


@command(Action.SOURCES_ADD)
def settle_upload(
    seat: Seat, *, upload: int, read: TextRead | None = None, sentence: str = "", following: int | None = None
) -> Source | Upload:
    """Make upload (by id) a source with its text, or refuse it with `sentence` when nothing was `read`.

    Everything that makes a source is written here together, its search rows included, so that it is whole or
    absent. An upload that is settled already stays as it is: safe to repeat. `following` is the upload that
    is read next.
    """
    rows = Upload.objects.select_for_update(of=("self",)).select_related("batch")
    row = rows.filter(pk=upload, batch__review_id=seat.review).first()
    if row is None:
        raise NotHere
    if following is not None:
        begin_reading(following)
    if row.state in SETTLED:
        return row
    if not sentence:
        sentence = _standing_in_the_way(seat, row)
    if sentence or read is None:
        refuse(row, sentence)
        if row.source is not None:
            join_answer(row.batch, row.source)
        return row
    source = _make_source(seat, row, read) if read.text else None
    if source is not None:
        join_answer(row.batch, source)
    row.state = UploadState.IN if source else UploadState.UNPACKED
    row.sentence, row.source = "" if source else " ".join(read.dropped), source
    row.sha256 = row.sha256 if source else ""  # of a packed folder, the files inside are kept
    row.save(update_fields=["state", "sentence", "source", "sha256"])
    take_out(seat, row, read.inside)
    return source or row


def _standing_in_the_way(seat: Seat, row: Upload) -> str:
    """Why this upload may not become a source now, although it could when it was sent; empty when it may."""
    only = queries.only_agency(seat)
    if not queries.may_bring(seat, row.wanted["kind"]) or only not in (None, row.wanted["agency"]):
        return LOST_PLACE
    if here := queries.sources_with(seat, [row.sha256]):
        number = here[row.sha256]
        row.source = Source.objects.get(review_id=seat.review, number=number)
        return f"This file is here already, as source {number}."
    return ""


def _make_source(seat: Seat, row: Upload, read: TextRead) -> Source:
    """The source of an upload, with its first version and its search rows."""
    wanted = row.wanted
    source = Source.objects.create(
        review_id=seat.review,
        number=next_number(Source, seat.review),
        kind=wanted["kind"],
        title=wanted["title"],
        agency_id=wanted["agency"],
        participation_id=wanted["participation"],
        access=wanted["access"],
        use=wanted["use"],
        added_by_id=row.batch.by_id,
        came_with=row.came_with,
        **dated(wanted["date"]),
    )
    give_text(
        seat, source, read, original_name=row.name, original_sha256=row.sha256, original_size=row.size
    )  # fmt: skip
    return source


def give_text(
    seat: Seat,
    source: Source,
    read: TextRead,
    *,
    original_name: str = "",
    original_sha256: str = "",
    original_size: int = 0,
) -> Version:
    """Store a text as the next version of a source and make its paragraphs findable. Inside a command.

    What was masked is masked in it from the first moment; that it be looked through for names is asked for.
    """
    version = Version.objects.create(
        source=source,
        number=1 if source.current is None else source.current.number + 1,
        text=read.text,
        anchors=[list(anchor) for anchor in read.anchors],
        masks=[list(mask) for mask in masks_of(read.text, source.masked)],
        kept=list(read.kept),
        dropped=list(read.dropped),
        media_type=read.media_type,
        original_name=original_name,
        original_sha256=original_sha256,
        original_size=original_size,
        by_id=seat.person_id,
    )
    Source.objects.filter(pk=source.pk).update(current=version)
    source.current = version
    make_findable(source, version)
    jobs.later(LOOK_FOR_NAMES, source.pk, seat=seat)
    return version


def refuse(row: Upload, sentence: str) -> None:
    """Say why a file does not come in, and let go of its bytes."""
    row.state, row.sentence, row.sha256 = UploadState.REFUSED, sentence, ""
    row.save(update_fields=["state", "sentence", "sha256", "source"])


def begin_reading(upload: int) -> None:
    """Say that an upload is being read now. Only a sign for people: it is found again if the reader dies."""
    Upload.objects.filter(pk=upload, state=UploadState.WAITING).update(state=UploadState.READING)


def say_progress(upload: int, sentence: str) -> None:
    """Say how far the reading of one file is. Only a sign for people, as above."""
    Upload.objects.filter(pk=upload, state=UploadState.READING).update(sentence=sentence)


def give_up(seat: Seat | None, *, batch: int, sentence: str = LOST_PLACE) -> None:
    """Refuse what is left of a batch (by id) because the person who sent it may not bring in files any more.

    Not inside a command, which would ask for their right: it acts for nobody, and takes only away. `seat` is
    theirs if they still have one.
    """
    with transaction.atomic():
        left: Iterable[Upload] = Upload.objects.filter(batch_id=batch, state__in=UNSETTLED)
        for row in left:
            refuse(row, sentence)
            ledger.write(seat, Action.SOURCES_ADD, "denied", kind="upload", number=row.pk)
