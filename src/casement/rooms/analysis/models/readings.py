"""Second readings: somebody who had no part in it appraises an episode or a finding without seeing ours.

Open until handed in or given back. While one is open, its reader is kept out of the whole analysis (see
`Participation.secluded_at`).
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casement.foundation.clock import now
from casement.rooms.analysis.models.episodes import Episode
from casement.rooms.analysis.models.findings import Finding
from casement.rooms.reviews.models import Review


class SecondReading(models.Model):
    """One reading by one person. `ours` is what the team had written when it was handed in."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    episode = models.ForeignKey(Episode, null=True, on_delete=models.CASCADE, related_name="+")
    finding = models.ForeignKey(Finding, null=True, on_delete=models.CASCADE, related_name="+")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    why = models.TextField(blank=True)
    looked_before = models.BooleanField(default=False)  # had opened the analysis or the report before being asked
    text = models.TextField(blank=True)
    measured_by = models.TextField(blank=True)  # by which standard
    not_told = models.TextField(blank=True)  # what could not be told from the evidence
    ours = models.JSONField(default=list)  # [heading, text] pairs
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    handed_in_at = models.DateTimeField(null=True)
    given_back_at = models.DateTimeField(null=True)
    given_back_because = models.TextField(blank=True)

    class Privacy:
        personal = ("reader", "by")
        sensitive = ("why", "text", "measured_by", "not_told", "ours", "given_back_because")
        plain = ("review", "number", "episode", "finding", "looked_before", "at", "handed_in_at", "given_back_at")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="second_reading_number"),
            models.CheckConstraint(
                condition=Q(episode=None, finding__isnull=False) | Q(episode__isnull=False, finding=None),
                name="second_reading_of_one_thing",
            ),
        ]


class ReadingAnswer(models.Model):
    """What the team did with a second reading: what it changed, or kept, and why. Only ever added."""

    reading = models.ForeignKey(SecondReading, on_delete=models.CASCADE, related_name="answers")
    answer = models.CharField(max_length=12)  # changed, kept, open
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("reason",)
        plain = ("reading", "answer", "at")

    class Meta:
        ordering = ["pk"]
