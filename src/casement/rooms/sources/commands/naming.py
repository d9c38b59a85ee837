"""A person decides about words that may identify somebody: hide them behind a label, or leave them as they are."""

from __future__ import annotations

from collections.abc import Iterable

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.events import announce
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.saying import at_most
from casement.rooms.reviews.commands import put_names
from casement.rooms.reviews.models import Identity
from casement.rooms.sources.commands.masking import show_anew
from casement.rooms.sources.commands.proposing import LONGEST, look_through, places_of, write_down
from casement.rooms.sources.models import Excerpt, Mention, Source
from casement.rooms.sources.vocabulary import WordsHidden

DECISIONS = ("mask", "leave")
BY_HAND = "Somebody wrote these words here."


@command(Action.SOURCES_MASK)
def look_for_names(seat: Seat, *, number: int) -> Source:
    """Look through source `number` again, with the identity register as it is now."""
    source = held(seat, number)
    write_down(source, look_through(source).found)
    return source


@command(Action.SOURCES_MASK)
def decide_name(
    seat: Seat, *, number: int, mention: int, decision: str, label: str = "", identity: int | None = None
) -> Mention:
    """Decide about words of source `number`, wherever they stand in it: "mask" or "leave".

    What is masked is shown as `label`, as that of `identity` (a number of the register), or, with neither, as what
    was proposed. Refused when there is no label, or when it is the words themselves.
    """
    source = held(seat, number)
    row = mentioned(source, mention)
    decide(seat, row, decision, label_of(seat, label, identity) or row.proposed)
    hide(seat, source)
    return row


@command(Action.SOURCES_MASK)
def accept_names(seat: Seat, *, number: int, mentions: Iterable[int]) -> Source:
    """Mask several words of a source with the labels that are proposed for them. Those decided already stay.

    Refused when none has a label, or when one of them is not there.
    """
    source = held(seat, number)
    numbers = set(mentions)
    rows = list(Mention.objects.filter(source=source, number__in=numbers))
    if len(rows) < len(numbers):
        raise Refused("Some of these are not proposed any more. Load the page again.", field="mentions")
    chosen = [row for row in rows if row.proposed and not row.decision]
    if not chosen:
        raise Refused("Tick at least one that has a label.", field="mentions")
    for row in chosen:
        decide(seat, row, "mask", row.proposed)
    hide(seat, source)
    return source


@command(Action.SOURCES_MASK)
def undo_name(seat: Seat, *, number: int, mention: int) -> Mention:
    """Take a decision back: the words are shown again, and wait for somebody to decide."""
    source = held(seat, number)
    row = mentioned(source, mention)
    row.decision, row.label, row.by, row.at = "", "", None, None
    row.save(update_fields=["decision", "label", "by", "at"])
    show_anew(source)
    return row


@command(Action.SOURCES_MASK)
def name_words(
    seat: Seat, *, number: int, words: str, decision: str = "mask", label: str = "", identity: int | None = None
) -> Mention:
    """Decide about words that were not proposed, as they stand in the text. Refused when they do not."""
    source = held(seat, number)
    asked = " ".join(words.split())
    assert source.current is not None
    if not asked:
        raise Refused("Write the words as they stand in the text.", field="words")
    if len(asked) > LONGEST:
        raise Refused(f"Write at most {LONGEST} signs.", field="words")
    places = places_of(source.current.text, [asked])
    if not places:
        raise Refused(
            "These words do not stand in this text as whole words. Copy them as they stand.", field="words"
        )
    row = Mention.objects.filter(source=source, words=asked).first()
    if row is None:
        last = Mention.objects.filter(source=source).order_by("-number").values_list("number", flat=True).first()
        row = Mention(source=source, number=(last or 0) + 1, words=asked, kind="by_hand", why=BY_HAND)
    row.places = places[asked]
    decide(seat, row, decision, label_of(seat, label, identity) or row.proposed)
    hide(seat, source)
    return row


@command(Action.REVIEWS_IDENTIFY)
def add_variant(seat: Seat, *, number: int, mention: int, identity: int | None = None) -> Mention:
    """Write the words of a proposal into the identity register, as one more name behind a label."""
    source = held(seat, number)
    row = mentioned(source, mention)
    entry = Identity.objects.filter(review_id=seat.review, number=identity or 0).first()
    if entry is None:
        raise Refused("Choose whose name it is.", field="identity")
    put_names(seat, entry, [*entry.names, row.words])
    row.identity, row.proposed, row.doubtful = entry, entry.label, False
    row.why, row.kind = f"A name of “{entry.label}” in the identity register.", "register"
    row.save(update_fields=["identity", "proposed", "doubtful", "why", "kind"])
    return row


def hide(seat: Seat, source: Source) -> None:
    """Show a source as was decided; when more is hidden than before, what was made before is let go of."""
    before = {words for words, label in source.masked if label}
    show_anew(source)
    if {words for words, label in source.masked if label} - before:
        announce(WordsHidden(seat))


def held(seat: Seat, number: int) -> Source:
    """A source this seat may read, locked; nobody makes a passage of this review until the decision stands."""
    next_number(Excerpt, seat.review)
    rows = Source.objects.visible_to(seat).select_for_update(of=("self",)).select_related("current")
    source = rows.filter(number=number).first()
    if source is None or source.current is None:
        raise NotHere
    return source


def mentioned(source: Source, number: int) -> Mention:
    """One row of a source; NotHere when there is none."""
    row = Mention.objects.filter(source=source, number=number).first()
    if row is None:
        raise NotHere
    return row


def label_of(seat: Seat, label: str, identity: int | None) -> str:
    """The label that was chosen or written; Refused when the register has no such entry."""
    written = at_most(" ".join(label.split()).strip("[]"), 80, field="label")
    if identity is None:
        return written
    found = Identity.objects.filter(review_id=seat.review, number=identity).values_list("label", flat=True).first()
    if found is None:
        raise Refused("There is no such entry in the identity register.", field="identity")
    return written or found


def decide(seat: Seat, row: Mention, decision: str, label: str) -> None:
    """Write a decision down."""
    if decision not in DECISIONS:
        raise Refused("Say whether to mask these words or to leave them.", field="decision")
    if decision == "mask" and not label:
        raise Refused("Choose or write the label that is shown instead.", field="label")
    if decision == "mask" and row.words.casefold() in label.casefold():
        raise Refused("The label holds the words it is to hide. Choose another.", field="label")
    row.decision, row.label = decision, label if decision == "mask" else ""
    row.by_id, row.at = seat.person_id, now()
    row.save()
