"""How the feedback of several people answers one gate, in words. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date


def gate_answer(told: Iterable[tuple[str, date | None]]) -> str:
    """What answers the gate before the end: each by label, told on a day or not told. No reason is copied."""
    said = [
        f"{label} was told what was found on {on.day} {on:%B %Y}."
        if on
        else f"{label} was not told; the reason is kept."
        for label, on in told
    ]
    return " ".join(["From the family record.", *said])


def still_to_tell(labels: Iterable[str]) -> str:
    """The sentence for people who were neither told nor have a reason why not; empty when there are none."""
    names = sorted(labels)
    if not names:
        return ""
    who = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
    verb = "has" if len(names) == 1 else "have"
    return f"{who} {verb} not been told what was found, and no reason is kept. Write it in the family record first."
