"""Names of codes. Here each name stands once in a review; in other programs once under each parent."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from casement.rooms.coding.rules.exchange.values import Code

LONGEST = 120
BETWEEN = " > "
UNNAMED = "Code without a name"


@dataclass(frozen=True)
class Label:
    """The name a code gets here, and why it is not its own name, if it is not."""

    text: str
    sentence: str = ""


def labels(codes: Iterable[Code]) -> dict[str, Label]:
    """A name for each code by its guid, each once: those that share one are told apart by what they stand under.

    Namesakes under the same code get a number first, so that a file goes out as it came in.
    """
    told = {code.guid: code for code in codes}
    names = among_their_own(told.values())
    shared = Counter(name.casefold() for name in names.values())
    made: dict[str, Label] = {}
    taken: set[str] = set()
    for guid, code in told.items():
        own = names[guid]
        # A name that looks like a path gets its whole path, so that it is told from one when it goes out.
        alone = shared[own.casefold()] == 1 and BETWEEN not in own
        wanted = own if alone or not code.parent else BETWEEN.join(path(code, told, names))
        text = free(shortened(wanted), taken)
        taken.add(text.casefold())
        made[guid] = Label(text, why(code, plain(code), text))
    return made


def among_their_own(codes: Iterable[Code]) -> dict[str, str]:
    """The name of each code by its guid, with a number where another under the same code has it."""
    taken: dict[str, set[str]] = {}
    names = {}
    for code in codes:
        siblings = taken.setdefault(code.parent, set())
        names[code.guid] = free(plain(code), siblings)
        siblings.add(names[code.guid].casefold())
    return names


def plain(code: Code) -> str:
    """The name of a code on one line."""
    return " ".join(code.name.split()) or UNNAMED


def path(code: Code, told: dict[str, Code], names: dict[str, str]) -> list[str]:
    """The names from the top down to this code."""
    found, seen = [names[code.guid]], {code.guid}
    while code.parent in told and code.parent not in seen:
        seen.add(code.parent)
        code = told[code.parent]
        found.insert(0, names[code.guid])
    return found


def shortened(text: str) -> str:
    """A name that fits; of a path the end is kept, because there the code's own name stands."""
    if len(text) <= LONGEST:
        return text
    return f"…{text[-(LONGEST - 1) :]}" if BETWEEN in text else f"{text[: LONGEST - 1]}…"


def free(text: str, taken: set[str]) -> str:
    """This name, or with a number after it when it is taken (in capitals or not)."""
    if text.casefold() not in taken:
        return text
    at = 2
    while (numbered := f"{text[: LONGEST - 6]} ({at})").casefold() in taken:
        at += 1
    return numbered


def why(code: Code, own: str, text: str) -> str:
    """Why a code is not called here what it was called there."""
    if text == own:
        return ""
    if not code.name.strip():
        return f"It had no name; here it is called “{text}”."
    if len(own) > LONGEST:
        return f"Its name is longer than {LONGEST} letters; all of it is in “Use when”, and here it is “{text}”."
    return f"Another code has its name, so here it is called “{text}”."


def own_name(label: str, above: str) -> str:
    """The name of a code without the path that told it apart from its namesakes; `above` is the path it is under.

    Of a path that was too long the beginning is gone, so there its end is compared.
    """
    if above and label.startswith(above + BETWEEN):
        return label.removeprefix(above + BETWEEN)
    before, found, last = label.rpartition(BETWEEN)
    parent = above.rpartition(BETWEEN)[2]
    return last if label.startswith("…") and found and parent and before.endswith(parent) else label
