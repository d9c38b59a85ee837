"""The reports of a review. A section's text is edited by the team; references in it stay live.

`text` is Markdown with references such as {{statement 12}}, {{finding 2}}, {{episodes}} and {{cite 45}}.
"""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.reviews.models import Review


class Report(models.Model):
    """One report of a review; `kind` is final, follow_on_1 or follow_on_2."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    kind = models.CharField(max_length=20, default="final")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ()
        sensitive = ()
        plain = ("review", "number", "kind", "at")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "kind"], name="one_report_of_a_kind")]


class Section(models.Model):
    """One section, in order; `edition` is the version token of optimistic editing."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="sections")
    key = models.CharField(max_length=40)
    order = models.IntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    edition = models.IntegerField(default=1)

    class Privacy:
        personal = ()
        sensitive = ("title", "text")
        plain = ("report", "key", "order", "edition")

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["report", "key"], name="section_key")]


class SectionText(models.Model):
    """Every text a section has had, and texts that lost a race (`kept_beside`)."""

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="texts")
    edition = models.IntegerField()
    text = models.TextField()
    kept_beside = models.BooleanField(default=False)
    settled_at = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("text",)
        plain = ("section", "edition", "kept_beside", "settled_at", "at")


class Export(models.Model):
    """A copy that left Casement: which edition and format, its hash, who made it, its copy number.

    States: making, then ready with its hash, or failed with a sentence.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="exports")
    number = models.IntegerField()
    edition = models.CharField(max_length=12)  # internal, publishable
    format = models.CharField(max_length=5)  # docx, pdf, html
    state = models.CharField(max_length=8, default="making")
    sentence = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    by_label = models.CharField(max_length=80)
    job_id = models.BigIntegerField(null=True)
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("by_label", "sentence")
        plain = ("report", "number", "edition", "format", "state", "sha256", "job_id", "at")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="copy_number")]
