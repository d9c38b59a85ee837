"""What belongs to one person, and whom to ring: the learning note, support, the local route."""

from collections.abc import Iterable
from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.rooms.conversations.models import Contacts, Conversation, LearningNote


@dataclass(frozen=True)
class ContactsView:
    """Whom to ring. `edition` goes up with every change."""

    support: str
    risk: str
    edition: int


@dataclass(frozen=True)
class LearningView:
    """Somebody's own note."""

    text: str
    edition: int


def contacts(review_id: int) -> ContactsView:
    """Support and the local route of a review; empty where nobody has written them yet."""
    row = Contacts.objects.filter(review_id=review_id).first()
    return ContactsView(row.support, row.risk, row.edition) if row else ContactsView("", "", 0)


def support_in(reviews: Iterable[int]) -> dict[int, str]:
    """Who supports those who take part, and how to reach them, by review; nothing where nobody has written it."""
    return dict(Contacts.objects.filter(review__in=reviews).exclude(support="").values_list("review_id", "support"))


def ring_for(row: Conversation) -> ContactsView:
    """The same, of a conversation that was read with it."""
    return ContactsView(getattr(row, "support", None) or "", getattr(row, "risk", None) or "", 0)


def learning_note(seat: Seat) -> LearningView:
    """The note of whoever sits here, and never another's."""
    row = LearningNote.objects.filter(writer=seat.standing.participation_id or 0).first()
    return LearningView(row.text, row.edition) if row else LearningView("", 0)
