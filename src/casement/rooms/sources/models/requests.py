"""What agencies were asked for. What happened to a request says where it stands.

The states are asked, promised, part received, received, answered, closed and withdrawn. Nothing stores them: events
are added, or taken back, and never changed.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.foundation.clock import now, today
from casement.rooms.reviews.models import Agency, Review


class RequestRows(models.QuerySet["RecordRequest"]):
    """Requests, narrowed to what a seat may see or answer."""

    def visible_to(self, seat: Seat, verb: Verb = Verb.READ) -> RequestRows:
        """What this seat may see: every request, or those to its own agency. With WRITE, what it may change."""
        return self._within(seat, reach(seat.standing, Subject.REQUESTS, verb))

    def answerable_by(self, seat: Seat) -> RequestRows:
        """What this seat may say the answer to: what it may change, or what was asked of its own agency."""
        of_agency = reach(seat.standing, Subject.RECORDS, Verb.WRITE) & {Reach.AGENCY}
        return self._within(seat, reach(seat.standing, Subject.REQUESTS, Verb.WRITE) | of_agency)

    def _within(self, seat: Seat, reaches: frozenset[Reach]) -> RequestRows:
        rows = self.filter(review_id=seat.review)
        if Reach.ALL in reaches:
            return rows
        if Reach.AGENCY in reaches and seat.standing.agency_id:
            return rows.filter(agency_id=seat.standing.agency_id)
        return self.none()


class RecordRequest(models.Model):
    """What one agency was asked for: kinds of record, whose, of which time, under which power and why."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    asked_of = models.CharField(max_length=120)  # by role label
    kinds = models.TextField()
    about = models.CharField(max_length=200, blank=True)  # whose records, by label or pseudonym
    period = models.CharField(max_length=200, blank=True)  # as written
    power = models.CharField(max_length=40)
    power_other = models.CharField(max_length=300, blank=True)
    reason = models.TextField()
    asked_on = models.DateField(default=today)
    wanted_by = models.DateField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    objects = RequestRows.as_manager()

    class Privacy:
        personal = ("by",)
        sensitive = ("asked_of", "kinds", "about", "period", "power_other", "reason")
        plain = ("review", "number", "agency", "power", "asked_on", "wanted_by", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="record_request_number")]


class RequestEvent(models.Model):
    """Something that happened to a request on a day; `kind` is a Happened.

    `promised_for` is the day promised, or the day something still to come is expected. `whole` says that nothing
    else is to come. `sources` are what came; files of `batch` join them as they are read. An event that was noted
    by mistake has `taken_back_at` and counts no more.
    """

    request = models.ForeignKey(RecordRequest, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=10)
    on = models.DateField(default=today)
    note = models.TextField(blank=True)
    promised_for = models.DateField(null=True)
    whole = models.BooleanField(default=False)
    why = models.CharField(max_length=14, blank=True)
    route = models.CharField(max_length=10, blank=True)
    batch = models.ForeignKey("sources.Batch", null=True, on_delete=models.SET_NULL, related_name="+")
    sources = models.ManyToManyField("sources.Source", related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by", "taken_back_by")
        sensitive = ("note",)
        plain = ("request", "kind", "on", "promised_for", "whole", "why", "route", "batch", "sources", "at",
                 "taken_back_at")  # fmt: skip

    class Meta:
        ordering = ["on", "pk"]
