"""What people say here where a factor worked one way or the other, as this review words it."""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.reviews.models import FrameworkItem, Review


class FactorSigns(models.Model):
    """One wording of the signs of a factor in a review. Never changed: the last edition counts, the others stay.

    Where a review has none, those that came with the framework count.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(FrameworkItem, on_delete=models.PROTECT, related_name="+")
    edition = models.IntegerField()
    signs = models.JSONField(default=dict)  # "helped" and "harder", a list of sentences each
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("signs",)
        plain = ("review", "item", "edition", "at")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "item", "edition"], name="signs_edition"),
        ]
