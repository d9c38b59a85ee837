"""Corrected files that somebody sent for a source, until a lead takes or leaves each of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.reviews.models import Review
from casement.rooms.sources.models.material import Source, TextCorrection


class CorrectedFile(models.Model):
    """A file sent in place of the one a source was read from. Nothing of the source changes until it is taken.

    States: waiting, reading, read (its text waits here for a lead), then taken or left; refused when it cannot be
    read. Once it is settled no word of its text stays here: a taken one has its own version, a left one has none.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="corrected_files")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    size = models.BigIntegerField(default=0)
    reason = models.TextField()
    state = models.CharField(max_length=10, default="waiting")
    sentence = models.TextField(blank=True)
    media_type = models.CharField(max_length=120, blank=True)
    text = models.TextField(blank=True)
    anchors = models.JSONField(default=list)
    kept = models.JSONField(default=list)
    dropped = models.JSONField(default=list)
    returned = models.IntegerField(default=0)  # how often words that were blacked out stood in it; they are gone
    job_id = models.BigIntegerField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True)
    correction = models.OneToOneField(TextCorrection, null=True, on_delete=models.PROTECT, related_name="came_by")

    class Privacy:
        personal = ("by", "settled_by")
        sensitive = ("name", "reason", "sentence", "text", "kept", "dropped")
        plain = ("review", "number", "source", "sha256", "size", "state", "media_type", "anchors", "returned",
                 "job_id", "at", "settled_at", "correction")  # fmt: skip

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="corrected_file_number")]
