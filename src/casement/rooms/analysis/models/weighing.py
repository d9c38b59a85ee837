"""What the team made of a passage that may speak against a claim. An answer stands until it is taken back."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casement.foundation.clock import now
from casement.rooms.analysis.models.episodes import Episode
from casement.rooms.analysis.models.findings import Finding
from casement.rooms.analysis.models.patterns import Pattern
from casement.rooms.chronology.models import Entry
from casement.rooms.reviews.models import Review
from casement.rooms.sources.models import Excerpt


class Weighed(models.Model):
    """One passage or chronology entry, weighed against one pattern, finding or episode.

    `quote` is the entry's event text as it was weighed. How the passage was found is not kept: it may have been by
    a mark that others may not see yet.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    episode = models.ForeignKey(Episode, null=True, on_delete=models.CASCADE, related_name="weighed")
    pattern = models.ForeignKey(Pattern, null=True, on_delete=models.CASCADE, related_name="weighed")
    finding = models.ForeignKey(Finding, null=True, on_delete=models.CASCADE, related_name="weighed")
    excerpt = models.ForeignKey(Excerpt, null=True, on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, null=True, on_delete=models.PROTECT, related_name="+")
    quote = models.TextField(blank=True)
    answer = models.CharField(max_length=12)  # weakens, does_not, unclear
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    taken_back_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by",)
        sensitive = ("quote", "reason")
        plain = ("review", "number", "episode", "pattern", "finding", "excerpt", "entry", "answer", "at",
                 "taken_back_at")  # fmt: skip

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "weighed"
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="weighed_number"),
            models.CheckConstraint(
                condition=Q(excerpt=None, entry__isnull=False) | Q(excerpt__isnull=False, entry=None),
                name="weighed_is_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(episode__isnull=False, pattern=None, finding=None)
                | Q(episode=None, pattern__isnull=False, finding=None)
                | Q(episode=None, pattern=None, finding__isnull=False),
                name="weighed_against_one_claim",
            ),
        ]
