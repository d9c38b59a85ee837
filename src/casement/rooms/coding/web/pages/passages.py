"""Passages read across the sources, each with what stands around it."""

from dataclasses import dataclass

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.parts import Pages
from casement.rooms.coding import queries
from casement.rooms.coding.queries.across.passages import PAGE
from casement.rooms.coding.vocabulary import INFLUENCE_SHORT
from casement.rooms.coding.web.pages.asking import Question, asked_of, question
from casement.rooms.coding.web.pages.marks import asked_page


@dataclass(frozen=True)
class Line:
    """One code on a passage, with its influence in one word."""

    given: queries.Given
    influence: str


@dataclass(frozen=True)
class Shown:
    """One passage, where its words are, and the codes on it."""

    passage: queries.Passage
    href: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class PassagesPage:
    """One page of passages and the question they answer."""

    question: Question
    shown: tuple[Shown, ...]
    sources: int
    pages: Pages
    may_keep: bool
    may_save: bool
    shows: str = "passages"
    tab: str = "Passages"


def passages_page(seat: Seat, asked: QueryDict | None = None) -> PassagesPage:
    """The passages that the address asks for."""
    told = question(seat, asked_of(asked))
    page = asked_page(asked)
    found = queries.passages(seat, told.asked, page)
    return PassagesPage(
        told,
        tuple(shown(one) for one in found.passages),
        found.sources,
        paged(page, found.total, told.address),
        allows(seat.standing, Action.CODING_VIEWS),
        allows(seat.standing, Action.CODING_FILES),
    )


def paged(page: int, total: int, address: str) -> Pages:
    """Where the list stands."""
    last = max(1, -(-total // PAGE))
    return Pages(min(max(page, 1), last), last, total, PAGE, "passages", f"&{address}" if address else "")


def shown(passage: queries.Passage) -> Shown:
    """A passage that leads to its words and back."""
    text = "" if passage.current else f"&text={passage.version}"
    at = f"at={passage.start}-{passage.end}{text}&back=across/passages#p{passage.paragraph}"
    lines = tuple(Line(one, INFLUENCE_SHORT.get(one.influence, "")) for one in passage.given)
    return Shown(passage, f"sources/{passage.source_number}/?{at}", lines)
