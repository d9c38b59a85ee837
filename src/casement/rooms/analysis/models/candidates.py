"""What was decided about candidates for an episode. Rows are only ever added.

A candidate itself is never stored: it is found anew in the material, and known by its mark, which changes as soon
as what it rests on does. Its last decision stands.
"""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.analysis.models.episodes import Episode
from casement.rooms.analysis.models.open_queries import OpenQuery
from casement.rooms.reviews.models import Review


class CandidateDecision(models.Model):
    """One line of the decision log: taken as an episode, set aside, asked about, or looked at again.

    `said` is the reason in words with which it was proposed, `rests` what it rested on then.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    mark = models.CharField(max_length=16)
    sort = models.CharField(max_length=16)  # turning_point, density, conflict, gap
    said = models.TextField()
    rests = models.JSONField(default=list)  # "entry 12", "passage 3 100 180"
    decision = models.CharField(max_length=12)  # taken, set_aside, asked, reopened
    reason = models.TextField(blank=True)
    episode = models.ForeignKey(Episode, null=True, on_delete=models.PROTECT, related_name="+")
    query = models.ForeignKey(OpenQuery, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("said", "reason")
        plain = ("review", "number", "mark", "sort", "rests", "decision", "episode", "query", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="candidate_decision_number")]
