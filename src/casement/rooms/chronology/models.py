"""Chronologies. An import is at file, columns, rows or done; a row is waiting, in, or left_out with a reason."""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.reviews.models import Agency, DatedAs, Review


class Import(models.Model):
    """One file of one agency's chronology and how we understood it."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    sheet = models.CharField(max_length=120, blank=True)
    header_row = models.IntegerField(default=0)  # as numbered in the file, from 1
    mapping = models.JSONField(default=list)  # per column: {heading, field, reason}
    notes = models.JSONField(default=list)  # sentences: hidden sheet, formulas without values...
    state = models.CharField(max_length=10, default="columns")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    job_id = models.BigIntegerField(null=True)

    class Privacy:
        personal = ("by",)
        sensitive = ("name", "sheet", "mapping", "notes")
        plain = ("review", "number", "agency", "sha256", "size", "header_row", "state", "at", "job_id")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="import_number")]


class Entry(DatedAs):
    """One recorded contact or event, in the words of one agency. Fact and analysis stay apart."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    event = models.TextField()
    source_record = models.TextField(blank=True)
    present = models.TextField(blank=True)
    action = models.TextField(blank=True)
    analysis = models.TextField(blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("added_by",)
        sensitive = ("event", "source_record", "present", "action", "analysis")
        plain = ("review", "number", "agency", "added_at", "removed_at", "date_recorded", "date_start",
                 "date_end", "date_time", "date_precision", "date_edtf")  # fmt: skip

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "entries"
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="entry_number")]


class ImportRow(models.Model):
    """One row of the file, word for word, and what became of it."""

    imported = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows")
    row = models.IntegerField()  # as numbered in the file, from 1
    cells = models.JSONField(default=list)
    state = models.CharField(max_length=10)
    reason = models.TextField(blank=True)
    correction = models.JSONField(default=dict)
    entry = models.ForeignKey(Entry, null=True, on_delete=models.SET_NULL, related_name="rows")

    class Privacy:
        personal = ()
        sensitive = ("cells", "reason", "correction")
        plain = ("imported", "row", "state", "entry")

    class Meta:
        ordering = ["row"]
        constraints = [models.UniqueConstraint(fields=["imported", "row"], name="import_row_once")]


class Revision(models.Model):
    """What an entry said before it was corrected, and why it was."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="revisions")
    before = models.JSONField()
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("before", "reason")
        plain = ("entry", "at")
