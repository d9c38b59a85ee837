"""Which episodes and findings there are, by number alone."""

from django.db.models import Value

from casement.rooms.analysis.models import Episode, Finding
from casement.rooms.analysis.vocabulary import EpisodeState, FindingState


def numbers(review: int) -> list[tuple[str, int]]:
    """Chosen episodes and findings that stand, by kind and number; one query."""
    episodes = Episode.objects.filter(review=review, state=EpisodeState.CHOSEN).order_by()
    findings = Finding.objects.filter(review=review).exclude(state__in=(FindingState.MERGED, FindingState.DROPPED))
    rows = episodes.values_list(Value("episode"), "number").union(
        findings.order_by().values_list(Value("finding"), "number"), all=True
    )
    return sorted(rows)
