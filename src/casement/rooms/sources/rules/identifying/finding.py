"""Everything that is proposed for a text, each place once, the surest reason first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from casement.rooms.sources.rules.identifying import patterns, register, unknown
from casement.rooms.sources.rules.identifying.found import Found, Known

PATTERN_LABELS = (
    "NHS number",
    "date of birth",
    "telephone number",
    "e-mail address",
    "postcode",
    "address",
    "name",
)

__all__ = ["PATTERN_LABELS", "Found", "Known", "proposals"]


def proposals(text: str, known: Sequence[Known], forenames: Collection[str]) -> tuple[Found, ...]:
    """The places of a text that may identify somebody, in order and apart.

    What the register knows comes before what a pattern finds, and both before what only looks like a name; a
    longer proposal of the same standing before a shorter one.
    """
    ways: tuple[Iterable[Found], ...] = (
        patterns.emails(text),
        register.known_names(text, known),
        patterns.nhs_numbers(text),
        patterns.births(text),
        patterns.telephones(text),
        patterns.addresses(text),
        register.nearly(text, known),
        unknown.unknown_names(text, forenames),
    )
    taken: list[Found] = []
    used = bytearray(len(text))
    for way in ways:
        for one in sorted(way, key=lambda found: (found.start - found.end, found.start)):
            if not any(used[one.start : one.end]):
                used[one.start : one.end] = b"\1" * (one.end - one.start)
                taken.append(one)
    return tuple(sorted(taken))
