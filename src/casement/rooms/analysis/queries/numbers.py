"""Which episodes, findings and open queries there are, by number alone."""

from django.db.models import Value

from casement.rooms.analysis.models import Episode, Finding, OpenQuery
from casement.rooms.analysis.vocabulary import EpisodeState, FindingState


def numbers(review: int) -> list[tuple[str, int]]:
    """Chosen episodes, findings that stand, and queries that are open, by kind and number; one query."""
    episodes = Episode.objects.filter(review=review, state=EpisodeState.CHOSEN).order_by()
    findings = Finding.objects.filter(review=review).exclude(state__in=(FindingState.MERGED, FindingState.DROPPED))
    asked = OpenQuery.objects.filter(review=review, let_go_at=None, answers=None).order_by()
    rows = episodes.values_list(Value("episode"), "number").union(
        findings.order_by().values_list(Value("finding"), "number"),
        asked.values_list(Value("open_query"), "number"),
        all=True,
    )
    return sorted(rows)
