"""The analysis. Everything the team says in its own words is a Statement; what it rests on is Evidence.

Episodes are candidate, chosen or rejected. Findings go candidate, drafted, tested_with_case_group, agreed_by_team,
in_report (and merged, dropped, additional_learning). A statement's current text is its last StatementText.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casement.foundation.clock import now
from casement.rooms.chronology.models import Entry
from casement.rooms.reviews.models import Agency, DatedAs, FrameworkItem, Participation, Review
from casement.rooms.sources.models import Excerpt


class Episode(DatedAs):
    """A key practice episode, or a candidate for one. `date_*` is its beginning, `until_*` its end."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    title = models.CharField(max_length=200)
    until_recorded = models.CharField(max_length=200, blank=True)
    until_start = models.DateField(null=True)
    until_end = models.DateField(null=True)
    state = models.CharField(max_length=12, default="candidate")
    decision_reason = models.TextField(blank=True)
    tendency = models.CharField(max_length=12, blank=True)  # good, problematic, mixed, cannot_say
    standard = models.TextField(blank=True)
    standard_applied = models.TextField(blank=True)
    hindsight_check = models.TextField(blank=True)
    outcome_check = models.TextField(blank=True)
    difficulty_check = models.TextField(blank=True)
    hunch_category = models.ForeignKey(FrameworkItem, null=True, on_delete=models.PROTECT, related_name="+")
    no_factors_reason = models.TextField(blank=True)
    confidence = models.CharField(max_length=16, blank=True)
    confidence_reason = models.TextField(blank=True)
    edition = models.IntegerField(default=1)  # raised with every change of its facts
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    strands = models.ManyToManyField(Agency, related_name="+")
    roles = models.ManyToManyField(Participation, related_name="+")

    class Privacy:
        personal = ("by",)
        sensitive = ("title", "decision_reason", "standard", "standard_applied", "hindsight_check",
                     "outcome_check", "difficulty_check", "no_factors_reason", "confidence_reason")  # fmt: skip
        plain = ("review", "number", "state", "tendency", "hunch_category", "confidence", "edition", "at",
                 "until_recorded", "until_start", "until_end", "date_recorded", "date_start", "date_end",
                 "date_time", "date_precision", "date_edtf")  # fmt: skip

    class Meta:
        ordering = ["date_start", "number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="episode_number")]


class FactorUse(models.Model):
    """A factor applied to one episode: which way it worked, by whose account, how important to them."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    episode = models.ForeignKey(Episode, on_delete=models.CASCADE, related_name="factor_uses")
    item = models.ForeignKey(FrameworkItem, null=True, on_delete=models.PROTECT, related_name="+")
    free_text = models.CharField(max_length=200, blank=True)
    influence = models.CharField(max_length=42)
    account_of = models.ForeignKey(Participation, null=True, on_delete=models.PROTECT, related_name="+")
    importance = models.CharField(max_length=80, blank=True)
    reviewer_inference = models.BooleanField(default=False)
    confidence = models.CharField(max_length=16, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("free_text", "importance")
        plain = ("review", "number", "episode", "item", "influence", "account_of", "reviewer_inference",
                 "confidence", "at")  # fmt: skip

    class Meta:
        ordering = ["item__order", "number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="factor_use_number")]


class Pattern(models.Model):
    """A candidate underlying pattern, gathered from factor uses of several episodes."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    title = models.CharField(max_length=300)
    primary = models.ForeignKey(FrameworkItem, null=True, on_delete=models.PROTECT, related_name="+")
    secondary = models.ManyToManyField(FrameworkItem, related_name="+")
    gathered = models.ManyToManyField(FactorUse, related_name="patterns")
    priority = models.CharField(max_length=16, default="not_placed")  # look_closer, put_forward, not_now
    priority_reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("title", "priority_reason")
        plain = ("review", "number", "primary", "priority", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="pattern_number")]


