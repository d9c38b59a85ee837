"""One line of a report: a thing of the file and what became of it."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What became of one thing."""

    KEPT = "kept"
    ADAPTED = "adapted"
    HERE = "here"
    LEFT = "left"
    REFUSED = "refused"


OUTCOME_NAMES = {
    "in": {
        Outcome.KEPT: "Came in as it is",
        Outcome.ADAPTED: "Came in, in another form",
        Outcome.HERE: "Was here already",
        Outcome.LEFT: "Cannot be held here",
        Outcome.REFUSED: "Refused",
    },
    "out": {
        Outcome.KEPT: "Went out as it is",
        Outcome.ADAPTED: "Went out, in another form",
        Outcome.HERE: "Was there already",
        Outcome.LEFT: "The format cannot carry it",
        Outcome.REFUSED: "Not sent",
    },
}
KIND_NAMES = {
    "file": "File", "user": "Person who coded", "code": "Code", "factor": "Factor", "source": "Source",
    "coding": "Coded passage", "passage": "Passage", "memo": "Memo", "variable": "Attribute", "case": "Case",
    "set": "Group", "link": "Link", "graph": "Drawing", "more": "More",
    "row": "Row of the table",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A thing of the file: its kind (a key of KIND_NAMES), its identifier, its name, and what became of it.

    `thing` is the number of what it is here, when it is something that has one.
    """

    kind: str
    name: str
    outcome: Outcome
    sentence: str = ""
    guid: str = ""
    thing: int | None = None
