"""Polls: which dates were offered to whom, and what they answered. A poll is open until its dates are taken."""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.planning.models.plan import PlanRow
from casement.rooms.reviews.models import Participation, Review

PERSON = settings.AUTH_USER_MODEL


class Address(models.Model):
    """Where mail about dates reaches somebody who has no account."""

    participation = models.OneToOneField(Participation, on_delete=models.CASCADE, related_name="+")
    email = models.EmailField()
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("email", "by")
        sensitive = ()
        plain = ("participation", "at")


class Poll(models.Model):
    """Dates offered for some meetings of the plan. States: open, past its day, over when `closed_at` is set."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    rows = models.ManyToManyField(PlanRow, related_name="+")
    answer_by = models.DateField()
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    closed_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by",)
        sensitive = ()
        plain = ("review", "number", "answer_by", "at", "closed_at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="poll_number")]


class Slot(models.Model):
    """One date that is offered."""

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="slots")
    starts_at = models.DateTimeField()

    class Privacy:
        personal = ()
        sensitive = ()
        plain = ("poll", "starts_at")

    class Meta:
        ordering = ["starts_at"]
        constraints = [models.UniqueConstraint(fields=["poll", "starts_at"], name="slot_once")]


class Asked(models.Model):
    """One person who is asked. What they need is for whoever arranges the meetings, and for nobody else."""

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="asked")
    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="+")
    answered_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    access_needs = models.TextField(blank=True)
    interpreter = models.CharField(max_length=80, blank=True)

    class Privacy:
        personal = ("participation",)
        sensitive = ("access_needs", "interpreter")
        plain = ("poll", "answered_at", "reminded_at")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["poll", "participation"], name="asked_once")]


class PollAnswer(models.Model):
    """What one person said to one date: yes, must (if I must), no."""

    asked = models.ForeignKey(Asked, on_delete=models.CASCADE, related_name="answers")
    slot = models.ForeignKey(Slot, on_delete=models.CASCADE, related_name="answers")
    says = models.CharField(max_length=4)

    class Privacy:
        personal = ("says",)
        sensitive = ()
        plain = ("asked", "slot")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asked", "slot"], name="answer_once")]
