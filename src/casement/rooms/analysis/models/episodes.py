"""Episodes (candidate, chosen or rejected) and the factors applied to them."""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.reviews.models import Agency, DatedAs, FrameworkItem, Participation, Review


class Episode(DatedAs):
    """A key practice episode, or a candidate for one. `date_*` is its beginning, `until_*` its end."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    title = models.CharField(max_length=200)
    until_recorded = models.CharField(max_length=200, blank=True)
    until_start = models.DateField(null=True)
    until_end = models.DateField(null=True)
    state = models.CharField(max_length=12, default="candidate")
    decision_reason = models.TextField(blank=True)
    tendency = models.CharField(max_length=12, blank=True)  # good, problematic, mixed, cannot_say
    standard = models.TextField(blank=True)
    standard_applied = models.TextField(blank=True)
    hindsight_check = models.TextField(blank=True)
    outcome_check = models.TextField(blank=True)
    difficulty_check = models.TextField(blank=True)
    hunch_category = models.ForeignKey(FrameworkItem, null=True, on_delete=models.PROTECT, related_name="+")
    no_factors_reason = models.TextField(blank=True)
    confidence = models.CharField(max_length=16, blank=True)
    confidence_reason = models.TextField(blank=True)
    edition = models.IntegerField(default=1)  # raised with every change of its facts
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    strands = models.ManyToManyField(Agency, related_name="+")
    roles = models.ManyToManyField(Participation, related_name="+")

    class Privacy:
        personal = ("by",)
        sensitive = ("title", "decision_reason", "standard", "standard_applied", "hindsight_check",
                     "outcome_check", "difficulty_check", "no_factors_reason", "confidence_reason")  # fmt: skip
        plain = ("review", "number", "state", "tendency", "hunch_category", "confidence", "edition", "at",
                 "until_recorded", "until_start", "until_end", "date_recorded", "date_start", "date_end",
                 "date_time", "date_precision", "date_edtf")  # fmt: skip

    class Meta:
        ordering = ["date_start", "number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="episode_number")]


class FactorUse(models.Model):
    """A factor applied to one episode: which way it worked, by whose account, how important to them."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    episode = models.ForeignKey(Episode, on_delete=models.CASCADE, related_name="factor_uses")
    item = models.ForeignKey(FrameworkItem, null=True, on_delete=models.PROTECT, related_name="+")
    free_text = models.CharField(max_length=200, blank=True)
    influence = models.CharField(max_length=42)
    account_of = models.ForeignKey(Participation, null=True, on_delete=models.PROTECT, related_name="+")
    importance = models.CharField(max_length=80, blank=True)
    reviewer_inference = models.BooleanField(default=False)
    confidence = models.CharField(max_length=16, blank=True)
    edition = models.IntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by",)
        sensitive = ("free_text", "importance")
        plain = ("review", "number", "episode", "item", "influence", "account_of", "reviewer_inference",
                 "confidence", "edition", "at", "removed_at")  # fmt: skip

    class Meta:
        ordering = ["item__order", "number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="factor_use_number")]
