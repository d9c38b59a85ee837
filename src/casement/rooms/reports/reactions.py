"""What reports do when a lower room announces something."""

from casement.foundation.events import listens_to
from casement.rooms.reports import commands
from casement.rooms.sources.vocabulary import WordsHidden


@listens_to(WordsHidden)
def let_go_of_copies(event: WordsHidden) -> None:
    """Copies that were made before may hold the words, so they are not to be had any more."""
    commands.let_go_of_copies(event.seat)
