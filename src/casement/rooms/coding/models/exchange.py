"""What was exchanged with other programs, and what became of each thing in a file."""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.reviews.models import Review


class Exchange(models.Model):
    """A project or codebook that came in from another program or went out to one. States: moving, done, refused.

    `choices` are what was asked for, `facts` what was found out about the file, `steps` the parts that are done.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    direction = models.CharField(max_length=3)  # in, out
    kind = models.CharField(max_length=8)  # project, codebook
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.BigIntegerField(default=0)
    choices = models.JSONField(default=dict)
    facts = models.JSONField(default=dict)
    steps = models.JSONField(default=list)
    state = models.CharField(max_length=8, default="moving")
    sentence = models.TextField(blank=True)
    role = models.CharField(max_length=40)  # what whoever asked was then: the report shows what they could see
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    job_id = models.BigIntegerField(null=True)

    class Privacy:
        personal = ("by",)
        sensitive = ("name", "facts", "sentence")
        plain = ("review", "number", "direction", "kind", "sha256", "size", "choices", "steps", "state", "role",
                 "at", "job_id")  # fmt: skip

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="exchange_number")]


class ExchangeItem(models.Model):
    """One thing of an exchanged file and what became of it: one line of the report.

    `guid` is the file's own identifier for it, `thing` the number of what it is here; by these two the same thing
    is known again when it comes a second time.
    """

    exchange = models.ForeignKey(Exchange, on_delete=models.CASCADE, related_name="items")
    position = models.IntegerField()
    kind = models.CharField(max_length=12)
    guid = models.CharField(max_length=80, blank=True)
    name = models.CharField(max_length=300, blank=True)
    outcome = models.CharField(max_length=8)  # kept, adapted, here, left, refused
    sentence = models.TextField(blank=True)
    thing = models.IntegerField(null=True)

    class Privacy:
        personal = ()
        sensitive = ("name", "sentence")
        plain = ("exchange", "position", "kind", "guid", "outcome", "thing")

    class Meta:
        ordering = ["position"]
        indexes = [models.Index(fields=["exchange", "outcome", "position"], name="exchange_by_outcome")]
        constraints = [models.UniqueConstraint(fields=["exchange", "position"], name="exchange_item_once")]
