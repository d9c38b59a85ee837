"""Files arrive: the originals are kept first, then the batch is written down and its reading asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from casement.foundation import files, jobs
from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.sources import queries
from casement.rooms.sources.commands.answers import answer_with, request_of
from casement.rooms.sources.commands.facts_of import checked
from casement.rooms.sources.commands.hearing import refuse_unless_heard
from casement.rooms.sources.models import Batch, Upload
from casement.rooms.sources.rules.names import shown_name, title_of
from casement.rooms.sources.vocabulary import UNSETTLED, Arrived, Sent, UploadState

JOB = "sources.read_batch"
EMPTY = "This file is empty: check that the right file was chosen, and bring it in again."
TWICE = "This is the same file as another in this batch, so it was taken once."


def _keep_originals(seat: Seat, asked: dict[str, Any]) -> dict[str, Any]:
    """Put the bytes of each file on the disk, one at a time, before anything is written down.

    Refused before the first byte is kept when the review may hold no data or the facts do not hold.
    """
    facts = checked(seat, **{key: asked.get(key, usual) for key, usual in _USUAL.items()})
    refuse_unless_heard(seat, facts)
    if asked.get("request") is not None:
        request_of(seat, asked["request"], asked.get("agency"))
    if before := _already_sent(seat, asked.get("sent_key", "")):
        return {**asked, "files": (), "arrived": (), "before": before}
    arrived = tuple(kept(one) for one in asked["files"])
    if not arrived:
        raise Refused("Choose at least one file.", field="files")
    return {**asked, "files": (), "arrived": arrived}


_USUAL: dict[str, Any] = {
    "kind": "record",
    "agency": None,
    "participation": None,
    "access": "team",
    "use": "quotable_by_role",
}


def kept(one: Sent | tuple[str, bytes]) -> Arrived:
    """One file on the disk, or the sentence that says why it was not taken. Before any change."""
    if isinstance(one, tuple):
        name, data = one
        one = Sent(name, len(data), lambda: data)
    name, most = shown_name(one.name), settings.CASEMENT_MAX_FILE
    if one.size > most:
        size = most // (1024 * 1024)
        said = f"This file is larger than {size} MB: split it into smaller files and bring those in."
        return Arrived(name, one.size, sentence=said)
    if one.size == 0:
        return Arrived(name, 0, sentence=EMPTY)
    return Arrived(name, one.size, files.keep(one.read()))


def _already_sent(seat: Seat, sent_key: str) -> Batch | None:
    """The batch that this very form made when it was sent before."""
    if not sent_key:
        return None
    return Batch.objects.filter(review_id=seat.review, by_id=seat.person_id, sent_key=sent_key).first()


@command(Action.SOURCES_ADD, before=_keep_originals)
def add_files(
    seat: Seat,
    *,
    files: Iterable[Sent | tuple[str, bytes]],
    agency: int | None = None,
    kind: str = "record",
    participation: int | None = None,
    date: str = "",
    access: str = "team",
    use: str = "quotable_by_role",
    sent_key: str = "",
    request: int | None = None,
    whole: bool = False,
    arrived: tuple[Arrived, ...] = (),
    before: Batch | None = None,
) -> Batch:
    """Take files in: a batch with one upload each, read in the background.

    `agency` and `participation` are numbers within the review. A file that is empty, too large or already here
    is listed as refused with its sentence, and the others go on. The same form sent twice makes one batch.
    Refused when the review may hold no data yet, or when agency or person do not fit the kind.
    `request` is the number of the request that the files answer, if they answer one; `whole` says that they are
    all that will come for it.
    `arrived` and `before` are filled in by `_keep_originals`.
    """
    if before is not None:
        return before
    facts = checked(seat, kind=kind, agency=agency, participation=participation, access=access, use=use)
    batch = Batch.objects.create(
        review_id=seat.review,
        number=next_number(Batch, seat.review),
        by_id=seat.person_id,
        sent_key=sent_key,
    )
    here = queries.sources_with(seat, [one.sha256 for one in arrived if one.sha256])
    wanted = {
        "kind": str(facts.kind),
        "agency": facts.agency.pk if facts.agency else None,
        "participation": facts.participation.pk if facts.participation else None,
        "date": date,
        "access": str(facts.access),
        "use": str(facts.use),
    }
    uploads, seen = [], set()
    for position, one in enumerate(arrived, 1):
        sentence = one.sentence
        if one.sha256 and one.sha256 in here:
            sentence = f"This file is here already, as source {here[one.sha256]}."
        elif one.sha256 and one.sha256 in seen:
            sentence = TWICE
        seen.add(one.sha256)
        state = UploadState.REFUSED if sentence else UploadState.WAITING
        sha256 = "" if sentence else one.sha256
        uploads.append(
            Upload(
                batch=batch,
                position=position,
                name=one.name,
                sha256=sha256,
                size=one.size,
                state=state,
                sentence=sentence,
                wanted={**wanted, "title": title_of(one.name)},
            )
        )
    Upload.objects.bulk_create(uploads)
    if request is not None:
        answer_with(seat, request_of(seat, request, agency), batch, here=here.values(), whole=whole)
    _ask_for_reading(seat, batch)
    return batch


@command(Action.SOURCES_ADD)
def read_again(seat: Seat, *, number: int) -> Batch:
    """Go on with a batch whose reading stopped. Refused while it is being read."""
    batch = Batch.objects.filter(queries.own_batches(seat), number=number).first()
    if batch is None:
        raise NotHere
    if queries.is_being_read(batch.job_id):
        raise Refused("These files are being read now. This page shows how far it is.")
    _ask_for_reading(seat, batch)
    return batch


def _ask_for_reading(seat: Seat, batch: Batch) -> None:
    """Have what is not settled yet read in the background, once this transaction stands."""
    waiting = Upload.objects.filter(batch=batch, state__in=UNSETTLED).count()
    if waiting:
        batch.job_id = jobs.later(JOB, batch.pk, seat=seat, total=waiting).pk
        batch.save(update_fields=["job_id"])
