"""The write-up: as the pair drafts it, as the participant checks it, as it is released."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casement.foundation import private_links
from casement.foundation.access import Seat
from casement.foundation.actions import Purpose
from casement.foundation.design.day_words import date_words
from casement.rooms.conversations.models import Agreement, Conversation, Move, Note, Said, WriteUp
from casement.rooms.conversations.queries.guiding import screens_of, turns_of
from casement.rooms.conversations.queries.lists import stands
from casement.rooms.conversations.queries.own import ContactsView, contacts
from casement.rooms.conversations.queries.rows import held, known, own
from casement.rooms.conversations.rules.write_ups import Beside, agreed, draft
from casement.rooms.conversations.vocabulary import REMARK_NAMES, Guide, Part, Remark, State
from casement.rooms.sources.vocabulary import HEADINGS, Kind


@dataclass(frozen=True)
class PartView:
    """One part of a write-up under its heading, with a title of its own if it tells of a turning point."""

    part: Part
    heading: str

    @property
    def title(self) -> str:
        """The heading and what it is about."""
        return f"{self.heading}: {self.part.title}" if self.part.title else self.heading


@dataclass(frozen=True)
class RemarkView:
    """What the participant said about one part, and what came of it."""

    number: int
    kind: str
    kind_name: str
    where: str
    text: str
    at: datetime
    taken_in: int | None


@dataclass(frozen=True)
class DraftView:
    """The write-up as the pair works on it."""

    number: int
    who: str
    state: State
    version: int
    sent: int | None
    parts: tuple[PartView, ...]
    remarks: tuple[RemarkView, ...]
    writable: bool


@dataclass(frozen=True)
class CheckView:
    """A conversation as its participant sees it: where it stands, the text they have, what they said of it."""

    number: int
    state: State
    stands: str
    pair: tuple[str, ...]
    booked_for: datetime | None
    place: str
    recording: str
    version: int | None
    parts: tuple[PartView, ...]
    remarks: tuple[RemarkView, ...]
    use: str
    released_at: datetime | None
    contacts: ContactsView


@dataclass(frozen=True)
class ReleaseView:
    """What would be released: the agreed text with what stands beside it."""

    number: int
    who: str
    state: State
    use: str
    parts: tuple[PartView, ...]
    pair: tuple[int, ...]
    participation: int
    kind: Kind
    held_on: str


def draft_of(seat: Seat, number: int) -> DraftView:
    """The write-up for one of the pair: the latest version, or a first draft from the notes."""
    row = held(seat, number)
    latest = WriteUp.objects.filter(conversation=row).order_by("-version").first()
    first = _first_draft(seat, row) if row.state != State.WITHDRAWN else ()
    parts = _with_new_places(parts_in(latest), first) if latest and first else first
    return DraftView(
        number=number,
        who=row.participation.role_label,
        state=State(row.state),
        version=latest.version if latest else 0,
        sent=row.sent,
        parts=_named(row, parts),
        remarks=_remarks(row),
        writable=row.state in (State.HELD, State.WRITTEN_UP, State.CHECKED),
    )


def check(seat: Seat, number: int) -> CheckView:
    """The participant's own conversation, with the version of the write-up that was sent to them."""
    row = own(seat, number)
    parts = parts_in(_version(row, row.sent)) if row.sent and row.state != State.WITHDRAWN else ()
    released = Move.objects.filter(conversation=row, to=State.RELEASED).order_by("pk").first()
    return CheckView(
        number=number,
        state=State(row.state),
        stands=stands(row),
        pair=tuple(row.pair.values_list("holder__role_label", flat=True)),
        booked_for=row.booked_for,
        place=row.place,
        recording=row.recording,
        version=row.sent,
        parts=tuple(one for one in _named(row, parts) if one.part.text.strip()),
        remarks=_remarks(row),
        use=row.use,
        released_at=released.at if released else None,
        contacts=contacts(row.review_id),
    )


