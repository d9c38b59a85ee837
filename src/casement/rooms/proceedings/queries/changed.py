"""What is new beside the review: proceedings, holds and disclosures."""

from collections.abc import Sequence

from casement.foundation.actions import Action
from casement.foundation.since import Since, amounts, newer, who_may
from casement.foundation.waiting import Rows
from casement.rooms.proceedings.models import Disclosure, Hold, Proceeding
from casement.rooms.reviews.queries import label_of


def changed_outside(sinces: Sequence[Since]) -> list[Rows]:
    """Proceedings and disclosures recorded, holds placed and lifted, for those who read them."""
    readers = who_may(sinces, Action.PROCEEDINGS_READ)
    return [
        amounts(newer(Proceeding.objects.all(), readers), "proceedings", who=label_of()),
        amounts(newer(Hold.objects.filter(lifted_at=None), readers), "holds", who=label_of()),
        amounts(newer(Hold.objects.all(), readers, at="lifted_at", by="lifted_by"), "lifted"),
        amounts(newer(Disclosure.objects.all(), readers), "disclosures", who=label_of()),
    ]
