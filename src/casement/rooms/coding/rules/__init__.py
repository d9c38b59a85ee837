"""Decisions about marks; no database."""

from casement.rooms.coding.vocabulary import CodeName, Influence

KINDS = ("item", "open", "new")


def chosen(code: str) -> CodeName | None:
    """What `code` names ("item:wrk.03", "open:4", "new:words"), or None when it names nothing."""
    kind, _, value = code.partition(":")
    value = value.strip()
    if kind not in KINDS or not value or (kind == "open" and not value.isdigit()):
        return None
    return CodeName(kind, value)


def why_not(kind: str, influence: str) -> str:
    """Why this influence cannot go with this kind of code, in a sentence; empty when it can.

    A factor always says which way it worked; an open code may leave it open.
    """
    if influence and influence not in set(Influence):
        return "Choose helped, made it harder, or unclear."
    if kind == "item" and not influence:
        return "Say which way this factor worked: helped, made it harder, or unclear."
    return ""
