"""What the case group is given to read, what it says of it, and what becomes of each comment."""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.reports.models.report import Report
from casement.rooms.reviews.models import Participation, Review


class Issued(models.Model):
    """One edition of a follow-on report, frozen as it was given to the case group; its text never changes.

    States: comments are asked for until `comments_by`, then late; it can be read until `until`, or until it was
    taken back (`ended_at`).
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="issued")
    number = models.IntegerField()
    tree = models.TextField()
    sha256 = models.CharField(max_length=64)
    comments_by = models.DateField()
    until = models.DateField()
    downloads = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)
    ended_because = models.TextField(blank=True)

    class Privacy:
        personal = ("by",)
        sensitive = ("tree", "ended_because")
        plain = ("report", "number", "sha256", "comments_by", "until", "downloads", "at", "ended_at")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="issued_number")]


class Comment(models.Model):
    """What somebody said of a paragraph of an edition (0: of the whole). Taken back by its writer, never erased.

    `anonymous`: the group and the team read "a member of the case group"; leads see who wrote it. `told_at`: the
    leads told it to the group.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    issued = models.ForeignKey(Issued, on_delete=models.PROTECT, related_name="comments")
    paragraph = models.IntegerField()
    kind = models.CharField(max_length=12)
    text = models.TextField()
    anonymous = models.BooleanField(default=False)
    late = models.BooleanField(default=False)
    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    taken_back_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by", "participation")
        sensitive = ("text",)
        plain = ("review", "number", "issued", "paragraph", "kind", "anonymous", "late", "at", "taken_back_at",
                 "told_at")  # fmt: skip

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="comment_number")]


class CommentAnswer(models.Model):
    """What was done with a comment and why; the last that is not `beside` stands, the others are its history.

    `beside`: somebody else answered meanwhile, so this text came second and was kept.
    """

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="answers")
    disposition = models.CharField(max_length=12)
    text = models.TextField(blank=True)
    stands = models.BooleanField(default=False)  # the disagreement stays visible
    beside = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("text",)
        plain = ("comment", "disposition", "stands", "beside", "at")


class CommentBearing(models.Model):
    """A comment tied to the episode or finding it concerns, and what the team makes of it there.

    States: see vocabulary.Bearing. A new row takes the place of an older one for the same thing.
    """

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="bearings")
    owner = models.CharField(max_length=8)  # episode, finding
    about = models.IntegerField()
    status = models.CharField(max_length=10)
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("note",)
        plain = ("comment", "owner", "about", "status", "at")
