"""What reports do when a lower room announces something."""

from casement.foundation.events import listens_to
from casement.rooms.reports import commands
from casement.rooms.reports.queries import sections_with
from casement.rooms.sources.vocabulary import WordsHidden, WordsSought


@listens_to(WordsHidden)
def let_go_of_copies(event: WordsHidden) -> None:
    """Copies that were made before may hold the words, so they are not to be had any more."""
    commands.let_go_of_copies(event.seat)


@listens_to(WordsSought)
def say_which_sections(event: WordsSought) -> None:
    """The sections of the report whose text holds the words."""
    event.places += [f"the report, {title}" for title in sections_with(event.seat, event.words)]
