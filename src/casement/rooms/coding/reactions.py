"""What coding does when a lower room announces something."""

from casement.foundation.events import listens_to
from casement.rooms.coding.queries import not_walled
from casement.rooms.sources.vocabulary import PassagesCounted


@listens_to(PassagesCounted)
def keep_the_wall(event: PassagesCounted) -> None:
    """A count of passages must not tell how much others have marked in a blind round."""
    event.rows = event.rows.filter(not_walled(event.seat))
