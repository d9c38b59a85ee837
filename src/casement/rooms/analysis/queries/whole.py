"""The whole analysis in a fixed number of queries."""

from django.db.models import Q

from casement.foundation.access import Seat
from casement.rooms.analysis.queries.belongings import belongings
from casement.rooms.analysis.queries.episodes import joined
from casement.rooms.analysis.queries.episodes import rows as episode_rows
from casement.rooms.analysis.queries.findings import rows as finding_rows
from casement.rooms.analysis.queries.findings import view_of as finding_view
from casement.rooms.analysis.queries.gathering import placed
from casement.rooms.analysis.queries.patterns import rows as pattern_rows
from casement.rooms.analysis.queries.patterns import view_of as pattern_view
from casement.rooms.analysis.queries.perspectives import around, period_view
from casement.rooms.analysis.queries.tree import AnalysisTree
from casement.rooms.analysis.vocabulary import EpisodeState


def tree(seat: Seat) -> AnalysisTree:
    """Every period, chosen episode, pattern and finding, whole, with all statements: six queries.

    Raises NotHere when this seat may not read the analysis. What a source's own access keeps from this seat is
    left out of the evidence (`EvidenceView.open`), though the evidence itself counts.
    """
    told = placed(seat, Q())
    every = Q(number__gt=0)
    beside = belongings(seat, episode=every, pattern=every, finding=every)
    chosen = joined(episode_rows(seat, Q(state=EpisodeState.CHOSEN)), told, beside)
    found = around(seat)
    return AnalysisTree(
        episodes=chosen,
        patterns=tuple(pattern_view(head, told, beside) for head in pattern_rows(seat, Q())),
        findings=tuple(finding_view(head, told, beside) for head in finding_rows(seat, Q())),
        statements={one.view.number: one.view for one in told},
        periods=tuple(period_view(head, told, found.remarks) for head in found.heads),
    )
