"""What became of the files of a batch, as counts that add up and a line for each file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Q

from casement.foundation.access import Role, Seat
from casement.foundation.clock import now
from casement.foundation.jobs import STALE
from casement.foundation.models import Job
from casement.foundation.refusals import NotHere
from casement.rooms.sources.models import Batch, Upload
from casement.rooms.sources.queries.dating import date_doubt
from casement.rooms.sources.vocabulary import TABLE_TYPES, UNSETTLED, UploadState


@dataclass(frozen=True)
class BatchFile:
    """One file of a batch. `outcome` is in, noted, unpacked, refused, reading or waiting; `notes` are sentences.

    `inside` names the file that it came in, and `folder` where it lay there; both empty for one that was sent.
    `table` says that it is a table, which may be a chronology.
    """

    position: int
    name: str
    outcome: str
    source: int | None
    sentence: str
    notes: tuple[str, ...]
    inside: str = ""
    folder: str = ""
    table: bool = False


@dataclass(frozen=True)
class BatchState:
    """A batch as it stands. `stopped` says that its reading ended before every file was settled.

    `date_doubt` says why the date given for all of them could not be read, if it could not.
    """

    number: int
    at: datetime
    files: tuple[BatchFile, ...]
    counts: dict[str, int]
    stopped: bool
    date_doubt: str

    @property
    def total(self) -> int:
        """How many files were sent."""
        return len(self.files)

    @property
    def settled(self) -> int:
        """How many have come in or were refused."""
        return self.total - self.counts["waiting"] - self.counts["reading"]

    @property
    def unfinished(self) -> bool:
        """Whether there is still something to wait for."""
        return self.settled < self.total and not self.stopped


def own_batches(seat: Seat) -> Q:
    """The batches whose files are this seat's business: its own, or for a lead every one."""
    mine = Q(review_id=seat.review)
    return mine if seat.standing.role is Role.LEAD else mine & Q(by_id=seat.person_id)


def batch(seat: Seat, number: int) -> BatchState:
    """A batch by its number; NotHere for somebody else's."""
    row = Batch.objects.filter(own_batches(seat), number=number).first()
    if row is None:
        raise NotHere
    rows = list(Upload.objects.filter(batch=row).values(
        "pk", "position", "name", "state", "sentence", "wanted", "folder", "inside_id", "inside__name",
        "source__number", "source__current__dropped", "source__current__media_type",
    ))  # fmt: skip
    files = tuple(
        replace(
            told(
                one["position"],
                one["name"],
                one["state"],
                one["sentence"],
                one["source__number"],
                tuple(one["source__current__dropped"] or ()),
            ),
            inside=one["inside__name"] or "",
            folder=one["folder"],
            table=one["state"] == UploadState.IN and one["source__current__media_type"] in TABLE_TYPES,
        )
        for one in _beneath(rows)
    )
    counts = Counter(one.outcome for one in files)
    all_counts = {
        outcome: counts[outcome] for outcome in ("in", "noted", "unpacked", "refused", "reading", "waiting")
    }
    waits = counts["reading"] + counts["waiting"] > 0
    stopped = waits and not is_being_read(row.job_id)
    doubt = next((date_doubt(one["wanted"].get("date", "")) for one in rows), "")
    return BatchState(row.number, row.at, files, all_counts, stopped, doubt)


def _beneath(rows: Iterable[Any]) -> list[dict[str, Any]]:
    """Each file with those that came inside it right after it."""
    under: dict[int | None, list[dict[str, Any]]] = {}
    for row in rows:
        under.setdefault(row["inside_id"], []).append(row)
    ordered: list[dict[str, Any]] = []
    waiting = list(reversed(under.get(None, [])))
    while waiting:
        ordered.append(row := waiting.pop())
        waiting += reversed(under.get(row["pk"], []))
    return ordered


def told(
    position: int, name: str, state: str, sentence: str, source: int | None, dropped: tuple[str, ...]
) -> BatchFile:
    """One file's line: a file that came in says what was left out."""
    if state == UploadState.UNPACKED:
        return BatchFile(position, name, state, None, "", (sentence,) if sentence else ())
    if state != UploadState.IN:
        return BatchFile(position, name, state, None, sentence, ())
    return BatchFile(position, name, "noted" if dropped else "in", source, "", dropped)


def is_being_read(job_id: int | None) -> bool:
    """Whether the job waits for its turn or shows signs of life."""
    rows = Job.objects.filter(pk=job_id or 0)
    return rows.filter(Q(state="queued") | Q(state="running", heartbeat__gte=now() - STALE)).exists()


def recent_batches(seat: Seat) -> tuple[int, ...]:
    """Numbers of the batches this seat may see that are not finished, for the list of sources to mention."""
    rows = Batch.objects.filter(own_batches(seat), uploads__state__in=UNSETTLED).distinct()
    return tuple(rows.order_by("number").values_list("number", flat=True)[:5])
