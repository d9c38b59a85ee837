"""What the team says between perspectives: of a role that is silent in a period, of roles that differ."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casement.foundation.clock import now
from casement.rooms.analysis.models.perspectives import Period
from casement.rooms.analysis.models.statements import Statement
from casement.rooms.reviews.models import Agency, Participation, Review


class Remark(models.Model):
    """One remark about a role or agency in a period; `kind` is one of rules.perspectives.RemarkKind.

    With a `statement` it says what this role made of what another knew or thought. What the team does not know of a
    role is an open query. A remark stands until it is taken back.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    period = models.ForeignKey(Period, on_delete=models.CASCADE, related_name="remarks")
    kind = models.CharField(max_length=20)
    about = models.ForeignKey(Participation, null=True, on_delete=models.PROTECT, related_name="+")
    about_agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    statement = models.ForeignKey(Statement, null=True, on_delete=models.CASCADE, related_name="remarks")
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    taken_back_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by",)
        sensitive = ("text",)
        plain = ("review", "number", "period", "kind", "about", "about_agency", "statement", "at",
                 "taken_back_at")  # fmt: skip

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="remark_number"),
            models.CheckConstraint(
                condition=Q(about=None, about_agency__isnull=False) | Q(about__isnull=False, about_agency=None),
                name="remark_is_about_one",
            ),
        ]
