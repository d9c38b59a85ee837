"""Open codes, marks and memos, and what was exchanged with other programs.

A mark is live until `removed_at` is set (removal can be undone). `said_by` names who made a mark or a memo in
another program, as its file does; `by` is then who brought it in.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casement.foundation.clock import now
from casement.rooms.reviews.models import FrameworkItem, Review
from casement.rooms.sources.models import Excerpt, Source


class Code(models.Model):
    """An open code of this review, beside the frameworks. Retired codes keep their marks.

    `parent` is the code it stands under. A `heading` only holds other codes and is not offered for marking.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    label = models.CharField(max_length=120)
    definition = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    retired_at = models.DateTimeField(null=True)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    heading = models.BooleanField(default=False)
    edition = models.IntegerField(default=1)  # goes up with every new wording

    class Privacy:
        personal = ("by",)
        sensitive = ("label", "definition")
        plain = ("review", "number", "at", "retired_at", "parent", "heading", "edition")

    class Meta:
        ordering = ["label"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="code_number"),
            models.UniqueConstraint(fields=["review", "label"], name="code_label"),
        ]


class CodeText(models.Model):
    """What an open code said before, or what somebody wrote while another saved (`kept_beside`)."""

    code = models.ForeignKey(Code, on_delete=models.CASCADE, related_name="texts")
    edition = models.IntegerField()  # the edition it was, or the one it was written over
    label = models.CharField(max_length=120)
    definition = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    kept_beside = models.BooleanField(default=False)

    class Privacy:
        personal = ("by",)
        sensitive = ("label", "definition")
        plain = ("code", "edition", "at", "kept_beside")

    class Meta:
        ordering = ["-pk"]


class Mark(models.Model):
    """A factor or an open code applied to an excerpt, with its influence."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    excerpt = models.ForeignKey(Excerpt, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(FrameworkItem, null=True, on_delete=models.PROTECT, related_name="+")
    code = models.ForeignKey(Code, null=True, on_delete=models.PROTECT, related_name="marks")
    influence = models.CharField(max_length=42, blank=True)
    said_by = models.CharField(max_length=120, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True)
    sent_key = models.CharField(max_length=40, blank=True)  # one per attempt, so a retry marks once

    class Privacy:
        personal = ("by", "said_by")
        sensitive = ()
        plain = ("review", "number", "excerpt", "item", "code", "influence", "at", "removed_at", "sent_key")

    class Meta:
        ordering = ["number"]
        indexes = [
            models.Index(fields=["review", "item", "by"], name="mark_item"),
            models.Index(fields=["code", "by"], name="mark_code"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="mark_number"),
            models.UniqueConstraint(
                fields=["review", "by", "sent_key"], condition=~Q(sent_key=""), name="mark_sent_once"
            ),
            models.CheckConstraint(
                condition=Q(item=None, code__isnull=False) | Q(item__isnull=False, code=None),
                name="mark_has_one_code",
            ),
        ]


class Memo(models.Model):
    """A note on a mark or a source. Private ones are seen by their writer only."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    mark = models.ForeignKey(Mark, null=True, on_delete=models.CASCADE, related_name="memos")
    source = models.ForeignKey(Source, null=True, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    private = models.BooleanField(default=False)
    said_by = models.CharField(max_length=120, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by", "said_by")
        sensitive = ("text",)
        plain = ("review", "number", "mark", "source", "private", "at")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="memo_number")]


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
    guid = models.CharField(max_length=80, blank=True, db_index=True)
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
