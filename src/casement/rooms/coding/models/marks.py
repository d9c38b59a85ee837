"""Marks, what they said before, and memos. A mark is live until `removed_at` is set (removal can be undone).

Whatever happens to a mark takes the next number of its review: `act` is that of the last act that changed what it
says (0: it is as it was made), `changed` that of the last thing of any kind, a memo included. Open pages ask for
what has a higher number than they have seen. What an act changed is kept as a `MarkBefore`, so that it can be taken
back; taking back is an act like any other.

`said_by` names who made a mark or a memo in another program, as its file does; `by` is then who brought it in.

Marks are read through one of the methods of `MarkRows`, because of the wall: while a blind round is open,
the marks with its codes in its sources are seen only by those who made them, whoever asks and wherever.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from casement.foundation.access import Seat
from casement.foundation.clock import now
from casement.rooms.coding.models.codes import Code
from casement.rooms.coding.models.rounds import Coder, Round, RoundCode
from casement.rooms.reviews.models import FrameworkItem, Review
from casement.rooms.sources.models import Excerpt, Source


class MarkRows(models.QuerySet["Mark"]):
    """Marks, narrowed to what a seat may see."""

    def visible_to(self, seat: Seat) -> MarkRows:
        """On sources this seat may read, and in front of the wall."""
        return self.past_the_wall(seat).filter(excerpt__version__source__in=Source.objects.visible_to(seat))

    def past_the_wall(self, seat: Seat) -> MarkRows:
        """In front of the wall; for sources this seat has been shown to be allowed to read.

        Whether any round is open at all is asked first, and once: most of the time that is the answer.
        """
        open_ones = Exists(Round.objects.filter(closed_at=None))
        return self.filter(Q(by_id=seat.person_id) | ~open_ones | ~Exists(walls()))

    def behind_the_wall(self, seat: Seat) -> MarkRows:
        """Behind it, for what must not be found by another way."""
        return self.filter(Exists(walls())).exclude(by_id=seat.person_id)

    def of_code(self, code: Code) -> MarkRows:
        """All of one open code, whoever may read them: for moving every one of them, telling nothing of any."""
        return self.filter(code=code)

    def made_by(self, seat: Seat) -> MarkRows:
        """This person's own in this review."""
        return self.filter(review_id=seat.review, by_id=seat.person_id)

    def made_on(self, seat: Seat, excerpt: int) -> MarkRows:
        """This person's own on one excerpt, which is of one review.

        The review is not asked for as well: SQLite would then look through all that this person made in it.
        """
        return self.filter(excerpt_id=excerpt, by_id=seat.person_id)

    def last_numbers(self, seat: Seat) -> tuple[MarkRows, MarkRows]:
        """The last number of any mark in this review and that of the last change, as parts of another query."""
        return tuple(
            self.filter(review_id=seat.review).order_by(f"-{name}").values(name)[:1]
            for name in ("number", "changed")
        )

    def of_round(self, round_id: int) -> MarkRows:
        """The live marks of a round's coders with its codes in its sources, for the moment it is closed."""
        within = RoundCode.objects.filter(round_id=round_id)
        coders = Coder.objects.filter(round_id=round_id).values("participation__person")
        return self.filter(
            Q(item__in=within.values("item")) | Q(code__in=within.values("code")),
            excerpt__version__source__in=within.values("round__texts__source"),
            by__in=coders,
            removed_at=None,
        )


def walls() -> models.QuerySet[RoundCode]:
    """Codes of open rounds that cover a mark, inside a query of marks."""
    return RoundCode.objects.filter(
        Q(item=OuterRef("item")) | Q(code=OuterRef("code")),
        round__texts__source__versions=OuterRef("excerpt__version"),
        round__closed_at=None,
    )


class Mark(models.Model):
    """A factor or an open code applied to an excerpt, with its influence."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    excerpt = models.ForeignKey(Excerpt, on_delete=models.PROTECT, related_name="+", db_index=False)  # mark_excerpt
    item = models.ForeignKey(FrameworkItem, null=True, on_delete=models.PROTECT, related_name="+")
    code = models.ForeignKey(Code, null=True, on_delete=models.PROTECT, related_name="marks")
    influence = models.CharField(max_length=42, blank=True)
    said_by = models.CharField(max_length=120, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True)
    sent_key = models.CharField(max_length=40, null=True)  # one per attempt, so a retry marks once
    act = models.IntegerField(default=0)
    changed = models.IntegerField(default=0)

    objects = MarkRows.as_manager()

    class Privacy:
        personal = ("by", "said_by")
        sensitive = ()
        plain = ("review", "number", "excerpt", "item", "code", "influence", "at", "removed_at", "sent_key",
                 "act", "changed")  # fmt: skip

    class Meta:
        ordering = ["number"]
        indexes = [
            models.Index(fields=["review", "changed"], name="mark_changed"),
            models.Index(fields=["excerpt", "by"], name="mark_excerpt"),
            models.Index(fields=["review", "item", "by"], name="mark_item"),
            models.Index(fields=["code", "by"], name="mark_code"),
            models.Index(fields=["review", "by", "number"], name="mark_own"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="mark_number"),
            models.UniqueConstraint(fields=["review", "by", "sent_key"], name="mark_sent_once"),
            models.CheckConstraint(
                condition=Q(item=None, code__isnull=False) | Q(item__isnull=False, code=None),
                name="mark_has_one_code",
            ),
        ]


class MarkBefore(models.Model):
    """What a mark said before the act numbered `act`; `takes_back` is the act that this one took back, if any."""

    mark = models.ForeignKey(Mark, on_delete=models.CASCADE, related_name="befores")
    act = models.IntegerField()
    previous = models.IntegerField()  # the act before it, 0 for the making of the mark
    takes_back = models.IntegerField(null=True)
    item = models.ForeignKey(FrameworkItem, null=True, on_delete=models.PROTECT, related_name="+")
    code = models.ForeignKey(Code, null=True, on_delete=models.PROTECT, related_name="+")
    influence = models.CharField(max_length=42, blank=True)
    removed_at = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("by",)
        sensitive = ()
        plain = ("mark", "act", "previous", "takes_back", "item", "code", "influence", "removed_at", "at")

    class Meta:
        ordering = ["act"]
        constraints = [models.UniqueConstraint(fields=["mark", "act"], name="mark_act_once")]


class Memo(models.Model):
    """A note on a mark, a source, an open code or a factor (`item`). Private ones are seen by their writer only."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    mark = models.ForeignKey(Mark, null=True, on_delete=models.CASCADE, related_name="memos")
    source = models.ForeignKey(Source, null=True, on_delete=models.CASCADE, related_name="+")
    code = models.ForeignKey(Code, null=True, on_delete=models.CASCADE, related_name="memos")
    item = models.ForeignKey(FrameworkItem, null=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    private = models.BooleanField(default=False)
    said_by = models.CharField(max_length=120, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    sent_key = models.CharField(max_length=40, null=True)  # one per attempt, so a retry writes once

    class Privacy:
        personal = ("by", "said_by")
        sensitive = ("text",)
        plain = ("review", "number", "mark", "source", "code", "item", "private", "at", "sent_key")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="memo_number"),
            models.UniqueConstraint(fields=["review", "by", "sent_key"], name="memo_sent_once"),
        ]
