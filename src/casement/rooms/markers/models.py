"""Answers of the self-check. An answer is never changed: whoever thinks again answers again, and the newest of a
level counts.
"""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.reviews.models import Participation, Review


class MarkerAnswer(models.Model):
    """What one level answered to one marker. `rests` are [key, sentence] of the record, as it stood that day;
    each is told to those who may know that part of the record.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    marker = models.CharField(max_length=20)
    version = models.CharField(max_length=20)
    level = models.CharField(max_length=12)
    text = models.TextField()
    concern = models.BooleanField()
    next_step = models.TextField(blank=True)
    rests = models.JSONField(default=list)
    place = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by", "place")
        sensitive = ("text", "concern", "next_step", "rests")
        plain = ("review", "number", "marker", "version", "level", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="marker_answer_number")]
