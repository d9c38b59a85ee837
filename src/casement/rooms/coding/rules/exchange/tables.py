"""A codebook as a table: which column is which, the codes its rows tell, and the rows that tell none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from casement.rooms.coding.rules.exchange.identifiers import factor
from casement.rooms.coding.rules.exchange.values import Code, Left

HEADINGS = {
    "code": ("code", "name", "label", "code name", "name of code"),
    "under": ("under", "parent", "parent code", "stands under"),
    "use": ("use when", "definition", "description", "when to use", "meaning", "inclusion"),
    "not": ("not when", "when not to use", "exclusion", "do not use when", "not to use when"),
    "example": ("example", "examples", "an example"),
    "retired": ("retired",),
    "heading": ("only holds others",),
    "key": ("key",),
    "counted": ("marks",),
    "group": ("group",),
    "memos": ("memos",),
}
NO_HEADING = (
    "No column of this table says which is the code. Name the columns in its first row: Code, Under, Use when, "
    "Not when, Example. Only Code is needed."
)
TOO_LONG = "This table has more than {most:,} rows, which is no codebook: bring in the part that is one."
MOST = 5_000
CONTINUED = "(continued)"  # as foundation.spreadsheet writes it when words are too long for one cell
YES = {"yes", "y", "true", "1", "x"}
HERE = "name:"  # a parent that is no row of the table, by its name


class NoCodebook(ValueError):
    """The table is no codebook; the sentence says what to do."""


@dataclass(frozen=True)
class Table:
    """What a table tells: codes, each after the one it stands under; rows left out; what was passed over."""

    codes: tuple[Code, ...]
    left: tuple[Left, ...]
    remarks: tuple[str, ...]


def codes_of(rows: Sequence[Sequence[str]]) -> Table:
    """The codes of a table whose first filled row names the columns. NoCodebook where it names none."""
    first = next((at for at, row in enumerate(rows) if any(cell.strip() for cell in row)), None)
    if first is None:
        raise NoCodebook(NO_HEADING)
    if len(rows) > MOST:
        raise NoCodebook(TOO_LONG.format(most=MOST))
    places, remarks = columns(rows[first])
    codes: dict[str, Code] = {}
    left: list[Left] = []
    names: dict[str, tuple[int, str]] = {}
    for number, cells in joined(rows, first):
        told = {name: cells[at] if at < len(cells) else "" for name, at in places.items()}
        name = " ".join(told["code"].split())
        code = code_of(number, name, told)
        if not name:
            left.append(Left(number, "", "It has no name for the code."))
        elif code.guid not in codes and name.casefold() in names and not told.get("key", "").startswith("item:"):
            left.append(Left(number, name, f"Row {names[name.casefold()][0]} names the same code."))
        else:
            codes[code.guid] = code
            names.setdefault(name.casefold(), (number, code.guid))
    ordered, round_about = parents_first(codes, {name: guid for name, (_, guid) in names.items()})
    left += round_about
    return Table(tuple(ordered), tuple(sorted(left, key=lambda one: one.row)), remarks)


def columns(row: Sequence[str]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Where each column is that we know, and sentences that say so, and which were passed over."""
    places: dict[str, int] = {}
    over = []
    for at, cell in enumerate(row):
        said = " ".join(cell.replace("_", " ").split()).casefold()
        known = next((name for name, ways in HEADINGS.items() if said in ways), None)
        if known is not None and known not in places:
            places[known] = at
        elif said:
            over.append(" ".join(cell.split())[:40])
    if "code" not in places:
        raise NoCodebook(NO_HEADING)
    shown = {"code": "the code", "under": "what it stands under", "use": "use when", "not": "not when",
             "example": "an example"}  # fmt: skip
    read = [f"“{' '.join(row[at].split())[:40]}” as {shown[name]}" for name, at in places.items() if name in shown]
    remarks = [f"Columns were read so: {', '.join(read)}."]
    if over:
        remarks.append(f"Columns that were passed over: {', '.join(over)}.")
    return places, tuple(remarks)


def joined(rows: Sequence[Sequence[str]], first: int) -> Iterable[tuple[int, list[str]]]:
    """The rows below the headings with their numbers as a spreadsheet counts, words that go on put together."""
    told: list[tuple[int, list[str]]] = []
    for at, row in enumerate(rows[first + 1 :], first + 2):
        if not any(cell.strip() for cell in row):
            continue
        if row[0] == CONTINUED and told:
            held = told[-1][1]
            for place, cell in enumerate(row[1 : len(held)], 1):
                held[place] += cell
        else:
            told.append((at, list(row)))
    return told


def code_of(number: int, name: str, told: dict[str, str]) -> Code:
    """One row as a code. A factor is known by its key; an open code by its name."""
    kind, _, item = told.get("key", "").partition(":")
    return Code(
        guid=factor(item) if kind == "item" and item else f"{'own' if kind == 'open' else 'row'}:{number}",
        name=name,
        parent=" ".join(told.get("under", "").split()).casefold(),
        codable=told.get("heading", "").strip().casefold() not in YES,
        description=told.get("use", ""),
        exclusion=told.get("not", ""),
        example=told.get("example", ""),
        retired=told.get("retired", "").strip().casefold() in YES,
    )


def parents_first(codes: dict[str, Code], names: dict[str, str]) -> tuple[list[Code], list[Left]]:
    """Each code after the one it stands under (which may be no row here), and rows that stand under themselves."""
    given = {
        guid: names.get(code.parent, HERE + code.parent if code.parent else "") for guid, code in codes.items()
    }
    waiting, ordered, done = list(codes), [], set[str]()
    while waiting:
        ready = [guid for guid in waiting if given[guid] not in codes or given[guid] in done]
        if not ready:
            break
        for guid in ready:
            ordered.append(replace(codes[guid], parent=given[guid]))
        done.update(ready)
        waiting = [guid for guid in waiting if guid not in done]
    why = "It stands under itself, or under a code that does."
    return ordered, [Left(int(guid.partition(":")[2] or 0), codes[guid].name, why) for guid in waiting]
