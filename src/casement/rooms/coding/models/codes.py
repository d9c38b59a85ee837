"""Open codes of a review, and what they said before."""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.reviews.models import Review


class Code(models.Model):
    """An open code of this review, beside the frameworks. Retired codes keep their marks.

    `definition` says when to use it, `exclusion` when not, `example` shows one passage that fits.

    `parent` is the code it stands under. A `heading` only holds other codes and is not offered for marking.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    label = models.CharField(max_length=120)
    definition = models.TextField(blank=True)
    exclusion = models.TextField(blank=True)
    example = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    retired_at = models.DateTimeField(null=True)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    heading = models.BooleanField(default=False)
    edition = models.IntegerField(default=1)  # goes up with every new wording

    class Privacy:
        personal = ("by",)
        sensitive = ("label", "definition", "exclusion", "example")
        plain = ("review", "number", "at", "retired_at", "parent", "heading", "edition")

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
    exclusion = models.TextField(blank=True)
    example = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    kept_beside = models.BooleanField(default=False)

    class Privacy:
        personal = ("by",)
        sensitive = ("label", "definition", "exclusion", "example")
        plain = ("code", "edition", "at", "kept_beside")

    class Meta:
        ordering = ["-pk"]
