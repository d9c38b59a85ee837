"""The codes of a file become open codes; factors of our own framework are known again."""

from __future__ import annotations

from dataclasses import dataclass, field

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.rooms.coding.commands.codes import keep_text
from casement.rooms.coding.commands.exchange.steps import begun, done, known
from casement.rooms.coding.models import Code, CodeText, Exchange
from casement.rooms.coding.rules.exchange import values
from casement.rooms.coding.rules.exchange.identifiers import FACTORS, UNCODED, factor, factor_group
from casement.rooms.coding.rules.exchange.items import Item, Outcome
from casement.rooms.coding.rules.exchange.labels import Label, free, labels, plain
from casement.rooms.coding.rules.exchange.tables import HERE
from casement.rooms.reviews.models import FrameworkItem, Pin

WITHOUT = "Picked out without a code"
WITHOUT_USE = "Passages that were picked out in another program and given no code there."


@dataclass
class Codebook:
    """The open codes of the review as they grow: by number, by name, and which of them this file has taken."""

    seat: Seat
    numbers: dict[str, int]
    by_number: dict[int, Code] = field(default_factory=dict)
    by_label: dict[str, Code] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        for row in Code.objects.filter(review_id=self.seat.review):
            self.add(row)

    def add(self, row: Code) -> Code:
        """One more code."""
        self.by_number[row.number] = row
        self.by_label[row.label.casefold()] = row
        return row

    def there(self, guid: str, label: str) -> tuple[Code | None, str]:
        """The code that a code of the file is already, and why that is so."""
        row = self.by_number.get(self.numbers.get(guid, 0))
        if row is not None:
            return row, ""
        row = self.by_label.get(label.casefold())
        if row is None or row.pk in self.taken:
            return None, ""
        return row, "A code of this name was here; the two are one now."

    def make(
        self, label: str, definition: str, parent: Code | None, *, heading: bool, told: values.Code | None = None
    ) -> Code:
        """A new open code, with what else a table tells of it; inside a command."""
        row = Code(
            review_id=self.seat.review,
            number=next_number(Code, self.seat.review),
            label=free(label, set(self.by_label)),
            definition=definition,
            parent=parent,
            heading=heading,
            exclusion=told.exclusion if told else "",
            example=told.example if told else "",
            retired_at=now() if told and told.retired else None,
            by_id=self.seat.person_id,
        )
        row.save()
        return self.add(row)


@command(Action.CODING_IMPORT)
def take_codes(seat: Seat, *, exchange: int, codes: tuple[values.Code, ...], uncoded: bool = False,
               table: bool = False, left: tuple[values.Left, ...] = ()) -> Exchange:  # fmt: skip
    """Bring the codes of a file in, each under the one it stands under; what came before is known again.

    `uncoded` asks for the code that holds passages without one. A `table` knows codes by their names alone; `left`
    are its rows that told none. Safe to repeat.
    """
    row = begun(seat, exchange, "codes")
    if row is None:
        return Exchange.objects.get(pk=exchange)
    book = Codebook(seat, {} if table else known(seat, "code"))
    factors, headings = factors_of(seat)
    named = labels(code for code in codes if code.guid not in factors and code.guid not in headings)
    made: dict[str, Code] = {}
    items = [Item("row", f"Row {one.row} {one.name}".strip(), Outcome.REFUSED, one.why) for one in left]
    of_framework = {each.label.casefold() for each in factors.values()} if table else set()
    for code in codes:
        if code.guid in factors or code.guid in headings:
            name = factors[code.guid].label if code.guid in factors else code.name
            items.append(Item("factor", name, Outcome.HERE, "It is of the framework of this review.", code.guid))
        elif code.guid.startswith("row:") and plain(code).casefold() in of_framework:
            said = (
                "A factor of this name is in the framework of this review. What the file says of it was left out."
            )
            items.append(Item("factor", plain(code), Outcome.HERE, said))
        elif code.guid in made:
            items.append(Item("code", plain(code), Outcome.LEFT, "The file holds this code twice.", code.guid))
        else:
            items.append(take_code(book, code, named[code.guid], made))
    if uncoded:
        there, _ = book.there(UNCODED, WITHOUT)
        holder = there or book.make(WITHOUT, WITHOUT_USE, None, heading=False)
        said = "It holds passages that have no code in the file."
        outcome = Outcome.HERE if there else Outcome.ADAPTED
        items.append(Item("code", holder.label, outcome, said, UNCODED, holder.number))
    return done(row, "codes", items)


def take_code(book: Codebook, code: values.Code, label: Label, made: dict[str, Code]) -> Item:
    """One code, and its line in the report; inside a command."""
    there, why = book.there(code.guid, label.text)
    if there is not None:
        made[code.guid] = there
        book.taken.add(there.pk)
        if why and keep_beside(book.seat, there, code):
            why += " What the file says of it is kept beside what stood here."
        if there.retired_at:
            why = f"{why} It is retired here; its marks stay.".strip()
        return Item("code", plain(code), Outcome.HERE, why, code.guid, there.number)
    parent = made.get(code.parent)
    if parent is None and code.parent.startswith(HERE):
        parent = book.by_label.get(code.parent.removeprefix(HERE))
    cut = plain(code) if "longer than" in label.sentence else ""
    definition = "\n".join(filter(None, (cut, code.description)))
    new = book.make(label.text, definition, parent, heading=not code.codable, told=code)
    made[code.guid] = new
    book.taken.add(new.pk)
    told = [label.sentence]
    if new.label != label.text:
        told.append(f"That name was taken, so here it is called “{new.label}”.")
    if code.parent and parent is None:
        told.append("What it stands under is no open code here, so it stands by itself.")
    said = " ".join(filter(None, told))
    return Item("code", plain(code), Outcome.ADAPTED if said else Outcome.KEPT, said, code.guid, new.number)


def keep_beside(seat: Seat, there: Code, code: values.Code) -> bool:
    """Keep what the file says of a code that is here, where it says something else; inside a command."""
    stood = (there.definition, there.exclusion, there.example)
    says = (code.description or stood[0], code.exclusion or stood[1], code.example or stood[2])
    if says == stood:
        return False
    names = ("definition", "exclusion", "example")
    if not CodeText.objects.filter(code=there, **dict(zip(names, says, strict=True))).exists():
        keep_text(seat, there, there.label, *says, beside=True)
    return True


def factors_of(seat: Seat) -> tuple[dict[str, FrameworkItem], set[str]]:
    """The factors of this review by the identifier Casement gives them, and the identifiers of their headings."""
    pins = Pin.objects.filter(review_id=seat.review).values("framework")
    found = list(FrameworkItem.objects.filter(framework__key="factors", framework__in=pins))
    headings = {FACTORS, *(factor_group(each.group) for each in found)} if found else set()
    return {factor(each.item_id): each for each in found}, headings
