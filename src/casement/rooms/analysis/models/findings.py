"""Findings and what belongs to one: figures, questions for the board, searches for the other side.

A finding goes candidate, drafted, tested_with_case_group, agreed_by_team, in_report, then presented, published,
in_library; or it is merged, dropped or kept as additional_learning.
"""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.analysis.models.episodes import Episode
from casement.rooms.analysis.models.patterns import Pattern
from casement.rooms.reviews.models import FrameworkItem, Review


class Finding(models.Model):
    """An evidenced statement of an underlying pattern and its consequence, in layers."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    title = models.CharField(max_length=400)
    pattern = models.ForeignKey(Pattern, null=True, on_delete=models.PROTECT, related_name="findings")
    primary = models.ForeignKey(FrameworkItem, null=True, on_delete=models.PROTECT, related_name="+")
    secondary = models.ManyToManyField(FrameworkItem, related_name="+")
    episodes = models.ManyToManyField(Episode, related_name="+")
    direction = models.CharField(max_length=20, blank=True)  # weakness, strength, both
    state = models.CharField(max_length=24, default="candidate")
    state_reason = models.TextField(blank=True)
    confidence = models.CharField(max_length=16, blank=True)
    confidence_reason = models.TextField(blank=True)
    order = models.IntegerField(default=0)
    edition = models.IntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("title", "state_reason", "confidence_reason")
        plain = ("review", "number", "pattern", "primary", "direction", "state", "confidence", "order",
                 "edition", "at")  # fmt: skip

    class Meta:
        ordering = ["order", "number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="finding_number")]


class Prevalence(models.Model):
    """How usual and widespread: a figure with its denominator, place, period and source, or "not known"."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="prevalences")
    not_known = models.BooleanField(default=False)
    would_need = models.TextField(blank=True)
    numerator = models.IntegerField(null=True)
    denominator = models.IntegerField(null=True)
    unit = models.CharField(max_length=120, blank=True)
    population = models.CharField(max_length=200, blank=True)
    geography = models.CharField(max_length=200, blank=True)
    period = models.CharField(max_length=120, blank=True)
    source_kind = models.CharField(max_length=30, blank=True)
    reference = models.TextField(blank=True)
    obtained = models.TextField(blank=True)
    limits = models.TextField(blank=True)
    removed_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ()
        sensitive = ("population", "geography", "reference", "would_need")
        plain = ("review", "number", "finding", "not_known", "numerator", "denominator", "unit", "period",
                 "source_kind", "obtained", "limits", "removed_at")  # fmt: skip

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="prevalence_number")]


class BoardQuestion(models.Model):
    """What a finding asks the board to think about, with the kind of response and the level."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="board_questions")
    text = models.TextField()
    response_kind = models.CharField(max_length=28)
    level = models.CharField(max_length=20)
    order = models.IntegerField(default=0)
    edition = models.IntegerField(default=1)
    removed_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ()
        sensitive = ("text",)
        plain = ("review", "number", "finding", "response_kind", "level", "order", "edition", "removed_at")

    class Meta:
        ordering = ["order", "number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="board_question_number")]


class CounterSearch(models.Model):
    """Somebody looked for what would weaken a claim: what for, where, with what result."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    episode = models.ForeignKey(Episode, null=True, on_delete=models.CASCADE, related_name="searches")
    pattern = models.ForeignKey(Pattern, null=True, on_delete=models.CASCADE, related_name="searches")
    finding = models.ForeignKey(Finding, null=True, on_delete=models.CASCADE, related_name="searches")
    looked_for = models.TextField()
    looked_where = models.TextField()
    found = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("looked_for", "looked_where", "found")
        plain = ("review", "number", "episode", "pattern", "finding", "at")

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "counter searches"
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="search_number")]
