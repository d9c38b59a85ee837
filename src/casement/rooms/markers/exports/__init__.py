"""The self-check as rows of a table: values in, cells out. As a paper it is typeset as letters are."""

from __future__ import annotations

from collections.abc import Iterable

from casement.rooms.markers.queries import Held, View

COLUMNS = ("Marker", "Name", "Phase", "What it asks", "What the record shows", "Level", "Answered by", "Day",
           "Answer", "Concern", "Next step", "Rests on")  # fmt: skip


def rows(told: Iterable[View], record: dict[str, Held]) -> list[list[str]]:
    """A row for each answer that counts, and one for a marker without any."""
    found = []
    for one in told:
        held = record.get(one.line.marker)
        facts = " ".join(fact.words for fact in held.facts) if held else ""
        head = [one.line.marker, one.line.label, one.line.phase, one.line.help, facts]
        for answer in one.now:
            concern = "Yes" if answer.concern else "No"
            found.append([*head, answer.level_name, answer.by, f"{answer.at:%Y-%m-%d}", answer.text, concern,
                          answer.next_step, " ".join(answer.rests)])  # fmt: skip
        if not one.now:
            found.append([*head, "", "", "", "", "", "", ""])
    return found
