"""What the people room announces."""

from dataclasses import dataclass


@dataclass(frozen=True)
class InvitationAccepted:
    """Somebody took up an invitation; `participation_id` is the place it was for, if any."""

    person_id: int
    participation_id: int | None
