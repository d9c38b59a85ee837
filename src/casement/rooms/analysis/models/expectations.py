"""What the team would expect to have been told if a claim were not so. It says where to look for the other side."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casement.foundation.clock import now
from casement.rooms.analysis.models.episodes import Episode
from casement.rooms.analysis.models.findings import Finding
from casement.rooms.analysis.models.patterns import Pattern
from casement.rooms.reviews.models import Review


class Expectation(models.Model):
    """One thing that somebody would have said or written if a pattern, finding or episode were otherwise."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    episode = models.ForeignKey(Episode, null=True, on_delete=models.CASCADE, related_name="expectations")
    pattern = models.ForeignKey(Pattern, null=True, on_delete=models.CASCADE, related_name="expectations")
    finding = models.ForeignKey(Finding, null=True, on_delete=models.CASCADE, related_name="expectations")
    text = models.TextField()
    voice = models.CharField(max_length=8, blank=True, default="")  # whose words; empty where nobody said
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    taken_back_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by",)
        sensitive = ("text",)
        plain = ("review", "number", "episode", "pattern", "finding", "voice", "at", "taken_back_at")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="expectation_number"),
            models.CheckConstraint(
                condition=Q(episode__isnull=False, pattern=None, finding=None)
                | Q(episode=None, pattern__isnull=False, finding=None)
                | Q(episode=None, pattern=None, finding__isnull=False),
                name="expectation_of_one_claim",
            ),
        ]
