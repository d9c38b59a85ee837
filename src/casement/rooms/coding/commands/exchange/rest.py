"""What a file says beside its codes and sources: its people, memos, groups, lines and drawings."""

from __future__ import annotations

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.rooms.coding.commands.exchange.memos import Memos
from casement.rooms.coding.commands.exchange.steps import begun, done
from casement.rooms.coding.models import Exchange
from casement.rooms.coding.rules.exchange.attributes import Attributes
from casement.rooms.coding.rules.exchange.items import Item, Outcome
from casement.rooms.coding.rules.exchange.parcels import About
from casement.rooms.coding.rules.exchange.telling import note_words
from casement.rooms.coding.rules.exchange.values import Link, Project

NO_LOG_IN = "The name stands beside what they coded. No account was made."
NO_LINES = "Casement draws no lines between things."
NO_DRAWINGS = "Casement holds no drawings of codes."


@command(Action.CODING_IMPORT)
def take_rest(seat: Seat, *, exchange: int, project: Project, about: About, told: Attributes) -> Exchange:
    """Bring in what is left of a file: memos on codes and on the whole, and say what cannot be held.

    Safe to repeat.
    """
    row = begun(seat, exchange, "rest")
    if row is None:
        return Exchange.objects.get(pk=exchange)
    memos = Memos(seat)
    memos.put("project@said", project.description, sentence="It was the description of the project.")
    memos.notes_on("", about)
    for code in project.codes:
        on_code(memos, code.guid, code.name, about)
    placed = {note.guid for notes in about.notes.values() for note in notes}
    reached = {*placed, *(each.origin for each in project.links), *(each.target for each in project.links)}
    for note in project.notes:
        if note.guid not in placed:
            alone(memos, note.guid, project, about)
    for at, lines in enumerate(told.of_review):
        memos.put(f"case {at}@{project.name}"[:80], lines, sentence="Cases and groups are held as a memo.")
    items = [Item("user", each.name, Outcome.KEPT, NO_LOG_IN, each.guid) for each in project.users]
    items += told.items
    items += [line(each, project, reached) for each in project.links]
    items += [Item("graph", name, Outcome.LEFT, NO_DRAWINGS) for name in project.graphs]
    if coloured := sum(bool(code.colour) for code in project.codes):
        items.append(
            Item(
                "more",
                f"Colours of {coloured} code{'' if coloured == 1 else 's'}",
                Outcome.LEFT,
                "Codes have no colours here.",
            )
        )
    return done(row, "rest", [*items, *memos.items])


def on_code(memos: Memos, guid: str, name: str, about: About) -> None:
    """Memos on a code: memos on the review that name it. Inside a command."""
    for note in about.notes.get(guid, ()):
        words = note_words(note, about.origin)
        key = f"{note.guid}@{guid}"
        if note.trouble or not words:
            memos.items.append(
                Item("memo", note.name, Outcome.REFUSED, note.trouble or "There are no words in it.", key)
            )
            continue
        said = "It stood on a code; here it is a memo on the review that names the code."
        who = about.who(note.user) if note.user else ""
        text = f"About the code “{name}”\n\n{words}"
        memos.put(key, text, said_by=who, at=note.at, name=note.name, sentence=said)


def alone(memos: Memos, guid: str, project: Project, about: About) -> None:
    """A memo that stands on nothing: a memo on the review. Inside a command."""
    note = next(each for each in project.notes if each.guid == guid)
    words = note_words(note, about.origin)
    key = f"{guid}@project"
    if note.trouble or not words:
        memos.items.append(
            Item("memo", note.name, Outcome.REFUSED, note.trouble or "There are no words in it.", key)
        )
        return
    who = about.who(note.user) if note.user else ""
    memos.put(key, words, said_by=who, at=note.at, name=note.name)


def line(link: Link, project: Project, reached: set[str]) -> Item:
    """The report line for a line between two things: one from a memo put the memo there."""
    notes = {note.guid for note in project.notes}
    ends = {link.origin, link.target}
    if len(ends & notes) == 1:
        return Item("link", link.name, Outcome.ADAPTED, "It put a memo where it belongs.", link.guid)
    return Item("link", link.name, Outcome.LEFT, NO_LINES, link.guid)
