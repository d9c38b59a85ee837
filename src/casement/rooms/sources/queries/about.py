"""Where a source is from and whether it is whole: the original, the versions, what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casement.foundation import files
from casement.foundation.access import Role, Seat, Subject, Verb, reach
from casement.foundation.refusals import NotHere
from casement.rooms.sources.models import SUBJECT_OF, Correction, Source, Version
from casement.rooms.sources.queries.dating import date_doubt, date_words


@dataclass(frozen=True)
class VersionFacts:
    """One version of a source's text; what was left out comes before what was kept."""

    number: int
    at: datetime
    media_type: str
    characters: int
    pages: int
    dropped: tuple[str, ...]
    kept: tuple[str, ...]
    original_name: str
    original_sha256: str
    original_size: int


@dataclass(frozen=True)
class Changed:
    """One fact that was put right."""

    fact: str
    before: str
    after: str
    at: datetime


@dataclass(frozen=True)
class About:
    """Everything about a source but its text."""

    number: int
    kind: str
    title: str
    agency: str
    agency_number: int | None
    participant: str
    participation_number: int | None
    held_by: tuple[str, ...]
    date_recorded: str
    date: str
    date_doubt: str
    access: str
    use: str
    edition: int
    added_at: datetime
    versions: tuple[VersionFacts, ...]
    changes: tuple[Changed, ...]
    same_file: tuple[int, ...]


@dataclass(frozen=True)
class Original:
    """The file as it was sent, byte for byte."""

    name: str
    media_type: str
    content: bytes


def about(seat: Seat, number: int) -> About:
    """What is known about a source this seat may read; NotHere otherwise."""
    rows = Source.objects.visible_to(seat).select_related("agency", "participation")
    row = rows.prefetch_related("held_by").filter(number=number).first()
    if row is None:
        raise NotHere
    versions = tuple(version_facts(one) for one in Version.objects.filter(source=row).order_by("-number"))
    hashes = [one.original_sha256 for one in versions if one.original_sha256]
    same = Source.objects.visible_to(seat).filter(versions__original_sha256__in=hashes).exclude(pk=row.pk)
    changes = Correction.objects.filter(source=row).order_by("-pk")
    return About(
        row.number,
        row.kind,
        row.title,
        row.agency.name if row.agency else "",
        row.agency.number if row.agency else None,
        row.participation.role_label if row.participation else "",
        row.participation.number if row.participation else None,
        tuple(one.role_label for one in row.held_by.all()),
        row.date_recorded,
        date_words(row.date_recorded),
        date_doubt(row.date_recorded),
        row.access,
        row.use,
        row.edition,
        row.added_at,
        versions,
        tuple(Changed(one.fact, one.before, one.after, one.at) for one in changes),
        tuple(same.values_list("number", flat=True)) if hashes else (),
    )


def version_facts(row: Version) -> VersionFacts:
    """A version without its text."""
    pages = sum(1 for anchor in row.anchors if anchor[0] == "page")
    return VersionFacts(
        row.number,
        row.at,
        row.media_type,
        len(row.text),
        pages,
        tuple(row.dropped),
        tuple(row.kept),
        row.original_name,
        row.original_sha256,
        row.original_size,
    )


def original(seat: Seat, number: int) -> Original:
    """The newest original of a source this seat may read; NotHere when there is none, as with a write-up."""
    rows = Version.objects.filter(source__in=Source.objects.visible_to(seat).filter(number=number))
    row = rows.exclude(original_sha256="").order_by("-number").first()
    if row is None:
        raise NotHere
    return Original(row.original_name, row.media_type, files.fetch(row.original_sha256))


def may_change(seat: Seat, kind: str) -> bool:
    """Whether this seat may put right the facts of such a source."""
    return bool(reach(seat.standing, SUBJECT_OF[kind], Verb.WRITE)) and (
        seat.standing.role is Role.LEAD or SUBJECT_OF[kind] is Subject.RECORDS
    )
