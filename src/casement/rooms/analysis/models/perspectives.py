"""Periods of the narrative of perspectives. What each role knew, thought and felt in one are statements."""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.reviews.models import DatedAs, Review


class Period(DatedAs):
    """A stretch of time, told from several places side by side. `date_*` is its beginning, `until_*` its end."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    title = models.CharField(max_length=200)
    until_recorded = models.CharField(max_length=200, blank=True)
    until_start = models.DateField(null=True)
    until_end = models.DateField(null=True)
    edition = models.IntegerField(default=1)  # raised with every change of its facts
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by",)
        sensitive = ("title",)
        plain = ("review", "number", "date_recorded", "date_start", "date_end", "date_time", "date_precision",
                 "date_edtf", "until_recorded", "until_start", "until_end", "edition", "at",
                 "removed_at")  # fmt: skip

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="period_number")]
