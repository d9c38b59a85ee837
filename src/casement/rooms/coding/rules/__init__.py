"""Decisions about marks; no database."""

from collections.abc import Mapping

from casement.rooms.coding.vocabulary import INFLUENCE_SHORT, CodeName, Influence

GONE = -1  # a mark whose making was taken back
KINDS = ("item", "open", "new")


def chosen(code: str) -> CodeName | None:
    """What `code` names ("item:wrk.03", "open:4", "new:words"), or None when it names nothing."""
    kind, _, value = code.partition(":")
    value = value.strip()
    if kind not in KINDS or not value or (kind == "open" and not value.isdigit()):
        return None
    return CodeName(kind, value)


def influence_named(word: str) -> str:
    """The influence that a page or a program calls by a short word; other words come back as they are."""
    return next((str(full) for full, short in INFLUENCE_SHORT.items() if short == word), word)


def why_not(kind: str, influence: str) -> str:
    """Why this influence cannot go with this kind of code, in a sentence; empty when it can.

    A factor always says which way it worked; an open code may leave it open.
    """
    if influence and influence not in set(Influence):
        return "Choose helped, made it harder, or unclear."
    if kind == "item" and not influence:
        return "Say which way this factor worked: helped, made it harder, or unclear."
    return ""


def stands_at(acts: Mapping[int, tuple[int, int | None]], act: int) -> int:
    """The act after which a mark said what it says after `act`; one that takes back another leads to before it.

    `acts` tells of each act which came before it, and which it took back. 0 is the making of the mark.
    """
    while act in acts:
        _, taken_back = acts[act]
        if taken_back is None:
            return act
        act = acts[taken_back][0] if taken_back in acts else GONE
    return act
