"""Saying what one would expect to have been told if a claim were not so, and taking it back."""

from __future__ import annotations

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.commands.rows import owner_row, row, said
from casement.rooms.analysis.models import Expectation
from casement.rooms.analysis.vocabulary import Owner

ASKED = "Write one thing that somebody would have said or written."


@command(Action.ANALYSIS_WRITE)
def expect_otherwise(seat: Seat, *, owner: str, number: int, text: str) -> Expectation:
    """Say one thing that somebody would have told if a pattern, a finding or an episode were not so.

    The same words twice are kept once. Refused with a sentence, and NotHere, as anywhere.
    """
    if owner == Owner.FACTOR_USE:
        raise NotHere
    values = {owner: owner_row(seat, owner, number), "text": said(text, ASKED, field="text")}
    twin = Expectation.objects.filter(taken_back_at=None, **values).first()
    return twin or Expectation.objects.create(
        review_id=seat.review, number=next_number(Expectation, seat.review), by_id=seat.person_id, **values
    )


@command(Action.ANALYSIS_WRITE)
def take_back_expectation(seat: Seat, *, number: int) -> Expectation:
    """Look for it no longer; that it was expected stays in the record."""
    found: Expectation = row(Expectation, seat, number)
    found.taken_back_at = found.taken_back_at or now()
    found.save(update_fields=["taken_back_at"])
    return found
