"""Who holds which conversation, and who may not sit in one with whom. Rows end; they are not changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casement.foundation.clock import now
from casement.rooms.reviews.models import Participation, Review

PERSON = settings.AUTH_USER_MODEL


class TieNote(models.Model):
    """Two people who may not sit in one conversation: a line of management, or a conflict of interest."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    listener = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="+")
    heard = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10)
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("listener", "heard", "by")
        sensitive = ("kind",)
        plain = ("review", "number", "at", "ended_at")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="tie_number")]


class Pair(models.Model):
    """The two who hold the conversation with `heard`. `reason` says why, where something speaks against it."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    heard = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="+")
    first = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Participation, null=True, on_delete=models.CASCADE, related_name="+")
    reason = models.TextField(blank=True)
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("heard", "first", "second", "by")
        sensitive = ("reason",)
        plain = ("review", "number", "at", "ended_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="conversation_pair_number"),
            models.UniqueConstraint(
                fields=["heard"], condition=Q(ended_at=None), name="one_conversation_pair_each"
            ),
        ]
