"""The whole analysis in a fixed number of queries."""

from django.db.models import Q

from casement.foundation.access import Seat
from casement.rooms.analysis.queries import episodes, findings, patterns
from casement.rooms.analysis.queries.belongings import belongings
from casement.rooms.analysis.queries.gathering import placed
from casement.rooms.analysis.queries.tree import AnalysisTree
from casement.rooms.analysis.vocabulary import EpisodeState


def tree(seat: Seat) -> AnalysisTree:
    """Every chosen episode, every pattern and every finding, whole, with all statements: five queries.

    Raises NotHere when this seat may not read the analysis. What a source's own access keeps from this seat is
    left out of the evidence (`EvidenceView.open`), though the evidence itself counts.
    """
    told = placed(seat, Q())
    every = Q(number__gt=0)
    beside = belongings(seat, episode=every, pattern=every, finding=every)
    chosen = episodes.joined(episodes.rows(seat, Q(state=EpisodeState.CHOSEN)), told, beside)
    return AnalysisTree(
        episodes=chosen,
        patterns=tuple(patterns.view_of(head, told, beside) for head in patterns.rows(seat, Q())),
        findings=tuple(findings.view_of(head, told, beside) for head in findings.rows(seat, Q())),
        statements={one.view.number: one.view for one in told},
    )
