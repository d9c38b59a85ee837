"""Pages of looking for the other side: what may speak against a claim, and one passage to be weighed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.design.frame import Place
from casement.foundation.design.parts import Pages
from casement.rooms.analysis.queries import against
from casement.rooms.analysis.queries.against import ExpectedView, Passage, Proposed, WeighedView
from casement.rooms.analysis.queries.against.claims import claimed
from casement.rooms.analysis.queries.against.ways import WORKS
from casement.rooms.analysis.queries.periods import in_words
from casement.rooms.analysis.rules.opposing import WAY_NAMES
from casement.rooms.analysis.vocabulary import PART_WORDS, WEIGHING_NAMES, Owner, Part
from casement.rooms.analysis.web.pages.blocks import SIGNS, folder, may_write
from casement.rooms.analysis.web.pages.editing import Options
from casement.rooms.analysis.web.pages.finding_forms import NAMES

SIZE, LONGEST = 10, 400
LOOKED = {"look", "page"}  # in the address of whoever looks without having said what they would expect
SAY = "say"  # in the address of whoever wants to say it now, whatever they looked at before


@dataclass(frozen=True)
class PassageLine:
    """One passage as it is shown: its words, where it stands, whose it is and when."""

    words: str
    kind: str
    where: str
    about: str
    href: str
    weigh: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class AnswerLine:
    """One answer that stands."""

    told: WeighedView
    answer: str
    about: str
    remove: str


@dataclass(frozen=True)
class OtherSidePage:
    """A claim, what may speak against it, and what the team made of it so far.

    `first` is the page before anything was looked for: then there is nothing but the `signs`, what people say
    where the claim's factors work the other way, as (where, their sentences).
    """

    title: str
    above: Place
    proposed: tuple[PassageLine, ...] = ()
    answers: tuple[AnswerLine, ...] = ()
    expected: tuple[ExpectedView, ...] = ()
    expect: str = ""
    no_longer: str = ""
    ways: tuple[str, ...] = ()
    model: str = ""
    pages: Pages | None = None
    record: str = ""
    may_write: bool = False
    tab: str = ""
    first: bool = False
    signs: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class WeighPage:
    """One passage beside what we say, to be weighed."""

    title: str
    above: Place
    back: str
    passage: PassageLine
    sentences: tuple[str, ...]
    tab: str
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    choices: Mapping[str, Options] = field(default_factory=dict)


def other_side_page(seat: Seat, owner: str, number: int, asked: QueryDict) -> OtherSidePage:
    """What may speak against a pattern, a finding or an episode."""
    answers = against.weighed(seat, owner, number)
    awaited = against.expected(seat, owner, number)
    base = folder(seat, owner, number)
    untouched = not answers and not awaited and not LOOKED & set(asked)
    if may_write(seat) and (untouched or SAY in asked):
        return thinking_first(seat, owner, number, base)
    told = against.other_side(
        seat, owner, number, without={one.place for one in answers}, told_otherwise=[one.text for one in awaited]
    )
    page = str(asked.get("page", ""))
    last = max(1, -(-len(told.proposed) // SIZE))
    here = min(max(int(page) if page.isascii() and page.isdigit() and len(page) < 4 else 1, 1), last)
    name = f"{NAMES[Owner(owner)]} {number}"
    return OtherSidePage(
        told.claim.title,
        Place(name, base),
        tuple(line(seat, one, base) for one in told.proposed[(here - 1) * SIZE : here * SIZE]),
        tuple(answer_line(seat, one) for one in answers),
        awaited,
        f"{base}against/expected/",
        f"/reviews/{seat.ref}/expectations/",
        tuple(WAY_NAMES.values()),
        told.model,
        Pages(here, last, len(told.proposed), SIZE, "passages"),
        f"{base}searches/",
        may_write(seat),
        name,
    )


def thinking_first(seat: Seat, owner: str, number: int, base: str) -> OtherSidePage:
    """The page before anything was looked for: what would we have been told, if it were not so?"""
    claim = claimed(seat, owner, number)
    name = f"{NAMES[Owner(owner)]} {number}"
    signs: dict[str, tuple[str, ...]] = {}
    for one in against.signs_against(seat, claim).against:
        where = f"Where “{one.factor}” {WORKS[one.way]}"
        signs[where] = (*signs.get(where, ()), one.text)
    return OtherSidePage(claim.title, Place(name, base), tab=name, first=True, signs=tuple(signs.items()))


def line(seat: Seat, one: Proposed, base: str) -> PassageLine:
    """One passage that is proposed, with why."""
    told = one.passage
    when = in_words(told.recorded, told.first, told.last)
    shown = passage_line(seat, told, when)
    weigh = f"{base}against/{against.named(told)}/"
    return PassageLine(shown.words, shown.kind, shown.where, shown.about, shown.href, weigh, one.reasons)


def passage_line(seat: Seat, one: Passage, when: str) -> PassageLine:
    """A passage as it is shown."""
    about = ", ".join(words for words in (one.title, one.speaker or one.agency, when) if words)
    words = one.words if len(one.words) <= LONGEST else one.words[:LONGEST].rsplit(" ", 1)[0] + " …"
    return PassageLine(
        words, SIGNS.get(one.kind, one.kind), against.where(one), about, against.address(one, seat.ref or "")
    )


def answer_line(seat: Seat, one: WeighedView) -> AnswerLine:
    """One answer as it is shown."""
    about = ", ".join(words for words in (one.source, one.whose) if words)
    return AnswerLine(
        one, WEIGHING_NAMES[one.answer], about, f"/reviews/{seat.ref}/weighings/{one.number}/removal/"
    )


def weigh_page(seat: Seat, owner: str, number: int, place: str) -> WeighPage:
    """One passage to be weighed against a claim. NotHere when either is not there."""
    claim = claimed(seat, owner, number)
    passage = against.passage_at(seat, place)
    base = folder(seat, owner, number)
    name = f"{NAMES[Owner(owner)]} {number}"
    return WeighPage(
        claim.title,
        Place(name, base),
        f"{base}against/?look=now",
        passage_line(seat, passage, passage.recorded),
        claim.sentences[1:],
        name,
        {"form": {"quote": passage.words}},
        {
            "statement": [
                ("", "Do not add it now"),
                *((str(one.number), words_of(one.part, one.text)) for one in claim.own),
            ]
        },
    )


def words_of(part: str, text: str) -> str:
    """One of the claim's texts as a choice: the part it stands in, and how it begins."""
    start = text if len(text) <= 80 else text[:80].rsplit(" ", 1)[0] + " …"
    return f"{PART_WORDS[Part(part)].name}: {start}"
