"""Perspectives side by side: who is silent, and what people said of who knew what. Nothing is concluded here."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class RemarkKind(StrEnum):
    """What the team can say of a role that is silent, or of a role beside what another knew or thought."""

    QUERY = "query"
    NOT_INVOLVED = "not_involved"
    KNEW_TOO = "knew_too"
    DID_NOT_KNOW = "did_not_know"
    SAW_DIFFERENTLY = "saw_differently"


REMARK_NAMES: dict[str, str] = {
    RemarkKind.QUERY: "Open query",
    RemarkKind.NOT_INVOLVED: "Not part of it then",
    RemarkKind.KNEW_TOO: "Knew it too",
    RemarkKind.DID_NOT_KNOW: "Did not know",
    RemarkKind.SAW_DIFFERENTLY: "Saw it differently",
}
SILENCES = (RemarkKind.QUERY, RemarkKind.NOT_INVOLVED)
COMPARISONS = (RemarkKind.KNEW_TOO, RemarkKind.DID_NOT_KNOW, RemarkKind.SAW_DIFFERENTLY)
SAME_SOURCE, NOT_SAID = "same_source", "not_said"


@dataclass(frozen=True)
class Rests:
    """A statement of one voice, and the passages and entries it rests on."""

    number: int
    voice: str
    places: frozenset[str]


def silent(voices: Sequence[str], written: Collection[str], answered: Collection[str]) -> tuple[str, ...]:
    """The voices of whom nothing is written in a period, and nothing is said of why."""
    return tuple(one for one in voices if one not in written and one not in answered)


def compared(
    knew: Rests, voices: Sequence[str], every: Sequence[Rests], said: Mapping[tuple[int, str], str]
) -> dict[str, str]:
    """Each other voice beside one thing that was known: what a person said of it (a RemarkKind).

    Where nobody said anything: SAME_SOURCE when a text of that voice rests on the same passage or entry, else
    NOT_SAID.
    """
    told: dict[str, str] = {}
    for voice in voices:
        if voice == knew.voice:
            continue
        shares = any(one.voice == voice and one.places & knew.places for one in every)
        told[voice] = said.get((knew.number, voice)) or (SAME_SOURCE if shares else NOT_SAID)
    return told
