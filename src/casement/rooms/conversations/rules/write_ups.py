"""A draft from the notes, and what is released: the agreed text with what the participant put beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from casement.rooms.conversations.rules.guide import Screen, heading_of
from casement.rooms.conversations.vocabulary import Part


@dataclass(frozen=True)
class Beside:
    """Words of the participant that stand beside a part."""

    key: str
    turn: int
    text: str


def draft(
    screens: Sequence[Screen], said: Mapping[tuple[str, int], Sequence[str]], turns: Mapping[int, str], opening: str
) -> tuple[Part, ...]:
    """A first write-up: what was noted as said, under its heading, turning point by turning point.

    Nothing is put into other words; `opening` is what is known of the status, under the first heading.
    """
    texts: dict[tuple[str, int], list[str]] = {}
    for screen in screens:
        place = (heading_of(screen.key), screen.turn)
        texts.setdefault(place, []).extend(words.strip() for words in said.get((screen.key, screen.turn), ()))
    first = next(iter(texts), None)
    if first is not None and opening:
        texts[first].insert(0, opening)
    return tuple(
        Part(key, "\n\n".join(words for words in written if words), turns.get(turn, ""), turn)
        for (key, turn), written in texts.items()
    )


def agreed(parts: Sequence[Part], beside: Iterable[Beside], who: str) -> tuple[Part, ...]:
    """The text as it is released. What the participant put beside a part follows it in their words, and says so."""
    told: dict[tuple[str, int], list[str]] = {}
    for each in beside:
        told.setdefault((each.key, each.turn), []).append(f"Beside this, {who} says: {each.text.strip()}")
    found = []
    for part in parts:
        words = [part.text.strip(), *told.pop((part.key, part.turn), [])]
        if any(words):
            found.append(Part(part.key, "\n\n".join(each for each in words if each), part.title, part.turn))
    # A part that was taken out of the text since takes nothing with it that its speaker put beside it.
    return (*found, *(Part(key, "\n\n".join(words), "", turn) for (key, turn), words in told.items()))
