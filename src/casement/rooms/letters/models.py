"""Letters and their texts.

A wording is written, then taken into use; the newest in use counts, and the shipped text where there is none. A
letter is a draft until it is sent or thrown away; what was sent never changes. Each way it went is a dispatch, and
its mail says what became of it.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.foundation.models import Mail
from casement.rooms.reviews.models import Agency, Participation, Review


class Wording(models.Model):
    """One version of a letter's text, written for this installation. Never changed, never deleted."""

    key = models.CharField(max_length=40)
    language = models.CharField(max_length=8)
    number = models.IntegerField()
    title = models.CharField(max_length=120)
    body = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    used_since = models.DateTimeField(null=True)
    used_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300, blank=True)

    class Privacy:
        personal = ("by", "used_by")
        sensitive = ()
        plain = ("key", "language", "number", "title", "body", "at", "used_since", "reason")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["key", "language", "number"], name="wording_number")]


class Letter(models.Model):
    """One letter to one person, or to the contacts of one agency. States: draft, sent, thrown away.

    `answers` are what the writer filled in; `title` and `body` are the words as they went, empty until then.
    `wording` is the number of the site's text it was merged from, 0 for the shipped one.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    key = models.CharField(max_length=40)
    language = models.CharField(max_length=8)
    participation = models.ForeignKey(Participation, null=True, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    recipient_label = models.CharField(max_length=120)
    answers = models.JSONField(default=dict)
    title = models.CharField(max_length=120, blank=True)
    body = models.TextField(blank=True)
    wording = models.IntegerField(default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    sent_at = models.DateTimeField(null=True)
    sent_on = models.DateField(null=True)  # the day it bears: for one on paper, the day it was posted
    thrown_away_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by",)
        sensitive = ("recipient_label", "answers", "title", "body")
        plain = ("review", "number", "key", "language", "participation", "agency", "wording", "at", "sent_at",
                 "sent_on", "thrown_away_at")  # fmt: skip

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="letter_number")]


class Dispatch(models.Model):
    """One way a letter went: to one person by `mail`, which says only that it waits, or by the site's own way.

    `on` is the day it was posted. `read_at` is when the person said that they have read it. One that came back is
    `superseded` once the letter was sent again.
    """

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="dispatches")
    route = models.CharField(max_length=10)
    participation = models.ForeignKey(Participation, null=True, on_delete=models.PROTECT, related_name="+")
    mail = models.ForeignKey(Mail, null=True, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    read_at = models.DateTimeField(null=True)
    superseded = models.BooleanField(default=False)

    class Privacy:
        personal = ("by",)
        sensitive = ()
        plain = ("letter", "route", "participation", "mail", "on", "at", "read_at", "superseded")

    class Meta:
        ordering = ["pk"]
