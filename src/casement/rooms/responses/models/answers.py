"""What the board answers. An answer is never changed: whoever thinks again answers again, and the newest counts."""

from django.db import models

from casement.foundation.clock import now
from casement.rooms.analysis.models import BoardQuestion, Finding
from casement.rooms.reviews.models import Participation, Review


class BoardResponse(models.Model):
    """One answer to one question of the board. `kept_beside` is a text that lost a race: it never counts.

    `question_edition` is the wording of the question that was answered. Kind and level are those the board sees.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    question = models.ForeignKey(BoardQuestion, on_delete=models.CASCADE, related_name="+")
    edition = models.IntegerField()
    question_edition = models.IntegerField()
    kept_beside = models.BooleanField(default=False)
    decision = models.CharField(max_length=20)
    reasons = models.TextField()
    response_kind = models.CharField(max_length=28)
    level = models.CharField(max_length=20)
    reclassified = models.TextField(blank=True)
    priority = models.CharField(max_length=14, blank=True)
    fits = models.TextField(blank=True)
    position = models.TextField(blank=True)
    public_text = models.TextField(blank=True)
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("decision", "reasons", "reclassified", "fits", "position", "public_text")
        plain = ("review", "number", "question", "edition", "question_edition", "kept_beside", "response_kind",
                 "level", "priority", "at")  # fmt: skip

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="board_response_number"),
            models.UniqueConstraint(
                fields=["question", "edition"], condition=models.Q(kept_beside=False), name="board_response_edition"
            ),
        ]


class BoardView(models.Model):
    """What the board makes of a finding as a whole. Never changed; the newest that is not kept beside counts."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="+")
    edition = models.IntegerField()
    kept_beside = models.BooleanField(default=False)
    text = models.TextField()
    public_text = models.TextField(blank=True)
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("text", "public_text")
        plain = ("review", "number", "finding", "edition", "kept_beside", "at")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="board_view_number"),
            models.UniqueConstraint(
                fields=["finding", "edition"], condition=models.Q(kept_beside=False), name="board_view_edition"
            ),
        ]


class Raised(models.Model):
    """That a question was raised elsewhere, with what came back."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    question = models.ForeignKey(BoardQuestion, on_delete=models.CASCADE, related_name="+")
    to = models.CharField(max_length=200)
    on = models.DateField()
    asks = models.TextField(blank=True)
    reply = models.TextField(blank=True)
    replied_on = models.DateField(null=True)
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("to", "asks", "reply")
        plain = ("review", "number", "question", "on", "replied_on", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="raised_number")]


class Closing(models.Model):
    """That a question was closed, or opened again. Never changed; the newest of a question counts.

    `without_evidence` says why no entry of impact is there, where none is.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    question = models.ForeignKey(BoardQuestion, on_delete=models.CASCADE, related_name="+")
    closed = models.BooleanField()
    reason = models.TextField()
    without_evidence = models.TextField(blank=True)
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("reason", "without_evidence")
        plain = ("review", "number", "question", "closed", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="closing_number")]
