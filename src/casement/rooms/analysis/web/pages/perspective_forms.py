"""Form pages of the narrative: a period, a text, a silence, a comparison."""

from __future__ import annotations

from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.foundation.design.frame import Place
from casement.foundation.refusals import NotHere
from casement.rooms.analysis import queries
from casement.rooms.analysis.queries.suggesting import Offered
from casement.rooms.analysis.vocabulary import PART_WORDS, PERSPECTIVE_PARTS, Part
from casement.rooms.analysis.web.pages.blocks import Said, said
from casement.rooms.analysis.web.pages.editing import FormPage, Options, to


def new_period_page(seat: Seat) -> FormPage:
    """Adding a period."""
    return FormPage(
        heading="Add a period",
        sentence="A stretch of time in which several people each saw a part. A week, a month, a single afternoon.",
        above=to(seat, "perspectives/", "Perspectives"),
        tab="New period",
    )


def period_facts_page(seat: Seat, number: int) -> FormPage:
    """Changing a period's name and dates."""
    told = queries.one_period(seat, number)
    return FormPage(
        heading="Name and dates",
        sentence="What is written in the period stays as it is.",
        above=to(seat, f"perspectives/{number}/", f"Period {number}"),
        tab=f"Period {number}",
        filled={"form": {"title": told.title, "began": told.began_recorded, "until": told.until_recorded}},
        edition=told.edition,
    )


@dataclass(frozen=True)
class WritePerspectivePage(FormPage):
    """Writing one thing; `there` are the texts that stand in this part already."""

    there: tuple[Said, ...] = ()
    known_then: str = ""


def write_perspective_page(seat: Seat, number: int, voice: str, part: str) -> WritePerspectivePage:
    """Writing what a role knew, thought or felt, with what it might rest on to tick."""
    if part not in PERSPECTIVE_PARTS:
        raise NotHere
    told, people = queries.with_people(seat, number)
    who = queries.speaker(people, voice)
    words = PART_WORDS[Part(part)]
    offered = queries.material(seat, told, who)
    there = told.voices.get(voice, {}).get(part, ())
    return WritePerspectivePage(
        heading=f"{words.name}: {who.name}",
        sentence=words.asks,
        above=Place(f"Period {number}", f"/reviews/{seat.ref}/perspectives/{number}/{voice}/#{part}"),
        tab=f"Period {number}",
        choices={"picked": to_tick(offered), "source": [("", "No source"), *offered.sources]},
        quoted=(("The period", f"{told.title}. {told.when}"),),
        there=tuple(said(seat, view) for view in there),
    )


def to_tick(offered: Offered) -> Options:
    """Entries and passages to tick, each said so that it can be told from the others."""
    entries = [(f"entry:{one.number}", f"{one.when}: {one.event} ({one.agency}, entry {one.number}. {one.how[0]})")
               for one in offered.entries]  # fmt: skip
    passages = [(f"excerpt:{one.number}", f"“{one.opening}” ({one.title}, para {one.paragraph})")
                for one in offered.passages]  # fmt: skip
    return [*entries, *passages]


def silence_page(seat: Seat, number: int, voice: str) -> FormPage:
    """Saying why nothing is written of a role."""
    told, people = queries.with_people(seat, number)
    who = queries.speaker(people, voice)
    return FormPage(
        heading=f"We cannot say, or {who.name} was not part of it",
        sentence="What the team cannot say is an open query, not a conclusion. It is kept, and can be answered.",
        above=Place(f"Period {number}", f"/reviews/{seat.ref}/perspectives/{number}/"),
        tab=f"Period {number}",
        quoted=(("The period", f"{told.title}. {told.when}"),),
    )


def compare_page(seat: Seat, statement: int) -> FormPage:
    """Saying what another role made of the same thing."""
    placed = queries.one_statement(seat, statement)
    if placed.period is None:
        raise NotHere
    own = queries.voice_key(placed.view.about_number, placed.view.about_agency_number)
    others = [(one.key, one.name) for one in queries.around(seat).people if one.key != own]
    return FormPage(
        heading="Did another role know this too?",
        sentence="Somebody of the team says so, with how it is known. Casement draws no conclusion from it.",
        above=Place(f"Period {placed.period}", f"/reviews/{seat.ref}/perspectives/{placed.period}/#comparisons"),
        tab=f"Period {placed.period}",
        choices={"other": [("", "Choose one"), *others]},
        quoted=((placed.view.about, placed.view.text),),
    )
