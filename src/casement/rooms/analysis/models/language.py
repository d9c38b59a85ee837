"""Words that the team keeps although a rule advises against them, with the reason. Stands until taken back."""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.reviews.models import Review


class KeptWording(models.Model):
    """An answer to one rule about one sentence. It holds for that very sentence: a changed one is asked again."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    rule = models.CharField(max_length=80)
    sentence = models.TextField()
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    taken_back_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by",)
        sensitive = ("sentence", "reason")
        plain = ("review", "number", "rule", "at", "taken_back_at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="kept_wording_number")]
