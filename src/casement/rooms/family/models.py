"""The record of how one member of the family takes part. Rows are added, never changed: the newest counts."""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now, today
from casement.rooms.reviews.models import Participation, Review


class Involvement(models.Model):
    """The record of one person of the family; everything else here hangs on it."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    participation = models.OneToOneField(Participation, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ()
        plain = ("review", "number", "participation", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="involvement_number")]


class Wishes(models.Model):
    """How they wish to be in touch, on one day. A supporter or interpreter is named only when they agreed to it."""

    involvement = models.ForeignKey(Involvement, on_delete=models.CASCADE, related_name="wishes")
    contact = models.CharField(max_length=120)  # who of the review, by role label
    pace = models.CharField(max_length=300, blank=True)
    form = models.CharField(max_length=8, default="plain")
    form_words = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=80, default="English")
    supporter = models.CharField(max_length=120, blank=True)  # by role or relation
    interpreter = models.CharField(max_length=120, blank=True)
    agreed = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("contact", "pace", "form", "form_words", "language", "supporter", "interpreter", "agreed")
        plain = ("involvement", "at")

    class Meta:
        ordering = ["pk"]


class Answer(models.Model):
    """An answer to one of the nine questions; earlier answers stay."""

    involvement = models.ForeignKey(Involvement, on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(max_length=12)
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("text",)
        plain = ("involvement", "question", "at")

    class Meta:
        ordering = ["pk"]


class Contact(models.Model):
    """One time that the review and the family were in touch."""

    involvement = models.ForeignKey(Involvement, on_delete=models.CASCADE, related_name="contacts")
    on = models.DateField(default=today)
    how = models.CharField(max_length=8)
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("text",)
        plain = ("involvement", "on", "how", "at")

    class Meta:
        ordering = ["on", "pk"]


class Feedback(models.Model):
    """They were told what was found on a day, or were not (`on` is empty), with how or why in words."""

    involvement = models.ForeignKey(Involvement, on_delete=models.CASCADE, related_name="feedback")
    on = models.DateField(null=True)
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("text",)
        plain = ("involvement", "on", "at")

    class Meta:
        ordering = ["pk"]
