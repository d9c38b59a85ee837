"""What a seat may read of the coding, as a project that can go out, with a line for each thing in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple

from casement.foundation.access import Seat
from casement.rooms.coding.models import Code, ExchangeItem, Mark, Memo
from casement.rooms.coding.queries.exchange.outgoing_codes import outgoing_codes
from casement.rooms.coding.rules.exchange import values
from casement.rooms.coding.rules.exchange.identifiers import UNCODED, factor, own, well_formed
from casement.rooms.coding.rules.exchange.items import Item, Outcome
from casement.rooms.coding.rules.exchange.losses import losses
from casement.rooms.coding.rules.exchange.telling import influence_words
from casement.rooms.coding.vocabulary import Direction
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.models import Source
from casement.rooms.sources.rules.masking import Mask, read, shown, to_shown
from casement.rooms.sources.vocabulary import ACCESS_NAMES, KIND_NAMES, USE_NAMES

GONE = "Somebody who has left"
VARIABLES = ("Kind", "Agency", "Participant", "Date", "How it may be used", "Who may read it")


class Marked(NamedTuple):
    """A mark with what a file tells of it. As rows of the tables a hundred thousand would take thrice as long."""

    pk: int
    number: int
    by_id: int
    said_by: str
    at: datetime
    influence: str
    item: str | None
    code: int | None
    excerpt: int
    start: int
    end: int


COLUMNS = (
    "pk", "number", "by_id", "said_by", "at", "influence", "item__item_id", "code__number", "excerpt__number",
    "excerpt__start", "excerpt__end",
)  # fmt: skip


@dataclass
class Outgoing:
    """A project as it grows, and its report."""

    seat: Seat
    origin: str
    users: dict[str, values.User] = field(default_factory=dict)
    notes: list[values.Note] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)  # of codes, as the file calls them

    def __post_init__(self) -> None:
        rows = ExchangeItem.objects.filter(
            exchange__review_id=self.seat.review, exchange__direction=Direction.IN, thing__isnull=False
        )
        self.given: dict[tuple[str, int], str] = {}
        for kind, thing, guid in rows.order_by("pk").values_list("kind", "thing", "guid"):
            plain = note_part(guid) if kind == "memo" else guid
            if thing is not None and well_formed(plain):
                self.given.setdefault((kind, thing), plain)
        people = Participation.objects.filter(review_id=self.seat.review).order_by("-pk")
        self.labels = dict(people.values_list("person_id", "role_label"))

    def guid(self, kind: str, number: int) -> str:
        """The identifier a thing came with, or its own; never the same twice in one file."""
        found = self.given.get((kind, number))
        if found is None or found in self.used:
            found = own(self.seat.ref, kind, number)
        self.used.add(found)
        return found

    def user(self, row: Marked | Memo) -> tuple[str, str]:
        """Who made a mark or memo, by role label: identifier and name."""
        name = " ".join((row.said_by or self.labels.get(row.by_id, GONE)).split())
        if name not in self.users:
            self.users[name] = values.User(own(self.seat.ref, "user", name), name)
        return self.users[name].guid, name

    def note(self, row: Memo, on: str) -> str:
        """A memo on something (by its identifier); the identifier of the memo."""
        guid = self.guid("memo", row.number)
        user, _ = self.user(row)
        self.notes.append(values.Note(guid, f"Memo {row.number}", row.text, user, row.at.isoformat()))
        name = row.text.split("\n", 1)[0]
        self.items.append(Item("memo", name, Outcome.KEPT, "", f"{guid}@{on or 'project'}", row.number))
        return guid


def note_part(key: str) -> str:
    """The identifier of a note in the key under which it was put somewhere; empty for memos we made ourselves."""
    note, _, on = key.partition("@")
    return note if on == "project" or well_formed(on) else ""


def project_to_send(
    seat: Seat, origin: str, *, codes_only: bool = False
) -> tuple[values.Project, tuple[Item, ...]]:
    """Everything this seat may read of sources, codes, marks and memos that others may read too.

    Private memos stay, also one's own. Places are counted in code points of the text as people are shown it.
    """
    out = Outgoing(seat, origin)
    codes, guids = outgoing_codes(seat, out.guid, out.items)
    if codes_only:
        return values.Project("codebook", "", origin, codes=codes), tuple(out.items)
    out.names = {code.guid: code.name for code in codes}
    memos = visible_memos(seat)
    sources = tuple(outgoing_sources(out, guids, memos))
    codes = on_codes(out, codes, memos)
    on_project = tuple(out.note(row, "") for row in memos["", 0])
    out.items += [Item("user", name, Outcome.ADAPTED, "Sent as a role label, not a name.") for name in out.users]
    out.items += losses(seat.ref, **counts_of_losses(seat))
    told = values.Project(
        "project", seat.ref, origin, users=tuple(out.users.values()), codes=codes,
        variables=tuple(values.Variable(own(seat.ref, "variable", name), name) for name in VARIABLES),
        sources=sources, notes=tuple(out.notes), note_refs=on_project,
    )  # fmt: skip
    return told, tuple(out.items)


def visible_memos(seat: Seat) -> dict[tuple[str, int], list[Memo]]:
    """Memos that are not private, by what they are on: ("mark", id), ("source", id), ("code", 0) or ("", 0)."""
    told: dict[tuple[str, int], list[Memo]] = defaultdict(list)
    for row in (
        Memo.objects.filter(review_id=seat.review, private=False).select_related("code", "item").order_by("number")
    ):
        on = ("mark", row.mark_id) if row.mark_id else ("source", row.source_id) if row.source_id else ("", 0)
        on = ("code", 0) if row.code_id or row.item_id else on
        told[on].append(row)
    return told


def on_codes(
    out: Outgoing, codes: tuple[values.Code, ...], memos: dict[tuple[str, int], list[Memo]]
) -> tuple[values.Code, ...]:
    """The codes with the memos on them."""
    told: dict[str, list[Memo]] = defaultdict(list)
    for row in memos["code", 0]:
        told[
            out.guid("code", row.code.number) if row.code else factor(row.item.item_id if row.item else "")
        ].append(row)
    return tuple(
        replace(code, notes=tuple(out.note(row, code.guid) for row in told[code.guid]))
        if code.guid in told
        else code
        for code in codes
    )


def outgoing_sources(
    out: Outgoing, codes: dict[str, str], memos: dict[tuple[str, int], list[Memo]]
) -> list[values.Source]:  # fmt: skip
    """The sources with the passages marked in their current text."""
    seat = out.seat
    found = []
    rows = Source.objects.visible_to(seat).select_related("current", "agency", "participation").order_by("number")
    for row in rows:
        if row.current is None:
            continue
        guid, masks = out.guid("source", row.number), read(row.current.masks)
        out.items.append(Item("source", row.title, Outcome.KEPT, "", guid, row.number))
        marks = Mark.objects.past_the_wall(seat).filter(removed_at=None, excerpt__version=row.current)
        passages: dict[int, list[Marked]] = defaultdict(list)
        for told in marks.order_by("excerpt__start", "excerpt__end", "number").values_list(*COLUMNS):
            mark = Marked(*told)
            passages[mark.excerpt].append(mark)
        found.append(
            values.Source(
                guid,
                row.title,
                text=shown(row.current.text, masks),
                at=row.added_at.isoformat(),
                selections=tuple(
                    one for each in passages.values() for one in passages_of(out, each, codes, memos, masks)
                ),
                notes=tuple(out.note(memo, guid) for memo in memos["source", row.pk]),
                values=tuple(facts(seat, row)),
            )
        )
    return found


def passages_of(
    out: Outgoing,
    marks: list[Marked],
    codes: dict[str, str],
    memos: dict[tuple[str, int], list[Memo]],
    masks: Sequence[Mask],
) -> Iterator[values.Selection]:  # fmt: skip
    """One passage with all its codes; and one more for each time it was picked out without a code."""
    codings, ways = [], []
    place = to_shown(masks, marks[0].start, marks[0].end)
    for mark in marks:
        code = factor(mark.item) if mark.item else codes[str(mark.code)] if mark.code else ""
        if code == UNCODED:
            yield picked_out(out, mark, memos, place)
            continue
        user, who = out.user(mark)
        name = out.names.get(code, "")
        guid = out.guid("coding", mark.number)
        said = ""
        if mark.influence:
            ways.append(influence_words(name, who, mark.influence))
            said = "Which way it worked stands in the description of the passage."
        out.items.append(Item("coding", name, Outcome.ADAPTED if said else Outcome.KEPT, said, guid, mark.number))
        on = tuple(out.note(memo, guid) for memo in memos["mark", mark.pk])
        codings.append(values.Coding(guid, code, user, mark.at.isoformat(), on))
    if codings:
        yield values.Selection(
            own(out.seat.ref, "excerpt", marks[0].excerpt), *place, description="\n".join(ways),
            user=codings[0].user, at=codings[0].at, codings=tuple(codings),
        )  # fmt: skip


def picked_out(
    out: Outgoing, mark: Marked, memos: dict[tuple[str, int], list[Memo]], place: tuple[int, int]
) -> values.Selection:
    """A passage that was picked out without a code, by one person."""
    guid = out.guid("passage", mark.number)
    user, _ = out.user(mark)
    out.items.append(Item("passage", "Passage without a code", Outcome.KEPT, "", guid, mark.number))
    notes = tuple(out.note(memo, guid) for memo in memos["mark", mark.pk])
    return values.Selection(
        guid, *place, user=user, at=mark.at.isoformat(), notes=notes
    )  # fmt: skip


def facts(seat: Seat, row: Source) -> list[values.Value]:
    """What is known about a source, as attributes."""
    told = (
        KIND_NAMES[row.kind],  # type: ignore[index]
        row.agency.name if row.agency else "",
        row.participation.role_label if row.participation else "",
        row.date_recorded,
        USE_NAMES[row.use],  # type: ignore[index]
        ACCESS_NAMES[row.access],  # type: ignore[index]
    )
    pairs = zip(VARIABLES, told, strict=True)
    return [values.Value(own(seat.ref, "variable", name), text) for name, text in pairs if text]


def counts_of_losses(seat: Seat) -> dict[str, int]:
    """How much of what this seat can see stays behind."""
    marks = Mark.objects.visible_to(seat).filter(review_id=seat.review)
    live = marks.filter(removed_at=None).values_list("excerpt__version_id", "excerpt__version__source__current_id")
    return {
        "private": Memo.objects.filter(review_id=seat.review, private=True, by_id=seat.person_id).count(),
        "earlier": sum(version != current for version, current in live),
        "removed": marks.exclude(removed_at=None).count(),
        "retired": Code.objects.filter(review_id=seat.review).exclude(retired_at=None).count(),
    }
