"""Time that people gave to a review, and what was expected.

An entry that was taken out has `removed_at`; it counts nowhere and keeps its versions. Every state of an entry is a
version, never changed. Of estimates and rates the newest row of a step, or of an agency and kind, counts.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.foundation.clock import now
from casement.rooms.reviews.models import Agency, Participation, Review

PERSON = settings.AUTH_USER_MODEL


class EntryRows(models.QuerySet["TimeEntry"]):
    """Entries, narrowed to those a seat may read one by one."""

    def known_to(self, seat: Seat) -> "EntryRows":
        """All for the board's office, which keeps them; else their own, and those they entered for somebody."""
        rows = self.filter(review_id=seat.review, removed_at=None)
        if Reach.ALL in reach(seat.standing, Subject.TIME, Verb.READ):
            return rows
        return rows.filter(Q(place=seat.standing.participation_id or 0) | Q(by=seat.person_id or 0))


class Kept(models.Model):
    """What an entry says; columns that an entry and its versions share."""

    minutes = models.IntegerField()
    step = models.CharField(max_length=4)
    activity = models.CharField(max_length=16)
    kind = models.CharField(max_length=16)
    how = models.CharField(max_length=10)
    on = models.DateField()
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        abstract = True


class TimeEntry(Kept):
    """Some time of one person in one review. `by` and `at` are of its first version."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    place = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="+")
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")  # theirs at the time
    thing = models.CharField(max_length=12, blank=True)
    thing_number = models.IntegerField(null=True)
    removed_at = models.DateTimeField(null=True)

    objects = EntryRows.as_manager()

    class Privacy:
        personal = ("place", "by", "minutes")
        sensitive = ()
        plain = ("review", "number", "agency", "step", "activity", "kind", "how", "on", "at", "thing",
                 "thing_number", "removed_at")  # fmt: skip

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="time_entry_number"),
            models.CheckConstraint(condition=Q(minutes__gte=1, minutes__lte=1440), name="time_entry_minutes"),
        ]


class TimeVersion(Kept):
    """What an entry said from this moment. The first is as it was entered; `removed` is the last, where it is."""

    entry = models.ForeignKey(TimeEntry, on_delete=models.CASCADE, related_name="versions")
    removed = models.BooleanField(default=False)

    class Privacy:
        personal = ("by", "minutes")
        sensitive = ()
        plain = ("entry", "step", "activity", "kind", "how", "on", "at", "removed")

    class Meta:
        ordering = ["pk"]


class Estimate(models.Model):
    """How much time a step was expected to take from everybody together. None: no longer expected."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    step = models.CharField(max_length=4)
    minutes = models.IntegerField(null=True)
    origin = models.CharField(max_length=8)
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ()
        plain = ("review", "step", "minutes", "origin", "at")

    class Meta:
        ordering = ["pk"]


class Rate(models.Model):
    """Pence an hour for an agency, a kind of work, both, or everybody. None: no rate any more."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, blank=True)
    pence = models.IntegerField(null=True)
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("pence",)
        plain = ("review", "agency", "kind", "at")

    class Meta:
        ordering = ["pk"]
