"""The team's own words, every text they have had, and the evidence they rest on.

A statement's current text is its last StatementText that was not kept beside. Evidence is live until removed.
"""

from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.db.models import Q

from casement.foundation.clock import now
from casement.rooms.analysis.models.episodes import Episode, FactorUse
from casement.rooms.analysis.models.findings import Finding
from casement.rooms.analysis.models.patterns import Pattern
from casement.rooms.analysis.models.perspectives import Period
from casement.rooms.chronology.models import Entry
from casement.rooms.reviews.models import Agency, Participation, Review
from casement.rooms.sources.models import Excerpt

PLACES = ("episode", "factor_use", "pattern", "finding", "period")


def only_in(place: str) -> Q:
    """The condition that a statement stands in this place and in no other."""
    return Q(**{f"{one}__isnull": one != place for one in PLACES})


class Statement(models.Model):
    """One piece of the team's own text, in one place: a part of an episode, a factor use, a layer,
    or a role's perspective in a period.

    `part` is a key of vocabulary.Part; `about` names the role or strand for parts that are written per role.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    part = models.CharField(max_length=24)
    episode = models.ForeignKey(Episode, null=True, on_delete=models.CASCADE, related_name="statements")
    factor_use = models.ForeignKey(FactorUse, null=True, on_delete=models.CASCADE, related_name="statements")
    pattern = models.ForeignKey(Pattern, null=True, on_delete=models.CASCADE, related_name="statements")
    finding = models.ForeignKey(Finding, null=True, on_delete=models.CASCADE, related_name="statements")
    period = models.ForeignKey(Period, null=True, on_delete=models.CASCADE, related_name="statements")
    about = models.ForeignKey(Participation, null=True, on_delete=models.PROTECT, related_name="+")
    about_agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    order = models.IntegerField(default=0)
    text = models.TextField()
    edition = models.IntegerField(default=1)  # the version token of optimistic editing
    inference = models.BooleanField(default=False)  # "our inference": said to rest on no passage
    removed_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ()
        sensitive = ("text",)
        plain = ("review", "number", "part", "episode", "factor_use", "pattern", "finding", "period",
                 "about", "about_agency", "order", "edition", "inference", "removed_at")  # fmt: skip

    class Meta:
        ordering = ["order", "number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="statement_number"),
            models.CheckConstraint(
                condition=reduce(or_, (only_in(place) for place in PLACES)),
                name="statement_has_one_place",
            ),
        ]


class StatementText(models.Model):
    """Every text a statement has had, and texts that lost a race (`kept_beside` true): nothing is lost."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="texts")
    edition = models.IntegerField()
    text = models.TextField()
    kept_beside = models.BooleanField(default=False)
    settled_at = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("text",)
        plain = ("statement", "edition", "kept_beside", "settled_at", "at")

    class Meta:
        ordering = ["pk"]


class FactsVersion(models.Model):
    """Every set of facts a thing has had since it was first changed, and sets that lost a race (`kept_beside`).

    `kind` and `number` name an episode, factor use, pattern, finding or board question; `facts` are pairs of
    words for people to read.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=16)
    number = models.IntegerField()
    edition = models.IntegerField()
    facts = models.JSONField(default=list)
    kept_beside = models.BooleanField(default=False)
    settled_at = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("facts",)
        plain = ("review", "kind", "number", "edition", "kept_beside", "settled_at", "at")

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["review", "kind", "number"], name="facts_of_thing")]


class Evidence(models.Model):
    """What speaks for or against a statement: an excerpt or a chronology entry. Live until removed.

    `quote` is the entry's event text when it was cited; when the entry changes, the evidence counts as changed.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="evidence")
    excerpt = models.ForeignKey(Excerpt, null=True, on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, null=True, on_delete=models.PROTECT, related_name="+")
    quote = models.TextField(blank=True)
    direction = models.CharField(max_length=8, default="for")  # for, against
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ("by",)
        sensitive = ("quote", "note")
        plain = ("review", "number", "statement", "excerpt", "entry", "direction", "at", "removed_at")

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "evidence"
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="evidence_number"),
            models.CheckConstraint(
                condition=Q(excerpt=None, entry__isnull=False) | Q(excerpt__isnull=False, entry=None),
                name="evidence_is_one_thing",
            ),
        ]
