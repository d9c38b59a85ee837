"""What was decided about candidates, by whom and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from casement.foundation.access import Seat
from casement.rooms.analysis.models import CandidateDecision, Episode
from casement.rooms.analysis.queries.gathering import working
from casement.rooms.analysis.queries.history import author
from casement.rooms.analysis.rules.candidates import SORT_NAMES, Candidate
from casement.rooms.analysis.vocabulary import EPISODE_STATE_NAMES

OPEN = "reopened"
DECISION_NAMES = {
    "taken": "Taken as an episode",
    "set_aside": "Set aside",
    "asked": "Asked about",
    "reopened": "Looked at again",
    "by_hand": "Put forward by hand",
}


@dataclass(frozen=True)
class Decided:
    """One line of the log. `stands` is whether it is the last about its candidate; `number` is 0 by hand.

    `episode` is the episode it became, with its state and the reason for that.
    """

    number: int
    mark: str
    sort: str
    said: str
    decision: str
    reason: str
    by: str
    at: datetime
    episode: int | None = None
    title: str = ""
    state: str = ""
    state_reason: str = ""
    query: int | None = None
    stands: bool = True

    @property
    def sort_name(self) -> str:
        """Why it was proposed, in words."""
        return SORT_NAMES.get(self.sort, "A person’s own thought")

    @property
    def decision_name(self) -> str:
        """What was decided, in words."""
        return DECISION_NAMES[self.decision]

    @property
    def became(self) -> str:
        """What the episode is now."""
        return EPISODE_STATE_NAMES.get(self.state, "")


def decisions(seat: Seat) -> tuple[Decided, ...]:
    """Every decision, newest first; one query."""
    working(seat)
    rows = CandidateDecision.objects.filter(review_id=seat.review).annotate(label=author(seat)).order_by("-number")
    told, last = [], set()
    for row in rows.values_list(
        "number", "mark", "sort", "said", "decision", "reason", "label", "at", "episode__number", "episode__title",
        "episode__state", "episode__decision_reason", "query__number",
    ):  # fmt: skip
        told.append(Decided(*row, stands=row[1] not in last))
        last.add(row[1])
    return tuple(told)


def log(seat: Seat) -> tuple[Decided, ...]:
    """The same, with the episodes that somebody put forward without a candidate; newest first, two queries."""
    told = decisions(seat)
    taken = CandidateDecision.objects.filter(review_id=seat.review, episode__isnull=False).values("episode")
    own = Episode.objects.filter(review_id=seat.review).exclude(pk__in=taken).annotate(label=author(seat))
    hand = (
        Decided(0, "", "", title, "by_hand", "", label, at, number, title, state, reason or "")
        for number, title, label, at, state, reason in own.values_list(
            "number", "title", "label", "at", "state", "decision_reason"
        )
    )
    return tuple(sorted((*told, *hand), key=lambda one: (one.at, one.number), reverse=True))


def open_ones(candidates: Iterable[Candidate], decided: Iterable[Decided]) -> tuple[Candidate, ...]:
    """The candidates about which nothing stands."""
    answered = {one.mark for one in decided if one.stands and one.decision != OPEN}
    return tuple(one for one in candidates if one.mark not in answered)
