"""Words in a text that may identify somebody, what was decided about them, and passages that were blacked out."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.reviews.models import Identity, Review
from casement.rooms.sources.models.material import Source


class Mention(models.Model):
    """The same words wherever they stand in a source's text, why they were proposed, and what a person decided.

    States: open while `decision` is empty, then mask (shown as `label`) or leave. `places` are [start, end] lists
    in the newest text. Rows nobody decided about go when the words are no longer proposed.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="mentions")
    number = models.IntegerField()
    words = models.CharField(max_length=300)
    kind = models.CharField(max_length=12)  # register, nearly, name, by_hand, or the pattern that found it
    why = models.TextField(blank=True)
    identity = models.ForeignKey(Identity, null=True, on_delete=models.SET_NULL, related_name="+")
    proposed = models.CharField(max_length=80, blank=True)  # the label that was proposed
    doubtful = models.BooleanField(default=False)
    places = models.JSONField(default=list)
    decision = models.CharField(max_length=6, blank=True)
    label = models.CharField(max_length=80, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by", "words")
        sensitive = ("why", "label", "proposed")
        plain = ("source", "number", "kind", "identity", "doubtful", "places", "decision", "at")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["source", "number"], name="mention_number"),
            models.UniqueConstraint(fields=["source", "words"], name="mention_once"),
        ]


class Redaction(models.Model):
    """Words were blacked out for good in every text of a source: where and why, never which words.

    `likeness` is a keyed fingerprint of the words (`rules.returning`), by which they are known again when a
    corrected file brings them back; `word_count` is how many they were. Neither tells a reader of the table the
    words.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="redactions")
    length = models.IntegerField()
    word_count = models.IntegerField(default=0)
    likeness = models.CharField(max_length=64, blank=True)
    places = models.IntegerField()
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("reason",)
        plain = ("review", "number", "source", "length", "word_count", "likeness", "places", "at")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="redaction_number")]