class Finding(models.Model):
    """An evidenced statement of an underlying pattern and its consequence, in layers."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    title = models.CharField(max_length=400)
    pattern = models.ForeignKey(Pattern, null=True, on_delete=models.PROTECT, related_name="findings")
    primary = models.ForeignKey(FrameworkItem, null=True, on_delete=models.PROTECT, related_name="+")
    secondary = models.ManyToManyField(FrameworkItem, related_name="+")
    episodes = models.ManyToManyField(Episode, related_name="+")
    direction = models.CharField(max_length=20, blank=True)  # weakness, strength, both
    state = models.CharField(max_length=24, default="candidate")
    state_reason = models.TextField(blank=True)
    confidence = models.CharField(max_length=16, blank=True)
    confidence_reason = models.TextField(blank=True)
    order = models.IntegerField(default=0)
    edition = models.IntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("title", "state_reason", "confidence_reason")
        plain = ("review", "number", "pattern", "primary", "direction", "state", "confidence", "order",
                 "edition", "at")  # fmt: skip

    class Meta:
        ordering = ["order", "number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="finding_number")]


class Statement(models.Model):
    """One piece of the team's own text, in one place: a part of an episode, a factor use, a layer.

    `part` is a key of vocabulary.Part; `about` names the role or strand for parts that are written per role.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    part = models.CharField(max_length=24)
    episode = models.ForeignKey(Episode, null=True, on_delete=models.CASCADE, related_name="statements")
    factor_use = models.ForeignKey(FactorUse, null=True, on_delete=models.CASCADE, related_name="statements")
    pattern = models.ForeignKey(Pattern, null=True, on_delete=models.CASCADE, related_name="statements")
    finding = models.ForeignKey(Finding, null=True, on_delete=models.CASCADE, related_name="statements")
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
        plain = ("review", "number", "part", "episode", "factor_use", "pattern", "finding", "about",
                 "about_agency", "order", "edition", "inference", "removed_at")  # fmt: skip

    class Meta:
        ordering = ["order", "number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="statement_number")]


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


class CounterSearch(models.Model):
    """Somebody looked for what would weaken a claim: what for, where, with what result."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    episode = models.ForeignKey(Episode, null=True, on_delete=models.CASCADE, related_name="searches")
    pattern = models.ForeignKey(Pattern, null=True, on_delete=models.CASCADE, related_name="searches")
    finding = models.ForeignKey(Finding, null=True, on_delete=models.CASCADE, related_name="searches")
    looked_for = models.TextField()
    looked_where = models.TextField()
    found = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ("looked_for", "looked_where", "found")
        plain = ("review", "number", "episode", "pattern", "finding", "at")


class Prevalence(models.Model):
    """How usual and widespread: a figure with its denominator, place, period and source, or "not known"."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="prevalences")
    not_known = models.BooleanField(default=False)
    would_need = models.TextField(blank=True)
    numerator = models.IntegerField(null=True)
    denominator = models.IntegerField(null=True)
    unit = models.CharField(max_length=120, blank=True)
    population = models.CharField(max_length=200, blank=True)
    geography = models.CharField(max_length=200, blank=True)
    period = models.CharField(max_length=120, blank=True)
    source_kind = models.CharField(max_length=30, blank=True)
    reference = models.TextField(blank=True)
    obtained = models.TextField(blank=True)
    limits = models.TextField(blank=True)

    class Privacy:
        personal = ()
        sensitive = ("population", "geography", "reference", "would_need")
        plain = ("review", "number", "finding", "not_known", "numerator", "denominator", "unit", "period",
                 "source_kind", "obtained", "limits")  # fmt: skip


class BoardQuestion(models.Model):
    """What a finding asks the board to think about, with the kind of response and the level."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="board_questions")
    text = models.TextField()
    response_kind = models.CharField(max_length=28)
    level = models.CharField(max_length=20)
    order = models.IntegerField(default=0)

    class Privacy:
        personal = ()
        sensitive = ("text",)
        plain = ("review", "number", "finding", "response_kind", "level", "order")

    class Meta:
        ordering = ["order", "number"]
