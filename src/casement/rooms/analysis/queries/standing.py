"""The facts that the rules weigh: what an episode or a finding holds, counted from what is live now."""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.db.models import Q

from casement.foundation.access import Seat
from casement.rooms.analysis.models import Finding
from casement.rooms.analysis.queries.gathering import by_part, placed
from casement.rooms.analysis.queries.tree import EpisodeView, FindingView, Parts, StatementView
from casement.rooms.analysis.rules.episodes import EpisodeFacts
from casement.rooms.analysis.rules.findings import FindingFacts
from casement.rooms.analysis.rules.support import needs_evidence


def of_episode(view: EpisodeView) -> EpisodeFacts:
    """What an episode holds, for the rules that say what is open."""
    told = every(view.parts)
    return EpisodeFacts(
        dated=bool(view.began_recorded),
        strands=len(view.strands) + len(view.roles),
        written=amounts(view.parts),
        cited=Counter(one.part for one in told if any(piece.live for piece in one.supporting)),
        resting_on_nothing=resting(told) + resting(how for use in view.factor_uses for how in use.how),
        tendency=view.tendency,
        standard=view.standard,
        standard_applied=view.standard_applied,
        hindsight_check=view.hindsight_check,
        outcome_check=view.outcome_check,
        difficulty_check=view.difficulty_check,
        factor_levels=frozenset(use.level for use in view.factor_uses),
        no_factors_reason=view.no_factors_reason,
        confidence=view.confidence,
    )


def of_finding(view: FindingView) -> FindingFacts:
    """What a finding holds, for the rules that say where it may go."""
    told = every(view.layers)
    return FindingFacts(
        title=view.title,
        written=amounts(view.layers),
        figures=len(view.prevalences),
        questions=len(view.questions),
        against=sum(1 for one in told for piece in one.against if piece.live),
        searches=len(view.searches),
        confidence=view.confidence,
        confidence_reason=view.confidence_reason,
        direction=view.direction,
        primary=view.primary is not None,
        resting_on_nothing=resting(told),
        state=view.state,
    )


def finding_facts(seat: Seat, finding: Finding) -> FindingFacts:
    """The same, for a command that holds the row."""
    told = tuple(one.view for one in placed(seat, Q(finding=finding)))
    return FindingFacts(
        title=finding.title,
        written=amounts(by_part(told)),
        figures=finding.prevalences.filter(removed_at=None).count(),
        questions=finding.board_questions.filter(removed_at=None).count(),
        state=finding.state,
    )


def every(parts: Parts) -> tuple[StatementView, ...]:
    """All statements of all parts."""
    return tuple(view for views in parts.values() for view in views)


def amounts(parts: Parts) -> Mapping[str, int]:
    """How many statements each part holds."""
    return {part: len(views) for part, views in parts.items()}


def resting(told: Iterable[StatementView]) -> int:
    """How many statements rest on nothing and are not marked as our inference."""
    return sum(needs_evidence(view.part, view.support) for view in told)
