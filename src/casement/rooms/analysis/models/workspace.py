"""What the team does with candidate patterns: passages gathered, places given with reasons, what feeds what.

A gathered passage and a link stand until removed. A placement is never changed: the last one is where a pattern is.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casement.foundation.clock import now
from casement.rooms.analysis.models.patterns import Pattern
from casement.rooms.reviews.models import Review
from casement.rooms.sources.models import Excerpt


class GatheredPassage(models.Model):
    """A passage taken into a candidate pattern beside its factor uses, until it is taken out again."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    pattern = models.ForeignKey(Pattern, on_delete=models.CASCADE, related_name="passages")
    excerpt = models.ForeignKey(Excerpt, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by",)
        sensitive = ()
        plain = ("review", "number", "pattern", "excerpt", "at", "removed_at")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="gathered_passage_number"),
            models.UniqueConstraint(
                fields=["pattern", "excerpt"], condition=Q(removed_at=None), name="passage_gathered_once"
            ),
        ]


class PatternPlacement(models.Model):
    """Where the team put a pattern on one day, and why: take forward, keep watching, case learning only."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    pattern = models.ForeignKey(Pattern, on_delete=models.CASCADE, related_name="placements")
    priority = models.CharField(max_length=16)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("reason",)
        plain = ("review", "number", "pattern", "priority", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="placement_number")]


class PatternLink(models.Model):
    """One pattern feeds another, with the reason why the team thinks so. Stands until removed."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    feeds = models.ForeignKey(Pattern, on_delete=models.CASCADE, related_name="links_out")
    fed = models.ForeignKey(Pattern, on_delete=models.CASCADE, related_name="links_in")
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by",)
        sensitive = ("reason",)
        plain = ("review", "number", "feeds", "fed", "at", "removed_at")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="pattern_link_number"),
            models.CheckConstraint(condition=~Q(feeds=models.F("fed")), name="pattern_feeds_another"),
        ]
