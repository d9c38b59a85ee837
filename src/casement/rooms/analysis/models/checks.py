"""What the team answers to a question the program asks of a claim or a source. Stands until taken back."""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.reviews.models import Review


class CheckAnswer(models.Model):
    """An answer to one check on one claim (`owner` and `about`, its number).

    It holds for the very sentence that was asked (`said`): when the evidence changes, and the sentence with it, it
    is asked again, and the answer stays in the record.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    check_name = models.CharField(max_length=24)
    owner = models.CharField(max_length=12)  # finding, episode
    about = models.IntegerField()
    said = models.TextField()
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    taken_back_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by",)
        sensitive = ("said", "reason")
        plain = ("review", "number", "check_name", "owner", "about", "at", "taken_back_at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="check_answer_number")]
