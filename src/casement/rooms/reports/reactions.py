"""What reports do when a lower room announces something."""

from collections.abc import Collection, Iterable

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.beside import Beside, tells_beside
from casement.foundation.events import listens_to
from casement.foundation.papers import Paper, shelf
from casement.rooms.proceedings.vocabulary import Thing, ThingSought
from casement.rooms.reports import commands
from casement.rooms.reports.queries import comments_with, concerning, copy_hash, given_out, sections_with
from casement.rooms.sources.vocabulary import WordsHidden, WordsSought


@listens_to(WordsHidden)
def let_go_of_copies(event: WordsHidden) -> None:
    """Copies and editions that were made before may hold the words, so they are not to be had any more."""
    commands.let_go_of_copies(event.seat)
    commands.let_go_of_editions(event.seat)


@listens_to(WordsSought)
def say_which_sections(event: WordsSought) -> None:
    """Sections and comments whose text holds the words; the text of editions that hold them is let go of."""
    event.places += sections_with(event.seat, event.words)
    event.places += comments_with(event.seat, event.words)
    event.places += commands.erase_editions(event.seat, words=event.words)


@listens_to(ThingSought)
def say_which_copy(event: ThingSought) -> None:
    """The saved copy of the report that went to somebody outside, by its hash."""
    if event.kind == Thing.COPY:
        event.found += [told for told in [copy_hash(event.seat, event.number)] if told]


@tells_beside("episode")
def of_an_episode(seat: Seat, number: int) -> Iterable[Beside]:
    """What the case group said of an episode, and what was done with it."""
    return _said_of(seat, "episode", number)


@tells_beside("finding")
def of_a_finding(seat: Seat, number: int) -> Iterable[Beside]:
    """What the case group said of a finding, and what was done with it."""
    return _said_of(seat, "finding", number)


def _said_of(seat: Seat, thing: str, number: int) -> Iterable[Beside]:
    if not allows(seat.standing, Action.COMMENTS_READ):
        return ()
    return [
        Beside(
            f"Comment {one.number} on follow-on report {one.report}, {one.place}",
            f"/reviews/{seat.ref}/follow-on/{one.report}/comments/{one.number}/",
            ". ".join(part for part in (one.by, one.kind, one.bears, one.did or "Not answered yet") if part) + ".",
            "From the case group",
            one.text,
        )
        for one in concerning(seat, thing, number)
    ]


@shelf
def papers(review: int, wanted: Collection[str] | None) -> Iterable[Paper]:
    """Follow-on reports that were issued, and the final report as it is worked on."""
    asked = wanted is None or any(key.startswith("follow-on-") for key in wanted)
    for number, open_now in given_out(review) if asked else ():
        yield Paper(
            f"follow-on-{number}", f"Follow-on report {number}", f"follow-on/{number}/read/", Action.FOLLOW_ON_READ,
            kept_by=None if open_now else Action.FOLLOW_ON_WRITE,
        )  # fmt: skip
    yield Paper("report", "Final report, as it is now", "report/", Action.REPORTS_READ)
