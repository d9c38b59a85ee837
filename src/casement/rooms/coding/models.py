"""Open codes, marks and memos. A mark is live until `removed_at` is set (removal can be undone)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casement.foundation.clock import now
from casement.rooms.reviews.models import FrameworkItem, Review
from casement.rooms.sources.models import Excerpt, Source


class Code(models.Model):
    """An open code of this review, beside the frameworks. Retired codes keep their marks."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    label = models.CharField(max_length=120)
    definition = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    retired_at = models.DateTimeField(null=True)
    edition = models.IntegerField(default=1)  # goes up with every new wording

    class Privacy:
        personal = ("by",)
        sensitive = ("label", "definition")
        plain = ("review", "number", "at", "retired_at", "edition")

    class Meta:
        ordering = ["label"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="code_number"),
            models.UniqueConstraint(fields=["review", "label"], name="code_label"),
        ]


class CodeText(models.Model):
    """What an open code said before, or what somebody wrote while another saved (`kept_beside`)."""

    code = models.ForeignKey(Code, on_delete=models.CASCADE, related_name="texts")
    edition = models.IntegerField()  # the edition it was, or the one it was written over
    label = models.CharField(max_length=120)
    definition = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    kept_beside = models.BooleanField(default=False)

    class Privacy:
        personal = ("by",)
        sensitive = ("label", "definition")
        plain = ("code", "edition", "at", "kept_beside")

    class Meta:
        ordering = ["-pk"]


class Mark(models.Model):
    """A factor or an open code applied to an excerpt, with its influence."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    excerpt = models.ForeignKey(Excerpt, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(FrameworkItem, null=True, on_delete=models.PROTECT, related_name="+")
    code = models.ForeignKey(Code, null=True, on_delete=models.PROTECT, related_name="marks")
    influence = models.CharField(max_length=42, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True)
    sent_key = models.CharField(max_length=40, blank=True)  # one per attempt, so a retry marks once

    class Privacy:
        personal = ("by",)
        sensitive = ()
        plain = ("review", "number", "excerpt", "item", "code", "influence", "at", "removed_at", "sent_key")

    class Meta:
        ordering = ["number"]
        indexes = [
            models.Index(fields=["review", "item", "by"], name="mark_item"),
            models.Index(fields=["code", "by"], name="mark_code"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="mark_number"),
            models.UniqueConstraint(
                fields=["review", "by", "sent_key"], condition=~Q(sent_key=""), name="mark_sent_once"
            ),
            models.CheckConstraint(
                condition=Q(item=None, code__isnull=False) | Q(item__isnull=False, code=None),
                name="mark_has_one_code",
            ),
        ]


class Memo(models.Model):
    """A note on a mark or a source. Private ones are seen by their writer only."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    mark = models.ForeignKey(Mark, null=True, on_delete=models.CASCADE, related_name="memos")
    source = models.ForeignKey(Source, null=True, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    private = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("text",)
        plain = ("review", "number", "mark", "source", "private", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="memo_number")]
