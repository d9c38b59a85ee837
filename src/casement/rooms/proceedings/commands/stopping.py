"""How commands of any room refuse what is held."""

from __future__ import annotations

from casement.foundation.access import Seat
from casement.foundation.refusals import Refused
from casement.rooms.proceedings.queries import held


def refuse_while_held(seat: Seat, scope: str, thing: int | None = None) -> None:
    """Refused with what is held and who can lift it, while a hold stops `scope` or this thing of it.

    For use inside a command, before it changes anything: what was typed is shown again with the sentence.
    """
    if found := held(seat.review, scope, thing):
        raise Refused(found.told_to(seat))
