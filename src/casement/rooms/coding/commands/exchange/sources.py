"""One source of a file comes in, with its passages and what was said about it: whole or not at all."""

from __future__ import annotations

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.changes import command
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.coding.commands.exchange.marks import Marks
from casement.rooms.coding.commands.exchange.memos import Memos
from casement.rooms.coding.commands.exchange.steps import begun, done, known
from casement.rooms.coding.models import Exchange, ExchangeItem
from casement.rooms.coding.rules.exchange.items import Item, Outcome
from casement.rooms.coding.rules.exchange.parcels import MEDIA, About, Parcel
from casement.rooms.coding.rules.exchange.telling import OURS, passage_words, whole_words
from casement.rooms.coding.rules.exchange.values import Coding, Selection
from casement.rooms.sources import commands as sources
from casement.rooms.sources.models import Source, Version
from casement.rooms.sources.rules.masking import read, shown

NOT_YOURS = "You may not add sources to this review. Ask a lead reviewer to bring this file in."
CHANGED = "Its text was corrected here since it came in, so its passages were not placed again."
WITH_ITS_SOURCE = "Its source did not come in."


@command(Action.CODING_IMPORT)
def take_source(
    seat: Seat, *, exchange: int, at: int, parcel: Parcel, about: About, sha256: str = "", size: int = 0
) -> Exchange:
    """Bring in source `at` of the file: its text, its passages as marks, and the rest that is said of it as memos.

    A source that is here already, by its identifier or by its very words, is that source. Its bytes are kept
    already, under `sha256`. Safe to repeat.
    """
    step = f"source {at}"
    row = begun(seat, exchange, step)
    if row is None:
        return Exchange.objects.get(pk=exchange)
    if parcel.refusal:
        outcome = Outcome.LEFT if parcel.source.kind in MEDIA else Outcome.REFUSED
        return done(row, step, without(parcel, outcome, parcel.refusal, about))
    source, item = here_or_new(seat, row, parcel, sha256, size)
    if source is None:
        return done(row, step, without(parcel, Outcome.REFUSED, item.sentence, about))
    assert source.current is not None
    same = source.current.text == parcel.read.text
    masks = () if same else read(source.current.masks)
    same = same or (bool(masks) and shown(source.current.text, masks) == parcel.read.text)
    marks = Marks(seat, source, about, placeable=same, masks=masks)
    memos = Memos(seat)
    marks.take(parcel.passages, memos)
    for each in parcel.source.elsewhere:
        apart(memos, each, f"It stands at {each.where}.", source, about)
    for placed in parcel.passages:
        if placed.nowhere:
            apart(memos, placed.selection, placed.nowhere, source, about)
    as_a_whole(memos, parcel, source, about)
    said_of(
        memos, parcel, source, about, facts=not (item.outcome is Outcome.HERE and about.origin.startswith(OURS))
    )
    return done(row, step, [item, *marks.items, *memos.items])


def holds(version: Version, text: str) -> bool:
    """Whether a version is this text, as it stands or as it is shown."""
    return text in (version.text, shown(version.text, read(version.masks)))


def here_or_new(seat: Seat, row: Exchange, parcel: Parcel, sha256: str, size: int) -> tuple[Source | None, Item]:
    """The source, found or made, and its line in the report; inside a command."""
    guid = parcel.source.guid
    visible = Source.objects.visible_to(seat).select_related("current")
    taken = ExchangeItem.objects.filter(exchange=row, kind="source", thing__isnull=False).values("thing")
    number = known(seat, "source").get(guid)
    found = visible.filter(number=number).first() if number else None
    if found is not None:
        changed = found.current is not None and not holds(found.current, parcel.read.text)
        return found, Item("source", parcel.title, Outcome.HERE, CHANGED if changed else "", guid, found.number)
    found = visible.filter(current__text=parcel.read.text).exclude(number__in=taken).order_by("number").first()
    if found is not None:
        said = f"The same words are here as source {found.number}; its passages went there."
        return found, Item("source", parcel.title, Outcome.HERE, said, guid, found.number)
    if not allows(seat.standing, Action.SOURCES_ADD):
        return None, Item("source", parcel.title, Outcome.REFUSED, NOT_YOURS, guid)
    twin = visible.filter(title=parcel.title).exists()
    facts = {name: row.choices.get(name) for name in ("kind", "agency", "participation", "access", "use")}
    try:
        made = sources.add_text(
            seat, title=parcel.title, read=parcel.read, original_name=parcel.source.file or f"{parcel.title}.txt",
            original_sha256=sha256, original_size=size, **facts,
        )  # fmt: skip
    except (Refused, NotHere) as no:
        said = no.sentence if isinstance(no, Refused) else NOT_YOURS
        return None, Item("source", parcel.title, Outcome.REFUSED, said, guid)
    told = list(parcel.source.remarks)
    if not parcel.source.name:
        told.append("It had no name; it is called after its file.")
    if twin:
        told.append("Another source has this name; they are two.")
    outcome = Outcome.ADAPTED if told else Outcome.KEPT
    return made, Item("source", parcel.title, outcome, " ".join(told), guid, made.number)


