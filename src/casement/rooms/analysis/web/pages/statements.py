"""Pages of one text: writing it, changing it, resting it on evidence, settling two texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.design.differences import differing
from casement.foundation.design.frame import Place
from casement.foundation.refusals import NotHere
from casement.rooms.analysis import queries
from casement.rooms.analysis.queries.gathering import Placed
from casement.rooms.analysis.queries.history import FactsThen, TextVersion
from casement.rooms.analysis.vocabulary import PART_WORDS, PARTS_OF, PER_ROLE, Owner, Part
from casement.rooms.analysis.web.pages.blocks import Said, folder, may_write, said
from casement.rooms.analysis.web.pages.editing import FormPage, citing, to, voices_of
from casement.rooms.analysis.web.pages.finding_forms import NAMES


def write_page(seat: Seat, owner: str, number: int, part: str) -> FormPage:
    """Writing a new text in a part."""
    if part not in PARTS_OF[Owner(owner)]:
        raise NotHere
    words = PART_WORDS[Part(part)]
    title = queries.title_of(seat, owner, number)
    choices = voices_of(queries.voices(seat)) if part in PER_ROLE else {}
    return FormPage(
        heading=words.name,
        sentence=words.asks,
        above=Place(f"{NAMES[Owner(owner)]} {number}", folder(seat, owner, number) + f"#{part}"),
        tab=f"{NAMES[Owner(owner)]} {number}",
        choices=choices,
        quoted=(("About", title),),
    )


@dataclass(frozen=True)
class Beside:
    """Two texts of one part side by side, cut where they differ: pairs of words and whether they differ."""

    theirs: tuple[tuple[str, bool], ...]
    their_label: str
    their_time: str
    mine: tuple[tuple[str, bool], ...]
    my_label: str
    my_time: str
    version: str
    start: str


def beside(text: TextVersion, stands: TextVersion | None, edition: int) -> Beside:
    """The text that waits, next to the one that stands."""
    mine, theirs = differing(text.text, stands.text if stands else "")
    return Beside(
        theirs=theirs,
        their_label=stands.by if stands else "Somebody",
        their_time=when(stands),
        mine=mine,
        my_label=text.by,
        my_time=when(text),
        version=f"{text.key}-{edition}",
        start=text.text,
    )


@dataclass(frozen=True)
class StatementPage:
    """One text: as it stands, what it rests on, the texts before, and those that wait beside it."""

    number: int
    heading: str
    asks: str
    title: str
    above: Place
    said: Said
    history: tuple[TextVersion, ...]
    two: tuple[Beside, ...]
    edition: int
    may_write: bool
    tab: str
    base: str
    inference: bool
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def statement_page(seat: Seat, number: int) -> StatementPage:
    """The page of one text."""
    placed, texts = queries.statement(seat, number)
    view = placed.view
    words = PART_WORDS[Part(view.part)]
    base = f"/reviews/{seat.ref}/statements/{number}/"
    stands = next((text for text in texts if not text.beside), None)
    two = tuple(beside(text, stands, view.edition) for text in texts if text.waits)
    return StatementPage(
        number=number,
        heading=words.name + (f": {view.about}" if view.about else ""),
        asks=words.asks,
        title=placed.title,
        above=home(seat, placed),
        said=said(seat, view, queries.answered(seat)),
        history=texts,
        two=two,
        edition=view.edition,
        may_write=may_write(seat),
        tab=f"Text {number}",
        base=base,
        inference=view.inference,
        filled={"form": {"text": view.text, "inference": view.inference}},
    )


def when(text: TextVersion | None) -> str:
    """When a text was saved, in words."""
    return f"on {text.at.day} {text.at:%B %Y at %H:%M}" if text else "earlier"


def home(seat: Seat, placed: Placed) -> Place:
    """The page a text stands on, at its part."""
    anchor = f"#{placed.view.part}"
    if placed.factor_use is not None:
        number = placed.factor_use.number
        return Place(f"Factor use {number}", folder(seat, Owner.FACTOR_USE, number))
    if placed.period is not None:
        voice = queries.voice_key(placed.view.about_number, placed.view.about_agency_number)
        return Place(f"Period {placed.period}", f"{folder(seat, Owner.PERIOD, placed.period)}{voice}/{anchor}")
    for owner, number_of in (
        (Owner.EPISODE, placed.episode),
        (Owner.PATTERN, placed.pattern),
        (Owner.FINDING, placed.finding),
    ):
        if number_of is not None:
            return Place(f"{NAMES[owner]} {number_of}", folder(seat, owner, number_of) + anchor)
    raise NotHere


@dataclass(frozen=True)
class CitePage(FormPage):
    """Resting a text on evidence."""

    said: Said | None = None


def cite_page(seat: Seat, statement: int, asked: QueryDict) -> CitePage:
    """Naming a passage or an entry; the address may carry a `side`, an `excerpt` or an `entry`."""
    placed = queries.one_statement(seat, statement)
    started = {name: asked[name] for name in ("excerpt", "entry") if asked.get(name, "").isdigit()}
    started |= {"side": asked["side"] if asked.get("side") in ("for", "against") else "for"}
    return CitePage(
        heading="Link evidence",
        sentence="Name one passage or one entry. Evidence against counts as much as evidence for.",
        above=to(seat, f"statements/{statement}/", "The text"),
        tab=f"Text {statement}",
        button="Link it",
        filled={"form": started},
        choices=citing(seat),
        said=said(seat, placed.view),
    )


@dataclass(frozen=True)
class HistoryPage:
    """The facts a thing has had, newest first, those that came second among them."""

    heading: str
    above: Place
    versions: tuple[FactsThen, ...]
    tab: str


def history_page(seat: Seat, owner: str, number: int) -> HistoryPage:
    """The history of an episode's, factor use's, pattern's or finding's facts."""
    name = NAMES[Owner(owner)]
    queries.title_of(seat, owner, number)
    kind = "factoruse" if owner == Owner.FACTOR_USE else owner
    versions = queries.facts(seat, kind, number)
    here = f"{name} {number}"
    return HistoryPage(f"{here}: history", Place(here, folder(seat, owner, number)), versions, here)
