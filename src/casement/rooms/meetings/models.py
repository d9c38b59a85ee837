"""What is prepared for a meeting, who came, what was noted, and the minutes that were agreed.

An entry belongs to its writer until the minutes are agreed; every change of its words is kept as a version. What
became of it (`state`, `outcome`) goes on after that.
"""

from django.db import models

from casement.foundation.clock import now
from casement.rooms.meetings.vocabulary import State
from casement.rooms.planning.models import Meeting
from casement.rooms.reviews.models import Participation, Review
from casement.rooms.sources.models import Source


class Agenda(models.Model):
    """That a meeting was prepared: which kind it is, and which version of the texts its items came from."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    version = models.CharField(max_length=10)
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ()
        sensitive = ()
        plain = ("meeting", "kind", "version", "by", "at")


class Item(models.Model):
    """One item of an agenda. An item that is left out has `dropped_at`; entries under it stay."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    order = models.IntegerField()
    title = models.CharField(max_length=200)
    purpose = models.TextField(blank=True)
    minutes = models.IntegerField()
    dropped_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ()
        sensitive = ("title", "purpose")
        plain = ("review", "meeting", "number", "order", "minutes", "dropped_at")

    class Meta:
        ordering = ["order", "number"]
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="agenda_item_number")]


class ItemPaper(models.Model):
    """A paper that belongs to an item: the key under which its own room keeps it."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="papers")
    number = models.IntegerField()
    key = models.CharField(max_length=40)

    class Privacy:
        personal = ()
        sensitive = ()
        plain = ("review", "item", "number", "key")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="item_paper_number"),
            models.UniqueConstraint(fields=["item", "key"], name="item_paper_once"),
        ]


class Attendance(models.Model):
    """Whether somebody who was asked was there."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    came = models.CharField(max_length=10)
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ("participation",)
        sensitive = ("came",)
        plain = ("meeting", "by", "at")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "participation"], name="attendance_once")]


class Entry(models.Model):
    """One entry of the notes. `change` rises with everything that happens to an entry, so that others hear of it.

    `who` decided (a decision); `owner` does it, `by_when` (an action); `whose` words they are, None for the group
    (said). `sent_key` names what an open page sent, so that it is not taken twice.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="+")
    number = models.IntegerField()
    kind = models.CharField(max_length=12)
    writer = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    reason = models.TextField(blank=True)
    who = models.CharField(max_length=200, blank=True)
    owner = models.ForeignKey(Participation, null=True, on_delete=models.PROTECT, related_name="+")
    by_when = models.DateField(null=True)
    edition = models.IntegerField(default=1)
    change = models.IntegerField()
    sent_key = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField(default=now)
    taken_back_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, default=State.OPEN)
    outcome = models.TextField(blank=True)
    settled_by = models.ForeignKey(Participation, null=True, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True)
    whose = models.ForeignKey(Participation, null=True, on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="+")

    class Privacy:
        personal = ("whose", "owner")
        sensitive = ("text", "reason", "who", "outcome")
        plain = ("review", "meeting", "item", "number", "kind", "writer", "by_when", "edition", "change",
                 "sent_key", "at", "taken_back_at", "state", "settled_by", "settled_at", "source")  # fmt: skip

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="entry_of_notes_number"),
            models.UniqueConstraint(
                fields=["meeting", "writer", "sent_key"], condition=~models.Q(sent_key=""), name="entry_sent_once"
            ),
        ]


class EntryVersion(models.Model):
    """The words an entry had before they were changed. Never changed."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="versions")
    edition = models.IntegerField()
    kind = models.CharField(max_length=12)
    text = models.TextField()
    reason = models.TextField(blank=True)
    who = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    class Privacy:
        personal = ()
        sensitive = ("text", "reason", "who")
        plain = ("entry", "edition", "kind", "at")

    class Meta:
        ordering = ["edition"]
        constraints = [models.UniqueConstraint(fields=["entry", "edition"], name="entry_edition")]


class About(models.Model):
    """That an entry speaks of an episode or a finding of the analysis, by its number."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="about")
    thing = models.CharField(max_length=10)
    of = models.IntegerField()

    class Privacy:
        personal = ()
        sensitive = ()
        plain = ("entry", "thing", "of")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["entry", "thing", "of"], name="entry_about_once")]


class Minutes(models.Model):
    """The minutes as they were agreed, frozen; its words never change. The highest `edition` of a meeting stands.

    `corrects` is the correction that this edition was agreed after; the first edition has none.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    edition = models.IntegerField(default=1)
    corrects = models.OneToOneField("Correction", null=True, on_delete=models.PROTECT, related_name="made")
    kind = models.CharField(max_length=20)
    told = models.JSONField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Privacy:
        personal = ()
        sensitive = ("told",)
        plain = ("meeting", "edition", "corrects", "kind", "sha256", "by", "at")

    class Meta:
        ordering = ["-edition"]
        constraints = [models.UniqueConstraint(fields=["meeting", "edition"], name="minutes_edition")]


class Correction(models.Model):
    """That agreed minutes were opened again, and why. While it has not `ended_at`, entries can be changed.

    It ends when minutes are agreed afresh; with the same words as before, nothing is made of it.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    why = models.TextField()
    by = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)

    class Privacy:
        personal = ()
        sensitive = ("why",)
        plain = ("meeting", "by", "at", "ended_at")
