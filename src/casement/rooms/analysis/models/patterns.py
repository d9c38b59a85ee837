"""Candidate patterns, gathered from factor uses of several episodes."""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.analysis.models.episodes import FactorUse
from casement.rooms.reviews.models import FrameworkItem, Review


class Pattern(models.Model):
    """A candidate underlying pattern, gathered from factor uses of several episodes."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    title = models.CharField(max_length=300)
    primary = models.ForeignKey(FrameworkItem, null=True, on_delete=models.PROTECT, related_name="+")
    secondary = models.ManyToManyField(FrameworkItem, related_name="+")
    gathered = models.ManyToManyField(FactorUse, related_name="patterns")
    priority = models.CharField(max_length=16, default="not_placed")  # take_forward, keep_watching, case_learning
    priority_reason = models.TextField(blank=True)
    edition = models.IntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("title", "priority_reason")
        plain = ("review", "number", "primary", "priority", "edition", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="pattern_number")]
