"""What belongs to conversations, of several kinds, fetched in one query however many conversations there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import BigIntegerField, BooleanField, DateTimeField, F, Model, TextField, Value
from django.db.models.functions import Cast

from casement.rooms.conversations.models import (
    Explanation,
    Holding,
    LeftProcess,
    Move,
    Note,
    NoteBeside,
    Query,
    Said,
    TurningPoint,
)

TEXT, NUMBER, NO = Value("", TextField()), Value(0, BigIntegerField()), Value(False, BooleanField())
NOBODY, NEVER = Cast(Value(None), BigIntegerField()), Cast(Value(None), DateTimeField())


@dataclass(frozen=True)
class Row:
    """One thing of a conversation. Which of its values say what is told by `COLUMNS`; the others are empty."""

    pk: int
    number: int
    key: str
    turn: int
    label: str
    words: str
    more: str
    whose: int | None
    at: datetime | None
    yes: bool


@dataclass
class Of:
    """What belongs to one conversation, by kind, in the order in which it came."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))

    def __getitem__(self, kind: str) -> list[Row]:
        return self.rows.get(kind, [])


USUAL: dict[str, Any] = {
    "f_number": NUMBER, "f_key": TEXT, "f_turn": NUMBER, "f_label": TEXT, "f_words": TEXT, "f_more": TEXT,
    "f_whose": NOBODY, "f_at": NEVER, "f_yes": NO,
}  # fmt: skip


def _words(path: str) -> Any:
    return Cast(F(path), TextField())


def _int(path: str) -> Any:
    return Cast(F(path), BigIntegerField())


COLUMNS: dict[str, tuple[type[Model], str, dict[str, Any]]] = {
    "pair": (Holding, "conversation", {
        "f_number": _int("holder__number"), "f_turn": _int("holder"), "f_label": _words("holder__role_label"),
        "f_whose": _int("holder__agency"), "f_at": F("holder__ended_at"), "f_yes": F("in_line"),
    }),
    "move": (Move, "conversation", {
        "f_key": _words("to"), "f_label": _words("by__role_label"), "f_words": _words("note"), "f_at": F("at"),
    }),
    "explained": (Explanation, "conversation", {
        "f_key": _words("text_version"), "f_label": _words("by__role_label"), "f_words": _words("on"),
        "f_at": F("at"),
    }),
    "left": (LeftProcess, "conversation", {"f_at": F("at")}),
    "turn": (TurningPoint, "conversation", {"f_number": _int("number"), "f_words": _words("words")}),
    "query": (Query, "conversation", {"f_number": _int("number"), "f_words": _words("text")}),
    "note": (Note, "conversation", {
        "f_number": _int("edition"), "f_key": _words("key"), "f_turn": _int("turn"),
        "f_label": _words("writer__role_label"), "f_words": _words("said"), "f_more": _words("reflection"),
        "f_whose": _int("writer"), "f_at": F("at"),
    }),
    "beside": (NoteBeside, "note__conversation", {
        "f_number": _int("note"), "f_words": _words("said"), "f_more": _words("reflection"), "f_at": F("at"),
    }),
    "remark": (Said, "conversation", {
        "f_number": _int("number"), "f_key": _words("key"), "f_turn": _int("turn"), "f_label": _words("kind"),
        "f_words": _words("text"), "f_whose": _int("taken_in"), "f_at": F("at"),
    }),
}  # fmt: skip


def gathered(conversations: Iterable[int], *kinds: str) -> dict[int, Of]:
    """What belongs to these conversations (by their ids), of these kinds. Ask only for what a seat may read."""
    wanted = list(conversations)
    found = {pk: Of() for pk in wanted}
    if not wanted:
        return found
    first, *others = [_rows(kind, wanted) for kind in kinds]
    told = first.union(*others, all=True) if others else first
    for owner, kind, *values in sorted(told, key=lambda row: row[2]):
        found[owner].rows[kind].append(Row(*values))
    return found


def _rows(kind: str, wanted: list[int]) -> Any:
    model, path, columns = COLUMNS[kind]
    rows = model._default_manager.filter(**{f"{path}__in": wanted}).order_by()
    rows = rows.annotate(f_owner=F(path), f_kind=Value(kind, TextField()), **(USUAL | columns))
    return rows.values_list("f_owner", "f_kind", "pk", *USUAL)
