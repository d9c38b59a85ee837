"""What was brought in. A batch holds uploads; an upload becomes a source or is refused with a sentence.

Uploads are waiting, reading, in, or refused. A source's text is an immutable version; offsets are code points
of one version, start inclusive and end exclusive. A source that was taken out has a Withdrawal row.
"""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.reviews.models import Agency, DatedAs, Participation, Review


class Batch(models.Model):
    """Files brought in together, by one person."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    job_id = models.BigIntegerField(null=True)

    class Privacy:
        personal = ("by",)
        sensitive = ()
        plain = ("review", "number", "at", "job_id")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="batch_number")]


class Source(DatedAs):
    """One record, conversation or family contribution, belonging to an agency or a participant."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    kind = models.CharField(max_length=14)  # record, conversation, family
    title = models.CharField(max_length=200)
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    participation = models.ForeignKey(Participation, null=True, on_delete=models.PROTECT, related_name="+")
    access = models.CharField(max_length=12, default="team")  # team, leads
    use = models.CharField(max_length=20, default="quotable_by_role")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=now)
    current = models.ForeignKey("Version", null=True, on_delete=models.PROTECT, related_name="+")

    class Privacy:
        personal = ("added_by",)
        sensitive = ("title",)
        plain = ("review", "number", "kind", "agency", "participation", "access", "use", "added_at", "current",
                 "date_recorded", "date_start", "date_end", "date_time", "date_precision",
                 "date_edtf")  # fmt: skip

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="source_number")]


class Upload(models.Model):
    """One file as it arrived: its name, its bytes by hash, and what became of it."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="uploads")
    position = models.IntegerField()
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    state = models.CharField(max_length=10, default="waiting")
    sentence = models.TextField(blank=True)
    wanted = models.JSONField(default=dict)  # title, kind, agency, date... as asked for
    source = models.ForeignKey(Source, null=True, on_delete=models.CASCADE, related_name="uploads")

    class Privacy:
        personal = ()
        sensitive = ("name", "sentence", "wanted")
        plain = ("batch", "position", "sha256", "size", "state", "source")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["batch", "position"], name="upload_position")]


class Version(models.Model):
    """The text of a source, never changed. `anchors` are [kind, label, start, end] lists in order of start."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="versions")
    number = models.IntegerField()
    text = models.TextField()
    anchors = models.JSONField(default=list)
    kept = models.JSONField(default=list)
    dropped = models.JSONField(default=list)
    media_type = models.CharField(max_length=120)
    original_name = models.CharField(max_length=255, blank=True)
    original_sha256 = models.CharField(max_length=64, blank=True)
    original_size = models.BigIntegerField(default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("text", "kept", "dropped", "original_name")
        plain = ("source", "number", "anchors", "media_type", "original_sha256", "original_size", "at")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "number"], name="version_number")]


class Excerpt(models.Model):
    """A passage that other things cite. `quote` equals version.text[start:end], always."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="excerpts")
    start = models.IntegerField()
    end = models.IntegerField()
    quote = models.TextField()
    use = models.CharField(max_length=20, default="quotable_by_role")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("quote",)
        plain = ("review", "number", "version", "start", "end", "use", "at")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="excerpt_number"),
            models.UniqueConstraint(fields=["version", "start", "end"], name="excerpt_once"),
            models.CheckConstraint(
                condition=models.Q(start__gte=0) & models.Q(end__gt=models.F("start")), name="excerpt_span"
            ),
        ]


class Withdrawal(models.Model):
    """A source was taken out of the review. The row exists, so what rested on it shows as unsupported."""

    source = models.OneToOneField(Source, on_delete=models.CASCADE, related_name="withdrawal")
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("reason",)
        plain = ("source", "at")
