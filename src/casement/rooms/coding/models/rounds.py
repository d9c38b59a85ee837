"""Blind rounds: several people mark the same texts with the same codes, and see each other's marks at the end.

A round is open until `closed_at` is set; it is never opened again. Its marks are copied when it closes, so that
its figures stay as they were whatever becomes of the marks.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casement.foundation.clock import now
from casement.rooms.coding.models.codes import Code
from casement.rooms.reviews.models import FrameworkItem, Participation, Review
from casement.rooms.sources.models import Source, Version


class Round(models.Model):
    """One blind round, and at its end how many marks stood in another text than the one it is about."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    name = models.CharField(max_length=120)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=now)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    elsewhere = models.IntegerField(default=0)

    class Privacy:
        personal = ("by", "closed_by")
        sensitive = ("name",)
        plain = ("review", "number", "opened_at", "closed_at", "elsewhere")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="round_number")]


class RoundText(models.Model):
    """A source of a round, in the text it had when the round was opened."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="texts")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")

    class Privacy:
        personal = ()
        sensitive = ()
        plain = ("round", "source", "version")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["round", "source"], name="round_source_once")]


class RoundCode(models.Model):
    """A factor or an open code that a round is about."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="codes")
    item = models.ForeignKey(FrameworkItem, null=True, on_delete=models.PROTECT, related_name="+")
    code = models.ForeignKey(Code, null=True, on_delete=models.PROTECT, related_name="+")

    class Privacy:
        personal = ()
        sensitive = ()
        plain = ("round", "item", "code")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "item"], name="round_item_once"),
            models.UniqueConstraint(fields=["round", "code"], name="round_code_once"),
            models.CheckConstraint(
                condition=Q(item=None, code__isnull=False) | Q(item__isnull=False, code=None),
                name="round_code_is_one",
            ),
        ]


class Coder(models.Model):
    """Somebody who takes part in a round. `place` (0, 1, ...) is drawn by lot and becomes "Coder A", "Coder B"."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="coders")
    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    place = models.IntegerField()

    class Privacy:
        personal = ("participation",)
        sensitive = ()
        plain = ("round", "place")

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["round", "participation"], name="coder_once"),
            models.UniqueConstraint(fields=["round", "place"], name="coder_place"),
        ]


class WentThrough(models.Model):
    """A coder says they are done with a text, as far as paragraph `upto` or, when that is 0, to its end.

    What a coder did not go through is not compared: a place they never read is not a place without a code.
    """

    coder = models.ForeignKey(Coder, on_delete=models.CASCADE, related_name="done")
    text = models.ForeignKey(RoundText, on_delete=models.CASCADE, related_name="done")
    upto = models.IntegerField(default=0)
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ()
        sensitive = ()
        plain = ("coder", "text", "upto", "at")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["coder", "text"], name="went_through_once")]


class RoundMark(models.Model):
    """A mark as it was when the round closed. `early` says that it was made before the round was opened."""

    coder = models.ForeignKey(Coder, on_delete=models.CASCADE, related_name="marks")
    text = models.ForeignKey(RoundText, on_delete=models.CASCADE, related_name="marks")
    code = models.ForeignKey(RoundCode, on_delete=models.PROTECT, related_name="+")
    start = models.IntegerField()
    end = models.IntegerField()
    influence = models.CharField(max_length=42, blank=True)
    early = models.BooleanField(default=False)

    class Privacy:
        personal = ()
        sensitive = ()
        plain = ("coder", "text", "code", "start", "end", "influence", "early")

    class Meta:
        ordering = ["start", "end", "pk"]


class Consensus(models.Model):
    """What was agreed about one paragraph. The newest row of a paragraph stands; earlier ones stay."""

    text = models.ForeignKey(RoundText, on_delete=models.CASCADE, related_name="consensus")
    paragraph = models.IntegerField()
    choice = models.CharField(max_length=8)  # keep, all, neither, reworded
    kept = models.ForeignKey(Coder, null=True, on_delete=models.PROTECT, related_name="+")
    wording = models.TextField(blank=True)
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("wording", "reason")
        plain = ("text", "paragraph", "choice", "kept", "at")

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["text", "paragraph"], name="consensus_of")]
