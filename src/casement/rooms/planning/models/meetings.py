"""Meetings as dates: when and where, who is asked, and what they answered.

A meeting is arranged, invited (when its first invitations left), or cancelled. What it is about and what came of it
belong to the room of meetings.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casement.foundation.clock import now
from casement.rooms.planning.models.plan import PlanRow
from casement.rooms.reviews.models import Participation, Review

PERSON = settings.AUTH_USER_MODEL


class Meeting(models.Model):
    """One meeting with its time and place. `sequence` rises with every change that people are told of."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    row = models.ForeignKey(PlanRow, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    call_link = models.URLField(blank=True)
    sequence = models.IntegerField(default=0)
    changed_at = models.DateTimeField(default=now)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_why = models.TextField(blank=True)
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("place", "call_link", "cancelled_why")
        plain = ("review", "number", "row", "starts_at", "ends_at", "sequence", "changed_at", "cancelled_at", "at")

    class Meta:
        ordering = ["starts_at", "number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="meeting_number"),
            models.UniqueConstraint(fields=["row"], condition=Q(cancelled_at=None), name="one_meeting_a_row"),
        ]


class Invitee(models.Model):
    """One person who is asked to a meeting. `uid` names the meeting in their calendar and nobody else's.

    `sent_sequence` is the edition they were last told of, None before the first. `ended_at`: no longer asked.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="invitees")
    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="+")
    needed = models.BooleanField(default=True)
    uid = models.CharField(max_length=120, unique=True)
    sent_sequence = models.IntegerField(null=True)
    sent_to = models.EmailField(blank=True)
    sent_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    reply = models.CharField(max_length=5, blank=True)
    replied_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("participation", "sent_to", "reply")
        sensitive = ("uid",)
        plain = ("meeting", "needed", "sent_sequence", "sent_at", "reminded_at", "replied_at", "ended_at")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "participation"], name="invitee_once")]


class ReplyNote(models.Model):
    """A calendar reply that was not taken, and why; who sent it is not kept."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    meeting = models.ForeignKey(Meeting, null=True, on_delete=models.CASCADE, related_name="+")
    why = models.CharField(max_length=10)
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ()
        plain = ("review", "meeting", "why", "at")
