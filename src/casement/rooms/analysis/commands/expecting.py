"""Saying what one would expect to have been told if a claim were not so, and taking it back."""

from __future__ import annotations

from collections.abc import Mapping

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.analysis.commands.rows import one_of, owner_row, row, said
from casement.rooms.analysis.models import Expectation
from casement.rooms.analysis.rules.opposing import Voice
from casement.rooms.analysis.vocabulary import Owner

ASKED = "Write one thing that somebody would have said or written."
WHOSE = "Choose who would have told it."
ONE_OF = "Write one thing that somebody would have said or written, in any of the boxes, or look without it."


@command(Action.ANALYSIS_WRITE)
def expect_otherwise(seat: Seat, *, owner: str, number: int, text: str, voice: str = "") -> Expectation:
    """Say one thing that somebody would have told if a pattern, a finding or an episode were not so.

    `voice` says who would have told it, where that is known. The same words twice are kept once. Refused with a
    sentence, and NotHere, as anywhere.
    """
    if voice:
        one_of(Voice, voice, WHOSE, field="voice")
    (made,) = _expected(seat, owner, number, {voice: said(text, ASKED, field="text")})
    return made


@command(Action.ANALYSIS_WRITE)
def expect_in_voices(
    seat: Seat, *, owner: str, number: int, worker: str = "", record: str = "", family: str = "", others: str = ""
) -> list[Expectation]:
    """Say what each of several voices would have told, before anything is looked for; at least one of them.

    Each is kept as one expectation. Refused with a sentence, and NotHere, as anywhere.
    """
    told: dict[str, str] = {Voice.WORKER: worker, Voice.RECORD: record, Voice.FAMILY: family, Voice.OTHERS: others}
    told = {voice: said(text, ASKED, field=voice) for voice, text in told.items() if text.strip()}
    if not told:
        raise Refused(ONE_OF, field=Voice.WORKER)
    return _expected(seat, owner, number, told)


def _expected(seat: Seat, owner: str, number: int, told: Mapping[str, str]) -> list[Expectation]:
    if owner == Owner.FACTOR_USE:
        raise NotHere
    claim = owner_row(seat, owner, number)
    return [
        Expectation.objects.filter(taken_back_at=None, text=text, **{owner: claim}).first()
        or Expectation.objects.create(
            review_id=seat.review, number=next_number(Expectation, seat.review), by_id=seat.person_id, text=text,
            voice=voice, **{owner: claim},
        )
        for voice, text in told.items()
    ]  # fmt: skip


@command(Action.ANALYSIS_WRITE)
def take_back_expectation(seat: Seat, *, number: int) -> Expectation:
    """Look for it no longer; that it was expected stays in the record."""
    found: Expectation = row(Expectation, seat, number)
    found.taken_back_at = found.taken_back_at or now()
    found.save(update_fields=["taken_back_at"])
    return found
