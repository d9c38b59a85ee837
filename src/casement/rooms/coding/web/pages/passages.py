"""Passages read across the sources, each with what stands around it."""

from dataclasses import dataclass

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.parts import Pages
from casement.rooms.coding import queries
from casement.rooms.coding.web.pages.marks import asked_page
from casement.rooms.coding.web.pages.tables import asked_of


@dataclass(frozen=True)
class PassagesPage:
    """One page of passages and the question they answer."""

    question: queries.Question
    passages: tuple[queries.Passage, ...]
    sources: int
    pages: Pages
    may_keep: bool
    may_save: bool
    shows: str = "passages"
    tab: str = "Passages"


def passages_page(seat: Seat, asked: QueryDict | None = None) -> PassagesPage:
    """The passages that the address asks for."""
    told = queries.question(seat, asked_of(asked))
    page = asked_page(asked)
    found = queries.passages(seat, told.asked, told.sources, page)
    return PassagesPage(
        told,
        found.passages,
        found.sources,
        queries.paged(page, found.total, told.address),
        allows(seat.standing, Action.CODING_VIEWS),
        allows(seat.standing, Action.CODING_FILES),
    )
