"""What coding does when a lower room announces something."""

from casement.foundation.events import listens_to
from casement.rooms.coding import commands
from casement.rooms.coding.queries import memos_with, not_walled
from casement.rooms.sources.vocabulary import PassagesCounted, WordsHidden, WordsSought


@listens_to(PassagesCounted)
def keep_the_wall(event: PassagesCounted) -> None:
    """A count of passages must not tell how much others have marked in a blind round."""
    event.rows = event.rows.filter(not_walled(event.seat))


@listens_to(WordsHidden)
def let_go_of_files(event: WordsHidden) -> None:
    """Files that were made to go out before may hold the words, so they are not to be had any more."""
    commands.let_go_of_sent(event.seat)


@listens_to(WordsSought)
def say_which_memos(event: WordsSought) -> None:
    """The memos that hold the words, of those this person may see."""
    event.places += [f"memo {number}" for number in memos_with(event.seat, event.words)]
