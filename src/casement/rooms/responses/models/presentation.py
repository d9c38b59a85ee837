"""The presentation to the board: when it was, who was there, and what was said finding by finding."""

from django.db import models

from casement.foundation.clock import now
from casement.rooms.analysis.models import Finding
from casement.rooms.planning.models import Meeting
from casement.rooms.reviews.models import Participation, Review


class Presentation(models.Model):
    """One presentation. Where it was a meeting of the plan, agenda and minutes stand there and not here."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    meeting = models.ForeignKey(Meeting, null=True, on_delete=models.SET_NULL, related_name="+")
    on = models.DateField()
    present = models.TextField()
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("present",)
        plain = ("review", "number", "meeting", "on", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="presentation_number")]


class PresentationNote(models.Model):
    """One entry: what was discussed, a challenge and the role it came from, or a puzzle that was handed over.

    Never changed; one that was taken back is shown no more.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    presentation = models.ForeignKey(Presentation, on_delete=models.CASCADE, related_name="notes")
    number = models.IntegerField()
    finding = models.ForeignKey(Finding, null=True, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10)
    text = models.TextField()
    role = models.CharField(max_length=200, blank=True)
    taken_back_at = models.DateTimeField(null=True)
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("text", "role")
        plain = ("review", "presentation", "number", "finding", "kind", "taken_back_at", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="presentation_note_number")]
