"""What coding does when a lower room announces something."""

from collections.abc import Iterable

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.beside import Beside, tells_beside
from casement.foundation.events import listens_to
from casement.rooms.coding import commands
from casement.rooms.coding.queries import memos_with, not_walled, open_round_on
from casement.rooms.sources.vocabulary import PassagesCounted, WordsHidden, WordsSought

BLIND = (
    "It compares marks on the text as it stood when the round was opened. Marks go along with their words to a new "
    "text, and what was marked there, before or after, is left out of the comparison. Close the round first if you "
    "want to compare what has been marked so far. Or give the source its new text now, and open another round."
)


@tells_beside("new_text")
def of_a_new_text(seat: Seat, number: int) -> Iterable[Beside]:
    """That an open blind round compares marks on the text a source has now, and what another text does to it."""
    found = open_round_on(seat, number) if allows(seat.standing, Action.CODING_READ) else None
    if found is None:
        return ()
    return [
        Beside(f"Blind round {found[0]} is open on this text.", f"/reviews/{seat.ref}/rounds/{found[0]}/", BLIND)
    ]


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
