"""A corrected file is sent for a source; once it is read, a lead takes it in place of the text, or leaves it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from casement.foundation import jobs
from casement.foundation.access import Seat, Verb
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.sources import queries
from casement.rooms.sources.commands.arriving import kept
from casement.rooms.sources.commands.correcting import replace_text, source_to_correct
from casement.rooms.sources.commands.redacting import without_what_was_blacked_out
from casement.rooms.sources.models import CorrectedFile, Source, TextCorrection
from casement.rooms.sources.queries.about import own_files
from casement.rooms.sources.rules.masking import worded
from casement.rooms.sources.rules.paragraphs import paragraphs
from casement.rooms.sources.rules.returning import uncertain
from casement.rooms.sources.vocabulary import OPEN_FILES, Arrived, FileState, Sent, TextRead

READ_CORRECTED = "sources.read_corrected"
THE_SAME_FILE = "This is the very file that this source was read from, so nothing was changed."
THE_SAME_WORDS = "This file says the same as the text that stands, word for word, so nothing was changed."
SENT_SINCE = "Another file was sent for this source since."
NO_TEXT = "This is a folder of files: send the one corrected file by itself."
SETTLED_ALREADY = "This file was taken or left already. Load the page again."


def _keep_original(seat: Seat, asked: dict[str, Any]) -> dict[str, Any]:
    """Put the bytes on the disk before anything is written down; refused before that when they may not come."""
    source = Source.objects.visible_to(seat, Verb.WRITE).filter(number=asked["number"]).first()
    if source is None or source.current_id is None or not queries.may_change(seat, source.kind):
        raise NotHere
    if not queries.may_hold_data(seat):
        raise Refused(queries.NOT_YET)
    if not asked.get("reason", "").strip():
        raise Refused("Say what was wrong in the text that is here.", field="reason")
    arrived = kept(asked["file"])
    if arrived.sentence:
        raise Refused(arrived.sentence, field="file")
    return {**asked, "file": ("", b""), "arrived": arrived}


@command(Action.SOURCES_ADD, before=_keep_original)
def send_corrected_file(
    seat: Seat, *, number: int, file: Sent | tuple[str, bytes], reason: str, arrived: Arrived | None = None
) -> CorrectedFile:
    """Send a corrected file for source `number`; it is read in the background, and changes nothing by itself.

    Refused without a reason, when the file is empty or too large, when it is the one the source was read from, or
    when it is another source already. The same file sent twice is sent once; one that waited gives way to it.
    `arrived` is filled in by `_keep_original`.
    """
    assert arrived is not None
    made = next_number(CorrectedFile, seat.review)
    rows = Source.objects.visible_to(seat, Verb.WRITE).select_related("current")
    source = rows.select_for_update(of=("self",)).get(number=number)
    assert source.current is not None
    if arrived.sha256 == source.current.original_sha256:
        raise Refused(THE_SAME_FILE, field="file")
    here = queries.sources_with(seat, [arrived.sha256]).get(arrived.sha256)
    if here is not None and here != number:
        raise Refused(f"This file is here already, as source {here}.", field="file")
    waiting = CorrectedFile.objects.filter(source=source, state__in=OPEN_FILES)
    if again := waiting.filter(own_files(seat), sha256=arrived.sha256).first():
        return again
    for row in waiting:
        let_go(row, FileState.LEFT, SENT_SINCE)
    row = CorrectedFile.objects.create(
        review_id=seat.review,
        number=made,
        source=source,
        name=arrived.name,
        sha256=arrived.sha256,
        size=arrived.size,
        reason=reason.strip(),
        by_id=seat.person_id,
    )
    row.job_id = jobs.later(READ_CORRECTED, row.pk, seat=seat).pk
    row.save(update_fields=["job_id"])
    return row


@command(Action.SOURCES_ADD)
def settle_reading(seat: Seat, *, file: int, read: TextRead | None = None, sentence: str = "") -> CorrectedFile:
    """Keep what was read from corrected file `file` (by id), or refuse it with `sentence`. Safe to repeat.

    What was blacked out in the source is blacked out in it from the first moment.
    """
    row = locked(seat, pk=file)
    if row.state not in (FileState.WAITING, FileState.READING):
        return row
    source = row.source
    assert source.current is not None
    if read is not None and not read.text.strip():
        sentence = NO_TEXT
    if read is None or sentence:
        let_go(row, FileState.REFUSED, sentence)
        return row
    if read.inside:
        many = "1 file" if len(read.inside) == 1 else f"{len(read.inside)} files"
        told = f"{many} inside it: not taken along. Bring in what is new as a source of its own."
        read = replace(read, inside=(), dropped=(*read.dropped, told))
    read, row.returned = without_what_was_blacked_out(source, read)
    if says_the_same(source, read):
        let_go(row, FileState.REFUSED, THE_SAME_WORDS)
        return row
    row.state, row.sentence, row.media_type, row.text = FileState.READ, "", read.media_type, read.text
    row.anchors, row.kept, row.dropped = [list(one) for one in read.anchors], list(read.kept), list(read.dropped)
    row.save()
    return row


@command(Action.SOURCES_CORRECT)
def take_corrected_file(
    seat: Seat, *, file: int, based_on: int | None = None, looked: bool = False
) -> TextCorrection:
    """Make a corrected file the text of its source. The earlier text and both originals stay.

    `based_on` is the version whose differences were on the page. Refused when the text was corrected since, or
    when words were blacked out in it and it is not sure that the file has none of them, until somebody `looked`.
    """
    made = next_number(TextCorrection, seat.review)
    row = locked(seat, number=file)
    source = source_to_correct(seat, row.source.number)
    if row.state != FileState.READ:
        raise Refused(SETTLED_ALREADY)
    assert source.current is not None
    if based_on is not None and based_on != source.current.number:
        raise Refused(
            "The text was corrected since you looked. These are the differences to the text as it stands."
        )
    read = TextRead(
        row.media_type, row.text, tuple(tuple(one) for one in row.anchors), tuple(row.kept), tuple(row.dropped)
    )
    if says_the_same(source, read):
        raise Refused(THE_SAME_WORDS)
    if not looked and uncertain(source.current.text, row.text):
        raise Refused("Say that you looked for the words that were blacked out.", field="looked")
    told = replace_text(
        seat, made, source, read, row.reason, original_name=row.name, original_sha256=row.sha256,
        original_size=row.size,
    )  # fmt: skip
    row.correction = told
    let_go(row, FileState.TAKEN, by=seat)
    return told


@command(Action.SOURCES_ADD)
def leave_corrected_file(seat: Seat, *, file: int) -> CorrectedFile:
    """Leave a corrected file: the text stays as it stands, and the file goes. For who sent it, and for leads."""
    row = locked(seat, number=file)
    if row.state not in OPEN_FILES:
        raise Refused(SETTLED_ALREADY)
    let_go(row, FileState.LEFT, by=seat)
    return row


def locked(seat: Seat, **which: int) -> CorrectedFile:
    """A corrected file within reach; NotHere otherwise. Inside a command."""
    rows = CorrectedFile.objects.filter(own_files(seat), **which).select_for_update(of=("self",))
    row = rows.select_related("source__current").first()
    if row is None:
        raise NotHere
    return row


def says_the_same(source: Source, read: TextRead) -> bool:
    """Whether a text has the very paragraphs of the one that stands."""
    assert source.current is not None
    old = paragraphs(source.current.text, source.current.anchors)
    return [one.text for one in old] == [one.text for one in paragraphs(read.text, read.anchors)]


def let_go(row: CorrectedFile, state: FileState, sentence: str = "", *, by: Seat | None = None) -> None:
    """Settle a corrected file: no word of it stays here, and its bytes only where a version has them."""
    row.state, row.text, row.anchors, row.kept, row.dropped = state, "", [], [], []
    row.sentence = worded(sentence, row.source.masked)
    row.sha256 = row.sha256 if state == FileState.TAKEN else ""
    row.settled_at = now()
    row.settled_by_id = by.person_id if by else None
    row.save()


def begin_reading_corrected(file: int) -> None:
    """Say that a corrected file is being read. Only a sign for people, as for other files."""
    CorrectedFile.objects.filter(pk=file, state=FileState.WAITING).update(state=FileState.READING)


def say_corrected_progress(file: int, sentence: str) -> None:
    """Say how far its reading is, which is a sign for people as well."""
    CorrectedFile.objects.filter(pk=file, state=FileState.READING).update(sentence=sentence)


def give_up_corrected(file: int, sentence: str) -> None:
    """Refuse a corrected file because who sent it may bring in nothing any more. Takes only away, for nobody."""
    for row in CorrectedFile.objects.filter(pk=file, state__in=OPEN_FILES).select_related("source"):
        let_go(row, FileState.REFUSED, sentence)
