"""The check before publication, who was told beforehand, and what was published where."""

from django.db import models

from casement.foundation.clock import now
from casement.rooms.reports.models import Export
from casement.rooms.reviews.models import Participation, Review


class PublicationCheck(models.Model):
    """One check. `edition` rises with every answer and every change of the outcome; a signature is for one edition.

    Signed by two people it is never changed again: whoever has more to say begins another check.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    version = models.CharField(max_length=20)
    edition = models.IntegerField(default=1)
    outcome = models.CharField(max_length=14, blank=True)
    reason = models.TextField(blank=True)
    look_on = models.DateField(null=True)
    signed_at = models.DateTimeField(null=True)
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("outcome", "reason")
        plain = ("review", "number", "version", "edition", "look_on", "signed_at", "at")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="publication_check_number"),
            models.UniqueConstraint(
                fields=["review"], condition=models.Q(signed_at=None), name="one_publication_check_at_a_time"
            ),
        ]


class CheckAnswer(models.Model):
    """The answer to one thing of the check. Never changed; the newest of an item counts."""

    check_of = models.ForeignKey(PublicationCheck, on_delete=models.CASCADE, related_name="answers")
    item = models.CharField(max_length=20)
    answer = models.CharField(max_length=12)
    note = models.TextField(blank=True)
    edition = models.IntegerField()
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("answer", "note")
        plain = ("check_of", "item", "edition", "at")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["check_of", "edition"], name="check_answer_edition")]


class Signature(models.Model):
    """That somebody signed one edition of a check. Two different people are needed, so each signs once."""

    check_of = models.ForeignKey(PublicationCheck, on_delete=models.CASCADE, related_name="signatures")
    edition = models.IntegerField()
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    person_id = models.BigIntegerField()
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by", "person_id")
        sensitive = ()
        plain = ("check_of", "edition", "at")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["check_of", "edition", "person_id"], name="signature_of_a_person_once")
        ]


class Notice(models.Model):
    """That somebody was told before publication, by role: when, how, and whether they were given the text."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    kind = models.CharField(max_length=8)
    whom = models.CharField(max_length=200)
    on = models.DateField()
    way = models.CharField(max_length=10)
    text_given = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("whom", "note")
        plain = ("review", "number", "kind", "on", "way", "text_given", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="notice_number")]


class Publication(models.Model):
    """What was published: a frozen copy of the report, the board's public texts as they stood, and where."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    check_of = models.ForeignKey(PublicationCheck, on_delete=models.PROTECT, related_name="+")
    export = models.ForeignKey(Export, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    response = models.JSONField()
    response_sha256 = models.CharField(max_length=64)
    on = models.DateField()
    where = models.CharField(max_length=300)
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("where", "response")
        plain = ("review", "number", "check_of", "export", "sha256", "response_sha256", "on", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="publication_number")]
