"""Actions of a response: what is to change in the conditions of work, what was done, and what came of it."""

from django.db import models

from casement.foundation.clock import now
from casement.rooms.analysis.models import BoardQuestion
from casement.rooms.responses.vocabulary import Doing
from casement.rooms.reviews.models import Agency, Participation, Review


class ResponseAction(models.Model):
    """One action. Without an `agency` the board itself does it. `doing` is what the newest progress says."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    question = models.ForeignKey(BoardQuestion, on_delete=models.CASCADE, related_name="+")
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    what = models.TextField()
    due_on = models.DateField(null=True)
    due_words = models.CharField(max_length=200, blank=True)
    measure = models.TextField(blank=True)
    baseline = models.TextField(blank=True)
    source = models.TextField(blank=True)
    look_on = models.DateField(null=True)
    doing = models.CharField(max_length=12, default=Doing.NOT_STARTED)
    edition = models.IntegerField(default=1)
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("what", "due_words", "measure", "baseline", "source")
        plain = ("review", "number", "question", "agency", "due_on", "look_on", "doing", "edition", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="response_action_number")]


class ActionVersion(models.Model):
    """What an action said in one edition, as pairs of words; also what lost a race. Never changed."""

    action = models.ForeignKey(ResponseAction, on_delete=models.CASCADE, related_name="versions")
    edition = models.IntegerField()
    kept_beside = models.BooleanField(default=False)
    told = models.JSONField()
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("told",)
        plain = ("action", "edition", "kept_beside", "at")

    class Meta:
        ordering = ["pk"]


class Progress(models.Model):
    """What was done about an action by a day. Never changed. `look_on` is the next look that was agreed."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    action = models.ForeignKey(ResponseAction, on_delete=models.CASCADE, related_name="progress")
    doing = models.CharField(max_length=12)
    text = models.TextField()
    look_on = models.DateField(null=True)
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("text",)
        plain = ("review", "number", "action", "doing", "look_on", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="progress_number")]


class Impact(models.Model):
    """Dated evidence of what became different, and who says so. Of a question, or of one action of it."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    question = models.ForeignKey(BoardQuestion, on_delete=models.CASCADE, related_name="+")
    action = models.ForeignKey(ResponseAction, null=True, on_delete=models.CASCADE, related_name="impact")
    difference = models.CharField(max_length=12)
    evidence = models.TextField()
    said_by = models.CharField(max_length=200)
    on = models.DateField()
    reopens = models.BooleanField(default=False)
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("difference", "evidence", "said_by")
        plain = ("review", "number", "question", "action", "on", "reopens", "at")

    class Meta:
        ordering = ["on", "number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="impact_number")]
