"""What waits because of courts, police and others outside: looks that are due, holds to lift, people to clear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casement.desk.panes import amount
from casement.foundation.design.day_words import date_words
from casement.rooms.proceedings.queries import Due


@dataclass(frozen=True)
class Waits:
    """One thing that waits: its title, a detail, the way to it inside the review, whether it stops every move."""

    title: str
    detail: str
    text: str
    path: str
    blocks: bool = False


def outside(due: Sequence[Due], *, clears: bool) -> list[Waits]:
    """At most one line of each kind. People to clear are told only to those who clear them."""
    looks = [one for one in due if one.kind in ("proceeding", "hold")]
    asked = [one for one in due if one.kind == "lifting"]
    people = [one for one in due if one.kind == "flag"]
    told = []
    if looks:
        first = looks[0]
        folder = "proceedings" if first.kind == "proceeding" else "holds"
        more = f" And {len(looks) - 1} more." if len(looks) > 1 else ""
        told.append(
            Waits(
                f"{amount(len(looks), 'fresh look is', 'fresh looks are')} due",
                f"{first.kind.capitalize()} {first.number}, since {date_words(first.on)}.{more}",
                "Look at it afresh",
                f"{folder}/{first.number}/",
                blocks=True,
            )
        )
    if asked:
        told.append(
            Waits(
                f"{amount(len(asked), 'hold')} that somebody has asked to lift",
                "A second person has to agree, or leave it.",
                "See the hold",
                f"holds/{asked[0].number}/",
            )
        )
    if people and clears:
        told.append(
            Waits(
                f"{amount(len(people), 'person', 'people')} to clear as a possible witness",
                "Nobody invites them until then.",
                "See who",
                "proceedings/#people",
            )
        )
    return told
