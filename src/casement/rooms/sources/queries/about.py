"""Where a source is from and whether it is whole: the original, the versions, what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, Case, F, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat

from casement.foundation import files
from casement.foundation.access import Role, Seat, Subject, Verb, reach
from casement.foundation.refusals import NotHere
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.models import (
    SUBJECT_OF,
    CorrectedFile,
    Correction,
    Redaction,
    Source,
    TextCorrection,
    Upload,
    Version,
)
from casement.rooms.sources.queries.dating import date_doubt, date_words
from casement.rooms.sources.queries.speakers import found_in
from casement.rooms.sources.rules.masking import worded
from casement.rooms.sources.rules.turns import speakers as names_in
from casement.rooms.sources.vocabulary import OPEN_FILES, UploadState

UNREAD: dict[str, str] = {UploadState.WAITING: "Waiting to be read.", UploadState.READING: "Being read now."}


@dataclass(frozen=True)
class VersionFacts:
    """The text of a source as it stands; what was left out comes before what was kept."""

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
class Earlier:
    """A text that was replaced by a later version."""

    number: int
    at: datetime


@dataclass(frozen=True)
class Changed:
    """One fact that was put right."""

    fact: str
    before: str
    after: str
    at: datetime


@dataclass(frozen=True)
class Attached:
    """A file that came with a source: the source it became for this seat to read, or why there is none."""

    name: str
    number: int | None
    sentence: str = ""


@dataclass(frozen=True)
class Blackened:
    """Words that were blacked out: how many times they stood there, when, and why."""

    places: int
    at: datetime
    reason: str


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
    version: VersionFacts
    earlier: tuple[Earlier, ...]
    changes: tuple[Changed, ...]
    same_file: tuple[int, ...]
    corrections: tuple[Earlier, ...] = ()
    came_with: Attached | None = None
    attached: tuple[Attached, ...] = ()
    speakers: int = 0
    turns: int = 0
    speakers_known: bool = False
    sealed: bool = False
    redactions: tuple[Blackened, ...] = ()
    corrected_file: int | None = None
    masked: int = 0


@dataclass(frozen=True)
class Original:
    """The file as it was sent, byte for byte."""

    name: str
    media_type: str
    content: bytes


def about(seat: Seat, number: int) -> About:
    """What is known about a source this seat may read; NotHere otherwise. Two queries."""
    rows = Source.objects.visible_to(seat).select_related("agency", "participation", "current__turns")
    row = rows.filter(number=number).first()
    if row is None or row.current is None:
        raise NotHere
    hanging = hanging_on(seat, row)
    found = found_in(row.current)
    return About(
        row.number,
        row.kind,
        row.title,
        row.agency.name if row.agency else "",
        row.agency.number if row.agency else None,
        row.participation.role_label if row.participation else "",
        row.participation.number if row.participation else None,
        tuple(one.words for one in hanging if one.what == "pair"),
        row.date_recorded,
        date_words(row.date_recorded),
        date_doubt(row.date_recorded),
        row.access,
        row.use,
        row.edition,
        row.added_at,
        version_facts(row.current, row.masked),
        tuple(Earlier(one.number, one.at) for one in hanging if one.what == "version"),
        tuple(
            Changed(one.words, worded(one.before, row.masked), worded(one.after, row.masked), one.at)
            for one in hanging
            if one.what == "fact"
        ),
        tuple(one.number for one in hanging if one.what == "same"),
        tuple(Earlier(one.number, one.at) for one in hanging if one.what == "text"),
        next((Attached(one.words, one.number) for one in hanging if one.what == "mail"), None),
        tuple(_attached(one) for one in reversed(hanging) if one.what == "attached"),
        len(names_in(found)),
        len(found),
        hasattr(row.current, "turns"),
        any(one.what == "sealed" for one in hanging),
        tuple(Blackened(one.number, one.at, one.words) for one in hanging if one.what == "redaction"),
        next((one.number for one in hanging if one.what == "sent"), None),
        len(row.current.masks),
    )


def _attached(one: Hanging) -> Attached:
    """A file that came along; that it is here as a source this seat may not read is not told."""
    state, _, number = one.before.partition(" ")
    if number:
        return Attached(one.words, int(number))
    return Attached(one.words, None, one.after if state == UploadState.REFUSED else UNREAD.get(state, ""))


class Hanging(NamedTuple):
    """One thing on a source: a fact put right, an earlier text, a corrected text, one of a pair, the same file."""

    what: str
    number: int
    words: str
    before: str
    after: str
    at: datetime


def hanging_on(seat: Seat, row: Source) -> list[Hanging]:
    """Everything that hangs on a source, asked in one query; corrections and texts newest first."""
    assert row.current is not None

    def parts(what: str, words: Any = "", before: Any = "", after: Any = "") -> dict[str, Any]:
        given = {"what": what, "words": words, "before": before, "after": after}
        made = {name: Value(v, TextField()) if isinstance(v, str) else v for name, v in given.items()}
        return {f"h_{name}": value for name, value in made.items()}

    def told(rows: Any, number: Any, at: Any, **values: Any) -> Any:
        shown = rows.annotate(**parts(**values), h_number=Cast(number, BigIntegerField()), h_at=at).order_by()
        return shown.values_list("h_what", "h_number", "h_words", "h_before", "h_after", "h_at")

    texts = Version.objects.filter(source=row).exclude(pk=row.current.pk)
    pair = Participation.objects.filter(
        pk__in=Source.held_by.through.objects.filter(source=row).values("participation")
    )
    facts = {name: Cast(F(name), TextField()) for name in ("before", "after")}
    told_facts = told(
        Correction.objects.filter(source=row),
        F("pk"),
        F("at"),
        what="fact",
        words=Cast(F("fact"), TextField()),
        **facts,
    )
    redactions = told(
        Redaction.objects.filter(source=row),
        F("places"),
        F("at"),
        what="redaction",
        words=Cast(F("reason"), TextField()),
    )
    sealed = told(sealing(row), F("number"), F("added_at"), what="sealed")
    sent = CorrectedFile.objects.filter(own_files(seat), source=row, state__in=OPEN_FILES)
    told_sent = told(sent, F("number"), F("at"), what="sent")
    told_texts = told(TextCorrection.objects.filter(source=row), F("number"), F("at"), what="text")
    told_pair = told(pair, F("number"), F("began_at"), what="pair", words=Cast(F("role_label"), TextField()))
    asked = told_facts.union(
        told(texts, F("number"), F("at"), what="version"),
        told_pair,
        told_texts,
        told_sent,
        redactions,
        sealed,
        all=True,
    )
    if row.current.original_sha256:
        same = Source.objects.visible_to(seat).exclude(pk=row.pk)
        same = same.filter(versions__original_sha256=row.current.original_sha256)
        asked = asked.union(told(same, F("number"), F("added_at"), what="same"), all=True)
    asked = asked.union(_brought(seat, row, told), all=True)
    if row.came_with_id:
        mail = Source.objects.visible_to(seat).filter(pk=row.came_with_id)
        title = Cast(F("title"), TextField())
        asked = asked.union(told(mail, F("number"), F("added_at"), what="mail", words=title), all=True)
    return sorted((Hanging(*one) for one in asked), key=lambda one: -one.number)


def _brought(seat: Seat, row: Source, told: Any) -> Any:
    """What came with a source, in its order there; `before` holds its state and the number of its source."""
    mine = Source.objects.visible_to(seat).filter(pk=OuterRef("source_id")).values("number")[:1]
    here = Cast(Subquery(mine), TextField())
    rows = Upload.objects.filter(came_with=row)
    return told(
        rows,
        F("position"),
        F("batch__at"),
        what="attached",
        words=Cast(F("name"), TextField()),
        before=Concat(
            Cast(F("state"), TextField()),
            Value(" ", TextField()),
            Coalesce(here, Value("", TextField())),
            output_field=TextField(),
        ),
        after=Case(When(source=None, then=Cast(F("sentence"), TextField())), default=Value("", TextField())),
    )


def version_facts(row: Version, masked: Sequence[Sequence[str | None]]) -> VersionFacts:
    """The facts of a version, without its words, and with no word that is masked in it."""
    pages = sum(1 for anchor in row.anchors if anchor[0] == "page")
    return VersionFacts(
        row.number,
        row.at,
        row.media_type,
        len(row.text),
        pages,
        tuple(worded(line, masked) for line in row.dropped),
        tuple(worded(line, masked) for line in row.kept),
        worded(row.original_name, masked),
        row.original_sha256,
        row.original_size,
    )


def sealing(source: Source) -> QuerySet[Source]:
    """Sources that seal the original of this one: itself, what came with it and the same file once more, where
    words of them are hidden or blacked out.
    """
    hashes = Version.objects.filter(source=source).exclude(original_sha256="").values("original_sha256")
    kin = Q(pk=source.pk) | Q(came_with=source) | Q(versions__original_sha256__in=hashes)
    hidden = Q(redactions__isnull=False) | Q(mentions__decision="mask")
    return Source.objects.filter(kin, hidden, review_id=source.review_id)


def original(seat: Seat, number: int, text: int | None = None) -> Original:
    """The newest original of a source this seat may read, or the one that text number `text` was read from.

    NotHere when there is none, as with a write-up.

    NotHere as well when it is sealed: then it is opened with a right of its own.
    """
    source = Source.objects.visible_to(seat).filter(number=number).first()
    if source is None or sealing(source).exists():
        raise NotHere
    return sealed_original(seat, number, text)


def sealed_original(seat: Seat, number: int, text: int | None = None) -> Original:
    """The same, whatever was hidden or blacked out in its text."""
    rows = Version.objects.filter(source__in=Source.objects.visible_to(seat).filter(number=number))
    rows = rows.exclude(original_sha256="").order_by("-number")
    row = (rows if text is None else rows.filter(number=text)).first()
    if row is None:
        raise NotHere
    return Original(row.original_name, row.media_type, files.fetch(row.original_sha256))


def own_files(seat: Seat) -> Q:
    """The corrected files that are this seat's business: of sources it may change, its own or for a lead all."""
    mine = Q(review_id=seat.review, source__in=Source.objects.visible_to(seat, Verb.WRITE))
    return mine if seat.standing.role is Role.LEAD else mine & Q(by_id=seat.person_id)


def may_change(seat: Seat, kind: str) -> bool:
    """Whether this seat may put right the facts of such a source."""
    return bool(reach(seat.standing, SUBJECT_OF[kind], Verb.WRITE)) and (
        seat.standing.role is Role.LEAD or SUBJECT_OF[kind] is Subject.RECORDS
    )