def without(parcel: Parcel, outcome: Outcome, sentence: str, about: About) -> list[Item]:
    """The lines for a source that does not come in, and for everything that hung on it."""
    source = parcel.source
    items = [Item("source", parcel.title, outcome, sentence, source.guid)]
    for each in (*source.selections, *source.elsewhere):
        where = each.where or f"{each.start} to {each.end}"
        words = " ".join(filter(None, (each.name, each.description)))
        items.append(Item("passage", f"{where} {words}".strip(), outcome, WITH_ITS_SOURCE, each.guid))
        items += [coding_item(coding, about, outcome, WITH_ITS_SOURCE) for coding in each.codings]
    items += [coding_item(coding, about, outcome, WITH_ITS_SOURCE) for coding in source.codings]
    return items


def coding_item(coding: Coding, about: About, outcome: Outcome, sentence: str) -> Item:
    """The line for a code given to something that is no mark here."""
    return Item(
        "coding", about.codes.get(coding.code, "A code that is not in the file"), outcome, sentence, coding.guid
    )


def apart(memos: Memos, selection: Selection, why: str, source: Source, about: About) -> None:
    """A passage that cannot be a mark: a memo on the source holds it. Inside a command."""
    words = passage_words(selection, why, about.codes, about.users)
    memos.put(
        f"{selection.guid}@apart", words, source=source, said_by=about.who(selection.user), at=selection.at,
        sentence=f"{why} It is in a memo on the source.",
    )  # fmt: skip
    said = f"{why} It is in a memo on the source."
    memos.items.append(Item("passage", words.split("\n")[0], Outcome.ADAPTED, said, selection.guid))
    memos.items += [coding_item(each, about, Outcome.ADAPTED, said) for each in selection.codings]
    for guid in (selection.guid, *(each.guid for each in selection.codings)):
        memos.notes_on(guid, about, source=source, sentence="It stood on a passage that cannot be marked.")


def as_a_whole(memos: Memos, parcel: Parcel, source: Source, about: About) -> None:
    """Codes given to the source as a whole: a memo on it holds them. Inside a command."""
    codings = parcel.source.codings
    if not codings:
        return
    said = "A code is given to passages here; that the whole source had it is in a memo on the source."
    memos.put(
        f"{parcel.source.guid}@whole", whole_words(codings, about.codes, about.users), source=source, sentence=said
    )
    memos.items += [coding_item(each, about, Outcome.ADAPTED, said) for each in codings]
    for each in codings:
        memos.notes_on(each.guid, about, source=source, sentence="It stood on a code of the whole source.")


def said_of(memos: Memos, parcel: Parcel, source: Source, about: About, *, facts: bool) -> None:
    """What is said of the source: its memos, its description, its attributes. Inside a command.

    `facts` is off for a source that comes home: what Casement wrote of it is known here.
    """
    guid = parcel.source.guid
    memos.notes_on(guid, about, source=source)
    memos.put(
        f"{guid}@said", parcel.source.description, source=source, sentence="It was the description of the source."
    )
    lines = list(dict.fromkeys(about.lines.get(guid, ())))
    if lines and facts:
        words = "\n".join(["What the file says of this source:", *lines])
        memos.put(f"{guid}@attributes", words, source=source, sentence="Attributes and cases are held as a memo.")
