"""The write-up: as the pair drafts it, as the participant checks it, as it is released."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from casement.foundation.access import Seat
from casement.rooms.conversations.models import Agreement, Conversation, WriteUp
from casement.rooms.conversations.queries.gathered import Of, gathered
from casement.rooms.conversations.queries.guiding import screens_of, turns_in
from casement.rooms.conversations.queries.lists import explained_words, stands
from casement.rooms.conversations.queries.own import ContactsView, ring_for
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
    at: datetime | None
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
    contacts: ContactsView


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
    of = gathered([row.pk], "note", "turn", "explained", "remark")[row.pk]
    latest = WriteUp.objects.filter(conversation=row).order_by("-version").first()
    first = _first_draft(seat, row, of) if row.state != State.WITHDRAWN else ()
    parts = _with_new_places(parts_in(latest), first) if latest and first else first
    return DraftView(
        number=number,
        who=row.participation.role_label,
        state=State(row.state),
        version=latest.version if latest else 0,
        sent=row.sent,
        parts=_named(row, parts),
        remarks=_remarks(row, of),
        writable=row.state in (State.HELD, State.WRITTEN_UP, State.CHECKED),
        contacts=ring_for(row),
    )


def check(seat: Seat, number: int) -> CheckView:
    """The participant's own conversation, with the version of the write-up that was sent to them."""
    row = own(seat, number)
    parts = parts_in(_version(row, row.sent)) if row.sent and row.state != State.WITHDRAWN else ()
    of = gathered([row.pk], "pair", "explained", "move", "remark")[row.pk]
    released = next((each for each in of["move"] if each.key == State.RELEASED), None)
    return CheckView(
        number=number,
        state=State(row.state),
        stands=stands(row, of["explained"]),
        pair=tuple(each.label for each in of["pair"]),
        booked_for=timezone.localtime(row.booked_for) if row.booked_for else None,
        place=row.place,
        recording=row.recording,
        version=row.sent,
        parts=tuple(one for one in _named(row, parts) if one.part.text.strip()),
        remarks=_remarks(row, of),
        use=row.use,
        released_at=released.at if released else None,
        contacts=ring_for(row),
    )


def to_release(seat: Seat, number: int) -> ReleaseView:
    """What a lead would release; the parts are empty until the participant has agreed."""
    row = known(seat, number)
    told = Agreement.objects.filter(conversation=row).order_by("-pk").first()
    parts = parts_in(_version(row, told.version)) if told and row.state in (State.CHECKED, State.RELEASED) else ()
    of = gathered([row.pk], "pair", "move", "remark")[row.pk]
    beside = [Beside(each.key, each.turn, each.words) for each in of["remark"] if each.whose is None]
    who = row.participation.role_label
    day = row.booked_for or next((each.at for each in of["move"] if each.key == State.HELD), None)
    return ReleaseView(
        number=number,
        who=who,
        state=State(row.state),
        use=row.use,
        parts=_named(row, agreed(parts, beside, who)) if parts else (),
        pair=tuple(each.number for each in of["pair"]),
        participation=row.participation.number,
        kind=kind_of(row),
        held_on=f"{timezone.localtime(day):%-d %B %Y}" if day else "",
    )


def parts_in(row: WriteUp | None) -> tuple[Part, ...]:
    """The parts of one version."""
    return tuple(Part(key, text, title, turn) for key, turn, title, text in row.parts) if row else ()


def kind_of(row: Conversation) -> Kind:
    """Whether the account is a worker's or the family's."""
    return Kind.FAMILY if row.guide == Guide.FAMILY else Kind.CONVERSATION


def _version(row: Conversation, version: int | None) -> WriteUp | None:
    return WriteUp.objects.filter(conversation=row, version=version or 0).first()


def _first_draft(seat: Seat, row: Conversation, of: Of) -> tuple[Part, ...]:
    said: dict[tuple[str, int], list[str]] = {}
    for note in of["note"]:
        said.setdefault((note.key, note.turn), []).append(note.words)
    turns = turns_in(of)
    return draft(screens_of(seat, row, turns), said, dict(turns), _opening(row, of))


def _opening(row: Conversation, of: Of) -> str:
    """What is known of the status, in a sentence for the first heading."""
    recording = {"agreed": " Recording agreed.", "refused": " Notes agreed, no recording."}.get(row.recording, "")
    told = f"{explained_words(of['explained'][-1])}." if of["explained"] else ""
    return f"{told}{recording}".strip()


def _with_new_places(parts: tuple[Part, ...], first: tuple[Part, ...]) -> tuple[Part, ...]:
    """The saved parts, in the order of the guide, with empty places for turning points that were named since."""
    saved = {(part.key, part.turn): part for part in parts}
    there = {(part.key, part.turn) for part in first}
    told = [saved.get((part.key, part.turn)) or Part(part.key, "", part.title, part.turn) for part in first]
    return (*told, *(part for place, part in saved.items() if place not in there))


def _named(row: Conversation, parts: tuple[Part, ...]) -> tuple[PartView, ...]:
    names = HEADINGS[kind_of(row)]
    return tuple(PartView(part, names[part.key]) for part in parts)


def _remarks(row: Conversation, of: Of) -> tuple[RemarkView, ...]:
    if row.state == State.WITHDRAWN:
        return ()
    names = HEADINGS[kind_of(row)]
    return tuple(
        RemarkView(each.number, each.label, REMARK_NAMES[Remark(each.label)], names.get(each.key, ""), each.words,
                   each.at, each.whose)
        for each in of["remark"]
    )  # fmt: skip
