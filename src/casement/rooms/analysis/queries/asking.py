"""What is worth a thought in a review, each with the thing it is about, and what the team answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2s

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.models import CheckAnswer
from casement.rooms.analysis.queries.balance import LEFT, Balance, balance, chosen, unheard
from casement.rooms.analysis.queries.coverage import Coverage, coverage
from casement.rooms.analysis.queries.gathering import working
from casement.rooms.analysis.queries.history import author
from casement.rooms.analysis.queries.tree import AnalysisTree
from casement.rooms.analysis.rules.alternatives import unanswered
from casement.rooms.analysis.rules.coverage import Reached, left

THINGS = {"finding": "Finding", "episode": "Episode", "source": "Source", "review": "The review"}


@dataclass(frozen=True)
class Thing:
    """What a check is about: a finding, an episode, a source, or the review as a whole (number 0)."""

    owner: str
    number: int
    title: str

    @property
    def words(self) -> str:
        """The thing as it is named on a page."""
        return f"{THINGS[self.owner]} {self.number}" if self.number else THINGS[self.owner]


@dataclass(frozen=True)
class Asked:
    """One sentence that is worth a thought, and what it is about. The same of one thing is one question."""

    check: str
    thing: Thing
    said: str

    @property
    def key(self) -> tuple[str, str, int, str]:
        """What an answer must be about to answer it."""
        return self.check, self.thing.owner, self.thing.number, self.said

    @property
    def mark(self) -> str:
        """A short sign for this very sentence, which says nothing of it: it goes into addresses."""
        return blake2s(f"{self.check} {self.said}".encode(), digest_size=6).hexdigest()


@dataclass(frozen=True)
class CheckAnswered:
    """An answer that stands, whose it is by role label, and when."""

    number: int
    check: str
    owner: str
    about: int
    said: str
    reason: str
    by: str
    at: datetime

    @property
    def key(self) -> tuple[str, str, int, str]:
        """The question it answers."""
        return self.check, self.owner, self.about, self.said

    @property
    def place(self) -> str:
        """What it is about, in words."""
        return Thing(self.owner, self.about, "").words


def asked_of_claims(told: Balance, tree: AnalysisTree) -> tuple[Asked, ...]:
    """What is worth a thought about findings, then about episodes and the roles in them."""
    told_of = [
        Asked(thought.check.value, Thing(one.owner.value, one.number, one.title), thought.words)
        for one in (*told.findings, *told.episodes)
        for thought in one.thoughts
    ]
    for finding in tree.findings:
        open_words = unanswered([other.answer for other in finding.alternatives])
        if open_words and finding.state not in LEFT:
            told_of.append(Asked("alternatives", Thing("finding", finding.number, finding.title), open_words))
    for one in unheard(tree):
        words = f"Nothing says why it made sense to {one.role}."
        told_of.append(Asked("unheard", Thing("episode", one.episode, one.title), words))
    return tuple(told_of)


def asked_of_material(told: Coverage) -> tuple[Asked, ...]:
    """What is worth a thought about sources, then about people who have not been heard."""
    found = [question for one in told.sources for question in asked_of_source(one)]
    found += [
        Asked("silent", Thing("review", 0, ""), f"Nothing from {label} has come in yet.") for label in told.silent
    ]
    return tuple(found)


def asked_of_source(one: Reached) -> tuple[Asked, ...]:
    """What has not been done with one source."""
    return tuple(Asked("coverage", Thing("source", one.number, one.title), words) for words in left(one))


def check_answers(seat: Seat) -> tuple[CheckAnswered, ...]:
    """Every answer that stands, newest first, in one query."""
    working(seat)
    rows = CheckAnswer.objects.filter(review_id=seat.review, taken_back_at=None).annotate(label=author(seat))
    told = rows.order_by("-number").values_list(
        "number", "check_name", "owner", "about", "said", "reason", "label", "at"
    )
    return tuple(CheckAnswered(*row) for row in told)


def asked_of(seat: Seat, owner: str, about: int, tree: AnalysisTree) -> tuple[Asked, ...]:
    """All that is asked about one thing. NotHere when this seat knows of no such thing."""
    if owner in ("source", "review"):
        told = coverage(seat)
        there, asked = {0} if owner == "review" else {one.number for one in told.sources}, asked_of_material(told)
    else:
        there = {one.number for one in (tree.findings if owner == "finding" else chosen(tree))}
        asked = asked_of_claims(balance(tree), tree)
    if owner not in THINGS or about not in there:
        raise NotHere
    return tuple(one for one in asked if (one.thing.owner, one.thing.number) == (owner, about))


def open_ones(asked: Iterable[Asked], answers: Iterable[CheckAnswered]) -> tuple[Asked, ...]:
    """The questions nobody has answered in these words."""
    answered = {one.key for one in answers}
    return tuple(one for one in asked if one.key not in answered)
