"""Pieces that several pages share: a text with what it rests on, a part, what a page rests on as a whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.parts import Pages
from casement.rooms.analysis import queries
from casement.rooms.analysis.queries.language import Note, TextPlace
from casement.rooms.analysis.queries.tree import EvidenceView, Parts, SearchView, StatementView
from casement.rooms.analysis.rules.support import needs_evidence
from casement.rooms.analysis.vocabulary import PART_WORDS, SUPPORT_WORDS, Owner, Part

SIGNS = {"entry": "record"}
FOLDERS = {
    Owner.EPISODE: "episodes",
    Owner.FACTOR_USE: "factors/uses",
    Owner.PATTERN: "patterns",
    Owner.FINDING: "findings",
    Owner.PERIOD: "perspectives",
}


@dataclass(frozen=True)
class Piece:
    """One piece of evidence as a line: its sign, where it is from, its words and whether it stands."""

    number: int
    sign: str
    source: str
    href: str
    quote: str
    note: str
    lost: str
    open: bool
    side: str


@dataclass(frozen=True)
class Numbered:
    """A piece of evidence under the number that the text refers to it by."""

    number: int
    piece: Piece


@dataclass(frozen=True)
class Said:
    """One text of the team. `lit` says that it rests on nothing and does not say that it is our inference."""

    number: int
    text: str
    about: str
    support: str
    words: str
    lit: bool
    two_texts: bool
    href: str
    supporting: tuple[Piece, ...]
    against: tuple[Piece, ...]
    heard: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Block:
    """One part of a page: its heading, the question it answers, its texts and where to write another."""

    key: str
    name: str
    asks: str
    said: tuple[Said, ...]
    write: str

    @property
    def written(self) -> bool:
        """Whether anything is written here."""
        return bool(self.said)

    @property
    def supporting(self) -> tuple[Piece, ...]:
        """Everything for it, in order, each once."""
        return once(piece for said in self.said for piece in said.supporting)

    @property
    def against(self) -> tuple[Piece, ...]:
        """Everything against it, in order, each once."""
        return once(piece for said in self.said for piece in said.against)

    @property
    def numbered(self) -> tuple[tuple[Said, tuple[Numbered, ...]], ...]:
        """Each text with the numbers of what it rests on, for first and against after."""
        numbers = {key(one): place for place, one in enumerate((*self.supporting, *self.against), 1)}
        return tuple(
            (said, tuple(Numbered(numbers[key(one)], one) for one in once((*said.supporting, *said.against))))
            for said in self.said
        )

    @property
    def for_numbered(self) -> tuple[Numbered, ...]:
        """Everything for it, under its number."""
        return tuple(Numbered(place, one) for place, one in enumerate(self.supporting, 1))

    @property
    def against_numbered(self) -> tuple[Numbered, ...]:
        """Everything against it, numbered on from what is for it."""
        return tuple(Numbered(place, one) for place, one in enumerate(self.against, len(self.supporting) + 1))


@dataclass(frozen=True)
class RestsOn:
    """How many sources of each kind a page rests on, and which agencies; counted side by side, never added up."""

    record: int
    conversation: int
    family: int
    agencies: tuple[str, ...]
    sentence: str


def may_write(seat: Seat) -> bool:
    """Whether this person may change the analysis."""
    return allows(seat.standing, Action.ANALYSIS_WRITE)


def folder(seat: Seat, owner: str, number: int) -> str:
    """Where a thing of the analysis stands."""
    return f"/reviews/{seat.ref}/{FOLDERS[Owner(owner)]}/{number}/"


def once(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Pieces without those that name the same place with the same words again."""
    told: dict[tuple[str, ...], Piece] = {}
    for piece in pieces:
        told.setdefault(key(piece), piece)
    return tuple(told.values())


def key(piece: Piece) -> tuple[str, ...]:
    """What makes two pieces the same: side, place and words."""
    return piece.side, piece.source, piece.href, piece.quote


