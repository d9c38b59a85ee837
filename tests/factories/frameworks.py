"""The frameworks, installed and pinned to a review that a factory made."""

from casement.rooms.reviews.commands.frameworks import pin_frameworks
from tests.factories.reviews import Cast


def pinned(cast: Cast) -> Cast:
    """The same review with the shipped frameworks pinned."""
    pin_frameworks(cast.review.pk, cast.review.opened_by_id)
    return cast
