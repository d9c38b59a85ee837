"""What each finding and each episode rests on, from the analysis as it is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casement.rooms.analysis.queries.tree import AnalysisTree, EpisodeView, EvidenceView, Parts, StatementView
from casement.rooms.analysis.rules.balance import Held, Kind, Rests, Thought, rests_on, thoughts
from casement.rooms.analysis.vocabulary import EpisodeState, FindingState, Owner, Part

LEFT = {FindingState.MERGED, FindingState.DROPPED}


@dataclass(frozen=True)
class Claim:
    """A finding or an episode with what it rests on. `alone` are its statements that rest on one source alone.

    `evidence` is what stands, for and against, each passage once.
    """

    owner: Owner
    number: int
    title: str
    rests: Rests
    thoughts: tuple[Thought, ...]
    alone: tuple[StatementView, ...] = ()
    evidence: tuple[EvidenceView, ...] = ()

    @property
    def subject(self) -> str:
        """How an answer names it."""
        return f"{self.owner.value}:{self.number}"


@dataclass(frozen=True)
class Balance:
    """Findings in the team's order, episodes in the order of time, and all of it together."""

    findings: tuple[Claim, ...]
    episodes: tuple[Claim, ...]
    whole: Rests


@dataclass(frozen=True)
class Unheard:
    """A role in an episode for whom the team has not said why its actions made sense."""

    episode: int
    title: str
    role: str


def balance(tree: AnalysisTree) -> Balance:
    """What every finding rests on, with the pattern and factors under it, and every episode with its factors."""
    patterns = {one.number: one for one in tree.patterns}
    findings, episodes = [], []
    for finding in tree.findings:
        if finding.state in LEFT:
            continue
        said = list(within(finding.layers))
        searches = len(finding.searches)
        if finding.pattern in patterns:
            under = patterns[finding.pattern]
            said += [*within(under.parts), *(one for use in under.factor_uses for one in use.how)]
            searches += len(under.searches)
        findings.append(claim(Owner.FINDING, finding.number, finding.title, said, searches))
    for episode in chosen(tree):
        said = [*within(episode.parts), *(one for use in episode.factor_uses for one in use.how)]
        episodes.append(claim(Owner.EPISODE, episode.number, episode.title, said, len(episode.searches)))
    every = [one for said in tree.statements.values() for one in said.evidence]
    return Balance(tuple(findings), tuple(episodes), rests_on(map(held, live(every))))


def chosen(tree: AnalysisTree) -> Iterable[EpisodeView]:
    """The episodes that were chosen: the report is also told of those that were not."""
    return (one for one in tree.episodes if one.state == EpisodeState.CHOSEN)


def claim(owner: Owner, number: int, title: str, said: Iterable[StatementView], searches: int) -> Claim:
    """One claim from its statements."""
    told = tuple({one.number: one for one in said}.values())
    pieces = [piece for one in told for piece in live(one.evidence)]
    rests = rests_on(map(held, pieces))
    alone = tuple(one for one in told if one_source(one))
    return Claim(owner, number, title, rests, thoughts(rests, searches), alone, once(pieces))


def once(pieces: Iterable[EvidenceView]) -> tuple[EvidenceView, ...]:
    """Each passage once on each side, in the order in which it was first cited."""
    kept: dict[object, EvidenceView] = {}
    for one in pieces:
        told = held(one)
        kept.setdefault((told.same, told.against), one)
    return tuple(kept.values())


def within(parts: Parts) -> Iterable[StatementView]:
    """All statements of all parts."""
    return (one for statements in parts.values() for one in statements)


def live(evidence: Iterable[EvidenceView]) -> Iterable[EvidenceView]:
    """What still stands."""
    return (one for one in evidence if one.live)


def held(one: EvidenceView) -> Held:
    """One piece of evidence as the rules see it."""
    place = (one.source_number, one.start, one.end, one.entry_number)
    kind = Kind.RECORD if one.kind == "entry" else one.kind
    return Held(place, kind, one.agency, one.speaker, one.direction == "against", one.open)


def one_source(said: StatementView) -> bool:
    """Whether all that speaks for a statement stands in one source or one chronology entry."""
    places = {(one.source_number, one.entry_number) for one in live(said.supporting)}
    return len(places) == 1


def unheard(tree: AnalysisTree) -> tuple[Unheard, ...]:
    """Roles that were part of an episode, without a word on why their actions made sense to them."""
    told = []
    for episode in chosen(tree):
        spoken = {one.about_number for one in episode.parts.get(Part.LOCAL_RATIONALITY, ())}
        for number, role in zip(episode.role_numbers, episode.roles, strict=True):
            if number not in spoken:
                told.append(Unheard(episode.number, episode.title, role))
    return tuple(told)