def to_release(seat: Seat, number: int) -> ReleaseView:
    """What a lead would release; the parts are empty until the participant has agreed."""
    row = known(seat, number)
    told = Agreement.objects.filter(conversation=row).order_by("-pk").first()
    parts = parts_in(_version(row, told.version)) if told and row.state in (State.CHECKED, State.RELEASED) else ()
    beside = Said.objects.filter(conversation=row, taken_in=None).order_by("number")
    who = row.participation.role_label
    on = Move.objects.filter(conversation=row, to=State.HELD).order_by("pk").first()
    day = row.booked_for or (on.at if on else None)
    return ReleaseView(
        number=number,
        who=who,
        state=State(row.state),
        use=row.use,
        parts=_named(row, agreed(parts, [Beside(each.key, each.turn, each.text) for each in beside], who))
        if parts
        else (),
        pair=tuple(row.pair.values_list("holder__number", flat=True)),
        participation=row.participation.number,
        kind=kind_of(row),
        held_on=f"{day:%-d %B %Y}" if day else "",
    )


def check_link_open(seat: Seat, number: int) -> datetime | None:
    """Since when a private link for the participant is open, if one is."""
    made = private_links.links_of(seat, Purpose.WRITE_UP, place=known(seat, number).participation_id)
    return made[0] if made else None


def parts_in(row: WriteUp | None) -> tuple[Part, ...]:
    """The parts of one version."""
    return tuple(Part(key, text, title, turn) for key, turn, title, text in row.parts) if row else ()


def kind_of(row: Conversation) -> Kind:
    """Whether the account is a worker's or the family's."""
    return Kind.FAMILY if row.guide == Guide.FAMILY else Kind.CONVERSATION


def _version(row: Conversation, version: int | None) -> WriteUp | None:
    return WriteUp.objects.filter(conversation=row, version=version).first()


def _first_draft(seat: Seat, row: Conversation) -> tuple[Part, ...]:
    said: dict[tuple[str, int], list[str]] = {}
    for key, turn, words in Note.objects.filter(conversation=row).order_by("pk").values_list("key", "turn", "said"):
        said.setdefault((key, turn), []).append(words)
    turns = turns_of(row)
    return draft(screens_of(seat, row, turns), said, dict(turns), _opening(row))


def _opening(row: Conversation) -> str:
    """What is known of the status, in a sentence for the first heading."""
    told = row.explanations.select_related("by").order_by("-pk").first()
    recording = {"agreed": " Recording agreed.", "refused": " Notes agreed, no recording."}.get(row.recording, "")
    if told is None:
        return recording.strip()
    return f"The status was explained on {date_words(told.on)} by {told.by.role_label} (text {told.text_version}).{recording}"


def _with_new_places(parts: tuple[Part, ...], first: tuple[Part, ...]) -> tuple[Part, ...]:
    """The saved parts, in the order of the guide, with empty places for turning points that were named since."""
    saved = {(part.key, part.turn): part for part in parts}
    there = {(part.key, part.turn) for part in first}
    told = [saved.get((part.key, part.turn)) or Part(part.key, "", part.title, part.turn) for part in first]
    return (*told, *(part for place, part in saved.items() if place not in there))


def _named(row: Conversation, parts: tuple[Part, ...]) -> tuple[PartView, ...]:
    names = HEADINGS[kind_of(row)]
    return tuple(PartView(part, names[part.key]) for part in parts)


def _remarks(row: Conversation) -> tuple[RemarkView, ...]:
    if row.state == State.WITHDRAWN:
        return ()
    names = HEADINGS[kind_of(row)]
    rows = Said.objects.filter(conversation=row).order_by("number")
    return tuple(
        RemarkView(each.number, each.kind, REMARK_NAMES[Remark(each.kind)], names.get(each.key, ""), each.text,
                   each.at, each.taken_in)
        for each in rows
    )  # fmt: skip
