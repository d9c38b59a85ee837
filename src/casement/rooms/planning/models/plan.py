"""The dated plan of a review, its rows, every move of a date, and the clocks that run."""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.reviews.models import Review

PERSON = settings.AUTH_USER_MODEL


class Plan(models.Model):
    """What a review's dates are worked back from. One per review; working back again changes it."""

    review = models.OneToOneField(Review, on_delete=models.CASCADE, related_name="+")
    nation = models.CharField(max_length=20)
    form = models.CharField(max_length=20)
    begins = models.DateField()
    target = models.DateField()
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    edition = models.IntegerField(default=1)  # raised with every move, so that nobody moves what they did not see

    class Privacy:
        personal = ("by",)
        sensitive = ()
        plain = ("review", "nation", "form", "begins", "target", "at", "edition")


class PlanRow(models.Model):
    """One line of the plan: a step, a meeting, or a time for conversations or records.

    The dates are those of its last DateMove. A row that is left out has `dropped_at`; it can be taken up again.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    key = models.CharField(max_length=30)
    kind = models.CharField(max_length=10)
    step = models.CharField(max_length=4)
    label = models.CharField(max_length=120)
    length = models.IntegerField(default=1)  # working days
    wait = models.IntegerField(default=0)  # working days since what it follows
    after = models.JSONField(default=list)  # keys of rows that must be over first
    order = models.IntegerField(default=0)
    start_on = models.DateField()
    end_on = models.DateField()
    dropped_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ()
        sensitive = ("label",)
        plain = ("review", "number", "key", "kind", "step", "length", "wait", "after", "order", "start_on",
                 "end_on", "dropped_at")  # fmt: skip

    class Meta:
        ordering = ["start_on", "order", "number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="plan_row_number"),
            models.UniqueConstraint(fields=["review", "key"], name="plan_row_key"),
        ]


class DateMove(models.Model):
    """One date given to a row, never changed; the last one stands. `cause`: another row that was moved."""

    row = models.ForeignKey(PlanRow, on_delete=models.CASCADE, related_name="moves")
    start_on = models.DateField()
    end_on = models.DateField()
    cause = models.ForeignKey(PlanRow, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    note = models.TextField(blank=True)

    class Privacy:
        personal = ("by",)
        sensitive = ("note",)
        plain = ("row", "start_on", "end_on", "cause", "at")

    class Meta:
        ordering = ["pk"]


class ClockStart(models.Model):
    """A clock that began on a day, with the length the rule had then. Never changed; the last of a key counts."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=40)
    version = models.CharField(max_length=20)
    length = models.IntegerField()
    unit = models.CharField(max_length=14)
    nation = models.CharField(max_length=20)
    began_on = models.DateField()
    note = models.TextField(blank=True)
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("note",)
        plain = ("review", "key", "version", "length", "unit", "nation", "began_on", "at")

    class Meta:
        ordering = ["pk"]
