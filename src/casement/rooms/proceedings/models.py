"""What bears on a review from outside. Rows are added, hardly ever changed: the newest counts.

A proceeding runs until `ended_on`. A hold is in force until `lifted_at`. A disclosure is never changed: a
correction is a new row that names the old one, and the database refuses to alter one.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casement.foundation.clock import now, today
from casement.rooms.reviews.models import Participation, Review


class Proceeding(models.Model):
    """A court, an investigation, another review or a complaint beside this one. Its looks say where it stands."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    kind = models.CharField(max_length=30)
    reference = models.CharField(max_length=120, blank=True)
    contact = models.CharField(max_length=200, blank=True)  # by role, never by name
    look_on = models.DateField(null=True)  # of the newest look; empty once it has ended
    ended_on = models.DateField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("kind", "reference", "contact")
        plain = ("review", "number", "look_on", "ended_on", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="proceeding_number")]


class ProceedingLook(models.Model):
    """A fresh look at a proceeding: its stage, dates and agreed protocol on that day, and the day of the next."""

    proceeding = models.ForeignKey(Proceeding, on_delete=models.CASCADE, related_name="looks")
    stage = models.CharField(max_length=200)
    dates = models.TextField(blank=True)
    protocol = models.TextField(blank=True)
    look_on = models.DateField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("stage", "dates", "protocol")
        plain = ("proceeding", "look_on", "at")

    class Meta:
        ordering = ["pk"]


class WitnessFlag(models.Model):
    """Whether one who takes part may be a witness elsewhere; the newest row of a participation counts."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=24)
    conditions = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("state", "conditions")
        plain = ("participation", "at")

    class Meta:
        ordering = ["pk"]


class Hold(models.Model):
    """Something stopped until it is lifted. `thing` is the number of the one conversation or meeting held."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    scope = models.CharField(max_length=14)
    thing = models.IntegerField(null=True)
    reason = models.CharField(max_length=10)
    words = models.TextField()
    proceeding = models.ForeignKey(Proceeding, null=True, on_delete=models.PROTECT, related_name="+")
    look_on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by", "lifted_by")
        sensitive = ("reason", "words")
        plain = ("review", "number", "scope", "thing", "proceeding", "look_on", "at", "lifted_at")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="hold_number"),
            models.CheckConstraint(
                condition=Q(lifted_by=None) | ~Q(lifted_by=models.F("by")), name="hold_lifted_by_another"
            ),
        ]


class HoldLook(models.Model):
    """A fresh look at a hold that leaves it in force, with the reason and the day of the next."""

    hold = models.ForeignKey(Hold, on_delete=models.CASCADE, related_name="looks")
    words = models.TextField()
    look_on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("words",)
        plain = ("hold", "look_on", "at")

    class Meta:
        ordering = ["pk"]


class Lifting(models.Model):
    """Somebody asked for a hold to be lifted, and why. The newest counts; another person has to agree."""

    hold = models.ForeignKey(Hold, on_delete=models.CASCADE, related_name="liftings")
    words = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("words",)
        plain = ("hold", "at")

    class Meta:
        ordering = ["pk"]


class Disclosure(models.Model):
    """Material that passed between the review and somebody outside it. Never changed."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    direction = models.CharField(max_length=3)
    what = models.CharField(max_length=300)
    thing = models.CharField(max_length=10)
    thing_number = models.IntegerField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    party = models.CharField(max_length=200)  # to or from whom, by role
    basis = models.CharField(max_length=10)
    basis_words = models.CharField(max_length=300)
    redactions = models.TextField(blank=True)
    decided_by = models.CharField(max_length=120)
    told = models.TextField()
    on = models.DateField(default=today)
    corrects = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="corrected_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("what", "party", "basis_words", "redactions", "decided_by", "told")
        plain = (
            "review",
            "number",
            "direction",
            "thing",
            "thing_number",
            "sha256",
            "basis",
            "on",
            "corrects",
            "at",
        )

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="disclosure_number")]


class Keeping(models.Model):
    """Until which day one kind of material of a review is kept, and why; the newest row of a kind counts."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    material = models.CharField(max_length=14)
    until = models.DateField()
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("reason",)
        plain = ("review", "material", "until", "at")

    class Meta:
        ordering = ["pk"]
