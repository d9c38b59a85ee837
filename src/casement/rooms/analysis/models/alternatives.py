"""What else could explain what a finding says, and what the team made of it. Answers are only ever added."""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.analysis.models.findings import Finding
from casement.rooms.reviews.models import Review


class Alternative(models.Model):
    """Another explanation of the same facts. Open until answered; its last answer stands."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="alternatives")
    text = models.TextField()
    would_speak = models.TextField(blank=True)  # what would speak for it
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("text", "would_speak")
        plain = ("review", "number", "finding", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="alternative_number")]


class AlternativeAnswer(models.Model):
    """What the team made of another explanation: set aside, taken up, or open again."""

    alternative = models.ForeignKey(Alternative, on_delete=models.CASCADE, related_name="answers")
    answer = models.CharField(max_length=12)  # set_aside, taken_up, open
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("reason",)
        plain = ("alternative", "answer", "at")

    class Meta:
        ordering = ["pk"]
