"""The files inside a file become uploads of their own, with the same facts, within bounds on how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.db.models import Max, Sum

from casement.foundation.access import Seat
from casement.rooms.sources.models import Upload
from casement.rooms.sources.rules.names import shown_name, title_of
from casement.rooms.sources.vocabulary import Arrived, UploadState

DEEPEST = 5
MOST_FILES = 2_000
MOST_BYTES = 1024 * 1024 * 1024

TOO_DEEP = (
    f"This file is packed more than {DEEPEST} files deep: take it out of the others and bring it in by itself."
)
TOO_MUCH = "These came after more files, or larger ones, than one batch should hold: bring them in by themselves."


def take_out(seat: Seat, row: Upload, files: Sequence[Arrived]) -> None:
    """List the files inside an upload that was just settled, to be read in their turn. Inside a command.

    They take over the facts given for it, and stand with the nearest source above them, such as their e-mail.
    """
    if not files:
        return
    batch = Upload.objects.filter(batch_id=row.batch_id)
    told = batch.aggregate(last=Max("position"), size=Sum("size"))
    room, bytes_left = MOST_FILES - told["last"], MOST_BYTES - told["size"]
    taken: list[Arrived] = []
    for one in files:
        bytes_left -= one.size
        if len(taken) >= room or bytes_left < 0:
            break
        taken.append(replace(one, sentence=TOO_DEEP) if row.depth >= DEEPEST and not one.sentence else one)
    if left := len(files) - len(taken):
        named = "1 more file" if left == 1 else f"{left:,} more files"
        taken.append(Arrived(named, 0, sentence=TOO_MUCH))
    Upload.objects.bulk_create(
        Upload(
            batch_id=row.batch_id,
            position=position,
            name=shown_name(one.name),
            sha256="" if one.sentence else one.sha256,
            size=one.size,
            state=UploadState.REFUSED if one.sentence else UploadState.WAITING,
            sentence=one.sentence,
            wanted={**row.wanted, "title": title_of(one.name)},
            inside=row,
            depth=row.depth + 1,
            folder=one.folder,
            came_with=row.source or row.came_with,
        )
        for position, one in enumerate(taken, told["last"] + 1)
    )
