"""What the team does not know yet, whom it is put to, and what became of it. Wherever it arose, it is one kind."""

from django.conf import settings
from django.db import models

from casement.foundation.clock import now
from casement.rooms.analysis.models.perspectives import Period
from casement.rooms.reviews.models import Agency, Participation, Review


class OpenQuery(models.Model):
    """Something the team does not know yet. Open until it has an answer or is let go with a reason.

    It arose in the narrative where `period` is set: of the role `about`, or of `about_agency`. It may have arisen
    from a candidate for an episode; then a decision about that one names it. It is put to the role `asked_role`, to
    the agency `asked_of`, or to nobody in particular.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    text = models.TextField()
    period = models.ForeignKey(Period, null=True, on_delete=models.PROTECT, related_name="queries")
    about = models.ForeignKey(Participation, null=True, on_delete=models.PROTECT, related_name="+")
    about_agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    asked_of = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    asked_role = models.ForeignKey(Participation, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    let_go_at = models.DateTimeField(null=True)
    let_go_because = models.TextField(blank=True)
    let_go_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Privacy:
        personal = ("by", "let_go_by")
        sensitive = ("text", "let_go_because")
        plain = ("review", "number", "period", "about", "about_agency", "asked_of", "asked_role", "at", "let_go_at")

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "open queries"
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="open_query_number")]


class QueryAnswer(models.Model):
    """What was answered to a query; another answer stands beside it."""

    query = models.ForeignKey(OpenQuery, on_delete=models.CASCADE, related_name="answers")
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("text",)
        plain = ("query", "at")

    class Meta:
        ordering = ["pk"]
