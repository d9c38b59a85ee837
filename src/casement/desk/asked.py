"""What waits in the requests for records: what was promised for today or before, and what was not answered yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casement.desk.panes import amount
from casement.foundation.design.day_words import date_words
from casement.rooms.sources.queries.request_needs import Waiting


@dataclass(frozen=True)
class Asked:
    """One thing that waits: its title, a detail, and the way to it inside the review."""

    title: str
    detail: str
    text: str
    path: str
    by: date | None = None


def asked_for(requests: Sequence[Waiting], *, contact: bool) -> list[Asked]:
    """At most two things: what the promised day has come for, then what has no answer.

    An agency's contact is told of every request that was not answered; others once the day to answer by is over.
    """
    due = [one for one in requests if one.stand.late or one.stand.due_today]
    silent = [one for one in requests if one.stand.turn == 2 or (contact and one.stand.turn == 3)]
    told = []
    if due:
        told.append(_asked(due, f"{amount(len(due), 'request')} for records: the promised day has come", contact))
    if silent:
        told.append(_asked(silent, f"{amount(len(silent), 'request')} for records: no answer yet", contact))
    return told


def _asked(waiting: Sequence[Waiting], title: str, contact: bool) -> Asked:
    first, *others = waiting
    whose = f"Request {first.number}" if contact else f"{first.agency}, request {first.number}"
    by = first.stand.promised_for or first.stand.wanted_by
    if others:
        detail = f"{whose}: {_when(first)}. And {len(others)} more."
        return Asked(title, detail, "See the requests", "requests/", by)
    return Asked(title, f"{whose}: {_when(first)}.", "See the request", f"requests/{first.number}/", by)


def _when(one: Waiting) -> str:
    stand = one.stand
    if stand.due_today:
        return "promised for today"
    if stand.promised_for:
        return f"promised for {date_words(stand.promised_for)}"
    if stand.wanted_by:
        return f"an answer is asked for by {date_words(stand.wanted_by)}"
    return f"asked on {date_words(one.asked_on)}"
