"""Questions across the sources that people kept under a name."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from casement.foundation.access import Seat
from casement.foundation.clock import now
from casement.rooms.reviews.models import Review


class KeptViewRows(models.QuerySet["KeptView"]):
    """Kept views, narrowed to what a seat may see."""

    def visible_to(self, seat: Seat) -> KeptViewRows:
        """Those shared with the review team and one's own, unless they were taken away."""
        mine = Q(shared=True) | Q(by_id=seat.person_id)
        return self.filter(mine, review_id=seat.review, removed_at=None)


class KeptView(models.Model):
    """A question somebody kept. Running it shows what whoever runs it may read. Live until `removed_at` is set.

    `asked` is the question as it stands in an address, numbers and fixed words; `shows` is the page it opens.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    name = models.CharField(max_length=120)
    asked = models.CharField(max_length=2000, blank=True)
    shows = models.CharField(max_length=10)
    shared = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True)

    objects = KeptViewRows.as_manager()

    class Privacy:
        personal = ("by",)
        sensitive = ("name",)
        plain = ("review", "number", "asked", "shows", "shared", "at", "removed_at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="kept_view_number")]
