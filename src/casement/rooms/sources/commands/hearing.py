"""Nothing that somebody said comes in while conversations are held, or while they may not be approached."""

from __future__ import annotations

from casement.foundation.access import Seat
from casement.foundation.refusals import Refused
from casement.rooms.proceedings.commands import refuse_while_held
from casement.rooms.proceedings.queries import flag_of
from casement.rooms.proceedings.vocabulary import Scope
from casement.rooms.sources.commands.facts_of import Facts
from casement.rooms.sources.vocabulary import Kind


def refuse_unless_heard(seat: Seat, facts: Facts) -> None:
    """Refused while a hold stops conversations, or a witness flag stops this person. For use inside a command."""
    if facts.kind is Kind.RECORD or facts.participation is None:
        return
    if facts.kind is Kind.CONVERSATION:
        refuse_while_held(seat, Scope.CONVERSATION)
    if sentence := flag_of(facts.participation.pk).sentence:
        raise Refused(sentence, field="participation")
