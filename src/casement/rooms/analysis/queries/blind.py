"""What a second reader sees: the facts of an episode or a finding and the evidence, and nothing that we made of it.

Evidence stands in the order of its sources, without the side on which we use it or the note we put to it. A finding
is shown without its title, since the title is our answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.db.models import Q

from casement.foundation.access import Seat, Subject, Verb, reach
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.models import SecondReading
from casement.rooms.analysis.queries.belongings import belongings
from casement.rooms.analysis.queries.episodes import episode, episodes, inside
from casement.rooms.analysis.queries.findings import finding
from casement.rooms.analysis.queries.gathering import placed
from casement.rooms.analysis.queries.tree import EpisodeView, EvidenceView, PrevalenceView
from casement.rooms.analysis.vocabulary import (
    CONFIDENCE_NAMES,
    LAYERS,
    PART_WORDS,
    TENDENCY_NAMES,
    EpisodeState,
    Owner,
    Part,
)

KEPT = ("text", "measured_by", "not_told")


@dataclass(frozen=True)
class BlindPiece:
    """One passage or entry: its words, and where it stands."""

    words: str
    place: str
    href: str


@dataclass(frozen=True)
class BlindEpisode:
    """The facts of one episode: what, when, who, and what each saw."""

    number: int
    title: str
    when: str
    who: str
    accounts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class BlindView:
    """What the reader of one open reading sees, with what they have kept of their own so far."""

    number: int
    owner: str
    about: int
    why: str
    episodes: tuple[BlindEpisode, ...]
    figures: tuple[PrevalenceView, ...]
    evidence: tuple[BlindPiece, ...]
    kept: Mapping[str, str]


def unsecluded(seat: Seat) -> Seat:
    """The same seat for this room's own reading of rows; what comes of it is picked out here, never handed on."""
    return replace(seat, standing=replace(seat.standing, secluded=False))


def blind(seat: Seat, number: int) -> BlindView:
    """An open reading for the very person who was asked; NotHere for everybody else."""
    if not reach(seat.standing, Subject.READINGS, Verb.READ):
        raise NotHere
    found = SecondReading.objects.filter(
        review_id=seat.review, number=number, reader_id=seat.person_id, handed_in_at=None, given_back_at=None
    )
    row = found.values_list("episode__number", "finding__number", "why", *KEPT).first()
    if row is None:
        raise NotHere
    own, theirs, why, *kept = row
    words = dict(zip(KEPT, kept, strict=True))
    reader = unsecluded(seat)
    if own is not None:
        view = episode(reader, own)
        cited = placed(reader, inside(Q(number=own, review_id=seat.review)))
        evidence = [piece for one in cited for piece in one.view.evidence]
        return BlindView(number, Owner.EPISODE, own, why, (facts_of(view),), (), pieces(evidence), words)
    shown = belongings(reader, finding=Q(number=theirs)).episodes(theirs)
    told = tuple(
        facts_of(one) for one in episodes(reader, states=tuple(EpisodeState), size=99) if one.number in shown
    )
    under = Q(finding__number=theirs) | Q(pattern__findings__number=theirs)
    uses = Q(factor_use__patterns__findings__number=theirs)
    cited = placed(reader, under | uses)
    evidence = [piece for one in cited for piece in one.view.evidence]
    figures = belongings(reader, finding=Q(number=theirs)).prevalences(theirs)
    return BlindView(number, Owner.FINDING, theirs, why, told, figures, pieces(evidence), words)


def facts_of(view: EpisodeView) -> BlindEpisode:
    """The facts of an episode."""
    accounts = tuple((one.about, one.text) for one in view.parts.get(Part.ACCOUNT, ()))
    who = ", ".join((*view.strands, *(one for one in view.roles if one not in view.strands)))
    return BlindEpisode(view.number, view.title, view.when, who, accounts)


def pieces(evidence: Iterable[EvidenceView]) -> tuple[BlindPiece, ...]:
    """Every live passage this seat may open, once, in the order of the sources."""
    kept: dict[tuple[int, int, int], BlindPiece] = {}
    for one in evidence:
        if one.live and one.open:
            key = (one.source_number or 0, one.start or 0, one.entry_number or 0)
            where = one.source_title + (f", paragraph {one.paragraph}" if one.paragraph else "")
            place = f"{one.when}, {one.agency}" if one.kind == "entry" else where
            kept.setdefault(key, BlindPiece(one.quote, place, one.href))
    return tuple(kept[key] for key in sorted(kept))


def ours(seat: Seat, reading: SecondReading) -> list[tuple[str, str]]:
    """What the team says now, as pairs of heading and text, to be kept beside what the reader hands in."""
    reader = unsecluded(seat)
    if reading.episode is not None:
        view = episode(reader, reading.episode.number)
        told = [(PART_WORDS[Part.APPRAISAL].name, one.text) for one in view.parts.get(Part.APPRAISAL, ())]
        told += [
            ("Practice in this episode", TENDENCY_NAMES.get(view.tendency, "").capitalize()),
            ("Standard used", view.standard),
            ("Whether it applied then", view.standard_applied),
        ]
        sure, why = view.confidence, view.confidence_reason
    else:
        assert reading.finding is not None
        found = finding(reader, reading.finding.number)
        told = [("Title", found.title)]
        told += [(PART_WORDS[part].name, one.text) for part in LAYERS for one in found.layers.get(part, ())]
        sure, why = found.confidence, found.confidence_reason
    told.append(("How sure we are", f"{CONFIDENCE_NAMES[sure]}. {why}" if sure else ""))
    return [(heading, text) for heading, text in told if text]
