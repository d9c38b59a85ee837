"""What was agreed about a paragraph where the coders of a closed round differed."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.saying import at_most
from casement.rooms.coding.commands.rounds import round_row
from casement.rooms.coding.models import Coder, Consensus
from casement.rooms.coding.queries.comparing import disagreements
from casement.rooms.coding.vocabulary import Choice
from casement.rooms.sources.models import Source


@command(Action.CODING_ROUNDS)
def settle(
    seat: Seat, *, number: int, source: int, paragraph: int, choice: str, reason: str, wording: str = ""
) -> Consensus:
    """Record what was agreed. `choice` is "keep:0" (what Coder A said), "all", "neither" or "reworded".

    The record changes nobody's marks. Settling again keeps what was recorded before. Refused when the coders did
    not differ there, without a reason, or without the words that a rewording needs.
    """
    row = round_row(seat, number)
    if row.closed_at is None:
        raise NotHere
    text = row.texts.filter(source__number=source, source__in=Source.objects.visible_to(seat)).first()
    if text is None:
        raise NotHere
    kind, _, place = choice.partition(":")
    kept = coder_at(row.pk, place) if kind == Choice.KEEP else None
    if kind not in set(Choice) or (kind == Choice.KEEP and kept is None):
        raise Refused("Choose what you agreed on.", field="choice")
    if kind == Choice.REWORDED and not wording.strip():
        raise Refused("Write what you agreed on, in words.", field="wording")
    if not reason.strip():
        raise Refused("Say why, in one line.", field="reason")
    if not any((one.source, one.paragraph) == (source, paragraph) for one in disagreements(seat, number)[1]):
        raise Refused("You did not differ there, so there is nothing to settle.")
    return Consensus.objects.create(
        text=text,
        paragraph=paragraph,
        choice=kind,
        kept=kept,
        wording=wording.strip() if kind == Choice.REWORDED else "",
        reason=at_most(" ".join(reason.split()), 300, field="reason"),
        by_id=seat.person_id,
    )


def coder_at(round_id: int, place: str) -> Coder | None:
    """The coder at a place of a round."""
    return Coder.objects.filter(round_id=round_id, place=int(place)).first() if place.isdigit() else None