def piece(view: EvidenceView) -> Piece:
    """A line for one piece of evidence."""
    return Piece(
        number=view.number,
        sign=SIGNS.get(view.kind, view.kind),
        source=named(view),
        href=view.href,
        quote=view.quote,
        note=view.note,
        lost=view.lost,
        open=view.open,
        side=view.direction,
    )


def named(view: EvidenceView) -> str:
    """Where evidence is from, by role label or kind: "Health Visitor 2, para 8"."""
    if not view.open:
        return "A source that is not open to you"
    if view.entry_number is not None:
        told = f"{view.agency}, entry {view.entry_number}"
        return f"{told}, {view.when}" if view.when else told
    told = view.speaker or view.source_title or f"Source {view.source_number}"
    return f"{told}, para {view.paragraph}" if view.paragraph else told


Kept = Collection[tuple[str, str]]


def said(seat: Seat, view: StatementView, kept: Kept | None = None) -> Said:
    """One text with its evidence; and, where the answers given are told, what a reader may hear in it."""
    href = f"/reviews/{seat.ref}/statements/{view.number}/"
    return Said(
        number=view.number,
        text=view.text,
        about=view.about,
        support=view.support,
        words=SUPPORT_WORDS[view.support],
        lit=needs_evidence(view.part, view.support),
        two_texts=view.two_texts,
        href=href,
        supporting=tuple(piece(one) for one in view.supporting),
        against=tuple(piece(one) for one in view.against),
        heard=() if kept is None else queries.notes_on(TextPlace("", href, view.text), kept),
    )


def block(seat: Seat, owner: str, number: int, parts: Parts, part: Part, kept: Kept | None = None) -> Block:
    """One part of an episode, pattern or finding."""
    words = PART_WORDS[part]
    told = tuple(said(seat, view, kept) for view in parts.get(part, ()))
    return Block(part.value, words.name, words.asks, told, f"{folder(seat, owner, number)}parts/{part.value}/")


def rests_on(views: Iterable[StatementView]) -> RestsOn:
    """What some texts rest on, counting each source and each entry once, live evidence only."""
    kinds: dict[str, set[tuple[str, int]]] = {"record": set(), "conversation": set(), "family": set()}
    agencies: list[str] = []
    for view in views:
        for one in view.supporting:
            if not one.live:
                continue
            place = ("entry", one.entry_number) if one.entry_number is not None else ("source", one.source_number)
            kinds[SIGNS.get(one.kind, one.kind)].add((place[0], place[1] or 0))
            if one.agency and one.agency not in agencies:
                agencies.append(one.agency)
    counts = {kind: len(places) for kind, places in kinds.items()}
    return RestsOn(**counts, agencies=tuple(sorted(agencies)), sentence=balance(counts, agencies))


def balance(counts: dict[str, int], agencies: list[str]) -> str:
    """What is worth saying about where the evidence comes from; information, never a mark."""
    present = [kind for kind, count in counts.items() if count]
    if not present:
        return "Nothing is cited yet."
    if len(agencies) == 1:
        return "All of this comes from one agency. Say why, or look further."
    if len(present) == 1:
        kind = {"record": "records", "conversation": "conversations", "family": "family accounts"}[present[0]]
        return f"All of this comes from {kind}. Say why, or look further."
    return "" if counts["family"] else "No family account yet."


def pages_of(asked: QueryDict, total: int, size: int, noun: str, *, keep: Sequence[str] = ()) -> Pages:
    """Where a long list stands, from the address; a page that is not there becomes the nearest that is."""
    last = max(1, -(-total // size))
    told = asked.get("page", "")
    current = min(max(int(told), 1), last) if told.isdigit() and len(told) < 7 else 1
    kept = {name: values for name in keep if any(values := asked.getlist(name))}
    return Pages(current, last, total, size, noun, "&" + urlencode(kept, doseq=True) if kept else "")


def looked(searches: tuple[SearchView, ...]) -> tuple[str, ...]:
    """Searches for the other side, each as a sentence with who and when."""
    return tuple(
        f"{one.by}, {one.on}: {one.looked_for.rstrip('.')}. Looked in: {one.looked_where.rstrip('.')}. "
        f"Found: {one.found}"
        for one in searches
    )
